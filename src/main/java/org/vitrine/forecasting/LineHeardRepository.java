package org.vitrine.forecasting;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.PastOrder;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.PastOrder.PastHold;
import org.vitrine.forecasts.ToldRange.RangeBefore;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.production.FinishForecast.MovedBecause;
import org.vitrine.production.PastLine;

/** Lines as they are kept: what was heard of them, and what they were told last. */
final class LineHeardRepository {
  private static final double THOUSAND = 1_000;

  private static final String COLUMNS =
      """
      order_id, line, routing, product, quantity, promised_on, heard, stages,
             held_from, held_until, finished_at, is_expected, told_at, told_half, told_nine_of_ten,
             told_quantity, told_promised_on, told_because\
      """;

  private static final String ALL =
      """
      SELECT %s
        FROM past_line
       WHERE (order_id, line) > ($1, $2)
       ORDER BY order_id, line
       LIMIT $3\
      """
          .formatted(COLUMNS);

  /** All open lines of the next orders that have one: a piece of one index. */
  private static final String OPEN =
      """
      SELECT %s
        FROM past_line
       WHERE finished_at IS NULL AND order_id > $1
         AND order_id <= (SELECT max(order_id)
                            FROM (SELECT DISTINCT order_id
                                    FROM past_line
                                   WHERE finished_at IS NULL AND order_id > $1
                                   ORDER BY order_id
                                   LIMIT $2) AS next)
       ORDER BY order_id, line\
      """
          .formatted(COLUMNS);

  /** All open lines of these orders, if one was told nothing yet, or of what is another now. */
  private static final String UNTOLD =
      """
      SELECT %s
        FROM past_line l
       WHERE finished_at IS NULL AND order_id = ANY($1)
         AND EXISTS (SELECT FROM past_line t
                      WHERE t.order_id = l.order_id AND t.finished_at IS NULL
                        AND (t.told_at IS NULL OR t.told_quantity IS DISTINCT FROM t.quantity
                             OR t.told_promised_on IS DISTINCT FROM t.promised_on))
       ORDER BY order_id, line\
      """
          .formatted(COLUMNS);

  private static final String FINISHED_BEFORE =
      """
      SELECT %s
        FROM past_line
       WHERE finished_at < $1
       ORDER BY finished_at DESC, order_id, line
       LIMIT $2\
      """
          .formatted(COLUMNS);

  private static final String FIRST = "SELECT min(heard[1]) AS first FROM past_line";

  /** A line as it is kept, and what it was told last. */
  record LineHeard(OrderId order, PastLine line, Optional<KeptTelling> told) {}

  /**
   * @param range absent where it was told that there is none
   * @param quantity how much was ordered then
   * @param promised the day that was promised then
   * @param because what had happened that it was told at once
   */
  record KeptTelling(
      Instant at,
      Optional<FinishRange> range,
      Optional<Amount> quantity,
      Optional<LocalDate> promised,
      Optional<MovedBecause> because) {

    Optional<RangeBefore> before() {
      return range.map(said -> new RangeBefore(said, at));
    }

    /**
     * What happened since that moves it at once: it stopped or goes on, or another is ordered or
     * promised.
     */
    Optional<MovedBecause> changed(PastLine line) {
      if (range.isPresent() && !line.isExpected()) {
        return Optional.of(MovedBecause.HELD).filter(any -> line.isHeld());
      }
      if (range.isEmpty() && line.isExpected()) {
        return Optional.of(MovedBecause.RESUMED);
      }
      if (!quantity.equals(line.quantity())) {
        return Optional.of(MovedBecause.QUANTITY);
      }
      return promised.equals(line.promised())
          ? Optional.empty()
          : Optional.of(MovedBecause.PROMISE);
    }
  }

  Optional<Instant> first(Queries queries) {
    return queries
        .find("past_line.first", FIRST, row -> Optional.ofNullable(instant(row, "first")))
        .getFirst();
  }

