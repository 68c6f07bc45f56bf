package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;

class WorkbookTest {
  private static final String HEADER =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>order</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>part</t></is></c></row>";

  @TempDir Path directory;

  @Test
  void a_sheet_is_read_like_the_same_table_in_csv() {
    Table sheet = read(TestWorkbook.ofTexts(" Order ,PART,,", "A,one", ",", "B,two,,"));
    Table csv = CsvFile.parse("f.csv", " Order ;PART;;\nA;one;;\n;\nB;two;;\n");

    assertThat(sheet.columns()).isEqualTo(csv.columns()).containsExactly("order", "part");
    assertThat(sheet.rows()).extracting(row -> row.text("part")).containsExactly("one", "two");
    assertThat(sheet.rows()).extracting(CsvRow::line).containsExactly(2L, 4L);
    assertThat(sheet.malformed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45001 | 45001",
        "45001.0 | 45001",
        "0.30000000000000004 | 0.3",
        "3325.0000000000005 | 3325",
        "1.2 | 1.2",
        "-50 | -50",
        "1E-3 | 0.001",
        "4.5E+09 | 4500000000",
        "999999999999999 | 999999999999999",
        "4500021234567890 | 4.50002123456789E+15",
        "1.1E+21 | 1.1E+21",
        "1E+999999999 | 1E+999999999",
        "1E2147483647 | 1E+2147483647",
        "-1E2147483647 | -1E+2147483647",
        "12E2147483646 | 1.2E+2147483647",
        "10E2147483647 | 1.0E+2147483648",
        "1234567890123456E2147483647 | 1.234567890123456E+2147483662",
        "1E-2147483647 | 1E-2147483647",
        "0E2147483647 | 0",
        "1E400 | 1E+400",
        "0 | 0",
      })
  void a_number_is_read_as_a_person_sees_it(String stored, String text) {
    assertThat(cell("<c r=\"B2\"><v>" + stored + "</v></c>").text("part")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1E2147483647", "10E2147483647", "-1E2147483647", "9E2147483000", "1E400"})
  void a_number_beyond_all_counting_is_refused_by_its_cell(String stored) {
    CsvRow row = cell("<c r=\"B2\"><v>" + stored + "</v></c>");

    assertThatThrownBy(() -> row.amount("part"))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("part"))
        .hasMessageContaining(row.text("part"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4500021234567890", "1.1E+21", "45000212345678901"})
  void a_number_that_lost_its_last_digits_names_nothing(String stored) {
    CsvRow row = cell("<c r=\"B2\"><v>" + stored + "</v></c>");

    assertThatThrownBy(() -> row.name("part")).hasMessageContaining("its last digits are lost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-mm-dd | 46297 | 2026-10-02",
        "dd.mm.yyyy | 46297.0 | 2026-10-02",
        "m/d/yy h:mm | 46297.3125 | 2026-10-02T07:30",
        "[$-804]yyyy\"年\"m\"月\"d\"日\";@ | 46297 | 2026-10-02",
        "dd/mm/yyyy hh:mm:ss | 46297.99998842593 | 2026-10-02T23:59:59",
        "h:mm | 0.3125 | 07:30",
        "mmm-yy | 46296 | 2026-10-01",
        "[h]:mm | 46297.5 | 2026-10-02T12:00",
        "#,##0\" days\" | 46297 | 46297",
        "[Red]0.00 | 46297 | 46297",
        "_-* #,##0_d | 46297 | 46297",
        "General | 46297 | 46297",
        "0.00E+00 | 46297 | 46297",
        "yyyy-mm-dd | -3 | -3",
      })
  void a_date_is_what_its_format_says(String format, String stored, String text) {
    byte[] workbook =
        TestWorkbook.of(
            sheet -> {
              sheet.value(0, 0, "order");
              sheet.value(0, 1, "on");
              sheet.value(1, 0, "A");
              sheet.value(1, 1, Double.valueOf(stored));
              sheet.style(1, 1).format(format).set();
            });

    assertThat(read(workbook).rows().getFirst().text("on")).isEqualTo(text);
  }

  @Test
  void a_workbook_may_count_its_days_from_1904() {
    byte[] workbook =
        TestWorkbook.forged(
                "<workbookPr date1904=\"1\"/>",
                "<sheetData>"
                    + HEADER
                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c>"
                    + "<c r=\"B2\" s=\"1\"><v>44835</v></c></row></sheetData>")
            .bytes();

    assertThat(read(workbook).rows().getFirst().date("part")).hasToString("2026-10-02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='B2' t='b'><v>1</v></c> | true",
        "<c r='B2' t='b'><v>0</v></c> | false",
        "<c r='B2' t='str'><f>A1&amp;1</f><v>x1</v></c> | x1",
        "<c r='B2'><f>5+5</f><v>10</v></c> | 10",
        "<c r='B2' t='inlineStr'><is><r><t>ri</t></r><r><t>ch</t></r></is></c> | rich",
        "<c r='B2' t='inlineStr'><is><t>two_x000D_lines</t></is></c> | two\\rlines",
        "<c r='B2' t='inlineStr'><is><t>4,5E+09</t></is></c> | 4,5E+09",
        "<c t='inlineStr'><is><t>placed by order</t></is></c> | placed by order",
      })
  void whatever_a_cell_is_has_its_text(String cell, String text) {
    assertThat(cell(cell.replace('\'', '"')).text("part")).isEqualTo(text.replace("\\r", "\r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r='B2' t='e'><v>#N/A</v></c> | B2 holds the error “#N/A” of the spreadsheet",
        "<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c> | B2 holds the error “#DIV/0!”",
        "<c r='B2' t='e'><v>#SPILL!</v></c> | B2 holds the error “#SPILL!”",
        "<c r='B2' t='str'><f>X()</f><v>#NAME?</v></c> | B2 holds the error “#NAME?”",
        "<c r='B2'><f>C2*2</f></c> | B2 holds a formula that was never calculated",
        "<c r='B2'><v>ten</v></c> | B2 holds the error “ten”",
      })
  void a_cell_that_cannot_be_read_is_refused_by_its_address(String cell, String sentence) {
    CsvRow row = cell(cell.replace('\'', '"'));

    assertThatThrownBy(() -> row.requireSound(List.of("part"))).hasMessageContaining(sentence);
    assertThat(row.requireSound(List.of("order"))).isSameAs(row);
  }

  @Test
  void a_row_without_a_number_has_the_next_one() {
    String texts = "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>";
    Table table =
        read(
            TestWorkbook.forged(
                    texts.formatted("order")
                        + texts.formatted("A")
                        + "<row/>"
                        + texts.formatted("B"))
                .bytes());

    assertThat(table.rows()).extracting(CsvRow::line).containsExactly(2L, 4L);
  }

  @Test
  void what_is_merged_over_rows_stands_in_each_and_counts_must_not() {
    String merged =
        "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C1:D1\"/></mergeCells>";
    String rows =
        HEADER
            + row(2, "A", "one")
            + "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
            + "<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>two</t></is></c></row>"
            + row(5, "B", "three");
    Table table =
        read(
            TestWorkbook.forged(
                    "<workbookPr/>",
                    "<sheetData>"
                        + rows.replace(
                            "</is></c></row><row r=\"2\"",
                            "</is></c><c r=\"C1\" t=\"inlineStr\"><is><t>more</t></is></c></row><row r=\"2\"")
                        + "</sheetData>"
                        + merged)
                .bytes());

    assertThat(table.rows())
        .extracting(row -> row.text("order"))
        .containsExactly("A", "A", "A", "B");
    assertThat(table.rows())
        .extracting(row -> row.text("part"))
        .containsExactly("one", "one", "two", "three");
    assertThatThrownBy(() -> table.requireApart(List.of("part")))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("the cells B2:B3 of the column “part” are merged");
  }

  @Test
  void hidden_rows_are_read_and_said_and_so_are_other_sheets() {
    byte[] workbook =
        TestWorkbook.with(
            book -> {
              var cover = book.newWorksheet("Cover");
              cover.value(0, 0, "Internal");
              cover.setVisibilityState(VisibilityState.HIDDEN);
              var orders = book.newWorksheet("Orders");
              orders.value(0, 0, "order");
              orders.value(1, 0, "A");
              orders.value(2, 0, "B");
              orders.hideRow(2);
              var more = book.newWorksheet("More");
              more.value(0, 0, "order");
              more.value(1, 0, "C");
            });

    Table table = read(workbook);
    assertThat(table.rows()).extracting(row -> row.text("order")).containsExactly("A", "B");
    assertThat(table.origin().remarks())
        .containsExactly(
            "Read the sheet “Orders”; there are also “Cover”, “More”",
            "Hidden rows were read too: 3");
    assertThat(TestWorkbook.read(directory, workbook, "more").rows())
        .extracting(row -> row.text("order"))
        .containsExactly("C");
    assertThatThrownBy(() -> TestWorkbook.read(directory, workbook, "Mor"))
        .isInstanceOf(StartFailed.class)
        .hasMessage("f.xlsx has no sheet “Mor”; its sheets are: “Cover”, “Orders”, “More”");
  }

  @Test
  void what_a_file_is_its_content_says_and_not_its_name() throws IOException {
    Path text = Files.writeString(directory.resolve("really-text.xlsx"), "order;part\nA;one\n");
    Path workbook =
        Files.write(directory.resolve("really-a-workbook.csv"), TestWorkbook.ofTexts("order", "A"));

    assertThat(SourceFile.at(text).table().columns()).containsExactly("order", "part");
    assertThat(SourceFile.at(workbook).table().columns()).containsExactly("order");
  }

  @Test
  void what_is_no_such_workbook_is_refused_with_what_to_do() throws IOException {
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    assertRefused(old, "save it as .xlsx");
    assertRefused(zip("word/document.xml"), "is no Excel workbook");
    assertRefused(zip("xl/workbook.bin"), "is no Excel workbook");
    byte[] whole = TestWorkbook.ofTexts("order", "A");
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "is damaged");
    assertRefused(
        TestWorkbook.forged("<row r=\"x\"/>").bytes(), "cannot be read as an Excel workbook");
  }

  private static byte[] zip(String part) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(part));
    }
    return bytes.toByteArray();
  }

  @Test
  void what_unpacks_to_too_much_is_refused_in_time() {
    long bomb = 1L << 29;
    byte[] sheet =
        TestWorkbook.forged("")
            .part(
                "xl/worksheets/sheet1.xml",
                repeated("<worksheet><sheetData>", "<row><c><v>1</v></c></row>", bomb))
            .bytes();
    assertThat(sheet.length).isLessThan(10 << 20);
    assertRefused(sheet, "is too large");
    assertRefused(
        TestWorkbook.forged(HEADER + row(2, "A", "x"))
            .part("xl/sharedStrings.xml", repeated("<sst>", "<si><t>x</t></si>", bomb))
            .bytes(),
        "is too large");
  }

  @Test
  void what_its_reader_would_keep_or_work_at_for_ever_is_refused() {
    assertRefused(cells("<c r=\"B2\"><v>" + "9".repeat(5_000) + "</v></c>"), "digits in a number");
    assertRefused(
        cells("<c r=\"B2\"><v>1" + "<v>1</v>".repeat(200) + "</v></c>"), "digits in a number");
    assertRefused(
        cells(
            "<c r=\"B2\" t=\"inlineStr\"><is>"
                + "<r><t>0123456789</t></r>".repeat(9_000)
                + "</is></c>"),
        "characters in a cell");
    assertRefused(cells("<c r=\"ZZZZZZ2\"><v>1</v></c>"), "“ZZZZZZ2” is no cell");
    assertRefused(cells("<c/>".repeat(20_000)), "columns");
    assertRefused(
        cells("<c><f t=\"array\" ref=\"A1:A2\">1</f><v>1</v></c>".repeat(2_100)), "array formulas");
    assertRefused(cells("<d>".repeat(100) + "</d>".repeat(100)), "elements within each other");
    assertRefused(
        cells("<c r=\"B2\" t=\"inlineStr\" s=\"" + "1".repeat(40_000) + "\"/>"),
        "characters in a name");
  }

  @Test
  void entities_of_its_own_are_not_followed() {
    byte[] workbook =
        TestWorkbook.forged("")
            .part(
                "xl/worksheets/sheet1.xml",
                TestWorkbook.stream(
                    "<!DOCTYPE a [<!ENTITY b \"boom\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>"
                        + "<worksheet><sheetData>"
                        + HEADER
                        + row(2, "&b;", "&c;")
                        + "</sheetData></worksheet>"))
            .bytes();

    assertRefused(workbook, "f.xlsx");
  }

  @Test
  void a_cell_and_a_row_may_be_as_long_as_excel_allows() {
    String longest = "x".repeat(TableLimits.LONGEST_CELL);
    assertThat(cell("<c r=\"B2\" t=\"inlineStr\"><is><t>" + longest + "</t></is></c>").text("part"))
        .hasSize(TableLimits.LONGEST_CELL);
    CsvRow tooLong = cell("<c r=\"B2\" t=\"inlineStr\"><is><t>" + longest + "y</t></is></c>");
    assertThatThrownBy(() -> tooLong.requireSound(List.of("part")))
        .hasMessageContaining("B2 holds more than 32,767 characters");
  }

  @Test
  void a_large_sheet_is_read() {
    byte[] workbook =
        TestWorkbook.of(
            sheet -> {
              sheet.value(0, 0, "order");
              sheet.value(0, 1, "quantity");
              IntStream.rangeClosed(1, 20_000)
                  .forEach(
                      row -> {
                        sheet.value(row, 0, "SO-" + row);
                        sheet.value(row, 1, row);
                      });
            });

    Table table = read(workbook);
    assertThat(table.rows()).hasSize(20_000);
    assertThat(table.rows().getLast().count("quantity")).isEqualTo(20_000);
    assertThatThrownBy(
            () ->
                Workbook.read(
                    directory.resolve("f.xlsx"),
                    "f.xlsx",
                    Optional.empty(),
                    new TableLimits(19_999, 1L << 30, 1L << 30)))
        .hasMessage("f.xlsx has more than 19,999 rows; split it");
    assertThatThrownBy(
            () ->
                Workbook.read(
                    directory.resolve("f.xlsx"),
                    "f.xlsx",
                    Optional.empty(),
                    new TableLimits(100_000, 1L << 20, 1L << 30)))
        .hasMessageContaining("too large for the memory");
  }

  private CsvRow cell(String xml) {
    return read(cells(xml)).rows().getFirst();
  }

  private static byte[] cells(String xml) {
    return TestWorkbook.forged(
            HEADER
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c>"
                + xml
                + "</row>")
        .bytes();
  }

  private static String row(int row, String order, String part) {
    return "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>%2$s</t></is></c><c r=\"B%1$d\" t=\"inlineStr\"><is><t>%3$s</t></is></c></row>"
        .formatted(row, order, part);
  }

  private static InputStream repeated(String first, String again, long bytes) {
    byte[] block = again.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    return new SequenceInputStream(
        TestWorkbook.stream(first),
        new SequenceInputStream(
            Collections.enumeration(
                IntStream.range(0, (int) (bytes / block.length))
                    .<InputStream>mapToObj(at -> new ByteArrayInputStream(block))
                    .toList())));
  }

  private Table read(byte[] workbook) {
    return TestWorkbook.read(directory, workbook);
  }

  private void assertRefused(byte[] workbook, String sentence) {
    assertThatThrownBy(() -> read(workbook))
        .isInstanceOf(StartFailed.class)
        .hasMessageStartingWith("f.xlsx")
        .hasMessageContaining(sentence);
  }
}
