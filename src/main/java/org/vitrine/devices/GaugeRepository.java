package org.vitrine.devices;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Gauges and their calibrations in PostgreSQL. */
final class GaugeRepository {
  private static final String ALL =
      """
      SELECT key, code, name, kind, unit, serial, place, retired, version
        FROM gauge
       ORDER BY code\
      """;

  private static final String WITHDRAWN =
      """
      SELECT DISTINCT gauge FROM calibration WHERE withdrawn_at IS NOT NULL\
      """;

  private static final String CALIBRATIONS =
      """
      SELECT id, gauge, done_on, valid_until, certificate, done_by, recorded_at, recorded_by
        FROM calibration
       WHERE withdrawn_at IS NULL\
      """;

  private static final String SAVE =
      """
      INSERT INTO gauge AS g (key, code, name, kind, unit, serial, place, retired, saved_at, saved_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          ON CONFLICT (key) DO UPDATE
         SET code = excluded.code, name = excluded.name, kind = excluded.kind, unit = excluded.unit,
             serial = excluded.serial, place = excluded.place, retired = excluded.retired,
             saved_at = excluded.saved_at, saved_by = excluded.saved_by, version = g.version + 1
       WHERE (g.code, g.name, g.kind, g.unit, g.serial, g.place, g.retired)
             IS DISTINCT FROM (excluded.code, excluded.name, excluded.kind, excluded.unit, excluded.serial,
                               excluded.place, excluded.retired)
      RETURNING xmax = 0 AS is_new\
      """;

  private static final String STANDING =
      """
      SELECT version, saved_at, saved_by
        FROM gauge
       WHERE key = $1
         FOR NO KEY UPDATE\
      """;

  private static final String RECORD =
      """
      INSERT INTO calibration (gauge, done_on, valid_until, certificate, done_by, recorded_at, recorded_by)
      SELECT key, $2, $3, $4, $5, $6, $7
        FROM gauge
       WHERE key = $1\
      """;

  private static final String WITHDRAW =
      """
      UPDATE calibration
         SET withdrawn_at = $3, withdrawn_by = $4
       WHERE id = $2 AND gauge = $1 AND withdrawn_at IS NULL\
      """;

  /** Once of each state and day, whichever node comes first. */
  private static final String TELL =
      """
      UPDATE gauge
         SET told_state = $2, told_until = $3
       WHERE key = $1 AND (told_state, told_until) IS DISTINCT FROM ($2, $3)\
      """;

  List<Gauge> all(Queries queries) {
    Map<String, List<Calibration>> calibrations = new HashMap<>();
    queries.find(
        "calibration.standing",
        CALIBRATIONS,
        row ->
            calibrations
                .computeIfAbsent(row.getString("gauge"), key -> new ArrayList<>())
                .add(toCalibration(row)));
    Set<String> withdrawn =
        Set.copyOf(queries.find("calibration.withdrawn", WITHDRAWN, row -> row.getString("gauge")));
    return queries.find(
        "gauge.all",
        ALL,
        row -> {
          String key = row.getString("key");
          return toGauge(
              row,
              new CalibrationHistory(
                  calibrations.getOrDefault(key, List.of()), withdrawn.contains(key)));
        });
  }

  /** The version that a gauge is at, and who saved it then. */
  record GaugeVersion(long version, Instant at, String by) {}

  /** Whoever else saves it waits. */
  Optional<GaugeVersion> standing(Queries transaction, GaugeCode code) {
    return transaction.findOne(
        "gauge.standing",
        STANDING,
        row ->
            new GaugeVersion(
                row.getLong("version"),
                row.getOffsetDateTime("saved_at").toInstant(),
                row.getString("saved_by")),
        code.key());
  }

  SaveOutcome save(Queries transaction, GaugeCode code, SaveGauge said, Instant at, Actor by) {
    return transaction
        .findOne(
            "gauge.save",
            SAVE,
            row -> row.getBoolean("is_new") ? SaveOutcome.CREATED : SaveOutcome.CHANGED,
            code.key(),
            code.value(),
            said.name(),
            said.kind(),
            said.unit(),
            said.serial(),
            said.place(),
            said.retired(),
            Sql.utc(at),
            by.name())
        .orElse(SaveOutcome.UNCHANGED);
  }

  /** Returns false where there is no such gauge. */
  boolean record(
      Queries transaction, GaugeCode code, RecordCalibration said, Instant at, Actor by) {
    return transaction.execute(
            "calibration.record",
            RECORD,
            code.key(),
            said.on(),
            said.until(),
            said.certificate(),
            said.by(),
            Sql.utc(at),
            by.name())
        > 0;
  }

  /** Returns false where no such calibration stands. */
  boolean withdraw(Queries transaction, GaugeCode code, long id, Instant at, Actor by) {
    return transaction.execute(
            "calibration.withdraw", WITHDRAW, code.key(), id, Sql.utc(at), by.name())
        > 0;
  }

  /** Returns false where that was told before. */
  boolean tell(Queries transaction, GaugeCode code, CalibrationState state, LocalDate until) {
    return transaction.execute("gauge.tell", TELL, code.key(), state.code(), until) > 0;
  }

  private static Gauge toGauge(Row row, CalibrationHistory calibrations) {
    return new Gauge(
        new GaugeCode(row.getString("code")),
        new SaveGauge(
            row.getString("name"),
            row.getString("kind"),
            row.getString("unit"),
            row.getString("serial"),
            row.getString("place"),
            row.getBoolean("retired")),
        row.getLong("version"),
        calibrations);
  }

  private static Calibration toCalibration(Row row) {
    return new Calibration(
        row.getLong("id"),
        row.getLocalDate("done_on"),
        row.getLocalDate("valid_until"),
        Optional.ofNullable(row.getString("certificate")),
        row.getString("done_by"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getString("recorded_by"));
  }
}
