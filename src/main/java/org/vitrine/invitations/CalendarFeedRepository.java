package org.vitrine.invitations;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** The addresses that calendars subscribe to, in PostgreSQL. */
final class CalendarFeedRepository {
  private static final String SAVE =
      """
      INSERT INTO calendar_feed (person_id, token_hash, made_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at""";

  private static final String DELETE =
      """
      DELETE FROM calendar_feed
       WHERE person_id = $1""";

  private static final String MADE_AT =
      """
      SELECT made_at
        FROM calendar_feed
       WHERE person_id = $1""";

  private static final String PERSON =
      """
      SELECT f.person_id
        FROM calendar_feed f
        JOIN active_person p ON p.id = f.person_id
       WHERE f.token_hash = $1""";

  /** Only what they are asked to for a company that they still belong to. */
  private static final String ASKED =
      """
      SELECT i.number
        FROM invitation i
       WHERE i.person_id = $1 AND i.ends_at > $2 AND i.withdrawn_at IS NULL AND i.state <> 'declined'
         AND (i.company_id IS NULL OR EXISTS (
               SELECT FROM person_company c WHERE c.person_id = i.person_id AND c.company_id = i.company_id))
       ORDER BY i.ends_at, i.number
       LIMIT $3""";

  void save(Queries queries, long person, Token token, Instant now) {
    queries.execute("calendar_feed.save", SAVE, person, hash(token), Sql.utc(now));
  }

  void delete(Queries queries, long person) {
    queries.execute("calendar_feed.delete", DELETE, person);
  }

  Optional<Instant> madeAt(Queries queries, long person) {
    return queries.findOne(
        "calendar_feed.made_at",
        MADE_AT,
        row -> row.getOffsetDateTime("made_at").toInstant(),
        person);
  }

  /** Whose it is, if they can come in. */
  Optional<Long> person(Queries queries, Token token) {
    return queries.findOne(
        "calendar_feed.person", PERSON, row -> row.getLong("person_id"), hash(token));
  }

  /** The numbers of what stands in their calendar. */
  List<Long> asked(Queries queries, long person, Instant endsAfter, int most) {
    return queries.find(
        "calendar_feed.asked",
        ASKED,
        row -> row.getLong("number"),
        person,
        Sql.utc(endsAfter),
        most);
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
