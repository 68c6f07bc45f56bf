package org.vitrine.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder.GivenPromise;

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
  private static final Set<String> TO_BE_CONFIRMED =
      Set.of("tbc", "tbd", "to be confirmed", "待定", "待确认");

  private final List<CsvRow> rows;
  private final Set<PromisedDay> days = new HashSet<>();
  private final Set<LocalizedText> reasons = new HashSet<>();

  PromiseColumns(List<CsvRow> rows) {
    this.rows = rows;
    for (CsvRow row : rows) {
      days.add(BadRow.naming(row, field -> field, () -> day(row, DAY)));
      reasons.add(BadRow.naming(row, field -> field, () -> row.localized(REASON)));
    }
    days.removeIf(Objects::isNull);
    reasons.removeIf(Objects::isNull);
  }

  /**
   * @param date absent where it is to be confirmed
   */
  private record PromisedDay(LocalDate date) {
    @Override
    public String toString() {
      return date == null ? "to be confirmed" : date.toString();
    }

    private GivenPromise given(CsvRow row, LocalizedText reason) {
      return BadRow.naming(
          row, OrderRows::column, () -> new GivenPromise(date, date == null ? true : null, reason));
    }
  }

  /** What all rows say of the order; nothing where they do not agree. */
  GivenPromise ofOrder() {
    if (days.isEmpty()) {
      rows.stream()
          .filter(row -> row.localized(REASON) != null)
          .forEach(PromiseColumns::refuseReason);
    }
    return agree() ? days.iterator().next().given(rows.getFirst(), reasonOfAll()) : null;
  }

  /** What the rows of one line say of it. */
  GivenPromise ofLine(List<CsvRow> ofLine) {
    PromisedDay day = OrderRows.said(ofLine, DAY, PromiseColumns::day);
    LocalizedText reason = OrderRows.said(ofLine, REASON, CsvRow::localized);
    if (day != null) {
      return day.given(ofLine.getFirst(), reason == null && agree() ? reasonOfAll() : reason);
    }
    if (reason != null && !agree()) {
      refuseReason(ofLine.getFirst());
    }
    return null;
  }

  private boolean agree() {
    return days.size() == 1 && reasons.size() <= 1;
  }

  private LocalizedText reasonOfAll() {
    return reasons.isEmpty() ? null : reasons.iterator().next();
  }

  private static void refuseReason(CsvRow row) {
    throw new BadRow(row, REASON, "needs a date in promised_on");
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
