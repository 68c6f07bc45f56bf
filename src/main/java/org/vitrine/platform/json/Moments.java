package org.vitrine.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads moments. Histories are full of them, and the formatter of the JDK takes longer for one than
 * the rest of a report takes: the usual form (2026-11-22T14:22:00.123456Z) is read by its places.
 */
final class Moments {
  private static final String USUAL = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;

  private Moments() {}

  /** As {@link Instant#parse} reads it; throws the same. */
  static Instant parse(String text) {
    if (isUsual(text)) {
      try {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                nanos(text))
            .toInstant(ZoneOffset.UTC);
      } catch (DateTimeException outOfRange) {
        // A leap second or midnight as 24:00, or no moment at all.
      }
    }
    return Instant.parse(text);
  }

  private static boolean isUsual(String text) {
    int end = text.length() - 1;
    if (end < USUAL.length() || end > USUAL.length() + 1 + NANO_DIGITS || text.charAt(end) != 'Z') {
      return false;
    }
    for (int at = 0; at < end; at++) {
      char wanted = at < USUAL.length() ? USUAL.charAt(at) : at == USUAL.length() ? '.' : '0';
      char there = text.charAt(at);
      if (wanted == '0' ? there < '0' || there > '9' : there != wanted) {
        return false;
      }
    }
    return end != USUAL.length() + 1;
  }

  private static int nanos(String text) {
    int nanos = 0;
    int end = text.length() - 1;
    for (int at = USUAL.length() + 1; at <= USUAL.length() + NANO_DIGITS; at++) {
      nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + (text.charAt(at) - '0');
    }
    return number;
  }
}
