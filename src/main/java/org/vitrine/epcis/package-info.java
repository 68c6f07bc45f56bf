/**
 * What happens to orders as events of EPCIS 2.0, and what others capture here: queries, capture
 * jobs, ids by the hash of the Core Business Vocabulary. May import what lies below, down from
 * tracking.
 */
package org.vitrine.epcis;
