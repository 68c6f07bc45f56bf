package org.vitrine.webhooks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a server wants to be asked again, as {@code Retry-After} says it (RFC 9110, 10.2.3). */
final class RetryAfter {
  private static final int LONGEST = 9;

  private RetryAfter() {}

  static Optional<Instant> of(Optional<String> header, Instant now) {
    return header.map(String::strip).flatMap(text -> parsed(text, now));
  }

  private static Optional<Instant> parsed(String text, Instant now) {
    try {
      return Optional.of(
          text.matches("\\d{1,%d}".formatted(LONGEST))
              ? now.plusSeconds(Long.parseLong(text))
              : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }
}
