package org.vitrine.nonconformances;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.Drill.DrillGap;
import org.vitrine.nonconformances.Drill.DrillResult;
import org.vitrine.nonconformances.Drill.DrillStart;
import org.vitrine.nonconformances.Drill.GapAnswer;
import org.vitrine.nonconformances.Drill.GapFinding;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Drills in PostgreSQL. */
final class DrillRepository {
  private static final String IS_DRAWN =
      """
      SELECT 1 AS drawn
        FROM trace_drill
       WHERE half = $1\
      """;

  private static final String DRAW =
      """
      INSERT INTO trace_drill (half, due, lot, drawn_at)
      VALUES ($1, $2, $3, $4)
          ON CONFLICT (half) DO NOTHING
      RETURNING id\
      """;

  private static final String SELECT =
      """
      SELECT id, half, due, lot, drawn_at, started_at, started_by, traced_at, result::text AS result
        FROM trace_drill
      """;

  private static final String ALL =
      SELECT
          + """
           ORDER BY half DESC
           LIMIT $1\
          """;

  private static final String OPEN =
      SELECT
          + """
           WHERE traced_at IS NULL
           ORDER BY half\
          """;

  private static final String FIND =
      SELECT
          + """
           WHERE id = $1\
          """;

  private static final String LOCK =
      FIND
          + """
           FOR UPDATE\
          """;

  private static final String SAVE =
      """
      UPDATE trace_drill
         SET started_at = $2, started_by = $3, traced_at = $4, result = $5::text::jsonb
       WHERE id = $1\
      """;

  private static final String ADD_GAPS =
      """
      INSERT INTO drill_gap (drill, place, kind, code, order_number)
      SELECT $1, place, kind, code, order_number
        FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[]) AS g (place, kind, code, order_number)\
      """;

  private static final String GAPS =
      """
      SELECT place, kind, code, order_number, answer, note, answered_at, answered_by
        FROM drill_gap
       WHERE drill = $1
       ORDER BY place\
      """;

  private static final String ANSWER =
      """
      UPDATE drill_gap
         SET answer = $3, note = $4, answered_at = $5, answered_by = $6
       WHERE drill = $1 AND place = ANY($2)\
      """;

  boolean isDrawn(Queries queries, String half) {
    return queries
        .findOne("trace_drill.is_drawn", IS_DRAWN, row -> row.getInteger("drawn"), half)
        .isPresent();
  }

  /** Nothing where another node was first. */
  Optional<Long> draw(Queries transaction, String half, LocalDate due, String lot, Instant at) {
    return transaction.findOne(
        "trace_drill.draw", DRAW, row -> row.getLong("id"), half, due, lot, Sql.utc(at));
  }

  /** The newest first. */
  List<Drill> all(Queries queries, int most) {
    return queries.find("trace_drill.all", ALL, DrillRepository::toDrill, most);
  }

  /** Those of which not all is known yet, the oldest first. */
  List<Drill> open(Queries queries) {
    return queries.find("trace_drill.open", OPEN, DrillRepository::toDrill);
  }

  Optional<Drill> find(Queries queries, long id) {
    return queries.findOne("trace_drill.find", FIND, DrillRepository::toDrill, id);
  }

  Optional<Drill> lock(Queries transaction, long id) {
    return transaction.findOne("trace_drill.lock", LOCK, DrillRepository::toDrill, id);
  }

  void save(Queries transaction, Drill drill) {
    transaction.execute(
        "trace_drill.save",
        SAVE,
        drill.id(),
        drill.started().map(start -> Sql.utc(start.at())).orElse(null),
        drill.started().map(DrillStart::by).orElse(null),
        drill.tracedAt().map(Sql::utc).orElse(null),
        drill.result().map(Json::text).orElse(null));
  }

  void add(Queries transaction, long drill, List<DrillGap> gaps) {
    transaction.execute(
        "drill_gap.add",
        ADD_GAPS,
        drill,
        Sql.column(gaps, DrillGap::place, Integer[]::new),
        Sql.column(gaps, DrillGap::kind, String[]::new),
        Sql.column(gaps, DrillGap::code, String[]::new),
        Sql.column(gaps, gap -> gap.order().orElse(null), String[]::new));
  }

  List<DrillGap> gaps(Queries queries, long drill) {
    return queries.find("drill_gap.of", GAPS, DrillRepository::toGap, drill);
  }

  void answer(
      Queries transaction,
      long drill,
      Collection<Integer> places,
      GapAnswer answer,
      Optional<String> note,
      Instant at,
      Actor by) {
    transaction.execute(
        "drill_gap.answer",
        ANSWER,
        drill,
        places.toArray(Integer[]::new),
        answer.code(),
        note.orElse(null),
        Sql.utc(at),
        by.name());
  }

  private static DrillGap toGap(Row row) {
    return new DrillGap(
        row.getInteger("place"),
        row.getString("kind"),
        row.getString("code"),
        Optional.ofNullable(row.getString("order_number")),
        Optional.ofNullable(row.getString("answer"))
            .map(
                answer ->
                    new GapFinding(
                        GapAnswer.of(answer),
                        Optional.ofNullable(row.getString("note")),
                        row.getOffsetDateTime("answered_at").toInstant(),
                        row.getString("answered_by"))));
  }

  private static Drill toDrill(Row row) {
    return new Drill(
        row.getLong("id"),
        row.getString("half"),
        row.getLocalDate("due"),
        row.getString("lot"),
        row.getOffsetDateTime("drawn_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("started_at"))
            .map(at -> new DrillStart(at.toInstant(), row.getString("started_by"))),
        Optional.ofNullable(row.getOffsetDateTime("traced_at")).map(at -> at.toInstant()),
        Optional.ofNullable(row.getString("result"))
            .map(result -> Json.read(result, DrillResult.class)));
  }
}
