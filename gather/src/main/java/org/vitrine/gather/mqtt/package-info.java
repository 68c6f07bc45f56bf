/** Brokers of MQTT 5: plain messages, and those of Sparkplug B. */
package org.vitrine.gather.mqtt;