  List<LineHeard> all(Queries queries, Optional<LineHeard> after, int most) {
    return queries.find(
        "past_line.all",
        ALL,
        LineHeardRepository::toLine,
        after.map(one -> one.order().value()).orElse(0L),
        after.map(one -> one.line().number()).orElse(0),
        most);
  }

  /** The newest first. */
  List<LineHeard> finishedBefore(Queries queries, Instant moment, int most) {
    return queries.find(
        "past_line.finished_before",
        FINISHED_BEFORE,
        LineHeardRepository::toLine,
        Sql.utc(moment),
        most);
  }

  /** By their orders, in the order of their keys. */
  Map<OrderId, List<LineHeard>> open(Queries queries, long after, int most) {
    return byOrder(queries.find("past_line.open", OPEN, LineHeardRepository::toLine, after, most));
  }

  Map<OrderId, List<LineHeard>> untold(Queries queries, Collection<OrderId> orders) {
    return byOrder(
        queries.find(
            "past_line.untold",
            UNTOLD,
            LineHeardRepository::toLine,
            (Object) Sql.column(orders, OrderId::value, Long[]::new)));
  }

  private static Map<OrderId, List<LineHeard>> byOrder(List<LineHeard> lines) {
    Map<OrderId, List<LineHeard>> byOrder = new TreeMap<>(Comparator.comparing(OrderId::value));
    lines.forEach(one -> byOrder.computeIfAbsent(one.order(), any -> new ArrayList<>()).add(one));
    return byOrder;
  }

  private static LineHeard toLine(Row row) {
    OrderId order = new OrderId(row.getLong("order_id"));
    int number = row.getInteger("line");
    Long quantity = row.getLong("quantity");
    OffsetDateTime[] heard = row.getArrayOfOffsetDateTimes("heard");
    String[] stages = row.getArrayOfStrings("stages");
    List<Heard> reports = new ArrayList<>();
    for (int at = 0; at < heard.length; at++) {
      reports.add(new Heard(heard[at].toInstant(), stages[at]));
    }
    PastOrder past =
        new PastOrder(
            order.value() + "/" + number,
            row.getString("product"),
            quantity == null ? OptionalDouble.empty() : OptionalDouble.of(quantity / THOUSAND),
            reports,
            Optional.ofNullable(instant(row, "finished_at")),
            holds(row));
    PastLine line =
        new PastLine(
            number,
            row.getString("routing"),
            Optional.ofNullable(quantity).map(Amount::ofThousandths),
            Optional.ofNullable(row.getLocalDate("promised_on")),
            past,
            row.getBoolean("is_expected"));
    return new LineHeard(
        order, line, Optional.ofNullable(instant(row, "told_at")).map(at -> toTelling(row, at)));
  }

  private static KeptTelling toTelling(Row row, Instant at) {
    return new KeptTelling(
        at,
        range(row),
        Optional.ofNullable(row.getLong("told_quantity")).map(Amount::ofThousandths),
        Optional.ofNullable(row.getLocalDate("told_promised_on")),
        Optional.ofNullable(row.getString("told_because")).map(MovedBecause::valueOf));
  }

  private static Optional<FinishRange> range(Row row) {
    return Optional.ofNullable(instant(row, "told_half"))
        .map(half -> new FinishRange(half, instant(row, "told_nine_of_ten")));
  }

  private static List<PastHold> holds(Row row) {
    List<OffsetDateTime> from = Arrays.asList(row.getArrayOfOffsetDateTimes("held_from"));
    List<OffsetDateTime> until = Arrays.asList(row.getArrayOfOffsetDateTimes("held_until"));
    List<PastHold> holds = new ArrayList<>();
    for (int at = 0; at < from.size(); at++) {
      OffsetDateTime ended = until.get(at);
      holds.add(
          new PastHold(
              from.get(at).toInstant(),
              Optional.of(ended)
                  .filter(end -> !end.equals(OffsetDateTime.MAX))
                  .map(OffsetDateTime::toInstant)));
    }
    return holds;
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime moment = row.getOffsetDateTime(column);
    return moment == null ? null : moment.toInstant();
  }
}
