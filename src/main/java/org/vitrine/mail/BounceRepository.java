package org.vitrine.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Addresses that bounce, in PostgreSQL; in small letters, as mails have them. */
final class BounceRepository {
  private static final String ADD =
      """
      INSERT INTO bouncing_address (email, since, reason)
      VALUES ($1, $2, $3)
      ON CONFLICT (email) DO UPDATE SET reason = excluded.reason, in_doubt = false\
      """;

  /** Is in doubt no more if it has been since this moment. */
  private static final String DOUBT =
      """
      INSERT INTO bouncing_address AS known (email, since, reason, in_doubt)
      VALUES ($1, $2, $3, true)
      ON CONFLICT (email) DO UPDATE
         SET reason = excluded.reason, in_doubt = known.in_doubt AND known.since > $4
      RETURNING in_doubt\
      """;

  private static final String CLEAR =
      """
      DELETE FROM bouncing_address
       WHERE email = $1\
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS bouncing
        FROM bouncing_address
       WHERE NOT in_doubt\
      """;

  private static final String AMONG =
      """
      SELECT email, since, reason
        FROM bouncing_address
       WHERE email = ANY($1) AND NOT in_doubt\
      """;

  void add(Queries queries, String email, Instant now, String reason) {
    queries.execute("bounces.add", ADD, email, Sql.utc(now), reason);
  }

  /** Returns true if it is sure by now, as it was refused before this moment too. */
  boolean doubt(Queries queries, String email, Instant now, Instant before, String reason) {
    return queries
        .findOne(
            "bounces.doubt",
            DOUBT,
            row -> !row.getBoolean("in_doubt"),
            email,
            Sql.utc(now),
            reason,
            Sql.utc(before))
        .orElseThrow();
  }

  long count(Queries queries) {
    return queries.findOne("bounces.count", COUNT, row -> row.getLong("bouncing")).orElseThrow();
  }

  void clear(Queries queries, String email) {
    queries.execute("bounces.clear", CLEAR, email);
  }

  Map<String, Bounce> among(Queries queries, List<String> emails) {
    return queries
        .find(
            "bounces.among",
            AMONG,
            row ->
                Map.entry(
                    row.getString("email"),
                    new Bounce(
                        row.getOffsetDateTime("since").toInstant(), row.getString("reason"))),
            (Object) emails.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
