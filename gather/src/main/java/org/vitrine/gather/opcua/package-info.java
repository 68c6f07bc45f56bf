/** Servers of OPC UA, by Eclipse Milo: one subscription for all tags, with queues. */
package org.vitrine.gather.opcua;
