package org.vitrine.epcis;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Where a query goes on: it ends with what was there when it began, however much is recorded
 * meanwhile, and begins behind the last event that was sent.
 *
 * @param query which one, by its parameters
 * @param ceiling when the newest event was recorded that it began with
 * @param last the moment of the last that was sent, by which they are ordered
 * @param row the row of that one
 * @param sent how many were sent before
 */
record PageToken(String query, Instant ceiling, Instant last, String row, int sent) {
  private static final String SEPARATOR = "~";

  /** Throws {@link EpcisProblem.Kind#QUERY_PARAMETER} where it is none, or another query's. */
  static PageToken read(String text, String query) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR);
      if (parts.length == 5 && parts[0].equals(query)) {
        return new PageToken(
            query,
            Instant.parse(parts[1]),
            Instant.parse(parts[2]),
            parts[3],
            Integer.parseInt(parts[4]));
      }
    } catch (IllegalArgumentException | DateTimeException noToken) {
      // Said below.
    }
    throw new EpcisProblem(
        EpcisProblem.Kind.QUERY_PARAMETER,
        "nextPageToken: This is no token of this query; begin without it");
  }

  String text() {
    String parts =
        String.join(SEPARATOR, query, ceiling.toString(), last.toString(), row, "" + sent);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }

  /** By what is asked for, not by how much of it at once. */
  static String nameOf(Map<String, String> said) {
    Map<String, String> asked = new TreeMap<>(said);
    asked.remove(QueryParameters.TOKEN);
    asked.remove("perPage");
    return DigestUtils.sha256Hex(asked.toString()).substring(0, 16);
  }
}
