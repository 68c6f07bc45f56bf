/**
 * What people of the house do with orders that are under way, one by one and several at once: hold
 * them and let them go on, and what orders themselves decide of. May import tracking and what lies
 * below.
 */
package org.vitrine.acts;
