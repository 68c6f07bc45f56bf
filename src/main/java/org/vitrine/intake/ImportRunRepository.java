package org.vitrine.intake;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.access.Actor;
import org.vitrine.intake.ImportRun.RunBy;
import org.vitrine.intake.ImportRun.RunFile;
import org.vitrine.intake.ImportRun.RunOrders;
import org.vitrine.intake.ImportRun.RunTimes;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Restorations.DoneToOrder;
import org.vitrine.orders.Restorations.SaidBefore;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Imports and what they touched, in PostgreSQL. */
final class ImportRunRepository {
  private static final String BEGIN =
      """
      INSERT INTO import_run (kind, source, file_name, file_hash, by_kind, by_id, by_name, address, began_at, heard_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
      RETURNING id\
      """;

  /** What a log says of one order may come in several parts. */
  private static final String TOUCH =
      """
      INSERT INTO import_touch AS t
        (run_id, order_id, number, created, version_before, version_after, events, reports, before)
      SELECT $1, h.id, h.number, n.created, n."from", n."to", n.events, n.reports, n.before
        FROM json_to_recordset($2::text::json)
               AS n ("order" text, created boolean, "from" bigint, "to" bigint, events integer, reports integer, before jsonb)
        JOIN order_head h ON h.id = order_numbered(n."order")
      ON CONFLICT (run_id, order_id) DO UPDATE
         SET created = t.created OR excluded.created,
             version_before = least(t.version_before, excluded.version_before),
             version_after = greatest(t.version_after, excluded.version_after),
             events = t.events + excluded.events,
             reports = t.reports + excluded.reports,
             before = excluded.before || t.before
                      || CASE WHEN t.before ? 'shipments' OR excluded.before ? 'shipments'
                              THEN jsonb_build_object('shipments', coalesce(t.before -> 'shipments', '[]')
                                                                   || coalesce(excluded.before -> 'shipments', '[]'))
                              ELSE '{}' END\
      """;

  private static final String HEARD =
      """
      UPDATE import_run SET heard_at = $2, recorded_at = now() WHERE id = $1\
      """;

  private static final String END =
      """
      UPDATE import_run
         SET heard_at = $2, ended_at = $2, counts = $3::text::jsonb, refused = $4, recorded_at = now()
       WHERE id = $1\
      """;

  private static final String RUN =
      """
      SELECT r.id, r.kind, r.source, r.file_name, r.file_hash, r.by_kind, r.by_id, r.by_name, r.address, r.began_at,
             r.heard_at, r.ended_at, r.counts::text AS counts, r.refused IS NOT NULL AS is_refused,
             t.touched, t.taken_back
        FROM import_run r
       CROSS JOIN LATERAL (
         SELECT count(*) AS touched, count(taken_back_at) AS taken_back FROM import_touch WHERE run_id = r.id) AS t
      """;

  private static final String FIND = RUN + " WHERE r.id = $1";

  /** One that did nothing is not among them; what it refused can be had by its number. */
  private static final String LIST =
      RUN
          + """
          WHERE r.kind = ANY($1) AND r.began_at > $2 AND ($3::bigint IS NULL OR r.id < $3)
            AND (t.touched > 0 OR r.ended_at IS NULL)
          ORDER BY r.id DESC
          LIMIT $4\
          """;

  private static final String REFUSED = "SELECT refused FROM import_run WHERE id = $1";

  private static final String TOUCHED =
      """
      SELECT order_id, number, created, version_before, version_after, events, reports, before::text AS before,
             taken_back_at, left_because
        FROM import_touch
       WHERE run_id = $1 AND ($2::bigint IS NULL OR order_id > $2)
       ORDER BY order_id
       LIMIT $3\
      """;

  private static final String TAKEN_BACK =
      """
      UPDATE import_touch SET taken_back_at = $3, left_because = NULL WHERE run_id = $1 AND order_id = $2\
      """;

  private static final String LEFT =
      """
      UPDATE import_touch
         SET left_because = $3
       WHERE run_id = $1 AND order_id = $2 AND taken_back_at IS NULL\
      """;

  private static final String FORGET =
      """
      DELETE FROM import_run WHERE began_at < $1\
      """;

