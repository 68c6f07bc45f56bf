package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Venue;
import org.vitrine.meetings.Meeting.MeetingMoments;
import org.vitrine.meetings.Meeting.MeetingSubject;
import org.vitrine.meetings.Meeting.SeriesDate;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Meetings in PostgreSQL: what everybody who is asked to one may read of it. */
final class MeetingRepository {
  private static final String COLUMNS =
      """
      SELECT m.number, m.version, m.kind, m.state, m.title, m.starts_at, m.zone, m.length_minutes, m.room, m.video,
             m.series, m.recurs_at, m.previous, m.review, m.order_number, m.stage, m.current_item, m.cancel_reason,
             m.live_at, m.prepared_at, m.final_at
        FROM meeting m\
      """;

  private static final String ASKED =
      """
      ($1::bigint IS NULL OR m.number IN (
         SELECT c.meeting FROM meeting_company c WHERE ($1::bigint IS NULL OR c.company_id = $1)))\
      """;

  private static final String FIND =
      COLUMNS + "\n WHERE " + ASKED + " AND m.number = ANY($2::bigint[])\n ORDER BY m.number";

  private static final String LIST =
      COLUMNS + "\n WHERE " + ASKED + "\n ORDER BY m.starts_at DESC, m.number DESC\n LIMIT $2";

  private static final String LOCK =
      "SELECT m.number FROM meeting m WHERE " + ASKED + " AND m.number = $2 FOR NO KEY UPDATE OF m";

  private static final String RAISE =
      """
      UPDATE meeting
         SET version = version + 1
       WHERE number = $1
      RETURNING version\
      """;

  List<Meeting> find(
      Queries queries, Collection<MeetingNumber> numbers, Optional<CompanyId> company) {
    return queries.find(
        "meeting.find", FIND, MeetingRepository::toMeeting, key(company), keys(numbers));
  }

  /** The newest by when they are; so many at most. */
  List<Meeting> list(Queries queries, Optional<CompanyId> company, int most) {
    return queries.find("meeting.list", LIST, MeetingRepository::toMeeting, key(company), most);
  }

  /** False where there is none for them. */
  boolean lock(Queries transaction, MeetingNumber number, Optional<CompanyId> company) {
    return transaction
        .findOne("meeting.lock", LOCK, row -> true, key(company), number.value())
        .isPresent();
  }

  /** Returns its version from now on. */
  int raise(Queries transaction, MeetingNumber number) {
    return transaction
        .findOne("meeting.raise", RAISE, row -> row.getInteger("version"), number.value())
        .orElseThrow();
  }

  static Long[] keys(Collection<MeetingNumber> numbers) {
    return numbers.stream().map(MeetingNumber::value).toArray(Long[]::new);
  }

  static Long key(Optional<CompanyId> company) {
    return company.map(CompanyId::value).orElse(null);
  }

  static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  static OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(Sql::utc).orElse(null);
  }

  static MeetingTime time(Row row) {
    return new MeetingTime(
        row.getLocalDateTime("starts_at"),
        ZoneId.of(row.getString("zone")),
        Duration.ofMinutes(row.getInteger("length_minutes")));
  }

  static Venue place(Row row) {
    return new Venue(
        Optional.ofNullable(row.getString("room")),
        Optional.ofNullable(row.getString("video")).map(URI::create));
  }

  private static Meeting toMeeting(Row row) {
    LocalDateTime recursAt = row.getLocalDateTime("recurs_at");
    return new Meeting(
        new MeetingNumber(row.getLong("number")),
        row.getInteger("version"),
        MeetingKind.of(row.getString("kind")),
        MeetingState.of(row.getString("state")),
        row.getString("title"),
        time(row),
        place(row),
        Optional.ofNullable(recursAt).map(at -> new SeriesDate(row.getLong("series"), at)),
        new MeetingSubject(
            Optional.ofNullable(row.getLong("previous")).map(MeetingNumber::new),
            Optional.ofNullable(row.getLong("review")),
            Optional.ofNullable(row.getString("order_number")),
            Optional.ofNullable(row.getString("stage"))),
        Optional.ofNullable(row.getLong("current_item")),
        Optional.ofNullable(row.getString("cancel_reason")),
        new MeetingMoments(
            moment(row, "live_at"), moment(row, "prepared_at"), moment(row, "final_at")));
  }
}
