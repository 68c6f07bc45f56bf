package org.vitrine.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.PromiseCause;
import org.vitrine.orders.PromiseSide;

/**
 * What the rows of one order say of its dates.
 *
 * <ul>
 *   <li>Where all that is said agrees, it is said of the order, however few of its rows say it.
 *   <li>Otherwise each line has its own date; one whose rows say nothing is left as it is.
 * </ul>
 */
final class PromiseColumns {
  private static final String DAY = "promised_on";
  private static final String REASON = "promise_reason";
  private static final String CAUSE = "promise_cause";
  private static final String SIDE = "promise_side";
  private static final String ASKED_BY = "promise_asked_by";
  private static final Set<String> TO_BE_CONFIRMED =
      Set.of("tbc", "tbd", "to be confirmed", "待定", "待确认");

  private final List<CsvRow> rows;
  private final Set<PromisedDay> days = new HashSet<>();
  private final List<Why> whys;

  PromiseColumns(List<CsvRow> rows) {
    this.rows = rows;
    for (CsvRow row : rows) {
      days.add(BadRow.naming(row, field -> field, () -> day(row, DAY)));
    }
    days.removeIf(Objects::isNull);
    whys = rows.stream().map(row -> Why.said(List.of(row))).toList();
  }

  /**
   * @param date absent where it is to be confirmed
   */
  private record PromisedDay(LocalDate date) {
    @Override
    public String toString() {
      return date == null ? "to be confirmed" : date.toString();
    }

    private GivenPromise given(CsvRow row, Why why) {
      Boolean open = date == null ? true : null;
      return BadRow.naming(
          row,
          OrderRows::column,
          () -> new GivenPromise(date, open, why.reason(), why.cause(), why.side(), why.askedBy()));
    }
  }

  /** Why a date is another, as rows say it. */
  private record Why(LocalizedText reason, PromiseCause cause, PromiseSide side, String askedBy) {
    private static Why said(List<CsvRow> rows) {
      return new Why(
          OrderRows.said(rows, REASON, CsvRow::localized),
          OrderRows.said(rows, CAUSE, one(PromiseCause.values(), PromiseCause::code)),
          OrderRows.said(rows, SIDE, one(PromiseSide.values(), PromiseSide::code)),
          OrderRows.said(rows, ASKED_BY, CsvRow::text));
    }

    private static <T> BiFunction<CsvRow, String, T> one(T[] all, Function<T, String> code) {
      return (row, column) -> {
        String text = row.text(column);
        return text == null
            ? null
            : Arrays.stream(all)
                .filter(one -> code.apply(one).equals(OrderNumber.key(text)))
                .findFirst()
                .orElseThrow(() -> new BadRow(row, column, notOneOf(text, all, code)));
      };
    }

    private static <T> String notOneOf(String text, T[] all, Function<T, String> code) {
      return "“%s” is not one of: %s"
          .formatted(text, Arrays.stream(all).map(code).collect(Collectors.joining(", ")));
    }

    /** The column of what it says, where it says anything. */
    private Optional<String> column() {
      return Stream.of(
              reason == null ? null : REASON,
              cause == null ? null : CAUSE,
              side == null ? null : SIDE,
              askedBy == null ? null : ASKED_BY)
          .filter(Objects::nonNull)
          .findFirst();
    }
  }

  /** What all rows say of the order; nothing where they do not agree. */
  GivenPromise ofOrder() {
    if (days.isEmpty()) {
      rows.forEach(row -> refuse(row, Why.said(List.of(row))));
    }
    return agree() ? days.iterator().next().given(rows.getFirst(), whyOfAll()) : null;
  }

  /** What the rows of one line say of it. */
  GivenPromise ofLine(List<CsvRow> ofLine) {
    PromisedDay day = OrderRows.said(ofLine, DAY, PromiseColumns::day);
    Why why = Why.said(ofLine);
    if (day != null) {
      return day.given(ofLine.getFirst(), agree() ? whyOfAll() : why);
    }
    if (!agree()) {
      refuse(ofLine.getFirst(), why);
    }
    return null;
  }

  private boolean agree() {
    return days.size() == 1
        && Stream.<Function<Why, ?>>of(Why::reason, Why::cause, Why::side, Why::askedBy)
            .allMatch(part -> said(part).count() <= 1);
  }

  private Why whyOfAll() {
    return new Why(
        said(Why::reason).findFirst().orElse(null),
        said(Why::cause).findFirst().orElse(null),
        said(Why::side).findFirst().orElse(null),
        said(Why::askedBy).findFirst().orElse(null));
  }

  private <T> Stream<T> said(Function<Why, T> part) {
    return whys.stream().map(part).filter(Objects::nonNull).distinct();
  }

  private static void refuse(CsvRow row, Why why) {
    why.column()
        .ifPresent(
            column -> {
              throw new BadRow(row, column, "needs a date in promised_on");
            });
  }

  static PromisedDay day(CsvRow row, String column) {
    String text = row.text(column);
    if (text == null) {
      return null;
    }
    return new PromisedDay(
        TO_BE_CONFIRMED.contains(OrderNumber.key(text)) ? null : row.date(column));
  }
}
