/**
 * Brings what the journal keeps to Vitrine: in order, again where it must be, never held up by one.
 */
package org.vitrine.gather.delivery;
