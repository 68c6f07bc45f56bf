package org.vitrine.voices;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What voices are found by, in PostgreSQL. */
final class VoiceFindRepository {
  private static final String FIND =
      """
      SELECT v.number, v.company_id, v.title, coalesce(v.order_number, v.piece, '') AS called, v.piece, v.said_at,
             (SELECT left(e.body ->> 'text', 400) FROM voice_event e WHERE e.voice = v.number AND e.sequence = 1) AS text
        FROM voice v
       WHERE v.number = ANY($1)\
      """;

  private static final String AFTER =
      """
      SELECT number AS key
        FROM voice
       WHERE number > $1
       ORDER BY number
       LIMIT $2\
      """;

  /** A voice as it was said. */
  record FoundVoice(
      long number,
      CompanyId company,
      String title,
      String called,
      Optional<String> piece,
      String text,
      Instant at) {}

  List<FoundVoice> find(Queries queries, Collection<String> keys) {
    return queries.find(
        "voice.find_anything",
        FIND,
        row ->
            new FoundVoice(
                row.getLong("number"),
                new CompanyId(row.getLong("company_id")),
                row.getString("title"),
                row.getString("called"),
                Optional.ofNullable(row.getString("piece")),
                Optional.ofNullable(row.getString("text")).orElse(""),
                row.getOffsetDateTime("said_at").toInstant()),
        (Object) Sql.column(keys, Long::valueOf, Long[]::new));
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "voice.find_after",
        AFTER,
        row -> String.valueOf(row.getLong("key")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }
}
