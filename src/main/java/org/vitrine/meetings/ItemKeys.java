package org.vitrine.meetings;

import java.security.SecureRandom;

/**
 * Keys of what stands in a meeting: drawn at random, so that nobody learns from theirs how much is
 * there that they do not see. Small enough for a number in JavaScript.
 */
final class ItemKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long LARGEST = 1L << 53;

  private ItemKeys() {}

  static long draw() {
    return RANDOM.nextLong(1, LARGEST);
  }
}
