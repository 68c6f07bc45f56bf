/**
 * What was seen where things are made: pictures, clips and papers that reports name, galleries of
 * them at each stage, and “show us this”. May import what lies below, down from devices.
 */
package org.vitrine.evidence;
