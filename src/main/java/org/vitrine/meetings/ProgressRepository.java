package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How far a meeting is while it is held, in PostgreSQL. */
final class ProgressRepository {
  private static final String BEGIN =
      """
      UPDATE meeting
         SET state = 'live', live_at = $2, heard_until = $2, current_item = $3, item_since = $2
       WHERE number = $1""";

  private static final String END =
      """
      UPDATE meeting
         SET state = 'prepared', prepared_at = $2, current_item = NULL, item_since = NULL
       WHERE number = $1""";

  private static final String TURN_TO =
      """
      UPDATE meeting
         SET current_item = $2, item_since = $3
       WHERE number = $1""";

  private static final String CLOSE_ITEM =
      """
      UPDATE agenda_item
         SET state = 'closed', answer = $3, closed_at = $4
       WHERE meeting = $1 AND id = $2 AND state IN ('open', 'closed', 'carried')""";

  private static final String OPEN_ITEM =
      """
      UPDATE agenda_item
         SET state = 'open', closed_at = NULL
       WHERE meeting = $1 AND id = $2 AND state = 'closed'""";

  private static final String STANDING =
      """
      SELECT m.number, m.item_since, m.people_came, m.companies_came
        FROM meeting m
       WHERE m.number = ANY($2::bigint[])
         AND ($1::bigint IS NULL OR m.number IN (
                SELECT c.meeting FROM meeting_company c WHERE ($1::bigint IS NULL OR c.company_id = $1)))""";

  /**
   * How it stands while it is held.
   *
   * @param itemSince since when we are where we are
   */
  record TableStanding(
      MeetingNumber meeting, Optional<Instant> itemSince, int people, int companies) {}

  void begin(Queries transaction, MeetingNumber meeting, Optional<Long> firstItem, Instant now) {
    transaction.execute(
        "progress.begin", BEGIN, meeting.value(), Sql.utc(now), firstItem.orElse(null));
  }

  void end(Queries transaction, MeetingNumber meeting, Instant now) {
    transaction.execute("progress.end", END, meeting.value(), Sql.utc(now));
  }

  void turnTo(Queries transaction, MeetingNumber meeting, Optional<Long> item, Instant now) {
    transaction.execute(
        "progress.turn_to", TURN_TO, meeting.value(), item.orElse(null), Sql.utc(now));
  }

  /** False where it was dropped, merged or carried on. */
  boolean close(Queries transaction, MeetingNumber meeting, long item, String answer, Instant now) {
    return transaction.execute(
            "progress.close_item", CLOSE_ITEM, meeting.value(), item, answer, Sql.utc(now))
        > 0;
  }

  /** False where it is not closed. */
  boolean open(Queries transaction, MeetingNumber meeting, long item) {
    return transaction.execute("progress.open_item", OPEN_ITEM, meeting.value(), item) > 0;
  }

  List<TableStanding> standing(
      Queries queries, Optional<CompanyId> company, Collection<MeetingNumber> meetings) {
    return queries.find(
        "progress.standing",
        STANDING,
        ProgressRepository::toStanding,
        MeetingRepository.key(company),
        MeetingRepository.keys(meetings));
  }

  private static TableStanding toStanding(Row row) {
    return new TableStanding(
        new MeetingNumber(row.getLong("number")),
        MeetingRepository.moment(row, "item_since"),
        row.getInteger("people_came"),
        row.getInteger("companies_came"));
  }
}
