package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.intake.TableFile.TableReading;
import org.vitrine.platform.StartFailed;

/** What measuring programs write beside the plain case, and what nobody should be able to send. */
class MeasuringProgramFilesTest {
  private static final TableLimits FEW = new TableLimits(100, 10_000_000, 10_000_000);

  @TempDir Path folder;

  private Table read(byte[] content, TableLimits limits) throws IOException {
    Path file = Files.write(folder.resolve("sent"), content);
    return TableFile.read(
        file, "sent", new TableReading(StandardCharsets.UTF_8, Optional.empty(), limits));
  }

  private Table read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), FEW);
  }

  private static List<String> column(Table table, String name) {
    return table.rows().stream()
        .map(row -> row.text(name) == null ? "" : row.text(name))
        .collect(Collectors.toList());
  }

  @Test
  void characteristics_belong_to_the_part_before_them_and_share_what_is_said_of_all()
      throws IOException {
    Table table = read(ReadingFilesTest.file("several-parts.dfq"));

    assertThat(column(table, "requirement")).containsExactly("d1", "d2", "d1", "d1", "d1");
    assertThat(column(table, "part"))
        .containsExactly("4711-A", "4711-A", "4711-B", "4711-A", "4711-B");
    assertThat(column(table, "order")).containsOnly("SO-R1");
    assertThat(column(table, "unit")).containsOnly("mm");
    assertThat(column(table, "value"))
        .containsExactly("1.20010000000000E+1", "5.25", "12.004", "11.995", "0.998");
    assertThat(column(table, "minimum")).containsExactly("11.98", "", "-0.1", "11.98", "-0.1");
    assertThat(column(table, "measured_at"))
        .as("the first of a line is that of all in it")
        .containsExactly(
            "2026-09-06T12:41:07",
            "2026-09-06T12:41:07",
            "2026-09-06T12:41:07",
            "2026-09-06T12:42:07",
            "2026-09-06T12:42:07");
  }

  @Test
  void fields_that_are_not_used_are_told() throws IOException {
    assertThat(read(ReadingFilesTest.file("several-parts.dfq")).origin().remarks())
        .containsExactly("Fields not used: K0097, K1002, K2022");
  }

  @Test
  void what_is_counted_is_no_measurement_and_a_day_that_may_be_a_month_is_not_guessed()
      throws IOException {
    Table table = read(ReadingFilesTest.file("counted.dfq"));

    assertThat(column(table, "value")).containsExactly("12.001", "12.002", "12.003");
    assertThat(column(table, "measured_at"))
        .containsExactly("2026-09-16T12:41:27", "2026-09-16T12:42:27", "09/10/2026 12:43:27");
    assertThat(table.origin().remarks()).anyMatch(remark -> remark.endsWith("left out: Pores"));
  }

  @Test
  void what_is_not_in_utf_8_is_read_as_windows_does_and_that_is_told() throws IOException {
    String german = ReadingFilesTest.file("in-fields.dfq").replace("Cooling", "Kühl");
    Table table = read(german.getBytes(Charset.forName("windows-1252")), FEW);

    assertThat(column(table, "description")).containsOnly("Kühl capacity");
    assertThat(table.origin().remarks().getFirst()).contains("windows-1252");
    assertThatThrownBy(
            () -> read("order,value\nSO-Ü,1\n".getBytes(StandardCharsets.ISO_8859_1), FEW))
        .as("other texts do not say what they are")
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void a_document_is_read_in_the_encoding_that_it_declares() throws IOException {
    String chinese =
        ReadingFilesTest.file("results.qif")
            .replace("UTF-8", "GB18030")
            .replace("<Name>Tilt</Name>", "<Name>倾角</Name>");

    Table table = read(chinese.getBytes(Charset.forName("GB18030")), FEW);

    assertThat(column(table, "requirement")).containsExactly("d1", "倾角");
  }

  @Test
  void each_result_has_its_own_piece_time_and_unit() throws IOException {
    Table table = read(ReadingFilesTest.file("several-parts.qif"));

    assertThat(column(table, "requirement"))
        .containsExactly("d1", "d1", "Angularity", "Taper", "Mass", "d1");
    assertThat(column(table, "serial"))
        .as("of two pieces nobody knows which")
        .containsExactly("SN-31", "SN-32", "", "", "", "SN-32");
    assertThat(column(table, "unit"))
        .as("an angularity is a length, and an angle is in radian where nothing else is said")
        .containsExactly("mm", "inch", "mm", "radian", "g", "mm");
    assertThat(column(table, "value").getFirst()).isEqualTo("12.001");
    assertThat(column(table, "measured_at").subList(0, 2))
        .as("inspections end in GMT")
        .containsExactly("2026-12-07T09:41:00+08:00", "2026-12-07T01:45:00Z");
    assertThat(column(table, "measured_at").getLast()).isEqualTo("2026-12-07T10:00:00+08:00");
    assertThat(column(table, "worker").getFirst()).isEqualTo("Chen Jie");
    assertThat(column(table, "worker").getLast()).isEmpty();
    assertThat(column(table, "order_number")).containsOnly("SO-R1");
    assertThat(table.origin().remarks())
        .containsExactly("Characteristics without a value or verdict, left out: 1");
  }

  @Test
  void what_is_empty_or_too_much_is_refused_with_a_sentence() throws IOException {
    String many =
        IntStream.range(0, 200)
            .mapToObj(at -> "K0001/1 %d\n".formatted(at))
            .collect(Collectors.joining("", "K0100 1\nK2001/1 d1\n", ""));
    String measurement =
        "<DiameterCharacteristicMeasurement"
            + " id=\"1\"><Value>1</Value></DiameterCharacteristicMeasurement>";
    for (String sent :
        List.of(
            "",
            "\n\n",
            "K0100 1\n",
            "<QIFDocument/>",
            many,
            "<QIFDocument>" + measurement.repeat(200) + "</QIFDocument>")) {
      assertThatThrownBy(() -> read(sent))
          .as("%.40s", sent)
          .isInstanceOf(StartFailed.class)
          .hasMessageStartingWith("sent ");
    }
  }
}
