package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.meetings.MinuteLine.LineKind;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Minutes once a meeting is over, in PostgreSQL: read, numbered, and corrected. */
final class PrintedMinutesRepository {
  /** What was only suggested, and what was taken away, is not in the minutes. */
  private static final String SHOWN =
      """
      SELECT l.id, l.meeting, l.item, l.sequence, l.kind, l.text, l.author, l.owner, l.due, l.action, l.corrects,
             l.numbered, l.written_at
        FROM minute_line l
        LEFT JOIN agenda_item i ON i.id = l.item
       WHERE l.meeting = ANY($2::bigint[]) AND l.removed_at IS NULL AND l.kind <> 'suggestion'
         AND ($1::bigint IS NULL
              OR l.meeting IN (SELECT c.meeting FROM meeting_company c WHERE ($1::bigint IS NULL OR c.company_id = $1)))
         AND ($3 OR l.item IS NULL OR i.opened
              OR l.item IN (SELECT s.item
                              FROM item_source s
                             WHERE s.company_id IS NOT NULL AND ($1::bigint IS NULL OR s.company_id = $1)
                               AND $1 IS NOT NULL))
       ORDER BY l.meeting, l.sequence, l.id""";

  private static final String NUMBER =
      """
      UPDATE minute_line l
         SET numbered = n.number
        FROM (SELECT o.id, row_number() OVER (ORDER BY i.position NULLS LAST, i.score DESC NULLS LAST, i.made_at, i.id,
                                                       o.sequence) AS number
                FROM minute_line o
                LEFT JOIN agenda_item i ON i.id = o.item
               WHERE o.meeting = $1 AND o.removed_at IS NULL AND o.kind <> 'suggestion') n
       WHERE l.id = n.id""";

  private static final String REWORD =
      """
      UPDATE minute_line
         SET text = $3, version = version + 1
       WHERE id = $1 AND meeting = $2 AND removed_at IS NULL""";

  private static final String ADD =
      """
      INSERT INTO minute_line (id, meeting, item, sequence, kind, text, person_id, author, corrects, numbered, written_at)
      SELECT $1::bigint, $2::bigint, $3::bigint, coalesce(max(l.sequence), 0) + 1, 'remark', $4::text, $5::bigint,
             $6::text, $7::bigint, CASE WHEN $7 IS NOT NULL THEN coalesce(max(l.numbered), 0) + 1 END, $8::timestamptz
        FROM minute_line l
       WHERE l.meeting = $2""";

  /**
   * A line of minutes as it reads.
   *
   * @param number what it is called once they are final
   * @param task of an action
   */
  record PrintedLine(
      long id,
      MeetingNumber meeting,
      Optional<Long> item,
      LineKind kind,
      String text,
      String author,
      Optional<PrintedTask> task,
      Optional<Long> corrects,
      Optional<Integer> number,
      Instant writtenAt) {}

  /** Who does it, until when, and under which number it is followed. */
  record PrintedTask(Optional<String> owner, Optional<LocalDate> due, Optional<Long> action) {}

  /** Those of these meetings that the audience may read, in their places. */
  List<PrintedLine> shown(
      Queries queries, MeetingAudience audience, Collection<MeetingNumber> meetings) {
    return queries.find(
        "minutes.shown",
        SHOWN,
        PrintedMinutesRepository::toLine,
        MeetingRepository.key(audience.company()),
        MeetingRepository.keys(meetings),
        audience.seesAll());
  }

  /** From 1 on, in the order of the agenda. */
  void number(Queries transaction, MeetingNumber meeting) {
    transaction.execute("minutes.number", NUMBER, meeting.value());
  }

  void reword(Queries transaction, MeetingNumber meeting, long line, String text) {
    transaction.execute("minutes.reword", REWORD, line, meeting.value(), text);
  }

  /** One more at the end: numbered where it corrects another, since those are final. */
  long add(
      Queries transaction,
      MeetingNumber meeting,
      Optional<PrintedLine> corrected,
      String text,
      MeetingPerson by,
      Instant now) {
    long id = ItemKeys.draw();
    transaction.execute(
        "minutes.add",
        ADD,
        id,
        meeting.value(),
        corrected.flatMap(PrintedLine::item).orElse(null),
        text,
        by.id(),
        by.name(),
        corrected.map(PrintedLine::id).orElse(null),
        Sql.utc(now));
    return id;
  }

  private static PrintedLine toLine(Row row) {
    return new PrintedLine(
        row.getLong("id"),
        new MeetingNumber(row.getLong("meeting")),
        Optional.ofNullable(row.getLong("item")),
        LineKind.of(row.getString("kind")),
        row.getString("text"),
        row.getString("author"),
        task(row),
        Optional.ofNullable(row.getLong("corrects")),
        Optional.ofNullable(row.getInteger("numbered")),
        row.getOffsetDateTime("written_at").toInstant());
  }

  private static Optional<PrintedTask> task(Row row) {
    return LineKind.of(row.getString("kind")) == LineKind.ACTION
        ? Optional.of(
            new PrintedTask(
                Optional.ofNullable(row.getString("owner")),
                Optional.ofNullable(row.getLocalDate("due")),
                Optional.ofNullable(row.getLong("action"))))
        : Optional.empty();
  }
}
