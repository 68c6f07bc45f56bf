/**
 * Lots and pieces, what went into what, and what a fault in one of them reaches. May import what
 * lies below, down from production.
 */
package org.vitrine.traceability;
