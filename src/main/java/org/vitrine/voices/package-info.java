/**
 * What customers say at a stage of their orders (on screens a message), who answers, and by when:
 * voices as their events, departments and their commitments, the figures. May import what lies
 * below, down from tracking.
 */
package org.vitrine.voices;
