package org.vitrine.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.vitrine.invitations.Venue;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Meetings as the house plans them, in PostgreSQL: what customers cannot write. */
final class PlanRepository {
  private static final String ADD =
      """
      INSERT INTO meeting (kind, title, starts_at, zone, length_minutes, room, video, capacity, asked, series, recurs_at,
                           previous, review, order_number, stage, matters_from, made_by, made_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13, $14, $15, $16, $17, $18)
      RETURNING number""";

  private static final String MOVE =
      """
      UPDATE meeting
         SET title = $2, starts_at = $3, zone = $4, length_minutes = $5, room = $6, video = $7, capacity = $8
       WHERE number = $1""";

  private static final String CANCEL =
      """
      UPDATE meeting
         SET state = 'cancelled', cancel_reason = $2
       WHERE number = $1""";

  private static final String BEHIND =
      """
      SELECT s.uid, m.capacity, m.asked::text AS asked, m.matters_from
        FROM meeting m
        LEFT JOIN meeting_series s ON s.id = m.series
       WHERE m.number = $1""";

  private static final String ASK =
      """
      UPDATE meeting
         SET asked = $2::text::jsonb
       WHERE number = $1""";

  private static final String BEFORE =
      """
      SELECT max(number) AS number
        FROM meeting
       WHERE series = $1 AND recurs_at = (
               SELECT max(recurs_at)
                 FROM meeting
                WHERE series = $1 AND recurs_at < $2)""";

  /** Where it stands in its series, and what came before it. */
  record MeetingOrigin(
      Optional<Meeting.SeriesDate> series, Optional<MeetingNumber> previous, Instant mattersFrom) {}

  /** What customers do not see of it. */
  record BehindMeeting(
      Optional<String> seriesUid,
      Optional<Integer> capacity,
      AskedGuests asked,
      Instant mattersFrom) {}

  MeetingNumber add(
      Queries transaction, PlanMeeting plan, MeetingOrigin origin, String by, Instant now) {
    return transaction
        .findOne(
            "meeting.add",
            ADD,
            row -> new MeetingNumber(row.getLong("number")),
            plan.kind().code(),
            plan.title(),
            plan.start(),
            plan.zone(),
            plan.minutes(),
            room(plan.place()),
            video(plan.place()),
            plan.capacity(),
            Json.text(plan.asked()),
            origin.series().map(Meeting.SeriesDate::series).orElse(null),
            origin.series().map(Meeting.SeriesDate::recursAt).orElse(null),
            origin.previous().map(MeetingNumber::value).orElse(null),
            plan.subject().review(),
            plan.subject().order(),
            plan.subject().stage(),
            Sql.utc(origin.mattersFrom()),
            by,
            Sql.utc(now))
        .orElseThrow();
  }

  private static String room(Venue place) {
    return place.room().orElse(null);
  }

  private static String video(Venue place) {
    return place.video().map(Object::toString).orElse(null);
  }

  void move(
      Queries transaction,
      MeetingNumber number,
      String title,
      MeetingTime time,
      Venue place,
      Optional<Integer> capacity) {
    transaction.execute(
        "meeting.move",
        MOVE,
        number.value(),
        title,
        time.start(),
        time.zone().getId(),
        (int) time.length().toMinutes(),
        room(place),
        video(place),
        capacity.orElse(null));
  }

  void cancel(Queries transaction, MeetingNumber number, String reason) {
    transaction.execute("meeting.cancel", CANCEL, number.value(), reason);
  }

  void ask(Queries transaction, MeetingNumber number, AskedGuests asked) {
    transaction.execute("meeting.ask", ASK, number.value(), Json.text(asked));
  }

  BehindMeeting behind(Queries queries, MeetingNumber number) {
    return queries
        .findOne(
            "meeting.behind",
            BEHIND,
            row ->
                new BehindMeeting(
                    Optional.ofNullable(row.getString("uid")),
                    Optional.ofNullable(row.getInteger("capacity")),
                    Json.read(row.getString("asked"), AskedGuests.class),
                    row.getOffsetDateTime("matters_from").toInstant()),
            number.value())
        .orElseThrow();
  }

  /** The meeting of the series that comes before this date of it. */
  Optional<MeetingNumber> before(Queries queries, long series, LocalDateTime recursAt) {
    return queries
        .findOne(
            "meeting.before",
            BEFORE,
            row -> Optional.ofNullable(row.getLong("number")).map(MeetingNumber::new),
            series,
            recursAt)
        .flatMap(found -> found);
  }
}
