package org.vitrine.platform;

import java.security.SecureRandom;
import java.util.function.LongPredicate;

/**
 * Numbers that are short enough for the telephone and say nothing: drawn at random, so that nobody
 * learns from theirs how many others there are (decision 0062). Where many are taken, they get
 * longer by themselves.
 */
public final class RandomNumbers {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long SHORTEST = 100_000;
  private static final int TRIES = 4;
  private static final int LENGTHS = 6;

  private RandomNumbers() {}

  /**
   * @param take false where the number is taken
   */
  public static long draw(LongPredicate take) {
    long from = SHORTEST;
    for (int length = 0; length < LENGTHS; length++, from *= 10) {
      for (int tried = 0; tried < TRIES; tried++) {
        long number = RANDOM.nextLong(from, 10 * from);
        if (take.test(number)) {
          return number;
        }
      }
    }
    throw new IllegalStateException("No number is free");
  }
}
