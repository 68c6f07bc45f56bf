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
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.intake.PlantLog.Repeated;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
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
        .containsExactly(Amount.of(31), Amount.of(1), Amount.of(2));
  }

  @Test
  void rows_that_say_the_same_are_reports_of_their_own_and_the_first_keeps_its_name() {
    PlantLog once = read(HEADER, ROW);
    PlantLog log = read(HEADER, ROW, ROW.replace("31", "32"), ROW, ROW);

    assertThat(log.repeated()).isEmpty();
    assertThat(reports(log)).extracting(Report::id).doesNotHaveDuplicates().hasSize(4);
    assertThat(reports(log)).containsAll(reports(once));
    assertThat(reports(once).getFirst().id()).isEqualTo("log-1a3c93fd6530c7ac03917cb2091e6797");
    assertThat(reports(read(HEADER, ROW, ROW, ROW, ROW.replace("31", "32"))))
        .isEqualTo(reports(log));
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_REPORT, '', '', 2",
    "REPORTS_OF_THEIR_OWN, ',id', ',', 2",
    "REPORTS_OF_THEIR_OWN, ',id', ',7', 2",
    "ONE_REPORT, ',id', ',7', 2",
    "REPORTS_OF_THEIR_OWN, ',shift', ',7', 3",
    "REPORTS_OF_THEIR_OWN, '', '', 3"
  })
  void rows_that_say_the_same_are_one_report_where_rows_have_names_or_somebody_says_so(
      Repeats repeats, String column, String cell, int reports) {
    String other = ROW.replace("31", "32") + cell.replace('7', '8');
    PlantLog log =
        PlantLog.parse(
            "log.csv",
            String.join("\n", HEADER + column, ROW + cell, other, ROW + cell),
            ZoneId.of("+02:00"),
            repeats);

    assertThat(log.entries()).hasSize(reports);
    assertThat(log.repeated()).hasSize(3 - reports);
  }

  @Test
  void the_same_row_said_again_is_the_same_report_where_somebody_says_so() {
    PlantLog log =
        PlantLog.parse(
            "log.csv",
            String.join("\n", HEADER, ROW, ROW.replace("31", "32"), ROW),
            ZoneId.of("+02:00"),
            Repeats.ONE_REPORT);

    assertThat(log.entries()).hasSize(2);
    assertThat(log.repeated()).containsExactly(new Repeated(4, 2));
    assertThat(log.rows()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "part_zh-CN            | 电缆头",
        "part_de               | Kabelkopf",
        "part_de,part_zh-Hans  | Kabelkopf,电缆头",
        "reason_zh-CN          | ''",
        "part_ar               | ''",
        "part_de,reason        | Kabelkopf,",
        "part_EN               | ''",
      })
  void a_log_to_which_translations_are_added_keeps_the_names_of_its_reports(
      String columns, String cells) {
    Report report = read(HEADER + "," + columns, ROW + "," + cells).entries().getFirst().report();

    assertThat(report.id()).isEqualTo("log-1a3c93fd6530c7ac03917cb2091e6797");
  }

  @ParameterizedTest
  @CsvSource({
    "reason_zh-CN,毛刺",
    "reason_de,Grat",
    "reason_ar,نتوء",
    "reason_fr,bavures",
    "part_de,x"
  })
  void so_does_one_whose_reasons_are_translated(String column, String cell) {
    String id = reports(read(HEADER + ",reason", ROW + ",burrs")).getFirst().id();

    assertThat(reports(read(HEADER + ",reason," + column, ROW + ",burrs," + cell)))
        .extracting(Report::id)
        .containsExactly(id);
    assertThat(reports(read(HEADER + ",reason", ROW + ",cracks")).getFirst().id()).isNotEqualTo(id);
  }

  @Test
  void the_same_row_with_a_translation_is_said_again_where_somebody_says_so() {
    PlantLog log =
        PlantLog.parse(
            "log.csv",
            String.join("\n", HEADER + ",part_de", ROW + ",", ROW + ",Kabelkopf"),
            ZoneId.of("+02:00"),
            Repeats.ONE_REPORT);

    assertThat(log.refused()).isEmpty();
    assertThat(log.repeated()).containsExactly(new Repeated(3, 2));
  }

  @Test
  void a_translation_that_cannot_be_read_refuses_its_row() {
    CsvRow row = CsvFile.parse("log.csv", HEADER + "\n" + ROW + "\n").rows().getFirst();
    Map<String, String> faults = Map.of("part_zh-cn", "M2 holds the error “#N/A”");
    LogReader reader = new LogReader(ZoneId.of("+02:00"), Repeats.ONE_REPORT);
    reader.read(new CsvRow(2, row.cells(), faults));

    assertThat(reader.refused()).extracting(RefusedRow::column).containsExactly("part_zh-cn");
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
        "WO-1,                | /#(,                 | order       | An order number is",
        "WO-1,                | 4.5E+09,             | order       | what a spreadsheet left",
        ",Lapping,            | ,,                   | operation   | is empty",
        ",250,                | ,-5,                 | quantity    | “-5” is not a number from 0 to",
        ",250,                | ,0,                  | quantity    | above zero",
        ",31,                 | ,-3.50001,           | good        | “-3.50001” has more than three decimals",
        ",31,                 | ,3.5005,             | good        | “3.5005” has more than three decimals",
        ",31,                 | ,9999999999,         | good        | “9999999999” is more than 1000000000",
        "'31,1,2'             | '\"1,205\",1,2'      | good        | “1,205” can mean 1.205 or 1205",
        "'31,1,2'             | '\"4,5E+09\",1,2'    | good        | “4,5E+09” is not a number such as",
        ",31,                 | ,NaN,                | good        | “NaN” is not a number such as",
        "2012-01-02T08:15     | 02/01/2012 08:15     | finished_at | is not a time such as",
        "2012-01-02T08:15     |  ''                  | finished_at | is empty",
        "2012-01-02T08:15     | 2012-01-02T06:15     | started_at  | The start is after",
        "2012-01-02T08:15     | 0001-01-01T00:00     | finished_at | is a placeholder",
        "2012-01-02T07:00     | 1970-01-01T00:00     | started_at  | is a placeholder",
        "2012-01-02T07:00     | 1899-12-30 00:00     | started_at  | is a placeholder",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // zone, started_at, finished_at, and when that was
        "Europe/Berlin    | 2026-10-25T02:40 | 2026-10-25T02:20 | 2026-10-25T00:40:00Z | 2026-10-25T01:20:00Z",
        "Europe/Berlin    | 2026-10-25T01:50 | 2026-10-25T02:20 | 2026-10-24T23:50:00Z | 2026-10-25T00:20:00Z",
        "Europe/Berlin    | 2026-10-25T02:10 | 2026-10-25T02:20 | 2026-10-25T00:10:00Z | 2026-10-25T00:20:00Z",
        "Europe/Berlin    | 2026-10-25T02:20 | 2026-10-25T02:20 | 2026-10-25T00:20:00Z | 2026-10-25T00:20:00Z",
        "Europe/Berlin    | 2026-10-25T02:40 | 2026-10-25T03:10 | 2026-10-25T00:40:00Z | 2026-10-25T02:10:00Z",
        "Europe/Berlin    |                  | 2026-10-25T02:20 |                      | 2026-10-25T00:20:00Z",
        "America/New_York | 2026-11-01T01:40 | 2026-11-01T01:20 | 2026-11-01T05:40:00Z | 2026-11-01T06:20:00Z",
        "Australia/Lord_Howe | 2026-04-05T01:50 | 2026-04-05T01:40 | 2026-04-04T14:50:00Z | 2026-04-04T15:10:00Z",
        "Europe/Berlin    | 2026-10-25T00:50:00Z | 2026-10-25T02:20 | 2026-10-25T00:50:00Z | 2026-10-25T01:20:00Z",
        "Europe/Berlin    | 2026-10-25T02:40 | 2026-10-25T02:20+01:00 | 2026-10-25T00:40:00Z | 2026-10-25T01:20:00Z",
      })
  void in_the_hour_that_the_clock_repeats_work_ends_after_it_began(
      String zone, String started, String finished, Instant began, Instant ended) {
    Report.Timing timing = onlyTiming(ZoneId.of(zone), started, finished);

    assertThat(timing.startedAt()).isEqualTo(began);
    assertThat(timing.happenedAt()).isEqualTo(ended);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29T02:30, 2026-03-29T04:00, started_at, from 02:00 to 03:00",
    "Europe/Berlin, 2026-03-29T01:30, 2026-03-29T02:00, finished_at, from 02:00 to 03:00",
    "Europe/Berlin, , 2026-03-29T02:59:59, finished_at, from 02:00 to 03:00",
    "America/New_York, , 2026-03-08T02:15, finished_at, from 02:00 to 03:00",
    "Australia/Lord_Howe, , 2026-10-04T02:15, finished_at, from 02:00 to 02:30",
    "Pacific/Apia, , 2011-12-30T12:00, finished_at, the clock went"
  })
  void a_time_that_never_was_is_refused_with_the_reason(
      String zone, String started, String finished, String column, String reason) {
    PlantLog log = read(ZoneId.of(zone), HEADER, times(started, finished));

    assertThat(log.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.column()).isEqualTo(column);
              assertThat(refused.reason()).contains("was never").contains(reason);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T10:00:00+01:00, 2026-11-20T09:00:00Z",
    "2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
    "2026-11-20T10:00z, 2026-11-20T10:00:00Z",
    "2026-11-20 10:00:00.500+0100, 2026-11-20T09:00:00.500Z",
    "2026-11-20 10:00 +01:00, 2026-11-20T09:00:00Z",
    "2026-11-20T10:00+01, 2026-11-20T09:00:00Z",
    "2026-11-20T10:00:00-05:30, 2026-11-20T15:30:00Z",
    "2026-03-29T02:30:00+01:00, 2026-03-29T01:30:00Z"
  })
  void a_time_with_an_offset_of_its_own_is_obeyed(String written, Instant happened) {
    assertThat(onlyTiming(ZoneId.of("Europe/Berlin"), null, written).happenedAt())
        .isEqualTo(happened);
  }

  private static Report.Timing onlyTiming(ZoneId zone, String started, String finished) {
    PlantLog log = read(zone, HEADER, times(started, finished));
    assertThat(log.refused()).isEmpty();
    return log.entries().getFirst().report().timing();
  }

  private static String times(String started, String finished) {
    return ROW.replace("2012-01-02T07:00", Objects.toString(started, ""))
        .replace("2012-01-02T08:15", finished);
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
    assertThat(order.quantity()).contains(Amount.of(250));
    assertThat(order.part()).contains(LocalizedText.of("Cable Head"));
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
    return read(ZoneId.of("+02:00"), header, rows);
  }

  private static PlantLog read(ZoneId zone, String header, String... rows) {
    return PlantLog.parse(
        "log.csv",
        List.of(rows).stream().collect(Collectors.joining("\n", header + "\n", "\n")),
        zone,
        Repeats.REPORTS_OF_THEIR_OWN);
  }
}
