package org.vitrine.devices;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.devices.ConditionSeries.ConditionPoint;
import org.vitrine.devices.ConditionSeries.PlacedPoint;
import org.vitrine.devices.ConditionWindow.WindowedPlace;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Sender;

/** Conditions of places in PostgreSQL. */
final class ConditionRepository {
  /**
   * Adds what is new, and to the hours what that came to; says of each whether it is new, known, or
   * another under a known name.
   */
  private static final String TAKE =
      """
      WITH incoming AS MATERIALIZED (
        SELECT *
          FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]::numeric[], $5::boolean[], $6::text[],
                      $7::timestamptz[], $8::text[], $9::boolean[])
                 WITH ORDINALITY AS i (id, place, quantity, value, passed, unit, taken_at, device, overdue, position)),
      fresh AS (
        INSERT INTO condition_reading
          (id, place, quantity, value, passed, unit, taken_at, device, overdue, recorded_at, sender)
        SELECT id, place, quantity, value, passed, unit, taken_at, device, overdue, $10, $11::text::jsonb
          FROM incoming
         ORDER BY id
            ON CONFLICT (id) DO NOTHING
        RETURNING id, place, quantity, unit, taken_at, value, passed),
      counted AS (
        INSERT INTO condition_hour AS h (place, quantity, unit, hour, readings, checks, failed, least, most, total)
        SELECT place, quantity, unit, date_trunc('hour', taken_at, 'UTC'), count(*), count(passed),
               count(*) FILTER (WHERE NOT passed), min(value), max(value), sum(value)
          FROM fresh
         GROUP BY 1, 2, 3, 4
         ORDER BY 1, 2, 3, 4
            ON CONFLICT (place, quantity, unit, hour) DO UPDATE
           SET readings = h.readings + excluded.readings, checks = h.checks + excluded.checks,
               failed = h.failed + excluded.failed,
               least = least(h.least, excluded.least), most = greatest(h.most, excluded.most),
               total = coalesce(h.total + excluded.total, h.total, excluded.total))
      SELECT i.position, f.id IS NOT NULL AS is_new, k.id IS NOT NULL AS is_known,
             (i.place, i.quantity, i.value, i.passed, i.unit, i.taken_at, i.device)
               IS NOT DISTINCT FROM (k.place, k.quantity, k.value, k.passed, k.unit, k.taken_at, k.device) AS is_same
        FROM incoming i
        LEFT JOIN fresh f USING (id)
        LEFT JOIN condition_reading k USING (id)\
      """;

  /**
   * As many hours are taken together as bring a series to so many points. Each window has its own
   * share of rows: none takes them from another.
   */
  private static final String HOURS =
      """
      SELECT w.position, seen.*
        FROM (SELECT position, min(from_at) AS from_at, min(until_at) AS until_at, array_agg(place) AS places
                FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::integer[])
                       AS told (place, from_at, until_at, position)
               GROUP BY position) w
       CROSS JOIN LATERAL (
         SELECT h.place, h.quantity, h.unit, min(h.hour) AS at, sum(h.readings)::integer AS readings,
                sum(h.checks)::integer AS checks, sum(h.failed)::integer AS failed,
                min(h.least) AS least, max(h.most) AS most, sum(h.total) AS total
           FROM condition_hour h
          WHERE h.place = ANY(w.places) AND h.hour >= date_trunc('hour', w.from_at, 'UTC') AND h.hour <= w.until_at
          GROUP BY h.place, h.quantity, h.unit,
                   floor(extract(epoch FROM h.hour - date_trunc('hour', w.from_at, 'UTC'))
                         / greatest(3600, extract(epoch FROM w.until_at - w.from_at) / $5::integer))
          ORDER BY h.quantity, h.place, h.unit, at
          LIMIT $6) seen
       ORDER BY w.position, seen.quantity, seen.place, seen.unit, seen.at\
      """;

  private static final String READINGS =
      """
      SELECT place, quantity, unit, taken_at AS at, 1 AS readings, num_nonnulls(passed) AS checks,
             CASE WHEN passed = false THEN 1 ELSE 0 END AS failed,
             value AS least, value AS most, value AS total
        FROM condition_reading
       WHERE place = ANY($1) AND taken_at >= $2 AND taken_at <= $3
       ORDER BY quantity, place, unit, taken_at
       LIMIT $4\
      """;

