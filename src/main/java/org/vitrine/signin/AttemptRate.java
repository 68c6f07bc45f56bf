package org.vitrine.signin;

import java.time.Duration;

/**
 * How fast something may be tried: some tries at once, then each wait is twice the one before.
 *
 * @param free tries that need not wait
 * @param first the first wait
 * @param longest no wait is longer, so that nobody is locked out
 */
public record AttemptRate(int free, Duration first, Duration longest) {
  public static final AttemptRate PASSWORD =
      new AttemptRate(5, Duration.ofSeconds(1), Duration.ofMinutes(15));
  static final AttemptRate CODE = new AttemptRate(5, Duration.ofSeconds(1), Duration.ofMinutes(15));

  /** Shorter than a link lasts: whoever asks again and again leaves its owner one that works. */
  static final AttemptRate MAILED_LINK =
      new AttemptRate(3, Duration.ofMinutes(1), Duration.ofMinutes(10));

  /** A whole office may stand behind one address. */
  public static final AttemptRate PLACE =
      new AttemptRate(50, Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** What a place may try that single accounts refuse, and all places of one large network. */
  public static final AttemptRate WIDE =
      new AttemptRate(250, Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** What is written down of strangers. */
  static final AttemptRate NOTE = new AttemptRate(1, Duration.ofHours(1), Duration.ofHours(1));

  /** The same of all strangers together, wherever they stand. */
  static final AttemptRate ALL_NOTES =
      new AttemptRate(60, Duration.ofMinutes(2), Duration.ofMinutes(2));
}
