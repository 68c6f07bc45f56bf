package org.vitrine.forecasting;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.forecasting.ForecastCoverage.CoverageKind;
import org.vitrine.forecasting.ForecastCoverage.CoverageRow;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.ForecastLevel;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.production.ToldForecast.HeldRanges;

/** Which ranges lines were told first at each stage, and whether they held; and each night. */
final class ToldRangeRepository {
  private static final String FIRST_TOLD =
      """
      INSERT INTO told_range (order_id, line, routing, stage, product, told_at, half, nine_of_ten)
      SELECT order_id, line, routing, stage, product, $8, half, nine_of_ten
        FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
               AS t (order_id, line, routing, stage, product, half, nine_of_ten)
      ON CONFLICT DO NOTHING\
      """;

  /** A line that is gone from what is kept was cancelled: nothing of it is judged. */
  private static final String JUDGE_HALF =
      """
      UPDATE told_range t
         SET half_held = coalesce(l.finished_at <= t.half, false)
        FROM past_line l
       WHERE t.half_held IS NULL AND t.half < $1 AND l.order_id = t.order_id AND l.line = t.line
      RETURNING t.half AS came, t.half_held AS held\
      """;

  private static final String JUDGE_NINE_OF_TEN =
      """
      UPDATE told_range t
         SET nine_of_ten_held = coalesce(l.finished_at <= t.nine_of_ten, false)
        FROM past_line l
       WHERE t.nine_of_ten_held IS NULL AND t.nine_of_ten < $1 AND l.order_id = t.order_id AND l.line = t.line
      RETURNING t.nine_of_ten AS came, t.nine_of_ten_held AS held\
      """;

  private static final String HELD =
      """
      SELECT routing, stage, count(*) AS judged, count(*) FILTER (WHERE nine_of_ten_held) AS held
        FROM told_range
       WHERE nine_of_ten_held IS NOT NULL AND NOT replayed
       GROUP BY GROUPING SETS ((), (routing, stage))\
      """;

  private static final String COVERAGE =
      """
      WITH judged AS (
        SELECT to_char(t.nine_of_ten AT TIME ZONE $2, 'YYYY-MM') AS month,
               t.routing || '/' || t.stage AS stage,
               t.product,
               CASE WHEN t.nine_of_ten - t.told_at <= interval '7 days' THEN 7
                    WHEN t.nine_of_ten - t.told_at <= interval '14 days' THEN 14
                    WHEN t.nine_of_ten - t.told_at <= interval '28 days' THEN 28
                    ELSE 2147483647 END AS horizon,
               t.half_held, t.nine_of_ten_held, t.replayed,
               extract(epoch FROM coalesce(l.finished_at, $3) - t.half) / 86400 AS after_half,
               extract(epoch FROM coalesce(l.finished_at, $3) - t.nine_of_ten) / 86400 AS after_most
          FROM told_range t
          JOIN past_line l ON l.order_id = t.order_id AND l.line = t.line
         WHERE t.nine_of_ten_held IS NOT NULL AND t.nine_of_ten >= $1)
      SELECT CASE WHEN grouping(month) = 0 THEN 'MONTH' WHEN grouping(stage) = 0 THEN 'STAGE'
                  WHEN grouping(product) = 0 THEN 'PRODUCT' WHEN grouping(horizon) = 0 THEN 'HORIZON'
                  ELSE 'ALL' END AS kind,
             coalesce(month, stage, product, horizon::text, '') AS key,
             count(*) AS judged,
             count(*) FILTER (WHERE half_held) AS half_held,
             count(*) FILTER (WHERE nine_of_ten_held) AS held,
             count(*) FILTER (WHERE replayed) AS replayed,
             round(avg((greatest(0.5 * after_half, -0.5 * after_half)
                        + greatest(0.9 * after_most, -0.1 * after_most)) / 2), 2) AS off
        FROM judged
       GROUP BY GROUPING SETS ((), (month), (stage), (product), (horizon))
      HAVING count(*) > 0\
      """;

  private static final String NEWEST_JUDGED =
      """
      SELECT count(*) AS judged, count(*) FILTER (WHERE nine_of_ten_held) AS held
        FROM (SELECT nine_of_ten_held
                FROM told_range
               WHERE nine_of_ten_held IS NOT NULL AND NOT replayed
               ORDER BY nine_of_ten DESC
               LIMIT $1) AS newest\
      """;

  private static final String NIGHT =
      """
      SELECT day, finished, open, log_half, log_nine_of_ten, told_through
        FROM forecast_night
       ORDER BY day DESC
       LIMIT 1\
      """;

  private static final String ADD_NIGHT =
      """
      INSERT INTO forecast_night (day, finished, open, log_half, log_nine_of_ten, told_through)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT DO NOTHING\
      """;

