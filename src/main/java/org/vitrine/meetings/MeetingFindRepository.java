package org.vitrine.meetings;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What meetings are found by, in PostgreSQL. */
final class MeetingFindRepository {
  private static final String FIND =
      """
      SELECT m.number, a.company_id, m.title, m.room, m.starts_at AT TIME ZONE m.zone AS at
        FROM meeting m
       CROSS JOIN LATERAL (
         SELECT NULL::bigint AS company_id
         UNION ALL
         SELECT c.company_id FROM meeting_company c WHERE c.meeting = m.number) AS a
       WHERE m.number = ANY($1)\
      """;

  private static final String AFTER =
      """
      SELECT number AS key
        FROM meeting
       WHERE number > $1
       ORDER BY number
       LIMIT $2\
      """;

  /** A meeting; once for the house, and once for each company that is asked to it. */
  record FoundMeeting(
      long number, Optional<CompanyId> company, String title, String room, Instant at) {}

  List<FoundMeeting> find(Queries queries, Collection<String> keys) {
    return queries.find(
        "meeting.find_anything",
        FIND,
        row ->
            new FoundMeeting(
                row.getLong("number"),
                Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
                row.getString("title"),
                Optional.ofNullable(row.getString("room")).orElse(""),
                row.getOffsetDateTime("at").toInstant()),
        (Object) Sql.column(keys, Long::valueOf, Long[]::new));
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "meeting.find_after",
        AFTER,
        row -> String.valueOf(row.getLong("key")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }
}
