package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.StartFailed;

class ShipmentSheetIT {
  private static final String HEADER =
      "shipment,order,line,quantity,left_on,carrier,carrier_name,tracking_number,delivered_on,reason\n";

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    Duration ahead = Duration.between(Instant.now(), Instant.parse("2026-12-07T12:00:00Z"));
    vitrine = TestVitrine.startAt(Clock.offset(Clock.systemUTC(), ahead));
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_file_of_shipments_is_taken_and_taken_again_it_changes_nothing() {
    shop.order("SO-1");
    shop.order("SO-2");
    String rows =
        "DN-1,so-1,1,60.0,2026-12-01 00:00:00,,Pearl River,\"=\"\"0045001\"\"\",,\n"
            + "DN-2,SO-1,,40,2026-12-03,,,,2026-12-05,\n"
            + "DN-1,SO-2,1,5,2026-12-01,,Pearl River,,,\n";

    ShipmentSheetSummary summary = ship(rows, Mode.FOR_REAL);

    assertThat(summary.refused()).isEmpty();
    assertThat(summary.outcomes()).containsOnly(Map.entry(SaveOutcome.CREATED, 3));
    JsonNode page = shop.integrator().json("/api/orders/SO-1");
    assertThat(page.at("/lines/1/left/quantity").asInt()).isEqualTo(100);
    assertThat(page.at("/lines/1/left/delivered").asInt()).isEqualTo(40);
    assertThat(page.get("shipments").toString())
        .contains("Pearl River", "\"trackingNumber\":\"0045001\"");
    assertThat(ship(rows, Mode.FOR_REAL).nothingNew()).isTrue();
  }

  @Test
  void the_example_of_the_guide_is_taken_whole() {
    Intake intake = vitrine.vitrine().rooms().intake();
    OrderSheet orders = OrderSheet.read(Path.of("docs/examples/orders.csv"));
    intake.place(orders, Mode.FOR_REAL, Optional.empty(), () -> false, done -> {});
    ShipmentSheet example = ShipmentSheet.read(Path.of("docs/examples/shipments.csv"));

    ShipmentSheetSummary summary =
        intake.ship(example, Mode.FOR_REAL, Optional.empty(), () -> false, done -> {});

    assertThat(summary.refused()).isEmpty();
    assertThat(summary.shipments(SaveOutcome.CREATED)).isEqualTo(2);
    JsonNode page = shop.integrator().json("/api/orders/SO-2001");
    assertThat(page.at("/lines/1/left/quantity").asInt()).isEqualTo(100);
    assertThat(page.at("/lines/2/left/delivered").asInt()).isEqualTo(20);
  }

  @Test
  void what_is_only_tried_leaves_nothing_behind() {
    shop.order("SO-3");

    ShipmentSheetSummary summary =
        ship("DN-1,SO-3,1,300,2026-12-01,,,,,\nDN-2,SO-3,1,300,2026-12-01,,,,,\n", Mode.DRY_RUN);

    // Each alone would fit: they are tried together.
    assertThat(summary.shipments(SaveOutcome.CREATED)).isEqualTo(1);
    assertThat(summary.refused()).hasSize(1);
    assertThat(summary.refused().getFirst().row().reason()).contains("600 of line 1");
    assertThat(shop.integrator().json("/api/orders/SO-3/shipments").get("shipments")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DN-1,SO-4,1,1.5,2026-12-01,,,,,                    | quantity        | “1.5”",
        "DN-1,SO-4,1,,2026-12-01,,,,,                       | quantity        | is empty",
        "DN-1,SO-4,1,0,2026-12-01,,,,,                      | quantity        | “0”",
        "DN-1,SO-4,1,600,2026-12-01,,,,,                    | quantity        | “600”",
        "DN-1,SO-4,9,6,2026-12-01,,,,,                      | line            | “9”",
        "DN-1,SO-4,x,6,2026-12-01,,,,,                      | line            | “x”",
        "DN-1,SO-4,1,6,01.12.2026,,,,,                      | left_on         | “01.12.2026”",
        "DN-1,SO-4,1,6,9999-12-31,,,,,                      | left_on         | “9999-12-31”",
        "DN-1,SO-4,1,6,2026-12-24,,,,,                      | left_on         | “2026-12-24”",
        "DN-1,SO-4,1,6,,,,,,                                | left_on         | the day on which it"
            + " left",
        "DN-1,SO-4,1,6,2026-12-01,nobody,,,,                | carrier         | “nobody”",
        "DN-1,SO-4,1,6,2026-12-01,dhl,DHL,,,                | carrier_name    | “DHL”",
        "DN-1,SO-4,1,6,2026-12-01,,,4.5E+09,,               | tracking_number | 4.5E+09",
        "DN-1,SO-4,1,6,2026-12-01,,,,2026-11-01,            | delivered_on    | “2026-11-01”",
        "DN-1,SO-none,1,6,2026-12-01,,,,,                   | order           | “SO-none”",
        ",SO-4,1,6,2026-12-01,,,,,                          | shipment        | is empty",
        "DN-1,,1,6,2026-12-01,,,,,                          | order           | is empty"
      })
  void a_bad_row_names_its_line_its_column_and_what_is_written_there(
      String row, String column, String quoted) {
    shop.order("SO-4");

    ShipmentSheetSummary summary = ship(row + "\n", Mode.FOR_REAL);

    assertThat(summary.outcomes()).isEmpty();
    assertThat(summary.refused()).hasSize(1);
    RefusedRow refused = summary.refused().getFirst().row();
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.column()).isEqualTo(column);
    assertThat(refused.reason()).contains(quoted);
  }

  @Test
  void rows_of_one_shipment_that_contradict_each_other_refuse_it_whole_and_no_other() {
    shop.order("SO-5");

    ShipmentSheetSummary summary =
        ship(
            "DN-1,SO-5,1,6,2026-12-01,,,,,\n"
                + "dn-1,so-5,2,6,2026-12-02,,,,,\n"
                + "DN-2,SO-5,1,7,2026-12-02,,,,,\n",
            Mode.FOR_REAL);

    assertThat(summary.refused().getFirst().row().reason()).contains("contradicts line 2");
    assertThat(summary.shipments(SaveOutcome.CREATED)).isEqualTo(1);
  }

  @Test
  void a_column_that_is_unknown_or_missing_is_named() {
    assertThatThrownBy(() -> ShipmentSheet.parse("s.csv", "shipment,order,quantity\n1,2,3\n"))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("left_on");
    String heavier = HEADER.replace("reason", "weight") + "1,2,1,3,2026-12-01,,,,,9\n";
    assertThatThrownBy(() -> ShipmentSheet.parse("s.csv", heavier))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("weight");
  }

  private static ShipmentSheetSummary ship(String rows, Mode mode) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .ship(
            ShipmentSheet.parse("shipments.csv", HEADER + rows),
            mode,
            Optional.empty(),
            () -> false,
            done -> {});
  }
}
