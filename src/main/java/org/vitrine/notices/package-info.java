/**
 * What goes out: letters by mail, from an outbox that is written with what it tells. May import
 * tracking and what lies below.
 */
package org.vitrine.notices;
