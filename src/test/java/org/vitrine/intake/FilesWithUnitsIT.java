package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.intake.PlantLog.Repeats;

/** Files of orders and logs of plants that measure. */
class FilesWithUnitsIT {
  private static final String WHOLE =
      " is not a whole number; give the line a unit such as m or kg";
  private static final String LOG =
      "order;part;quantity;operation;worker;started_at;finished_at;good;rejected;scrapped;rework;report;id;corrects;unit\n";

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "10.0       | -       | 10        | -",
        "12,000.0   | -       | 12000     | -",
        "120,5      | m       | 120.5     | m",
        "120.5      | MTR     | 120.5     | m",
        "1.234,5    | kg      | 1234.5    | kg",
        "1,234.5    | kg      | 1234.5    | kg",
        "1 234,125  | m²      | 1234.125  | m2",
        "1'234.5    | l       | 1234.5    | l",
        "0,125      | l       | 0.125     | l",
        "1.234.567  | Stk     | 1234567   | pieces",
        "1,234,567  | -       | 1234567   | -",
        "1.205      | kg      | 1.205     | kg",
        "2,5        | Rollen  | 2.5       | Rollen",
        "1.25E+01   | kg      | 12.5      | kg",
      },
      quoteCharacter = '`')
  void a_quantity_is_taken_as_a_spreadsheet_saves_it(
      String quantity, String unit, String taken, String shownUnit) {
    String number = "T " + quantity + " " + unit;
    for (String column : new String[] {"unit", "line_unit"}) {
      OrderSheetSummary summary = orders(number, column, quantity, unit == null ? "" : unit);
      assertThat(summary.refused()).isEmpty();
    }
    JsonNode line =
        shop.integrator()
            .json("/api/orders?q=" + URLEncoder.encode(number, StandardCharsets.UTF_8))
            .at("/orders/0/lines/1");
    assertThat(line.get("quantity").toString()).isEqualTo(taken);
    assertThat(line.path("unit").asText(null)).isEqualTo(shownUnit);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "120,5      | -       | quantity | “120,5”" + WHOLE,
        "120.50     | -       | quantity | “120.50”" + WHOLE,
        "1.234,5    | pcs     | quantity | “1.234,5”" + WHOLE,
        "2,5        | sets    | quantity | “2,5” is not a whole number; a line in sets is counted"
            + " whole",
        "1,205      | m       | quantity | “1,205” can mean 1.205 or 1205: write one of these",
        "12,000     | -       | quantity | “12,000” can mean 12.000 or 12000: write one of these",
        "4,5E+09    | kg      | quantity | “4,5E+09” is not a number such as 120 or 120.5",
        "4.5E+09    | kg      | quantity | “4.5E+09” is more than 1000000000",
        "NaN        | kg      | quantity | “NaN” is not a number such as 120 or 120.5",
        "12 m       | m       | quantity | “12 m” is not a number such as 120 or 120.5",
        "1,2,3      | m       | quantity | “1,2,3” is not a number such as 120 or 120.5",
        "-5,5       | m       | quantity | “-5,5” is not a number from 0 to 1000000000",
        "5,5-       | m       | quantity | “5,5-” is not a number from 0 to 1000000000",
        "0,0        | m       | quantity | “0,0” is not a quantity above zero",
        "0,00005    | m       | quantity | “0,00005” has more than three decimals",
        "5          | 12      | unit     | “12” is not a unit",
      },
      quoteCharacter = '`')
  void a_quantity_is_refused_as_it_stands_in_the_file(
      String quantity, String unit, String column, String sentence) {
    OrderSheetSummary summary = orders("R", "unit", quantity, unit == null ? "" : unit);
    RefusedRow row = summary.refused().getFirst().row();
    assertThat(row.column()).isEqualTo(column);
    assertThat(row.reason()).startsWith(sentence);
  }

  @Test
  void the_unit_of_a_requirement_is_not_the_unit_of_its_line() {
    String file =
        "order,company,line,quantity,line_unit,routing,requirement,stage,unit,minimum,maximum\n"
            + "BOTH,northwind,1,12.5,kg,split-ac,capacity,final-inspection,W,1,2\n"
            + "BOTH,northwind,2,2.5,,split-ac,,,m,,\n";
    assertThat(place(file).refused()).isEmpty();
    JsonNode lines = shop.integrator().json("/api/orders/BOTH").get("lines");
    assertThat(lines.at("/1/unit").asText()).isEqualTo("kg");
    assertThat(lines.at("/1/stages/final-inspection/requirements/capacity/unit").asText())
        .isEqualTo("W");
    assertThat(lines.at("/2/unit").asText()).isEqualTo("m");
  }

  @Test
  void a_log_makes_orders_in_the_unit_that_it_names() {
    PlantLogSummary summary =
        log("L1;Cable;300,5;Turning;;;2026-11-20T10:00;120,5;0,25;;no;work;;;m\n");
    assertThat(summary.refused()).isEmpty();
    JsonNode line = shop.integrator().json("/api/orders/L1").at("/lines/1");
    assertThat(line.get("quantity").toString()).isEqualTo("300.5");
    assertThat(line.get("unit").asText()).isEqualTo("m");
    assertThat(log("L1;Cable;300,5;Turning;;;2026-11-20T10:00;120,5;0,25;;no;work;;;m\n").known())
        .isEqualTo(1);
  }

  @Test
  void a_log_without_units_goes_by_the_order_that_is_there() {
    orders("L2", "unit", "300,5", "m");
    PlantLogSummary summary = log("L2;Cable;300,5;Turning;;;2026-11-20T10:00;120,5;;;no;work;;;\n");
    assertThat(summary.refused()).isEmpty();
    assertThat(shop.integrator().json("/api/orders/L2/events").toString()).contains("120.5");
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "L3;P;10;Turning;;;2026-11-20T10:00;3,5;;;no;work;;;           | good     | “3,5”" + WHOLE,
        "L3;P;10;Turning;;;2026-11-20T10:00;;0.50;;no;work;;;          | rejected | “0.50”" + WHOLE,
        "L3;P;10.5;Turning;;;2026-11-20T10:00;3;;;no;work;;;           | quantity | “10.5”" + WHOLE,
        "L3;P;10;Turning;;;2026-11-20T10:00;3,5;;;no;work;;;pcs        | good     | “3,5”" + WHOLE,
        "L3;P;10;Turning;;;2026-11-20T10:00;3,5;;;no;work;;;套         | good     | “3,5” is not a"
            + " whole number; a line in sets",
        "L4;P;10;Turning;;;2026-11-20T10:00;3;;;no;work;;;kg           | unit     | is “kg”, but"
            + " the line is counted in m",
        "L5;P;10;Turning;;;2026-11-20T10:00;3,5;;;no;work;;;kg         | unit     | is “kg”, but"
            + " the line is counted in pieces",
      })
  void a_row_that_does_not_fit_the_line_is_refused(String row, String column, String sentence) {
    orders("L4", "unit", "10", "m");
    orders("L5", "unit", "10", "");
    PlantLogSummary summary = log(row + "\n");
    assertThat(summary.taken()).isZero();
    RefusedRow refused = summary.refused().getFirst();
    assertThat(refused.column()).isEqualTo(column);
    assertThat(refused.reason()).startsWith(sentence);
    assertThat(shop.integrator().get("/api/orders/L3").statusCode()).isEqualTo(404);
  }

  @Test
  void where_a_fraction_is_taken_back_from_pieces_the_pieces_are_doubted_too() {
    String booking = "L6;P;10;Turning;;;2026-11-20T10:00;8;;;no;work;a;;\n";
    String other = "L6;P;10;Turning;;;2026-11-20T11:00;1;;;no;work;b;;\n";
    String back = "L6;P;10;Turning;;;2026-11-20T12:00;-0,5;;;no;work;c;a;\n";
    PlantLogSummary summary = log(booking + other + back);
    assertThat(summary.refused()).extracting(RefusedRow::line).containsExactly(2L, 4L);
    assertThat(summary.refused().getFirst().reason()).contains("line 4 says so");
    assertThat(summary.taken()).isEqualTo(1);
  }

  @Test
  void metres_are_taken_back_by_the_metre() {
    PlantLogSummary summary =
        log(
            "L7;P;10;Turning;;;2026-11-20T10:00;8,5;;;no;work;;;m\n"
                + "L7;P;10;Turning;;;2026-11-20T12:00;8,5-;;;no;work;;;m\n");
    assertThat(summary.refused()).isEmpty();
    assertThat(shop.integrator().json("/api/orders/L7").at("/lines/1/stages").findValues("through"))
        .allMatch(through -> through.toString().equals("0"));
  }

  private static OrderSheetSummary orders(
      String number, String column, String quantity, String unit) {
    return place(
        "order;company;line;product;quantity;routing;%s\n".formatted(column)
            + String.join(";", List.of(number, "northwind", "1", "P", quantity, "split-ac", unit))
            + "\n");
  }

  private static OrderSheetSummary place(String file) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .place(
            OrderSheet.parse("orders.csv", file),
            Mode.FOR_REAL,
            Optional.empty(),
            () -> false,
            done -> {});
  }

  private static PlantLogSummary log(String rows) {
    PlantLog log =
        PlantLog.parse("log.csv", LOG + rows, ZoneOffset.UTC, Repeats.REPORTS_OF_THEIR_OWN);
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .take(
            log,
            Optional.empty(),
            LogOwner.NOBODY_SAID,
            ReplaySpeed.allAtOnce(),
            Mode.FOR_REAL,
            Optional.empty(),
            done -> {});
  }
}
