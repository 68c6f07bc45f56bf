package org.vitrine.meetings;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How far meetings are that were held, in PostgreSQL, and who was there. */
final class AfterwardsRepository {
  private static final String FINISH =
      """
      UPDATE meeting
         SET state = 'final', final_at = $2
       WHERE number = $1\
      """;

  private static final String PREPARED =
      """
      SELECT m.number
        FROM meeting m
       WHERE m.state = 'prepared' AND m.prepared_at <= $1
         AND NOT EXISTS (SELECT FROM minute_amendment a WHERE a.meeting = m.number AND a.state = 'open')
       ORDER BY m.prepared_at, m.number
       LIMIT 100\
      """;

  private static final String TAKE_PREPARED =
      """
      SELECT m.prepared_at
        FROM meeting m
       WHERE m.number = $1 AND m.state = 'prepared'
         FOR NO KEY UPDATE SKIP LOCKED\
      """;

  private static final String CAME =
      """
      SELECT a.meeting, a.person_id, a.company_id, a.name
        FROM attendance a
       WHERE a.meeting = ANY($2::bigint[]) AND ($1::bigint IS NULL OR a.company_id = $1)
       ORDER BY a.came_at, a.person_id\
      """;

  /** Somebody who was there. */
  record Attendee(MeetingNumber meeting, long person, Optional<CompanyId> company, String name) {}

  void finish(Queries transaction, MeetingNumber meeting, Instant now) {
    transaction.execute("meeting.finish", FINISH, meeting.value(), Sql.utc(now));
  }

  /** Those whose minutes have been prepared since then or longer, with nothing left to decide. */
  List<MeetingNumber> prepared(Queries queries, Instant since) {
    return queries.find(
        "meeting.prepared",
        PREPARED,
        row -> new MeetingNumber(row.getLong("number")),
        Sql.utc(since));
  }

  /** When its minutes were prepared; nothing where they are final, or another node is at it. */
  Optional<Instant> takePrepared(Queries transaction, MeetingNumber meeting) {
    return transaction.findOne(
        "meeting.take_prepared",
        TAKE_PREPARED,
        row -> row.getOffsetDateTime("prepared_at").toInstant(),
        meeting.value());
  }

  /** Those who were there: of a company, or all. */
  List<Attendee> came(
      Queries queries, Optional<CompanyId> company, Collection<MeetingNumber> meetings) {
    return queries.find(
        "meeting.came",
        CAME,
        row ->
            new Attendee(
                new MeetingNumber(row.getLong("meeting")),
                row.getLong("person_id"),
                Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
                row.getString("name")),
        MeetingRepository.key(company),
        MeetingRepository.keys(meetings));
  }
}
