package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.MinuteLine.LineKind;
import org.vitrine.meetings.WrittenLine.LineDeed;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** The lines of minutes while they are written, in PostgreSQL. */
final class LineRepository {
  private static final String COLUMNS =
      """
      SELECT l.id, l.meeting, l.item, l.sequence, l.kind, l.text, l.person_id, l.author, l.version, l.held_by,
             l.held_name, l.held_until, l.owner, l.due, l.action, l.written_at
        FROM minute_line l""";

  private static final String SHOWN =
      COLUMNS
          + """

             LEFT JOIN agenda_item i ON i.id = l.item
            WHERE l.meeting = ANY($2::bigint[]) AND l.removed_at IS NULL
              AND ($3 OR l.item IS NULL OR i.opened
                   OR l.item IN (SELECT s.item
                                   FROM item_source s
                                  WHERE s.company_id IS NOT NULL AND ($1::bigint IS NULL OR s.company_id = $1)
                                    AND $1 IS NOT NULL))
            ORDER BY l.meeting, l.sequence""";

  private static final String FIND =
      COLUMNS + "\n WHERE l.meeting = $1 AND l.id = $2 AND l.removed_at IS NULL";

  private static final String SAID_BY =
      """
      SELECT l.id, l.company_id
        FROM minute_line l
       WHERE l.meeting = ANY($1::bigint[]) AND l.removed_at IS NULL AND l.company_id IS NOT NULL""";

  private static final String COUNT_OF =
      """
      SELECT count(*) AS lines
        FROM minute_line l
       WHERE l.meeting = $1 AND l.person_id = $2""";

  private static final String COUNT_OF_HOUSE =
      """
      SELECT count(*) AS lines
        FROM minute_line l
       WHERE l.meeting = $1 AND l.company_id IS NULL""";

  private static final String COUNT_OF_GUESTS =
      """
      SELECT m.suggestions AS lines
        FROM meeting m
       WHERE m.number = $1""";

  private static final String SAVE =
      """
      UPDATE minute_line
         SET text = $2, version = version + 1
       WHERE id = $1""";

  private static final String HOLD =
      """
      UPDATE minute_line
         SET held_by = $2, held_name = $3, held_until = $4
       WHERE id = $1""";

  private static final String REMOVE =
      """
      UPDATE minute_line
         SET removed_at = $2, held_by = NULL, held_name = NULL, held_until = NULL
       WHERE id = $1""";

  private static final String MOVE =
      """
      UPDATE minute_line
         SET sequence = CASE WHEN id = $2 THEN $3 ELSE sequence + 1 END,
             item = CASE WHEN id = $2 THEN $4::bigint ELSE item END
       WHERE meeting = $1 AND (id = $2 OR sequence >= $3)""";

  private static final String TURN =
      """
      UPDATE minute_line
         SET kind = $2, version = version + 1
       WHERE id = $1""";

  private static final String BECOME =
      """
      UPDATE minute_line
         SET kind = 'action', owner_id = $2, owner = $3, due = $4, action = $5, version = version + 1
       WHERE id = $1""";

  private static final String BECOME_WORDS =
      """
      UPDATE minute_line
         SET kind = CASE WHEN company_id IS NULL THEN 'remark' ELSE 'suggestion' END,
             owner_id = NULL, owner = NULL, due = NULL, action = NULL, version = version + 1
       WHERE id = $1""";

  private static final String RAISED_BY =
      """
      SELECT s.company_id
        FROM item_source s
        JOIN minute_line l ON l.item = s.item
       WHERE l.id = $1 AND s.company_id IS NOT NULL
      UNION
      SELECT l.company_id
        FROM minute_line l
       WHERE l.id = $1 AND l.company_id IS NOT NULL""";

  private static final String LET_GO =
      """
      UPDATE minute_line
         SET held_by = NULL, held_name = NULL, held_until = NULL
       WHERE meeting = $1 AND held_by IS NOT NULL""";

  /** Those of these meetings that the audience may see, in their order. */
  List<WrittenLine> shown(
      Queries queries, MeetingAudience audience, Collection<MeetingNumber> meetings) {
    return queries.find(
        "line.shown",
        SHOWN,
        LineRepository::toLine,
        MeetingRepository.key(audience.company()),
        MeetingRepository.keys(meetings),
        audience.seesAll());
  }

