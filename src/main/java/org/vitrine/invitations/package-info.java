/**
 * Who is asked to come somewhere, and what they answered: occasions, invitations as real calendar
 * invitations by mail, answers from a page, from the home page or from a mail program, seats and
 * those who wait for one, feeds to subscribe to. May import what lies below, down from people.
 */
package org.vitrine.invitations;
