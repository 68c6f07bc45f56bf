package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vitrine.scorecard.SmallCells.Cell;

/** Nothing of fewer than five can be read, nor found by taking others from the total. */
class SmallCellsTest {
  private static Cell<String> cell(String name, long count, int firstCompany, int companies) {
    return new Cell<>(
        name,
        count,
        LongStream.range(firstCompany, firstCompany + companies)
            .boxed()
            .collect(Collectors.toSet()));
  }

  @Test
  void what_is_large_enough_is_shown() {
    assertThat(SmallCells.leftOut(List.of(cell("a", 5, 0, 5), cell("b", 50, 0, 9)))).isEmpty();
    assertThat(SmallCells.leftOut(List.of())).isEmpty();
  }

  @Test
  void one_small_cell_takes_the_next_smallest_with_it() {
    assertThat(
            SmallCells.leftOut(
                List.of(cell("a", 2, 0, 2), cell("b", 9, 0, 6), cell("c", 50, 0, 9))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void many_lines_of_one_company_are_small_too() {
    assertThat(SmallCells.leftOut(List.of(cell("a", 90, 0, 1), cell("b", 99, 0, 6))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void two_small_cells_that_are_together_large_enough_hide_each_other() {
    assertThat(
            SmallCells.leftOut(
                List.of(cell("a", 3, 0, 3), cell("b", 4, 3, 3), cell("c", 50, 0, 9))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void whatever_the_cells_what_is_left_over_is_no_smaller() {
    Random random = new Random(20_261_130);
    for (int round = 0; round < 3_000; round++) {
      List<Cell<String>> cells =
          IntStream.range(0, 1 + random.nextInt(8))
              .mapToObj(
                  at ->
                      cell(
                          "c" + at,
                          1 + random.nextInt(12),
                          random.nextInt(9),
                          1 + random.nextInt(9)))
              .toList();
      Set<String> out = SmallCells.leftOut(cells);

      long count = 0;
      Set<Long> companies = new HashSet<>();
      for (Cell<String> cell : cells) {
        if (out.contains(cell.what())) {
          count += cell.count();
          companies.addAll(cell.companies());
        } else {
          assertThat(cell.count()).isGreaterThanOrEqualTo(5);
          assertThat(cell.companies().size()).isGreaterThanOrEqualTo(5);
        }
      }
      boolean nothingIsShown = out.size() == cells.size();
      assertThat(
              out.isEmpty()
                  || nothingIsShown
                  || out.size() > 1 && count >= 5 && companies.size() >= 5)
          .as(cells + " without " + out)
          .isTrue();
    }
  }
}
