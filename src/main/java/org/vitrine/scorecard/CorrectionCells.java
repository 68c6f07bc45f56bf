package org.vitrine.scorecard;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.scorecard.ScorecardFigure.FigureShown;
import org.vitrine.scorecard.ScorecardFigure.ScorecardGroup;

/**
 * What a correction leaves out of the parts of a total, so that what was left out before is not
 * found by taking one row of the same month from another. What was once left out stays so. What is
 * left out beside that, and was shown before, could be had as what the rest grew by: so it is never
 * one part alone, and one that is large enough is among them; where there is none, the total is
 * left out too.
 */
final class CorrectionCells {
  private final List<List<ScorecardFigure>> before;
  private final List<ScorecardFigure> counted;

  private CorrectionCells(List<List<ScorecardFigure>> before, List<ScorecardFigure> counted) {
    this.before = before;
    this.counted = counted;
  }

  /**
   * @param before all that is published of the month
   * @param counted the same counted again, small parts left out
   */
  static List<ScorecardFigure> beside(
      List<List<ScorecardFigure>> before, List<ScorecardFigure> counted) {
    return new CorrectionCells(before, counted).leftOut();
  }

  private List<ScorecardFigure> leftOut() {
    List<ScorecardFigure> figures = counted;
    Set<String> divided =
        counted.stream()
            .filter(one -> one.group().isPresent() && isOfTotal(one))
            .map(ScorecardFigure::name)
            .collect(Collectors.toSet());
    for (String name : divided) {
      figures = leftOut(name, figures);
    }
    return figures;
  }

  /** Only what is divided can be found by subtraction. */
  private boolean isOfTotal(ScorecardFigure part) {
    return counted.stream()
        .anyMatch(one -> one.group().isEmpty() && one.name().equals(part.name()));
  }

  private List<ScorecardFigure> leftOut(String name, List<ScorecardFigure> figures) {
    List<ScorecardFigure> parts = parts(name, figures);
    Set<String> out = hidden(parts);
    before.forEach(row -> out.addAll(hidden(parts(name, row))));
    List<String> large =
        parts.stream()
            .filter(part -> part.shown().isPresent())
            .sorted(Comparator.comparingLong(CorrectionCells::size))
            .map(CorrectionCells::code)
            .toList();
    boolean total = false;
    for (List<ScorecardFigure> row : before) {
      if (isFoundBeside(parts(name, row), parts, out) && isTotalShown(name, row)) {
        Optional<String> another = large.stream().filter(code -> !out.contains(code)).findFirst();
        another.ifPresent(out::add);
        total |= another.isEmpty();
      }
    }
    boolean totalToo = total;
    return figures.stream()
        .map(
            one ->
                one.name().equals(name) && (totalToo || out.contains(code(one)))
                    ? one.leftOut()
                    : one)
        .toList();
  }

  /** Whether what is left out beside this row's is none that is large enough by itself. */
  private static boolean isFoundBeside(
      List<ScorecardFigure> row, List<ScorecardFigure> parts, Set<String> out) {
    Set<String> known = hidden(row);
    List<ScorecardFigure> more =
        parts.stream()
            .filter(part -> out.contains(code(part)) && !known.contains(code(part)))
            .toList();
    return !known.isEmpty()
        && !more.isEmpty()
        && more.stream().allMatch(part -> part.shown().isEmpty());
  }

  private static List<ScorecardFigure> parts(String name, List<ScorecardFigure> figures) {
    return figures.stream()
        .filter(one -> one.name().equals(name) && one.group().isPresent())
        .toList();
  }

  private static Set<String> hidden(List<ScorecardFigure> parts) {
    return parts.stream()
        .filter(one -> one.shown().isEmpty())
        .map(CorrectionCells::code)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isTotalShown(String name, List<ScorecardFigure> row) {
    return row.stream()
        .anyMatch(
            one -> one.name().equals(name) && one.group().isEmpty() && one.shown().isPresent());
  }

  private static String code(ScorecardFigure part) {
    return part.group().map(ScorecardGroup::code).orElse("");
  }

  private static long size(ScorecardFigure part) {
    return part.shown().flatMap(FigureShown::of).orElse(0L);
  }
}