  private static final String FORGET =
      """
      DELETE FROM condition_reading
       WHERE taken_at < $1\
      """;

  /** One that makes sense, and whether its device was overdue. */
  record TakenCondition(Condition said, boolean overdue) {}

  /** What became of one. */
  enum ConditionFate {
    TAKEN,
    KNOWN,
    /** Its name belongs to another. */
    OTHER
  }

  /**
   * Each by its position among these, from 0 on; no two have one name. One is missing that another
   * node writes at the same moment: the next try finds it known.
   */
  Map<Integer, ConditionFate> take(
      Queries queries, List<TakenCondition> all, Sender sender, Instant now) {
    Map<Integer, ConditionFate> fates = new HashMap<>();
    queries.find(
        "condition_reading.take",
        TAKE,
        row -> fate(row).map(is -> fates.put((int) (row.getLong("position") - 1), is)),
        Sql.column(all, one -> one.said().id(), String[]::new),
        Sql.column(all, one -> one.said().placeKey(), String[]::new),
        Sql.column(all, one -> one.said().quantityKey(), String[]::new),
        Sql.column(all, one -> text(one.said().value()), String[]::new),
        Sql.column(all, one -> one.said().passed(), Boolean[]::new),
        Sql.column(all, one -> one.said().unit(), String[]::new),
        Sql.column(all, one -> Sql.utc(one.said().at()), OffsetDateTime[]::new),
        Sql.column(all, one -> one.said().device(), String[]::new),
        Sql.column(all, TakenCondition::overdue, Boolean[]::new),
        Sql.utc(now),
        Json.text(sender));
    return fates;
  }

  /** The driver writes no array of numbers in which one is missing. */
  private static String text(BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  private static Optional<ConditionFate> fate(Row row) {
    if (row.getBoolean("is_new")) {
      return Optional.of(ConditionFate.TAKEN);
    }
    return Optional.of(row.getBoolean("is_same") ? ConditionFate.KNOWN : ConditionFate.OTHER)
        .filter(fate -> row.getBoolean("is_known"));
  }

  /**
   * By the hour, of several windows: each by its position among these.
   *
   * @param most points of a series
   * @param share of all series of a window
   */
  Map<Integer, List<PlacedPoint>> hours(
      Queries queries, List<ConditionWindow> windows, int most, int share) {
    Map<Integer, List<PlacedPoint>> found = new HashMap<>();
    List<WindowedPlace> places = WindowedPlace.of(windows);
    queries.find(
        "condition_hour.of",
        HOURS,
        row ->
            found
                .computeIfAbsent(row.getInteger("position"), at -> new ArrayList<>())
                .add(toPoint(row)),
        Sql.column(places, WindowedPlace::place, String[]::new),
        Sql.column(places, one -> Sql.utc(one.window().from()), OffsetDateTime[]::new),
        Sql.column(places, one -> Sql.utc(one.window().until()), OffsetDateTime[]::new),
        Sql.column(places, WindowedPlace::position, Integer[]::new),
        most,
        share);
    return found;
  }

  /** Each reading by itself. */
  List<PlacedPoint> readings(Queries queries, ConditionWindow window, int most) {
    return queries.find(
        "condition_reading.of",
        READINGS,
        ConditionRepository::toPoint,
        window.places().keySet().toArray(String[]::new),
        Sql.utc(window.from()),
        Sql.utc(window.until()),
        most);
  }

  void forget(Queries queries, Instant takenBefore) {
    queries.execute("condition_reading.forget", FORGET, Sql.utc(takenBefore));
  }

  private static PlacedPoint toPoint(Row row) {
    int values = row.getInteger("readings") - row.getInteger("checks");
    Optional<BigDecimal> total = Optional.ofNullable(row.getBigDecimal("total"));
    return new PlacedPoint(
        row.getString("place"),
        row.getString("quantity"),
        row.getString("unit"),
        new ConditionPoint(
            row.getOffsetDateTime("at").toInstant(),
            total.map(sum -> sum.divide(BigDecimal.valueOf(values), MathContext.DECIMAL32)),
            Optional.ofNullable(row.getBigDecimal("least")),
            Optional.ofNullable(row.getBigDecimal("most")),
            row.getInteger("readings"),
            row.getInteger("failed")));
  }
}
