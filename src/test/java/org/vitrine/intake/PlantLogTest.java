package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.intake.PlantLog.Repeated;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Report;

class PlantLogTest {
  private static final String HEADER =
      "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report";
  private static final String ROW =
      "WO-1,Cable Head,250,Lapping,ID4163,2012-01-02T07:00,2012-01-02T08:15,31,1,2,no,work";

  @Test
  void a_row_becomes_a_report_in_the_zone_of_the_log() {
    Report report = read(HEADER, ROW).entries().getFirst().report();

    assertThat(report.order()).isEqualTo("WO-1");
    assertThat(report.place().operation()).isEqualTo("Lapping");
    assertThat(report.origin().actor()).isEqualTo("ID4163");
    assertThat(report.timing().startedAt()).isEqualTo(Instant.parse("2012-01-02T05:00:00Z"));
    assertThat(report.happenedAt()).isEqualTo(Instant.parse("2012-01-02T06:15:00Z"));
    assertThat(
            List.of(report.pieces().good(), report.pieces().rejected(), report.pieces().scrapped()))
        .containsExactly(31, 1, 2);
  }

  @Test
  void the_same_row_said_again_is_the_same_report() {
    PlantLog log = read(HEADER, ROW, ROW.replace("31", "32"), ROW);

    assertThat(log.entries()).hasSize(2);
    assertThat(log.repeated()).containsExactly(new Repeated(4, 2));
    assertThat(log.rows()).isEqualTo(3);
  }

  @Property(tries = 30)
  void the_order_of_the_rows_never_matters(@ForAll long seed) {
    List<String> rows =
        new ArrayList<>(
            IntStream.range(0, 30)
                .mapToObj(
                    at -> ROW.replace("WO-1", "WO-" + at % 4).replace("250", "" + (1 + at % 3)))
                .toList());
    PlantLog before = read(HEADER, rows.toArray(String[]::new));
    Collections.shuffle(rows, new Random(seed));
    PlantLog after = read(HEADER, rows.toArray(String[]::new));

    assertThat(reports(after)).isEqualTo(reports(before));
    assertThat(after.orders()).isEqualTo(before.orders());
  }

  private static List<Report> reports(PlantLog log) {
    return log.entries().stream().map(PlantLog.LogEntry::report).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WO-1,                |  ,                   | order       | is empty",
        "WO-1,                | WO 1/2,              | order       | An order number must have",
        ",Lapping,            | ,,                   | operation   | is empty",
        ",250,                | ,-5,                 | quantity    | “-5” is not a whole number",
        ",250,                | ,0,                  | quantity    | above zero",
        ",31,                 | ,3.5,                | good        | “3.5” is not a whole number",
        ",31,                 | ,9999999999,         | good        | is not a whole number",
        "2012-01-02T08:15     | 02/01/2012 08:15     | finished_at | is not a time such as",
        "2012-01-02T08:15     |  ''                  | finished_at | is empty",
        "2012-01-02T08:15     | 2012-01-02T06:15     | started_at  | The start is after",
        ",no,                 | ,maybe,              | rework      | must be yes or no",
      })
  void a_bad_cell_refuses_its_row_and_names_line_and_column(
      String good, String bad, String column, String reason) {
    PlantLog log = read(HEADER, ROW.replaceFirst(good, bad), ROW);

    assertThat(log.entries()).hasSize(1);
    assertThat(log.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.line()).isEqualTo(2);
              assertThat(refused.column()).isEqualTo(column);
              assertThat(refused.reason()).contains(reason);
            });
  }

  @Test
  void a_row_with_another_number_of_fields_is_refused() {
    PlantLog log = read(HEADER, ROW, ROW + ",more", "WO-1,too few");

    assertThat(log.refused())
        .extracting(RefusedRow::line, RefusedRow::reason)
        .containsExactly(
            tuple(3L, "has 13 fields, but the header has 12"),
            tuple(4L, "has 2 fields, but the header has 12"));
    assertThat(log.rows()).isEqualTo(3);
  }

  @Test
  void an_unknown_kind_of_report_is_work_that_keeps_its_kind() {
    PlantLog log = read(HEADER, ROW.replace(",work", ",B"), ROW.replace(",work", ",setup"));

    assertThat(log.unknownKinds()).containsOnly(Map.entry("B", 1L));
    assertThat(reports(log)).filteredOn(report -> report.pieces().setup()).hasSize(1);
    assertThat(reports(log)).filteredOn(report -> report.id().endsWith("-B")).hasSize(1);
  }

  @Test
  void what_most_rows_say_of_an_order_is_taken_and_the_others_are_told() {
    PlantLog log =
        read(
            HEADER,
            ROW,
            ROW.replace("31", "32"),
            ROW.replace("250", "200"),
            ROW.replace("Cable Head,250", ",").replace("31", "5"));

    WorkOrder order = log.orders().getFirst();
    assertThat(order.quantity()).contains(250);
    assertThat(order.part()).contains("Cable Head");
    assertThat(order.contradictions())
        .containsExactly("WO-1: quantity “200” in 1 row, “250” in 2 rows; 250 was used");
  }

  @Test
  void what_nobody_says_stays_open() {
    WorkOrder order = read(HEADER, ROW.replace("Cable Head,250", ",")).orders().getFirst();

    assertThat(order.part()).isEmpty();
    assertThat(order.quantity()).isEmpty();
  }

  @Test
  void a_missing_column_is_named() {
    String header = HEADER.replace(",good", "").replace(",rework", "");

    assertThatThrownBy(() -> read(header, ROW))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("log.csv has no column “good”, “rework”; its columns are: order,");
  }

  @Test
  void columns_may_stand_in_any_order_and_others_are_told() {
    PlantLog log = read(HEADER + ",shift", ROW + ",night");

    assertThat(log.entries()).hasSize(1);
    assertThat(log.ignoredColumns()).containsExactly("shift");
  }

  private static PlantLog read(String header, String... rows) {
    return PlantLog.parse(
        "log.csv",
        List.of(rows).stream().collect(Collectors.joining("\n", header + "\n", "\n")),
        ZoneId.of("+02:00"));
  }
}
