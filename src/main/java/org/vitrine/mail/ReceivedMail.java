package org.vitrine.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that came to us and brings something for a calendar.
 *
 * @param id names it, the same however often it is read
 * @param from the address of its author, in lower case; empty where there is none, or several
 * @param headers what it says of itself, by names in lower case: who wrote it by what means
 * @param calendar absent where it is too large to be read
 */
public record ReceivedMail(
    byte[] id,
    String from,
    Map<String, List<String>> headers,
    Instant receivedAt,
    Optional<String> calendar) {
  public ReceivedMail {
    headers = Map.copyOf(headers);
  }

  /** The first value of a header, in lower case; empty where there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, List.of()).stream()
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }
}
