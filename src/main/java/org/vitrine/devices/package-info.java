/**
 * What measures and what makes: gauges and their calibration, measured values as a picture,
 * conditions of places, machines that speak for themselves. May import what lies below, down from
 * warranty.
 */
package org.vitrine.devices;
