package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.intake.OrderSheet.RefusedOrder;
import org.vitrine.platform.SaveOutcome;

class OrderSheetIT {
  private static final Path EXAMPLE = Path.of("docs/examples/orders.csv");

  private TestVitrine vitrine;
  private Shop shop;

  @BeforeEach
  void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
  }

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void the_example_of_the_guide_is_taken_whole() {
    OrderSheetSummary summary = place(OrderSheet.read(EXAMPLE), Mode.FOR_REAL);

    assertThat(summary.refused()).isEmpty();
    assertThat(summary.outcomes()).containsOnly(Map.entry(SaveOutcome.CREATED, 3));
    JsonNode page = shop.integrator().json("/api/orders/SO-2001");
    assertThat(page.at("/promise/current").asText()).isEqualTo("2026-12-12");
    assertThat(page.at("/lines/2/quantity").asInt()).isEqualTo(120);
    JsonNode capacity = page.at("/lines/1/stages/final-inspection/requirements/capacity");
    assertThat(capacity.at("/minimum").asInt()).isEqualTo(3325);
    assertThat(capacity.at("/name/zh-CN").asText()).isEqualTo("制冷量");
  }

  @Test
  void the_same_file_again_changes_nothing() {
    place(OrderSheet.read(EXAMPLE), Mode.FOR_REAL);
    OrderSheetSummary second = place(OrderSheet.read(EXAMPLE), Mode.FOR_REAL);

    assertThat(second.nothingNew()).isTrue();
    assertThat(second.outcomes()).containsOnly(Map.entry(SaveOutcome.UNCHANGED, 3));
  }

  @Test
  void a_dry_run_says_the_same_and_writes_nothing() {
    OrderSheetSummary dry = place(OrderSheet.read(EXAMPLE), Mode.DRY_RUN);

    assertThat(dry.outcomes()).containsOnly(Map.entry(SaveOutcome.CREATED, 3));
    assertThat(shop.integrator().get("/api/orders/SO-2001").statusCode()).isEqualTo(404);
  }

  @Test
  void a_slipped_promise_needs_a_reason_and_the_other_orders_are_taken() {
    place(sheet("SO-1,northwind,split-ac,2026-12-12,,"), Mode.FOR_REAL);
    OrderSheetSummary summary =
        place(
            sheet("SO-1,northwind,split-ac,2026-12-15,,", "SO-2,northwind,split-ac,2026-12-15,,"),
            Mode.FOR_REAL);

    assertThat(summary.outcomes()).containsOnly(Map.entry(SaveOutcome.CREATED, 1));
    assertThat(summary.refused())
        .containsExactly(
            new RefusedOrder(
                "SO-1",
                new RefusedRow(
                    2,
                    "promise_reason",
                    "The promise moves from 2026-12-12 to 2026-12-15: give a reason")));
    place(sheet("SO-1,northwind,split-ac,2026-12-15,the compressors came late,"), Mode.FOR_REAL);
    assertThat(shop.integrator().json("/api/orders/SO-1").at("/promise/current").asText())
        .isEqualTo("2026-12-15");
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01, , placed_on",
    "1899-12-30, , placed_on",
    "1970-01-01 00:00:00, , placed_on",
    "9999-12-31, , placed_on",
    ", 9999-12-31, promised_on",
    ", 9999-12-31T00:00:00, promised_on",
    ", 1899-12-30, promised_on"
  })
  void a_date_that_stands_for_none_is_refused_by_its_column(
      String placed, String promised, String column) {
    String row =
        "SO-1,northwind,split-ac,%s,%s\n"
            .formatted(Objects.toString(placed, ""), Objects.toString(promised, ""));
    OrderSheetSummary summary =
        place(
            OrderSheet.parse("o.csv", "order,company,routing,placed_on,promised_on\n" + row),
            Mode.FOR_REAL);

    assertThat(summary.outcomes()).isEmpty();
    RefusedRow refused = summary.refused().getFirst().row();
    assertThat(refused.column()).isEqualTo(column);
    assertThat(refused.reason()).contains("is a placeholder; leave it out");
  }

  @Test
  void what_only_the_database_knows_is_refused_with_row_and_column() {
    OrderSheetSummary summary =
        place(
            sheet(
                "SO-1,nobody,split-ac,,,",
                "SO-2,northwind,no-such,,,",
                "SO-3,northwind,split-ac,,,moulding"),
            Mode.DRY_RUN);

    assertThat(summary.outcomes()).isEmpty();
    assertThat(summary.refused())
        .extracting(refused -> refused.row().line() + " " + refused.row().column())
        .containsExactly("2 company", "3 routing", "4 stage");
    assertThat(summary.refused().getLast().row().reason()).contains("“moulding”");
  }

  private static OrderSheet sheet(String... rows) {
    StringBuilder text =
        new StringBuilder("order,company,routing,promised_on,promise_reason,stage,requirement\n");
    for (String row : rows) {
      text.append(row).append(row.endsWith(",") ? "," : ",demand").append('\n');
    }
    return OrderSheet.parse("orders.csv", text.toString());
  }

  private OrderSheetSummary place(OrderSheet sheet, Mode mode) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .place(sheet, mode, Optional.empty(), () -> false, done -> {});
  }
}
