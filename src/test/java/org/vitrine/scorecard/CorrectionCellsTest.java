package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.LocalizedText;
import org.vitrine.scorecard.ScorecardFigure.FigureBase;
import org.vitrine.scorecard.ScorecardFigure.ScorecardGroup;
import org.vitrine.scorecard.ScorecardFigure.ScorecardUnit;
import org.vitrine.scorecard.SmallCells.Cell;

/** A month and its corrections together tell no more of few than each of them by itself. */
class CorrectionCellsTest {
  /** Those of each letter are others. */
  private static Cell<String> cell(String name, int count, int companies) {
    return cell(name, count, name.charAt(0) * 10L, companies);
  }

  private static Cell<String> cell(String name, int count, long first, int companies) {
    return new Cell<>(
        name,
        count,
        LongStream.range(first, first + companies).boxed().collect(Collectors.toSet()));
  }

  /** As a month is counted: its total, and its parts without the small ones. */
  private static List<ScorecardFigure> counted(List<Cell<String>> cells) {
    Set<String> out = SmallCells.leftOut(cells);
    long all = cells.stream().mapToLong(Cell::count).sum();
    return Stream.concat(
            Stream.of(figure(Optional.empty(), new FigureBase(all, 9))),
            cells.stream()
                .map(
                    cell -> {
                      Optional<ScorecardGroup> group = Optional.of(group(cell.what()));
                      return out.contains(cell.what())
                          ? ScorecardFigure.hidden("in-full", 1, ScorecardUnit.SHARE, group)
                          : figure(group, new FigureBase(cell.count(), cell.companies().size()));
                    }))
        .toList();
  }

  private static ScorecardGroup group(String name) {
    return new ScorecardGroup(name, LocalizedText.of(name));
  }

  private static ScorecardFigure figure(Optional<ScorecardGroup> group, FigureBase base) {
    return ScorecardFigure.share("in-full", 1, group, base, base.count());
  }

  private static Set<String> hidden(List<ScorecardFigure> figures) {
    return figures.stream()
        .filter(one -> one.shown().isEmpty())
        .map(one -> one.group().map(ScorecardGroup::code).orElse("total"))
        .collect(Collectors.toSet());
  }

  private static List<ScorecardFigure> corrected(
      List<Cell<String>> cells, List<List<ScorecardFigure>> before) {
    return CorrectionCells.beside(before, counted(cells));
  }

  @Test
  void what_was_left_out_stays_so_when_it_has_grown() {
    List<ScorecardFigure> first =
        counted(List.of(cell("a", 3, 3), cell("b", 7, 6), cell("c", 9, 9)));
    assertThat(hidden(first)).containsExactlyInAnyOrder("a", "b");

    List<Cell<String>> grown = List.of(cell("a", 6, 6), cell("b", 7, 6), cell("c", 9, 9));
    assertThat(hidden(counted(grown))).as("by itself").isEmpty();
    assertThat(hidden(corrected(grown, List.of(first)))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void what_becomes_small_takes_another_with_it() {
    List<ScorecardFigure> first =
        counted(List.of(cell("a", 3, 3), cell("b", 4, 4), cell("c", 6, 6), cell("d", 9, 9)));
    assertThat(hidden(first)).containsExactlyInAnyOrder("a", "b");

    List<Cell<String>> less =
        List.of(cell("a", 3, 3), cell("b", 4, 4), cell("c", 4, 4), cell("d", 9, 9));
    assertThat(hidden(counted(less))).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(hidden(corrected(less, List.of(first))))
        .containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void where_no_other_is_left_the_total_goes_too() {
    List<ScorecardFigure> first =
        counted(List.of(cell("a", 3, 3), cell("b", 4, 4), cell("c", 6, 6)));
    List<Cell<String>> less = List.of(cell("a", 3, 3), cell("b", 4, 4), cell("c", 4, 4));
    assertThat(hidden(corrected(less, List.of(first))))
        .containsExactlyInAnyOrder("total", "a", "b", "c");
  }

  @Test
  void whatever_was_wrong_no_row_taken_from_another_leaves_fewer_than_five() {
    Random random = new Random(20_261_201);
    int told = 0;
    for (int round = 0; round < 3_000; round++) {
      List<List<ScorecardFigure>> published = new ArrayList<>();
      for (int row = 0; row < 3; row++) {
        List<Cell<String>> cells =
            IntStream.range(0, 2 + random.nextInt(6))
                .mapToObj(
                    at ->
                        cell(
                            "c" + at,
                            1 + random.nextInt(12),
                            random.nextInt(9),
                            1 + random.nextInt(9)))
                .toList();
        List<ScorecardFigure> figures = corrected(cells, published);
        for (List<ScorecardFigure> before : published) {
          assertThat(isTelling(before, figures, cells)).as(before + " and " + cells).isFalse();
          told += isTelling(before, counted(cells), cells) ? 1 : 0;
        }
        published.add(figures);
      }
    }
    assertThat(told).as("which it would have, counted by itself").isPositive();
  }

  /**
   * Whether what is left out of one row and was not left out of the other is of few: it is had as
   * the difference of what is missing to both totals, if the others are as they were.
   */
  private static boolean isTelling(
      List<ScorecardFigure> before, List<ScorecardFigure> after, List<Cell<String>> cells) {
    Set<String> then = hidden(before);
    Set<String> now = hidden(after);
    if (then.contains("total") || now.contains("total")) {
      return false;
    }
    Set<String> shownSince = new HashSet<>(then);
    shownSince.removeAll(now);
    shownSince.retainAll(cells.stream().map(Cell::what).collect(Collectors.toSet()));
    List<Cell<String>> more =
        cells.stream()
            .filter(cell -> now.contains(cell.what()) && !then.contains(cell.what()))
            .toList();
    return !shownSince.isEmpty() || !then.isEmpty() && !more.isEmpty() && isFew(more);
  }

  private static boolean isFew(List<Cell<String>> cells) {
    return cells.stream().mapToLong(Cell::count).sum() < 5
        || cells.stream().flatMap(cell -> cell.companies().stream()).distinct().count() < 5;
  }
}
