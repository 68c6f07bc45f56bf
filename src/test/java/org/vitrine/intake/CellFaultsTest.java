package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellFaultsTest {
  @Test
  void all_cells_of_an_order_that_cannot_be_read_are_named_whichever_comes_first() {
    RefusedRow row =
        refused(
            """
            order,company,routing,line,quantity,placed_on,mandatory,requirement,stage
            SO-1,harbour,pump,1,many,soon,maybe,leak,test
            SO-1,harbour,pump,two,3,2026-12-01,,,
            """);
    assertThat(row.also()).hasSize(3).doesNotContain(row.with(List.of()));
    assertThat(named(row))
        .containsExactlyInAnyOrder("2 quantity", "2 placed_on", "2 mandatory", "3 line");
  }

  @Test
  void where_one_cell_is_wrong_nothing_else_is_named() {
    RefusedRow row = refused("order,company,routing,quantity\nSO-1,harbour,pump,many\n");
    assertThat(named(row)).containsExactly("2 quantity");
  }

  @Test
  void no_more_are_named_than_somebody_reads() {
    StringBuilder file = new StringBuilder("order,company,routing,line,quantity\n");
    for (int line = 1; line <= 50; line++) {
      file.append("SO-1,harbour,pump,%d,many\n".formatted(line));
    }
    assertThat(refused(file.toString()).also()).hasSize(20);
  }

  private static RefusedRow refused(String file) {
    return OrderSheet.parse("orders.csv", file).refused().getFirst().row();
  }

  private static List<String> named(RefusedRow row) {
    return Stream.concat(Stream.of(row), row.also().stream())
        .map(one -> one.line() + " " + one.column())
        .toList();
  }
}
