package org.vitrine.live;

/** A frame for those who have the state before it. */
record Publication(Topic topic, long before, long after, Frame frame) {}
