package org.vitrine.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.production.DueDates;

/**
 * By when an order is promised where there is more to say than one day.
 *
 * @param next the first day that is still to come; absent where none is set
 * @param last the last one
 * @param toBeConfirmed for how many lines a day is to be confirmed; absent for none
 */
public record DueRow(
    Optional<LocalDate> next, Optional<LocalDate> last, Optional<Integer> toBeConfirmed) {

  /**
   * By when one line of it is promised.
   *
   * @param date absent where nothing is promised for it, or the day is to be confirmed
   * @param lateFrom when that day is over where the plant is
   */
  public record LineDueRow(
      Optional<LocalDate> date, Optional<Boolean> toBeConfirmed, Optional<Instant> lateFrom) {
    private static LineDueRow of(DueDates.LineDue due) {
      return new LineDueRow(
          due.date(), Optional.of(true).filter(yes -> due.isToBeConfirmed()), due.lateFrom());
    }
  }

  static Optional<DueRow> of(DueDates due) {
    return Optional.of(due)
        .filter(DueDates::sayMore)
        .map(
            more ->
                new DueRow(
                    more.next(),
                    more.last(),
                    Optional.of(more.toBeConfirmed()).filter(count -> count > 0)));
  }

  static Optional<LineDueRow> of(DueDates due, int line) {
    return Optional.of(due)
        .filter(DueDates::sayMore)
        .map(more -> LineDueRow.of(more.lines().get(line)));
  }
}
