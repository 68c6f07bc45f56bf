package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;

class CsvFileTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order,part\nA,one\nB,two\n",
        "order,part\r\nA,one\r\nB,two",
        "order;part\nA;one\nB;two\n",
        "order\tpart\nA\tone\nB\ttwo\n",
        "\"order\",\"part\"\n\"A\",\"one\"\n\n\"B\",\"two\"\n",
        " Order , PART\nA, one \nB,two\n"
      })
  void separators_line_ends_quotes_and_case_do_not_matter(String text) {
    Table file = CsvFile.parse("f.csv", text);

    assertThat(file.columns()).containsExactly("order", "part");
    assertThat(file.rows()).extracting(row -> row.text("part")).containsExactly("one", "two");
  }

  @Test
  void a_quoted_field_holds_separators_quotes_and_line_ends() {
    Table file = CsvFile.parse("f.csv", "order,part\nA,\"a \"\"b\"\", c\nd\"\nB,two\n");

    assertThat(file.rows().getFirst().text("part")).isEqualTo("a \"b\", c\nd");
    assertThat(file.rows().getLast().line()).isEqualTo(4);
  }

  @Test
  void an_empty_cell_is_absent() {
    CsvRow row = CsvFile.parse("f.csv", "order,part\nA,  \n").rows().getFirst();

    assertThat(row.text("part")).isNull();
    assertThat(row.text("no such column")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order;part;;;\nA;one;;;\nB;two;;;\n",
        "order,part,\nA,one,\nB,two,\n",
        "order;part\nA;one;;\nB;two\n",
        "order;part;;\nA;one\nB;two;;;;\n",
        "order; ;part;\u00A0\nA;;one;\nB;\u200B;two;\u00A0\n",
        "order,part,Unnamed: 2\nA,one,\nB,two,\n",
        ",order,part\n0,A,one\n1,B,two\n",
        ";;\norder;part;\n;;\nA;one;\n \t;\u00A0;\nB;two;\n;;;;\n;;\n",
        "\"\",\"\"\norder,part\nA,one\nB,two\n\"\",\"\"\n",
        "order,part\nA,one\nB,two\n\u001A",
        "sep=;\norder;part\nA;one\nB;two\n",
        "SEP=;\r\norder;part\r\nA;one\r\nB;two\r\n",
        "\"sep=,\"\norder,part\nA,one\nB,two\n",
        "sep=;;;\norder;part\nA;one\nB;two\n",
        "sep=\t\norder\tpart\nA\tone\nB\ttwo\n",
        "sep=|\norder|part\nA|one\nB|two\n",
        "sep=;\norder;\"a,b,c\";part\nA;;one\nB;;two\n",
        "\u00A0order\u200B,\uFEFFpart\u3000\nA,\u2009one\u202F\nB,\u2060two\u200E\n"
      })
  void what_spreadsheets_and_exports_leave_around_the_data_does_not_matter(String text) {
    Table file = CsvFile.parse("f.csv", text);

    assertThat(file.malformed()).isEmpty();
    assertThat(file.columns()).contains("order", "part");
    assertThat(file.rows()).extracting(row -> row.text("order")).containsExactly("A", "B");
    assertThat(file.rows()).extracting(row -> row.text("part")).containsExactly("one", "two");
  }

  @Test
  void lines_are_counted_as_they_stand_in_the_file() {
    Table file = CsvFile.parse("f.csv", "sep=;\n;;\norder;part;\n;;\nA;one;\nB\n");

    assertThat(file.rows().getFirst().line()).isEqualTo(5);
    assertThat(file.malformed().getFirst().row().line()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order;part;;\\nA;one;;3\\n   | order, part, column 4",
        "order;part;\\nA;one;\\nB;two;x | order, part, column 3",
        ",order\\n0,A\\n7,B\\n         | column 1, order",
        "Unnamed: 0,order\\nx,A\\n       | column 1, order",
        ";order;;part\\na;A;b;one\\n     | column 1, order, column 3, part",
      })
  void a_column_without_a_name_in_which_something_stands_is_not_passed_over(
      String text, String columns) {
    Table file = CsvFile.parse("f.csv", text.replace("\\n", "\n"));

    assertThat(String.join(", ", file.columns())).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=\"0045001\"           | 0045001",
        "\"=\"\"0045001\"\"\"     | 0045001",
        "= \"0045001\"          | 0045001",
        "`\u00A0=\"45\"\u200B`    | 45",
        "=\" 0045001 \"         | 0045001",
        "\"=\"\"a \"\"\"\"b\"\"\"\"\"\"\" | a \"b\"",
        "'0045001              | 0045001",
        "'t Hooft              | 't Hooft",
        "=SUM(A1)              | =SUM(A1)",
        "O'Neill               | O'Neill"
      })
  void what_keeps_a_spreadsheet_from_counting_is_no_part_of_the_text(String cell, String text) {
    CsvRow row = CsvFile.parse("f.csv", "order;part\nA;" + cell + "\n").rows().getFirst();

    assertThat(row.text("part")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4,50002E+09",
        "1.23E+09",
        "1E+10",
        "4.50002e+09",
        "=\"4,50002E+09\"",
        "-1.5E+9",
        "4.5e+21",
        "#N/A",
        "#REF!",
        "#WERT!",
        "########"
      })
  void a_name_that_a_spreadsheet_has_ruined_is_refused(String cell) {
    CsvRow row = CsvFile.parse("f.csv", "order;part\nA;" + cell + "\n").rows().getFirst();

    assertThatThrownBy(() -> row.name("part"))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("spreadsheet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4500021234", "1E10", "12E+5", "E+09", "1.23E-09", "#1042", "1.234.567"})
  void a_name_that_only_looks_like_it_is_taken(String cell) {
    CsvRow row = CsvFile.parse("f.csv", "order;part\nA;" + cell + "\n").rows().getFirst();

    assertThat(row.name("part")).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-02",
        "2026-10-02 00:00:00",
        "2026-10-02T00:00:00",
        "2026-10-02 00:00",
        "2026-10-02T00:00:00.000",
        "2026-10-02 00:00:00.000000",
        "2026-10-02T00:00:00Z",
        "2026-10-02T00:00:00.000Z",
        "2026-10-02T00:00:00+02:00",
        "2026-10-02 00:00:00+00:00",
        "2026-10-02 0:00:00",
        "\u00A02026-10-02 00:00:00\u200B"
      })
  void a_date_with_its_midnight_is_that_date(String written) {
    CsvRow row = CsvFile.parse("f.csv", "order;on\nA;" + written + "\n").rows().getFirst();

    assertThat(row.date("on")).isEqualTo(LocalDate.of(2026, 10, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-02 00:00:01",
        "2026-10-02T07:30",
        "2026-10-02T22:00:00Z",
        "2026-10-02 24:00:00",
        "2026-10-02 00:00:00.001",
        "2026-10-02 00",
        "02.10.2026 00:00:00",
        "00:00:00"
      })
  void another_time_of_the_day_is_no_date(String written) {
    CsvRow row = CsvFile.parse("f.csv", "order;on\nA;" + written + "\n").rows().getFirst();

    assertThatThrownBy(() -> row.date("on"))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessage("“" + written + "” is not a date such as 2026-12-15, 15.12.2026 or 12/15/2026");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10",
    "10.0, 10",
    "12.000, 12",
    "1e1, 10",
    "1.2E+01, 12",
    "1200e-2, 12",
    "0.00, 0",
    "0999999999.0, 999999999"
  })
  void a_count_is_whole_however_it_is_written(String written, int count) {
    CsvRow row = CsvFile.parse("f.csv", "order,quantity\nA," + written + "\n").rows().getFirst();

    assertThat(row.count("quantity")).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"120.5", "12.50", "1.5e0", "1e-1", "1e9", "1e99", "-1", "1.", ".0", "1e", "1,0"})
  void what_is_no_count_is_quoted_as_it_was_written(String written) {
    CsvRow row = CsvFile.parse("f.csv", "order;quantity\nA;" + written + "\n").rows().getFirst();

    assertThatThrownBy(() -> row.count("quantity"))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessage("“" + written + "” is not a whole number from 0 to 999999999");
  }

  /** A pattern that goes back and forth over such a cell would take hours, or all of the stack. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1%s1", "-%s", "%s-1-%s", "=\"%s", "=\"%s\"", "'%s", "1%s00:00", "2026-01-01T%s"})
  void a_cell_of_thousands_of_blanks_or_quotes_is_read_at_once(String cell) {
    for (String filling : List.of(" ", "\"\"", "0", "1 ")) {
      String cellText = cell.replace("%s", filling.repeat(30_000 / filling.length() / 2));
      CsvRow row = new CsvRow(2, Map.of("quantity", cellText));
      assertEnds(() -> row.amount("quantity"));
      assertEnds(() -> row.date("quantity"));
      assertEnds(() -> row.time("quantity"));
      assertEnds(() -> row.count("quantity"));
    }
  }

  private static void assertEnds(Runnable reading) {
    try {
      reading.run(); // What is blank is absent.
    } catch (Rejection.Invalid refused) {
      assertThat(refused.getMessage()).hasSizeLessThan(200);
    }
  }

  @Test
  void a_cell_a_row_and_a_hint_are_bounded() {
    assertRefused("order,part\nA," + "x".repeat(32_768) + "\n", "f.csv is not CSV: ");
    assertRefused("order" + ",".repeat(16_384) + "\nA\n", "f.csv is not CSV: ");
    assertThat(CsvText.of("sep=;" + ";".repeat(30_000_000) + "x\nA").separator()).isEqualTo(';');
    assertThat(CsvText.of("sep=,  \norder,part\nA,b\n").separator()).isEqualTo(',');
  }

  @Test
  void what_is_no_csv_is_refused_in_a_sentence() {
    assertRefused("", "f.csv is empty");
    assertRefused("\n\n", "f.csv is empty");
    assertRefused(";;\n;;\n", "f.csv is empty");
    assertRefused("sep=;\n", "f.csv is empty");
    assertRefused("sep=;\norder;part;\n;;\n", "f.csv has a header but no rows");
    assertRefused("order,part\n", "f.csv has a header but no rows");
    assertRefused("order,part,Order\nA,B,C\n", "f.csv has the column “order” twice");
    assertRefused("order,part\nA,\"one\nB,two\n", "f.csv is not CSV: ");
  }

  private static void assertRefused(String text, String sentence) {
    assertThatThrownBy(() -> CsvFile.parse("f.csv", text))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void the_mark_in_front_of_utf_8_is_not_part_of_the_first_column() throws IOException {
    Path file = Files.writeString(directory.resolve("f.csv"), "\uFEFForder,part\nA,终检\n");

    assertThat(TextFile.read(file)).isEqualTo("order,part\nA,终检\n");
  }

  @Test
  void another_encoding_is_refused_with_the_line() throws IOException {
    Path file =
        Files.write(
            directory.resolve("f.csv"),
            "order,part\nA,one\nB,Gehäuse\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> TextFile.read(file))
        .isInstanceOf(StartFailed.class)
        .hasMessageEndingWith(
            "f.csv is not UTF-8 (line 3); save it as UTF-8, or say what it is with --encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void a_byte_order_mark_says_the_encoding_whatever_else_is_said(String charset)
      throws IOException {
    String text = "order,part\r\nA,终检 🏭\r\n";
    Path file =
        Files.write(
            directory.resolve("f.csv"), ("\uFEFF" + text).getBytes(Charset.forName(charset)));

    assertThat(TextFile.read(file)).isEqualTo(text);
    assertThat(TextFile.read(file, StandardCharsets.ISO_8859_1)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Gehäuse €",
    "ISO-8859-1, Gehäuse",
    "GB18030, 终检 🏭",
    "GBK, 终检",
    "Shift_JIS, 検査",
    "windows-1250, Łożysko",
    "UTF-16LE, 终检",
    "IBM850, Gehäuse"
  })
  void another_encoding_is_read_where_it_is_said(String charset, String part) throws IOException {
    String text = "order,part\nA," + part + "\n";
    Path file = Files.write(directory.resolve("f.csv"), text.getBytes(Charset.forName(charset)));

    assertThat(TextFile.read(file, Charset.forName(charset))).isEqualTo(text);
  }

  @Test
  void half_a_character_at_the_end_is_refused() throws IOException {
    Path file = Files.write(directory.resolve("f.csv"), new byte[] {-1, -2, 'a', 0, '\n', 0, 'b'});

    assertThatThrownBy(() -> TextFile.read(file))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("f.csv is not UTF-16LE (line 2)");
  }

  @Test
  void a_missing_file_and_a_directory_are_refused() {
    assertThatThrownBy(() -> TextFile.read(directory.resolve("none.csv")))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("There is no file ");
    assertThatThrownBy(() -> TextFile.read(directory))
        .isInstanceOf(StartFailed.class)
        .hasMessageEndingWith(" is a directory");
  }
}
