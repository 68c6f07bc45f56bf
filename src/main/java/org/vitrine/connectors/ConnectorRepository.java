package org.vitrine.connectors;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.connectors.Connector.ConnectorHealth;
import org.vitrine.intake.ColumnMapping;
import org.vitrine.intake.ImportKind;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Connectors in PostgreSQL: what they are set to, how far they have read, who is at them. */
final class ConnectorRepository {
  private static final String COLUMNS =
      """
      id, code, name, brings, settings::text AS settings, mapping::text AS mapping, rules::text AS rules, secret,
             version, saved_at, saved_by, since, behind, window_began, etag, next_at, compare_at, believed,
             coalesce(taken_until > now(), false) AS at_work, failures, fault::text AS fault, failing_since,
             last_success_at, last_compared_at\
      """;

  private static final String LIST =
      """
      SELECT %s
        FROM connector
       ORDER BY key\
      """
          .formatted(COLUMNS);

  private static final String FIND =
      """
      SELECT %s
        FROM connector
       WHERE key = $1\
      """
          .formatted(COLUMNS);

  private static final String LOCK = FIND + "\n   FOR UPDATE";

  private static final String COUNT =
      """
      SELECT count(*) AS connectors FROM connector\
      """;

  private static final String ADD =
      """
      INSERT INTO connector (key, code, name, brings, settings, mapping, rules, version, saved_at, saved_by, next_at,
                             compare_at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7::text::jsonb, 1, $8, $9, $8, $10)
          ON CONFLICT (key) DO NOTHING
      RETURNING id\
      """;

  /**
   * What was read by other settings is read again; what is known of each record stays. Whoever is
   * at it by the settings before loses it.
   */
  private static final String CHANGE =
      """
      UPDATE connector
         SET name = $2, brings = $3, settings = $4::text::jsonb, mapping = $5::text::jsonb, rules = $6::text::jsonb,
             version = version + 1, saved_at = $7, saved_by = $8, next_at = $7, failures = 0, fault = NULL,
             failing_since = NULL, taken_by = NULL, taken_until = NULL,
             since = CASE WHEN $9 THEN NULL ELSE since END,
             behind = CASE WHEN $9 THEN NULL ELSE behind END,
             window_began = CASE WHEN $9 THEN NULL ELSE window_began END,
             etag = CASE WHEN $9 THEN NULL ELSE etag END
       WHERE id = $1\
      """;

  private static final String SEAL =
      """
      UPDATE connector SET secret = $2 WHERE id = $1\
      """;

  private static final String REMOVE =
      """
      DELETE FROM connector WHERE key = $1\
      """;

  private static final String WAKE =
      """
      UPDATE connector
         SET next_at = $2, compare_at = CASE WHEN $3 THEN $2 ELSE compare_at END, believed = $4
       WHERE key = $1\
      """;

  private static final String TAKE_DUE =
      """
      UPDATE connector
         SET taken_by = $2, taken_until = $3
       WHERE id = (SELECT id
                     FROM connector
                    WHERE next_at <= $1
                      AND NOT coalesce((rules ->> 'paused')::boolean, false)
                      AND (taken_until IS NULL OR taken_until <= $1)
                    ORDER BY next_at
                    LIMIT 1
                      FOR UPDATE SKIP LOCKED)
      RETURNING %s\
      """
          .formatted(COLUMNS);

  private static final String KEEP =
      """
      UPDATE connector
         SET taken_until = $3, behind = $4, window_began = $5
       WHERE id = $1 AND taken_by = $2\
      """;

  /** Where somebody wanted it asked meanwhile, it is asked again. */
  private static final String DONE =
      """
      UPDATE connector
         SET taken_by = NULL, taken_until = NULL, failures = 0, fault = NULL, failing_since = NULL,
             since = $3, behind = $4, window_began = $5, etag = $6, last_success_at = $8,
             next_at = CASE WHEN next_at = $11 THEN $7 ELSE next_at END,
             compare_at = CASE WHEN $9 AND next_at = $11 THEN $10 ELSE compare_at END,
             last_compared_at = CASE WHEN $9 THEN $8 ELSE last_compared_at END,
             believed = believed AND NOT ($9 AND next_at = $11)
       WHERE id = $1 AND taken_by = $2\
      """;

