/**
 * Meetings at which customers hear how quality did with them: planned, with an agenda that makes
 * itself of what went wrong, held, and followed. May import voices, invitations, actions, reviews
 * and what lies below.
 */
package org.vitrine.meetings;
