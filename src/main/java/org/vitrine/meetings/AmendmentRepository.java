package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.Amendment.AmendmentState;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What those who came want changed in minutes, in PostgreSQL. */
final class AmendmentRepository {
  private static final String OF =
      """
      SELECT a.id, a.meeting, a.line, a.text, a.company_id, a.person_id, a.author, a.wanted_at, a.state, a.answer
        FROM minute_amendment a
       WHERE a.meeting = ANY($2::bigint[]) AND ($1::bigint IS NULL OR a.company_id = $1)
       ORDER BY a.wanted_at, a.id""";

  private static final String WANT =
      """
      INSERT INTO minute_amendment (id, company_id, meeting, line, text, person_id, author, wanted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

  private static final String DECIDE =
      """
      UPDATE minute_amendment
         SET state = $3, answer = $4, decided_at = $5
       WHERE id = $1 AND meeting = $2 AND state = 'open'""";

  /** A company's own, or all; in the order in which they came. */
  List<Amendment> of(
      Queries queries, Optional<CompanyId> company, Collection<MeetingNumber> meetings) {
    return queries.find(
        "amendment.of",
        OF,
        AmendmentRepository::toAmendment,
        MeetingRepository.key(company),
        MeetingRepository.keys(meetings));
  }

  void want(Queries transaction, Amendment wanted) {
    transaction.execute(
        "amendment.want",
        WANT,
        wanted.id(),
        MeetingRepository.key(wanted.company()),
        wanted.meeting().value(),
        wanted.line().orElse(null),
        wanted.text(),
        wanted.person(),
        wanted.author(),
        Sql.utc(wanted.wantedAt()));
  }

  /** False where it is decided. */
  boolean decide(
      Queries transaction, Amendment open, AmendmentState state, String answer, Instant now) {
    return transaction.execute(
            "amendment.decide",
            DECIDE,
            open.id(),
            open.meeting().value(),
            state.code(),
            answer,
            Sql.utc(now))
        > 0;
  }

  private static Amendment toAmendment(Row row) {
    return new Amendment(
        row.getLong("id"),
        new MeetingNumber(row.getLong("meeting")),
        Optional.ofNullable(row.getLong("line")),
        row.getString("text"),
        Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
        row.getLong("person_id"),
        row.getString("author"),
        row.getOffsetDateTime("wanted_at").toInstant(),
        AmendmentState.of(row.getString("state")),
        Optional.ofNullable(row.getString("answer")));
  }
}
