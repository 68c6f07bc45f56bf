package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.intake.ReadingSheet.ReadingEntry;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Wording;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Report;

/** What measuring programs write, as they document it. */
class ReadingFilesTest {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");
  private static final String HEADER = "order,requirement,value,unit,serial,measured_at,device\n";

  static String file(String name) throws IOException {
    try (InputStream file = ReadingFilesTest.class.getResourceAsStream("readings/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Requirement demanded(String code, String name, String unit, String most) {
    return new Requirement(
        code,
        "final-inspection",
        Wording.of(name),
        null,
        unit,
        null,
        most == null ? null : new BigDecimal(most),
        true,
        1,
        null);
  }

  private static ReadingSheet sheet(Table table) {
    Line line =
        new Line(
            1,
            LocalizedText.of("Shaft"),
            null,
            null,
            null,
            "shaft",
            List.of(
                demanded("d1", "Outer diameter", "mm", "12.02"),
                demanded("capacity", "Cooling capacity", "W", "3675"),
                demanded("leak", "Leak test", null, null)),
            null,
            null,
            null);
    return ReadingSheet.of(
        table,
        PLANT,
        (number, ofWork) ->
            number.value().equals(ofWork ? "W-1" : "SO-R1")
                ? Optional.of(List.of(line))
                : Optional.empty());
  }

  private static Table csv(String rows) {
    return CsvFile.parse("file.csv", HEADER + rows);
  }

  private static Report.Reading first(ReadingSheet sheet) {
    return sheet.entries().getFirst().report().reading();
  }

  private static Table dfq(String text) {
    return DfqFile.parse("file.dfq", text, TableLimits.ON_SERVER, List.of());
  }

  @Test
  void a_row_is_a_reading_with_its_device_and_as_it_was_written() {
    ReadingSheet sheet = sheet(csv("SO-R1,capacity,\"3,5125\",kW,SN-1,2026-12-07 09:00,PM-1\n"));
    assertThat(sheet.refused()).isEmpty();
    Report report = sheet.entries().getFirst().report();
    assertThat(report.reading().value()).isEqualByComparingTo("3512.5");
    assertThat(report.reading().raw()).isEqualTo("3,5125 kW");
    assertThat(report.reading().device()).isEqualTo("PM-1");
    assertThat(report.reading().unit()).isEqualTo("SN-1");
    assertThat(report.happenedAt()).hasToString("2026-12-07T01:00:00Z");
  }

  @Test
  void the_same_row_has_the_same_name_wherever_it_stands() {
    String row = "SO-R1,capacity,3500,W,SN-1,2026-12-07 09:00,PM-1\n";
    String other = "SO-R1,capacity,3501,W,SN-2,2026-12-07 09:01,PM-1\n";
    String id = sheet(csv(row + other)).entries().getFirst().report().id();
    assertThat(sheet(csv(other + row)).entries().getFirst().report().id()).isEqualTo(id);
    assertThat(sheet(csv(row + row)).entries())
        .extracting(entry -> entry.report().id())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_requirement_is_found_by_its_name_too_and_what_is_none_says_what_can_be_done() {
    ReadingSheet sheet =
        sheet(
            csv(
                "SO-R1,Cooling Capacity,3500,W,,2026-12-07 09:00,\n"
                    + "SO-R1,Leak test,OK,,,2026-12-07 09:00,\n"
                    + "SO-R1,Roundness,0.1,mm,,2026-12-07 09:00,\n"
                    + "SO-R9,capacity,1,W,,2026-12-07 09:00,\n"
                    + "SO-R1,capacity,3500,furlong,,2026-12-07 09:00,\n"
                    + "SO-R1,capacity,many,W,,2026-12-07 09:00,\n"));
    assertThat(sheet.entries())
        .extracting(entry -> entry.report().reading().requirement())
        .containsExactlyInAnyOrder("capacity", "leak");
    assertThat(sheet.refused())
        .extracting(RefusedRow::column)
        .containsExactly("requirement", "order", "unit", "value");
    assertThat(sheet.refused().getFirst().reason())
        .contains("Roundness", "d1, capacity, leak", "column mapping");
  }

  @Test
  void many_values_in_a_line_are_told_apart_with_what_follows_them() throws IOException {
    ReadingSheet sheet = sheet(dfq(file("many-in-a-line.dfq")));
    assertThat(sheet.refused()).isEmpty();
    assertThat(sheet.entries()).hasSize(4);
    Report.Reading diameter =
        sheet.entries().stream()
            .map(entry -> entry.report().reading())
            .filter(reading -> reading.requirement().equals("d1"))
            .findFirst()
            .orElseThrow();
    assertThat(diameter.value()).isEqualByComparingTo("12.001");
    assertThat(diameter.unit()).isEqualTo("SN-1");
    assertThat(diameter.device()).isEqualTo("CAL-1");
    assertThat(sheet.entries())
        .extracting(entry -> entry.report().happenedAt().toString())
        .containsOnly("2026-12-07T01:10:00Z", "2026-12-07T01:11:00Z");
    assertThat(sheet.remarks())
        .anyMatch(
            remark -> remark.startsWith("Values marked as invalid") && remark.endsWith(": 1"));
  }

  @Test
  void values_in_fields_of_their_own_begin_anew_with_each_that_is_there_already()
      throws IOException {
    ReadingSheet sheet = sheet(dfq(file("in-fields.dfq")));
    assertThat(sheet.refused()).isEmpty();
    assertThat(sheet.entries())
        .extracting(entry -> entry.report().reading().unit())
        .containsExactly("SN-11", "SN-12");
    assertThat(sheet.entries())
        .extracting((ReadingEntry entry) -> entry.report().reading().value().toPlainString())
        .containsExactly("3501", "3502.5");
    assertThat(first(sheet).device()).isEqualTo("PM-01");
  }

  @Test
  void a_file_of_characteristics_alone_says_that_there_are_no_values() {
    assertThatThrownBy(() -> dfq("K0100 1\nK2001/1 d1\n"))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("no value");
  }

  @Test
  void qif_results_are_joined_with_their_characteristics_in_the_units_of_the_file()
      throws IOException {
    Table table = QifFile.parse("file.qif", file("results.qif"), TableLimits.ON_SERVER);
    assertThat(table.rows()).hasSize(2);
    CsvRow diameter = table.rows().getFirst();
    assertThat(diameter.text("requirement")).isEqualTo("d1");
    assertThat(diameter.text("designator")).isEqualTo("12");
    assertThat(diameter.text("serial")).isEqualTo("SN-21");
    assertThat(diameter.text("device")).as("as it is called, not its id").isEqualTo("CMM-1");
    assertThat(diameter.text("device_serial")).isEqualTo("12-345");
    assertThat(diameter.text("unit")).isEqualTo("inch");
    assertThat(diameter.text("measured_at")).isEqualTo("2026-12-07T09:45:00+08:00");
    assertThat(table.rows().get(1).text("unit")).isEqualTo("degree");
    ColumnMapping mapping =
        new ColumnMapping(null, Map.of("order", "SO-R1"), null, null, null, null);

    ReadingSheet sheet = sheet(MappedTable.of(table, mapping, ImportKind.READINGS));

    assertThat(first(sheet).value()).isEqualByComparingTo("12.0015");
    assertThat(first(sheet).raw()).isEqualTo("0.4725 inch");
    assertThat(sheet.refused()).extracting(RefusedRow::column).containsExactly("requirement");
  }

  @Test
  void a_device_that_is_told_of_nowhere_is_none() throws IOException {
    String text = file("results.qif").replace("<Id>7</Id>", "<Id>17</Id>");
    Table table = QifFile.parse("file.qif", text, TableLimits.ON_SERVER);
    assertThat(table.rows().getFirst().text("device")).isNull();
  }

  @Test
  void of_several_parts_in_one_result_none_is_said_to_be_the_one() throws IOException {
    String text = file("results.qif").replace("<Id>31</Id>", "<Id>31</Id><Id>32</Id>");
    Table table = QifFile.parse("file.qif", text, TableLimits.ON_SERVER);
    assertThat(table.rows().getFirst().text("serial")).isNull();
  }

  /** So that a server with 400 MB survives whatever is sent. */
  @Test
  void what_is_parsed_is_bounded_while_it_is_read() {
    TableLimits small = new TableLimits(100_000, 4L << 20, 1L << 20);
    String deviceless = "<QIFDocument>";
    List<String> files =
        List.of(
            "K0100 1\n" + "1\u000f".repeat(3_000_000),
            "K0100 1\n" + ("1\u000f".repeat(5_000) + "\n").repeat(600),
            "K0100 1\n"
                + IntStream.range(1, 99_999)
                    .mapToObj(at -> "K2001/" + at + " x\n")
                    .collect(Collectors.joining()),
            "K0100 1\nK1001 " + "\t".repeat(3_000_000) + "\u2028x",
            "K0100 1\nK0001/99999 1\n",
            deviceless
                + IntStream.range(0, 300_000)
                    .mapToObj(at -> "<e" + at + "/>")
                    .collect(Collectors.joining()),
            deviceless
                + IntStream.range(0, 300_000)
                    .mapToObj(at -> "<e a" + at + "=''/>")
                    .collect(Collectors.joining()),
            deviceless + "<XCharacteristicItem id='1'/>".repeat(100_000),
            deviceless
                + "<XCharacteristicMeasurement><Value>1</Value></XCharacteristicMeasurement>"
                    .repeat(100_000));
    for (String one : files) {
      String begin = one.substring(0, 20);
      assertThatThrownBy(
              () ->
                  (QifFile.begins(one)
                          ? QifFile.parse("file", one, small)
                          : DfqFile.parse("file", one, small, List.of()))
                      .size())
          .as(begin)
          .isInstanceOf(StartFailed.class);
    }
  }

  @Test
  void a_document_that_defines_or_fetches_anything_is_not_read() throws IOException {
    String sound = file("results.qif");
    String root = "<QIFDocument";
    String outside =
        "<!DOCTYPE QIFDocument [<!ENTITY out SYSTEM \"file:///etc/passwd\">]>\n" + root;
    String bomb =
        "<!DOCTYPE QIFDocument [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n" + root;
    for (String evil :
        List.of(
            sound.replaceFirst(root, outside).replace("SN-21", "&out;"),
            sound.replaceFirst(root, bomb).replace("SN-21", "&b;"),
            sound.replace("SN-21", "<a>".repeat(100) + "</a>".repeat(100)),
            sound.substring(0, sound.length() / 2))) {
      assertThat(QifFile.begins(evil)).isTrue();
      assertThatThrownBy(() -> QifFile.parse("file.qif", evil, TableLimits.ON_SERVER))
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("no sound XML");
    }
  }

  @Test
  void units_are_converted_within_a_quantity_and_never_guessed() {
    assertThat(MeasuringUnit.converted(new BigDecimal("1"), "in", "mm"))
        .contains(new BigDecimal("25.4"));
    assertThat(MeasuringUnit.converted(new BigDecimal("12"), "MM", "mm"))
        .contains(new BigDecimal("12"));
    assertThat(MeasuringUnit.converted(new BigDecimal("5"), "\u03bcm", "mm"))
        .contains(new BigDecimal("0.005"));
    assertThat(MeasuringUnit.converted(new BigDecimal("1"), "MPa", "mPa")).isEmpty();
    assertThat(MeasuringUnit.converted(new BigDecimal("1"), "kg", "mm")).isEmpty();
    assertThat(MeasuringUnit.converted(new BigDecimal("1"), "furlong", "furlong")).isPresent();
  }
}
