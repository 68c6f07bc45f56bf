/**
 * When something is wrong with what is made: it is raised, everything of its kind is held, and it
 * is closed when all is done. May import what lies below, down from traceability.
 */
package org.vitrine.nonconformances;