  private static final String FAILED =
      """
      UPDATE connector
         SET taken_by = NULL, taken_until = NULL, failures = failures + 1, fault = $3::text::jsonb,
             failing_since = coalesce(failing_since, $4),
             next_at = CASE WHEN next_at = $6 THEN $5 ELSE next_at END
       WHERE id = $1 AND taken_by = $2\
      """;

  private static final String BEGIN_RUN =
      """
      INSERT INTO connector_run (connector, scope, began_at) VALUES ($1, $2, $3) RETURNING id\
      """;

  private static final String END_RUN =
      """
      UPDATE connector_run SET ended_at = $2, counts = $3::text::jsonb, fault = $4::text::jsonb WHERE id = $1\
      """;

  private static final String RUNS =
      """
      SELECT scope, began_at, ended_at, counts::text AS counts, fault::text AS fault
        FROM connector_run
       WHERE connector = $1
       ORDER BY began_at DESC, id DESC
       LIMIT $2\
      """;

  private static final String FORGET_RUNS =
      """
      DELETE FROM connector_run WHERE began_at < $1\
      """;

  List<Connector> list(Queries queries) {
    return queries.find("connector.list", LIST, ConnectorRepository::connector);
  }

  Optional<Connector> find(Queries queries, ConnectorCode code) {
    return queries.findOne("connector.find", FIND, ConnectorRepository::connector, code.key());
  }

  Optional<Connector> lock(Queries transaction, ConnectorCode code) {
    return transaction.findOne("connector.lock", LOCK, ConnectorRepository::connector, code.key());
  }

  long count(Queries queries) {
    return queries.findOne("connector.count", COUNT, row -> row.getLong("connectors")).orElse(0L);
  }

  /** Its number; nothing where another had the code a moment earlier. */
  Optional<Long> add(
      Queries transaction,
      ConnectorCode code,
      SaveConnector said,
      Instant now,
      String by,
      Instant compareAt) {
    return transaction.findOne(
        "connector.add",
        ADD,
        row -> row.getLong("id"),
        code.key(),
        code.value(),
        said.name(),
        said.brings().code(),
        Json.text(said.settings()),
        Json.text(said.mapping()),
        Json.text(said.rules()),
        Sql.utc(now),
        by,
        Sql.utc(compareAt));
  }

  /**
   * @param anew whether everything is read again
   */
  void change(
      Queries transaction, long id, SaveConnector said, Instant now, String by, boolean anew) {
    transaction.execute(
        "connector.change",
        CHANGE,
        id,
        said.name(),
        said.brings().code(),
        Json.text(said.settings()),
        Json.text(said.mapping()),
        Json.text(said.rules()),
        Sql.utc(now),
        by,
        anew);
  }

  /**
   * @param sealed absent for none
   */
  void seal(Queries transaction, long id, Optional<String> sealed) {
    transaction.execute("connector.seal", SEAL, id, sealed.orElse(null));
  }

  boolean remove(Queries transaction, ConnectorCode code) {
    return transaction.execute("connector.remove", REMOVE, code.key()) > 0;
  }

  /**
   * Has it asked now, and everything compared where that is wanted.
   *
   * @param believed whether it is true that so many records are gone, however many
   */
  boolean wake(
      Queries queries, ConnectorCode code, Instant now, PullScope scope, boolean believed) {
    return queries.execute(
            "connector.wake",
            WAKE,
            code.key(),
            Sql.utc(now),
            scope == PullScope.EVERYTHING,
            believed)
        > 0;
  }

  /** One that is due and that nobody is at, for whoever takes it. */
  Optional<Connector> takeDue(Queries queries, Instant now, UUID by, Instant until) {
    return queries.findOne(
        "connector.take_due",
        TAKE_DUE,
        ConnectorRepository::connector,
        Sql.utc(now),
        by,
        Sql.utc(until));
  }

