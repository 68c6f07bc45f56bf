package org.vitrine.orders;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** Lines that are declared finished with fewer than were ordered. */
final class ClosedLines {
  private ClosedLines() {}

  /**
   * Something must have been made of what is finished: a line of which nothing was reported is
   * cancelled. Throws {@link Rejection.Invalid} at the line.
   */
  static void requireBegun(Order before, PlaceOrder wanted, List<ReportedWork> reported) {
    for (int at = 0; at < wanted.lines().size(); at++) {
      Line line = wanted.lines().get(at);
      boolean wasClosed =
          before
              .line(line.number())
              .flatMap(known -> Optional.ofNullable(known.closedShort()))
              .isPresent();
      if (line.closedShort() != null
          && !wasClosed
          && reported.stream().noneMatch(work -> work.begun() && work.line() == line.number())) {
        throw new Rejection.Invalid(
            "lines[%d].closedShort".formatted(at),
            "Nothing was reported of line %d, so it cannot be finished; cancel it instead"
                .formatted(line.number()));
      }
    }
  }

  static boolean areAny(PlaceOrder order) {
    return order.lines().stream().anyMatch(line -> line.closedShort() != null);
  }
}
