/**
 * Dates that will hardly be kept: who is asked what is done about it, and by when; another date
 * that is offered, and what the customer says to it. May import profiles and all rooms below.
 */
package org.vitrine.delays;
