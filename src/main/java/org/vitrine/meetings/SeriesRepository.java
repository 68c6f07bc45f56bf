package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.invitations.SeriesRule;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Series of meetings in PostgreSQL. */
final class SeriesRepository {
  private static final String ADD =
      """
      INSERT INTO meeting_series (uid, title, kind, rule, first_at, zone, length_minutes, room, video, capacity, asked,
                                  made_by, made_at)
      VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12, $13)
      RETURNING id\
      """;

  private static final String COLUMNS =
      """
      SELECT id, uid, title, kind, rule::text AS rule, first_at AS starts_at, zone, length_minutes, room, video, capacity,
             asked::text AS asked, left_out
        FROM meeting_series
       WHERE ended_at IS NULL\
      """;

  private static final String OPEN =
      """
      SELECT id
        FROM meeting_series
       WHERE ended_at IS NULL AND id > $1
       ORDER BY id
       LIMIT $2\
      """;

  private static final String LOCK = COLUMNS + " AND id = $1 FOR NO KEY UPDATE";

  private static final String HOLD =
      """
      SELECT s.id
        FROM meeting m
        JOIN meeting_series s ON s.id = m.series
       WHERE m.number = $1
         FOR NO KEY UPDATE OF s\
      """;

  private static final String HOLD_PLANNED =
      """
      SELECT m.number
        FROM meeting m
       WHERE m.series = $1 AND m.state = 'planned'
       ORDER BY m.number
         FOR NO KEY UPDATE OF m\
      """;

  private static final String AHEAD =
      """
      SELECT number
        FROM meeting
       WHERE series = $1 AND state IN ('planned', 'live') AND starts_at > $2::timestamp - interval '3 days'
       LIMIT 1\
      """;

  private static final String ASK =
      """
      UPDATE meeting_series
         SET asked = $2::text::jsonb, left_out = $3
       WHERE id = $1\
      """;

  private static final String LEAVE_OUT =
      """
      UPDATE meeting_series
         SET left_out = array_append(left_out, $2)
       WHERE id = $1 AND NOT $2 = ANY(left_out)\
      """;

  private static final String END =
      """
      UPDATE meeting_series
         SET ended_at = $2
       WHERE id = $1\
      """;

  private static final String DATES =
      """
      SELECT recurs_at
        FROM meeting
       WHERE series = $1\
      """;

  private static final String PLANNED =
      """
      SELECT number
        FROM meeting
       WHERE series = $1 AND state = 'planned'
       ORDER BY number\
      """;

  /** Returns the key by which it is known. */
  long add(Queries transaction, String uid, PlanMeeting plan, MeetingPerson by, Instant now) {
    return transaction
        .findOne(
            "meeting_series.add",
            ADD,
            row -> row.getLong("id"),
            uid,
            plan.title(),
            plan.kind().code(),
            Json.text(plan.rule()),
            plan.start(),
            plan.zone(),
            plan.minutes(),
            plan.place().room().orElse(null),
            plan.place().video().map(Object::toString).orElse(null),
            plan.capacity(),
            Json.text(plan.asked()),
            by.name(),
            Sql.utc(now))
        .orElseThrow();
  }

  /** Those that have not ended, in the order of their keys. */
  List<Long> open(Queries queries, long after, int most) {
    return queries.find("meeting_series.open", OPEN, row -> row.getLong("id"), after, most);
  }

  /**
   * Holds the series of this meeting and then all its meetings that are to come, until the
   * transaction ends. Whoever writes to several dates of a series begins with this, so that no two
   * wait for each other crosswise.
   */
  void hold(Queries transaction, MeetingNumber of) {
    transaction
        .findOne("meeting_series.hold", HOLD, row -> row.getLong("id"), of.value())
        .ifPresent(
            id ->
                transaction.find(
                    "meeting_series.hold_planned", HOLD_PLANNED, row -> row.getLong("number"), id));
  }

  /** Whether one of its meetings is not over, which may have been moved beyond its last date. */
  boolean isAhead(Queries queries, long id, Instant now) {
    return queries
        .findOne(
            "meeting_series.ahead",
            AHEAD,
            row -> true,
            id,
            LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .isPresent();
  }

  /** Held until the transaction ends; nothing where it has ended. */
  Optional<MeetingSeries> lock(Queries transaction, long id) {
    return transaction.findOne("meeting_series.lock", LOCK, SeriesRepository::toSeries, id);
  }

  /**
   * @param leftOut who is meant and was not chosen
   */
  void ask(Queries transaction, long id, AskedGuests asked, Collection<Long> leftOut) {
    transaction.execute(
        "meeting_series.ask", ASK, id, Json.text(asked), leftOut.toArray(Long[]::new));
  }

  /** None of its later dates asks this person by itself. */
  void leaveOut(Queries transaction, long id, long person) {
    transaction.execute("meeting_series.leave_out", LEAVE_OUT, id, person);
  }

  void end(Queries transaction, long id, Instant now) {
    transaction.execute("meeting_series.end", END, id, Sql.utc(now));
  }

  /** Which of its dates are meetings, as the rule has them. */
  Set<LocalDateTime> dates(Queries queries, long id) {
    return queries
        .find("meeting_series.dates", DATES, row -> row.getLocalDateTime("recurs_at"), id)
        .stream()
        .collect(Collectors.toSet());
  }

  /** Those of its meetings that are still to come. */
  List<MeetingNumber> planned(Queries queries, long id) {
    return queries.find(
        "meeting_series.planned", PLANNED, row -> new MeetingNumber(row.getLong("number")), id);
  }

  private static MeetingSeries toSeries(Row row) {
    return new MeetingSeries(
        row.getLong("id"),
        row.getString("uid"),
        row.getString("title"),
        MeetingKind.of(row.getString("kind")),
        Json.read(row.getString("rule"), SeriesRule.class),
        MeetingRepository.time(row),
        MeetingRepository.place(row),
        Optional.ofNullable(row.getInteger("capacity")),
        Json.read(row.getString("asked"), AskedGuests.class),
        Set.of(row.getArrayOfLongs("left_out")));
  }
}