  Optional<WrittenLine> find(Queries queries, MeetingNumber meeting, long id) {
    return queries.findOne("line.find", FIND, LineRepository::toLine, meeting.value(), id);
  }

  private record SaidBy(long line, CompanyId company) {}

  /** Whose customers said which; for the house. */
  Map<Long, CompanyId> saidBy(Queries queries, Collection<MeetingNumber> meetings) {
    return queries
        .find(
            "line.said_by",
            SAID_BY,
            row -> new SaidBy(row.getLong("id"), new CompanyId(row.getLong("company_id"))),
            (Object) MeetingRepository.keys(meetings))
        .stream()
        .collect(Collectors.toMap(SaidBy::line, SaidBy::company));
  }

  /** How many this person wrote; those that were removed count too, as in the next two. */
  long countOf(Queries queries, MeetingNumber meeting, long person) {
    return queries
        .findOne("line.count_of", COUNT_OF, row -> row.getLong("lines"), meeting.value(), person)
        .orElseThrow();
  }

  /** How many people of the house wrote. */
  long countOfHouse(Queries queries, MeetingNumber meeting) {
    return queries
        .findOne(
            "line.count_of_house", COUNT_OF_HOUSE, row -> row.getLong("lines"), meeting.value())
        .orElseThrow();
  }

  /** How many those who are asked wrote, of whatever company. */
  long countOfGuests(Queries queries, MeetingNumber meeting) {
    return queries
        .findOne(
            "line.count_of_guests", COUNT_OF_GUESTS, row -> row.getLong("lines"), meeting.value())
        .orElseThrow();
  }

  void save(Queries transaction, long id, String text) {
    transaction.execute("line.save", SAVE, id, text);
  }

  /** Whose it is from now on; nobody's where nothing is given. */
  void hold(Queries transaction, long id, Optional<LineHold> hold) {
    transaction.execute(
        "line.hold",
        HOLD,
        id,
        hold.map(LineHold::person).orElse(null),
        hold.map(LineHold::name).orElse(null),
        hold.map(LineHold::until).map(Sql::utc).orElse(null));
  }

  /** Nobody writes any more. */
  void letGo(Queries transaction, MeetingNumber meeting) {
    transaction.execute("line.let_go", LET_GO, meeting.value());
  }

  void remove(Queries transaction, long id, Instant now) {
    transaction.execute("line.remove", REMOVE, id, Sql.utc(now));
  }

  /** To this place, where all others from there on make room. */
  void move(
      Queries transaction, MeetingNumber meeting, long id, int sequence, Optional<Long> item) {
    transaction.execute("line.move", MOVE, meeting.value(), id, sequence, item.orElse(null));
  }

  void turn(Queries transaction, long id, LineKind kind) {
    transaction.execute("line.turn", TURN, id, kind.code());
  }

  void become(Queries transaction, long id, long owner, LineDeed deed) {
    transaction.execute("line.become", BECOME, id, owner, deed.owner(), deed.due(), deed.number());
  }

  /** It is words again, and nothing that is done. */
  void becomeWords(Queries transaction, long id) {
    transaction.execute("line.become_words", BECOME_WORDS, id);
  }

  /** Whose customers raised what it answers. */
  Set<CompanyId> raisedBy(Queries queries, long id) {
    return Set.copyOf(
        queries.find(
            "line.raised_by", RAISED_BY, row -> new CompanyId(row.getLong("company_id")), id));
  }

  private static WrittenLine toLine(Row row) {
    return new WrittenLine(
        row.getLong("id"),
        new MeetingNumber(row.getLong("meeting")),
        Optional.ofNullable(row.getLong("item")),
        row.getInteger("sequence"),
        LineKind.of(row.getString("kind")),
        row.getString("text"),
        row.getLong("person_id"),
        row.getString("author"),
        row.getInteger("version"),
        MeetingRepository.moment(row, "held_until")
            .map(until -> new LineHold(row.getLong("held_by"), row.getString("held_name"), until)),
        Optional.ofNullable(row.getLong("action"))
            .map(number -> new LineDeed(number, row.getString("owner"), row.getLocalDate("due"))),
        row.getOffsetDateTime("written_at").toInstant());
  }
}
