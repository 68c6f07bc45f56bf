/**
 * How the installation is: what each room says of its own parts, when it was backed up, what grows,
 * and word to administrators where something turns bad and when it is well again. May import what
 * lies below, down from search.
 */
package org.vitrine.health;
