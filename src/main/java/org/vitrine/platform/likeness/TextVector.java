package org.vitrine.platform.likeness;

/**
 * A text as a vector of length 1: the numbers of the pieces that it has and the weight of each.
 * Pieces that no known text has are not named, but count for its length.
 */
@SuppressWarnings("ArrayRecordComponent")
record TextVector(int[] pieces, float[] weights) {}
