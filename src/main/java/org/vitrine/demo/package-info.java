/**
 * The demo plant: a factory of room air conditioners that never was, told through the same doors
 * that a real one would use. May import every feature; nothing but the command line imports it.
 */
package org.vitrine.demo;
