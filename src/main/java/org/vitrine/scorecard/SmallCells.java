package org.vitrine.scorecard;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the cells that a total is made of are left out, so that none of fewer than five lines or
 * five companies can be read, nor found by taking the others from the total: what is left out is
 * itself no smaller, and never one cell alone.
 */
final class SmallCells {
  private SmallCells() {}

  /** A part of a total: so many, of these companies. */
  record Cell<T>(T what, long count, Set<Long> companies) {
    private boolean isSmall() {
      return count < ScorecardFigure.FEWEST || companies.size() < ScorecardFigure.FEWEST;
    }
  }

  /** Of these, those that are left out; all of them where nothing else helps. */
  static <T> Set<T> leftOut(List<Cell<T>> cells) {
    List<Cell<T>> bySize =
        cells.stream()
            .sorted(
                Comparator.comparingLong((Cell<T> cell) -> cell.count())
                    .thenComparing(cell -> cell.what().toString()))
            .toList();
    Set<T> out = new HashSet<>();
    bySize.stream().filter(Cell::isSmall).forEach(cell -> out.add(cell.what()));
    for (Cell<T> next : bySize) {
      if (out.isEmpty() || isSafe(cells, out)) {
        break;
      }
      out.add(next.what());
    }
    return out;
  }

  private static <T> boolean isSafe(List<Cell<T>> cells, Set<T> out) {
    long count = 0;
    Set<Long> companies = new HashSet<>();
    for (Cell<T> cell : cells) {
      if (out.contains(cell.what())) {
        count += cell.count();
        companies.addAll(cell.companies());
      }
    }
    return out.size() > 1
        && count >= ScorecardFigure.FEWEST
        && companies.size() >= ScorecardFigure.FEWEST;
  }
}
