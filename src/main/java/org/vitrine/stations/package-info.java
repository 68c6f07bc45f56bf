/**
 * Stations: screens on the shop floor where people report in two touches. Which there are, how each
 * is set up and withdrawn, who reports there, what can be worked on, and what a scanned code leads
 * to. May import what lies below, down from evidence.
 */
package org.vitrine.stations;