  /** An order that an import touched, and what has become of that. */
  record TouchedOrder(DoneToOrder done, Optional<Instant> takenBackAt, Optional<String> because) {}

  long begin(Queries queries, ImportKind kind, ImportedFile file, Actor by, Instant now) {
    return queries
        .findOne(
            "import_run.begin",
            BEGIN,
            row -> row.getLong("id"),
            kind.code(),
            file.source().orElse(null),
            file.name(),
            file.hash(),
            by.kind().code(),
            by.id().orElse(null),
            by.name(),
            by.address().orElse(null),
            Sql.utc(now))
        .orElseThrow();
  }

  void touch(Queries queries, long run, Collection<Touch> touches) {
    queries.execute("import_run.touch", TOUCH, run, Json.text(touches));
  }

  void heard(Queries queries, long run, Instant now) {
    queries.execute("import_run.heard", HEARD, run, Sql.utc(now));
  }

  void end(
      Queries queries,
      long run,
      Instant now,
      Map<String, Integer> counts,
      Optional<String> refused) {
    queries.execute(
        "import_run.end", END, run, Sql.utc(now), Json.text(counts), refused.orElse(null));
  }

  Optional<ImportRun> find(Queries queries, long run) {
    return queries.findOne("import_run.find", FIND, ImportRunRepository::run, run);
  }

  List<ImportRun> list(
      Queries queries, Collection<ImportKind> kinds, Instant since, Paging paging) {
    return queries.find(
        "import_run.list",
        LIST,
        ImportRunRepository::run,
        Sql.column(kinds, ImportKind::code, String[]::new),
        Sql.utc(since),
        paging.afterNumber().orElse(null),
        paging.looked());
  }

  Optional<String> refused(Queries queries, long run) {
    return queries
        .findOne(
            "import_run.refused",
            REFUSED,
            row -> Optional.ofNullable(row.getString("refused")),
            run)
        .flatMap(found -> found);
  }

  /** By the orders' keys, those after this one. */
  List<TouchedOrder> touched(Queries queries, long run, Optional<Long> after, int limit) {
    return queries.find(
        "import_run.touched", TOUCHED, row -> touched(run, row), run, after.orElse(null), limit);
  }

  void takenBack(Queries queries, long run, OrderId order, Instant now) {
    queries.execute("import_run.taken_back", TAKEN_BACK, run, order.value(), Sql.utc(now));
  }

  void left(Queries queries, long run, OrderId order, String because) {
    queries.execute("import_run.left", LEFT, run, order.value(), because);
  }

  void forget(Queries queries, Instant before) {
    queries.execute("import_run.forget", FORGET, Sql.utc(before));
  }

  @SuppressWarnings("unchecked")
  private static ImportRun run(Row row) {
    return new ImportRun(
        row.getLong("id"),
        ImportKind.of(row.getString("kind")),
        new RunFile(
            row.getString("file_name"),
            row.getString("file_hash"),
            Optional.ofNullable(row.getString("source"))),
        new RunBy(
            row.getString("by_kind"),
            Optional.ofNullable(row.getLong("by_id")),
            row.getString("by_name"),
            Optional.ofNullable(row.getString("address"))),
        new RunTimes(
            row.getOffsetDateTime("began_at").toInstant(),
            row.getOffsetDateTime("heard_at").toInstant(),
            Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(OffsetDateTime::toInstant)),
        new TreeMap<>((Map<String, Integer>) Json.read(row.getString("counts"), Map.class)),
        new RunOrders(
            row.getLong("touched").intValue(),
            row.getLong("taken_back").intValue(),
            row.getBoolean("is_refused")));
  }

  private static TouchedOrder touched(long run, Row row) {
    long rose = row.getLong("version_after") - row.getLong("version_before");
    return new TouchedOrder(
        new DoneToOrder(
            run,
            new OrderId(row.getLong("order_id")),
            new OrderNumber(row.getString("number")),
            row.getBoolean("created"),
            row.getInteger("events") == rose ? row.getLong("version_after") : DoneToOrder.MIXED,
            row.getInteger("reports"),
            Json.read(row.getString("before"), SaidBefore.class)),
        Optional.ofNullable(row.getOffsetDateTime("taken_back_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("left_because")));
  }
}
