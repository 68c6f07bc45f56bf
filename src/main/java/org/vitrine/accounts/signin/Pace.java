package org.vitrine.accounts.signin;

import java.time.Duration;

/**
 * How fast something may be tried: some tries at once, then each wait is twice the one before.
 *
 * @param free tries that need not wait
 * @param first the first wait
 * @param longest no wait is longer, so that nobody is locked out
 */
record Pace(int free, Duration first, Duration longest) {
  static final Pace PASSWORD = new Pace(5, Duration.ofSeconds(1), Duration.ofMinutes(15));
  static final Pace CODE = new Pace(5, Duration.ofSeconds(1), Duration.ofMinutes(15));

  /** Shorter than a link lasts: whoever asks again and again leaves its owner one that works. */
  static final Pace LETTER = new Pace(3, Duration.ofMinutes(1), Duration.ofMinutes(10));

  /** A whole office may stand behind one address. */
  static final Pace PLACE = new Pace(50, Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** What a place may try that single accounts refuse, and all places of one large network. */
  static final Pace WIDE = new Pace(250, Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** What is written down of strangers. */
  static final Pace NOTE = new Pace(1, Duration.ofHours(1), Duration.ofHours(1));

  /** The same of all strangers together, wherever they stand. */
  static final Pace ALL_NOTES = new Pace(60, Duration.ofMinutes(2), Duration.ofMinutes(2));
}