  /** Goes on for a while; false where somebody else has it by now, or it was removed. */
  boolean keep(Queries queries, Connector one, UUID by, Instant until, PullCursor cursor) {
    return queries.execute(
            "connector.keep",
            KEEP,
            one.id(),
            by,
            Sql.utc(until),
            cursor.behind().orElse(null),
            utc(cursor.began()))
        > 0;
  }

  /**
   * @param nextComparison absent where not everything was compared
   */
  void done(
      Queries queries,
      Connector one,
      UUID by,
      PullCursor cursor,
      Instant next,
      Instant now,
      Optional<Instant> nextComparison) {
    queries.execute(
        "connector.done",
        DONE,
        one.id(),
        by,
        utc(cursor.since()),
        cursor.behind().orElse(null),
        utc(cursor.began()),
        cursor.etag().orElse(null),
        Sql.utc(next),
        Sql.utc(now),
        nextComparison.isPresent(),
        utc(nextComparison),
        Sql.utc(one.health().nextAt()));
  }

  void failed(Queries queries, Connector one, UUID by, PullFault fault, Instant now, Instant next) {
    queries.execute(
        "connector.failed",
        FAILED,
        one.id(),
        by,
        Json.text(fault),
        Sql.utc(now),
        Sql.utc(next),
        Sql.utc(one.health().nextAt()));
  }

  long beginRun(Queries queries, Connector one, PullScope scope, Instant now) {
    return queries
        .findOne(
            "connector_run.begin",
            BEGIN_RUN,
            row -> row.getLong("id"),
            one.id(),
            scope.code(),
            Sql.utc(now))
        .orElseThrow();
  }

  void endRun(
      Queries queries, long run, Instant now, PullCounts counts, Optional<PullFault> fault) {
    queries.execute(
        "connector_run.end",
        END_RUN,
        run,
        Sql.utc(now),
        Json.text(counts),
        fault.map(Json::text).orElse(null));
  }

  List<PullRun> runs(Queries queries, long connector, int atMost) {
    return queries.find(
        "connector_run.list", RUNS, ConnectorRepository::run, connector, (long) atMost);
  }

  void forgetRuns(Queries queries, Instant before) {
    queries.execute("connector_run.forget", FORGET_RUNS, Sql.utc(before));
  }

  private static OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(Sql::utc).orElse(null);
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Optional<PullFault> fault(Row row) {
    return Optional.ofNullable(row.getString("fault"))
        .map(json -> Json.read(json, PullFault.class));
  }

  private static PullRun run(Row row) {
    return new PullRun(
        PullScope.of(row.getString("scope")),
        moment(row, "began_at").orElseThrow(),
        moment(row, "ended_at"),
        Optional.ofNullable(row.getString("counts")).map(json -> Json.read(json, PullCounts.class)),
        fault(row));
  }

  private static Connector connector(Row row) {
    ImportKind brings =
        row.getString("brings").equals(ImportKind.ORDERS.code())
            ? ImportKind.ORDERS
            : ImportKind.PLANT_LOG;
    return new Connector(
        row.getLong("id"),
        new ConnectorCode(row.getString("code")),
        new SaveConnector(
            row.getString("name"),
            brings,
            Json.read(row.getString("settings"), SourceSettings.class),
            Json.read(row.getString("mapping"), ColumnMapping.class),
            Json.read(row.getString("rules"), PullRules.class),
            null,
            row.getInteger("version")),
        Optional.ofNullable(row.getString("secret")),
        moment(row, "saved_at").orElseThrow(),
        row.getString("saved_by"),
        new PullCursor(
            moment(row, "since"),
            Optional.ofNullable(row.getString("behind")),
            moment(row, "window_began"),
            Optional.ofNullable(row.getString("etag"))),
        new ConnectorHealth(
            moment(row, "next_at").orElseThrow(),
            moment(row, "compare_at").orElseThrow(),
            row.getBoolean("believed"),
            row.getBoolean("at_work"),
            row.getInteger("failures"),
            fault(row),
            moment(row, "failing_since"),
            moment(row, "last_success_at"),
            moment(row, "last_compared_at")));
  }
}