  private static final String LOCK_NIGHT =
      """
      SELECT day, finished, open, log_half, log_nine_of_ten, told_through
        FROM forecast_night
       WHERE day = $1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String HOLD_NIGHT = "SELECT FROM forecast_night WHERE day = $1 FOR UPDATE";

  private static final String TOLD_THROUGH =
      "UPDATE forecast_night SET told_through = $2 WHERE day = $1";

  private static final String LEVEL =
      "UPDATE forecast_night SET log_half = $2, log_nine_of_ten = $3 WHERE day = $1";

  /** A range that a line is told for the first time at a stage. */
  record StageTold(LineHeardRepository.LineHeard line, String stage, FinishRange range) {}

  /** Where a routing's stage stands among those of others. */
  record StageOfRouting(String routing, String stage) {}

  /**
   * A night in which was learned.
   *
   * @param toldThrough the key of the order up to which lines were told
   */
  record LearnedNight(
      LocalDate day, int finished, int open, ForecastLevel level, long toldThrough) {}

  void firstTold(Queries transaction, Collection<StageTold> told, Instant at) {
    transaction.execute(
        "told_range.first_told",
        FIRST_TOLD,
        Sql.column(told, one -> one.line().order().value(), Long[]::new),
        Sql.column(told, one -> one.line().line().number(), Integer[]::new),
        Sql.column(told, one -> one.line().line().routing(), String[]::new),
        Sql.column(told, StageTold::stage, String[]::new),
        Sql.column(told, one -> one.line().line().past().product(), String[]::new),
        Sql.column(told, one -> Sql.utc(one.range().half()), OffsetDateTime[]::new),
        Sql.column(told, one -> Sql.utc(one.range().nineOfTen()), OffsetDateTime[]::new),
        Sql.utc(at));
  }

  /** Judges what has come until then; returns the level that follows from it. */
  ForecastLevel judge(Queries transaction, ForecastLevel level, Instant night) {
    ForecastLevel judged = level;
    for (boolean held : judged(transaction, "told_range.judge_half", JUDGE_HALF, night)) {
      judged = judged.judgedHalf(!held);
    }
    for (boolean held :
        judged(transaction, "told_range.judge_nine_of_ten", JUDGE_NINE_OF_TEN, night)) {
      judged = judged.judgedNineOfTen(!held);
    }
    return judged;
  }

  private record Came(OffsetDateTime at, boolean held) {}

  private static List<Boolean> judged(Queries transaction, String name, String sql, Instant night) {
    return transaction
        .find(
            name,
            sql,
            row -> new Came(row.getOffsetDateTime("came"), row.getBoolean("held")),
            Sql.utc(night))
        .stream()
        .sorted(Comparator.comparing(Came::at).thenComparing(Came::held))
        .map(Came::held)
        .toList();
  }

  /** How often ranges held that were told; of all where no stage is named. */
  Map<Optional<StageOfRouting>, HeldRanges> held(Queries queries) {
    Map<Optional<StageOfRouting>, HeldRanges> held = new HashMap<>();
    queries.find(
        "told_range.held",
        HELD,
        row ->
            held.put(
                Optional.ofNullable(row.getString("routing"))
                    .map(routing -> new StageOfRouting(routing, row.getString("stage"))),
                new HeldRanges(row.getInteger("judged"), row.getInteger("held"))));
    return held;
  }

  HeldRanges newestJudged(Queries queries, int most) {
    return queries
        .find(
            "told_range.newest_judged",
            NEWEST_JUDGED,
            row -> new HeldRanges(row.getInteger("judged"), row.getInteger("held")),
            most)
        .getFirst();
  }

  /**
   * How often ranges held whose last day has come since.
   *
   * @param now until when a line is late that is not ready
   */
  Map<CoverageKind, List<CoverageRow>> coverage(
      Queries queries, Instant since, ZoneId zone, Instant now) {
    Map<CoverageKind, List<CoverageRow>> rows = new EnumMap<>(CoverageKind.class);
    queries.find(
        "told_range.coverage",
        COVERAGE,
        row ->
            rows.computeIfAbsent(
                    CoverageKind.valueOf(row.getString("kind")), any -> new ArrayList<>())
                .add(
                    new CoverageRow(
                        row.getString("key"),
                        Optional.empty(),
                        row.getInteger("judged"),
                        row.getInteger("half_held"),
                        row.getInteger("held"),
                        Optional.of(row.getBigDecimal("off").doubleValue()),
                        row.getInteger("replayed"))),
        Sql.utc(since),
        zone.getId(),
        Sql.utc(now));
    return rows;
  }

  Optional<LearnedNight> newestNight(Queries queries) {
    return queries.findOne("forecast_night.newest", NIGHT, ToldRangeRepository::toNight);
  }

  /** Returns false where another node was quicker. */
  boolean add(Queries transaction, LearnedNight night) {
    return transaction.execute(
            "forecast_night.add",
            ADD_NIGHT,
            night.day(),
            night.finished(),
            night.open(),
            night.level().logHalf(),
            night.level().logNineOfTen(),
            night.toldThrough())
        == 1;
  }

  void level(Queries transaction, LocalDate day, ForecastLevel level) {
    transaction.execute("forecast_night.level", LEVEL, day, level.logHalf(), level.logNineOfTen());
  }

  /** Absent while another node tells. */
  Optional<LearnedNight> lock(Queries transaction, LocalDate day) {
    return transaction.findOne(
        "forecast_night.lock", LOCK_NIGHT, ToldRangeRepository::toNight, day);
  }

  /** Nobody else tells until the transaction ends. */
  void hold(Queries transaction, LocalDate day) {
    transaction.find("forecast_night.hold", HOLD_NIGHT, row -> day, day);
  }

  void toldThrough(Queries transaction, LocalDate day, long order) {
    transaction.execute("forecast_night.told_through", TOLD_THROUGH, day, order);
  }

  private static LearnedNight toNight(Row row) {
    return new LearnedNight(
        row.getLocalDate("day"),
        row.getInteger("finished"),
        row.getInteger("open"),
        new ForecastLevel(row.getDouble("log_half"), row.getDouble("log_nine_of_ten")),
        row.getLong("told_through"));
  }
}
