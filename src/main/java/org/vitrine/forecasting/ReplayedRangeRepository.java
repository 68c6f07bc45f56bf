package org.vitrine.forecasting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.vitrine.forecasting.LineHeardRepository.LineHeard;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Ranges of a past that was brought in, told anew: they are judged as others are, and say so. */
final class ReplayedRangeRepository {
  private static final String SAVE =
      """
      INSERT INTO told_range (order_id, line, routing, stage, product, told_at, half, nine_of_ten, replayed)
      SELECT order_id, line, routing, stage, product, told_at, half, nine_of_ten, true
        FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
                    $7::timestamptz[], $8::timestamptz[])
               AS t (order_id, line, routing, stage, product, told_at, half, nine_of_ten)
      ON CONFLICT DO NOTHING\
      """;

  /** A range that would have been told. */
  record ReplayedTelling(LineHeard line, String stage, Instant toldAt, FinishRange range) {}

  void save(Queries queries, List<ReplayedTelling> told) {
    queries.execute(
        "replayed_range.save",
        SAVE,
        Sql.column(told, one -> one.line().order().value(), Long[]::new),
        Sql.column(told, one -> one.line().line().number(), Integer[]::new),
        Sql.column(told, one -> one.line().line().routing(), String[]::new),
        Sql.column(told, ReplayedTelling::stage, String[]::new),
        Sql.column(told, one -> one.line().line().past().product(), String[]::new),
        Sql.column(told, one -> Sql.utc(one.toldAt()), OffsetDateTime[]::new),
        Sql.column(told, one -> Sql.utc(one.range().half()), OffsetDateTime[]::new),
        Sql.column(told, one -> Sql.utc(one.range().nineOfTen()), OffsetDateTime[]::new));
  }
}
