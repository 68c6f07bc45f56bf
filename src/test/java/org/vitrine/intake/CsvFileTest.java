package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    CsvFile file = CsvFile.parse("f.csv", text);

    assertThat(file.columns()).containsExactly("order", "part");
    assertThat(file.rows()).extracting(row -> row.text("part")).containsExactly("one", "two");
  }

  @Test
  void a_quoted_field_holds_separators_quotes_and_line_ends() {
    CsvFile file = CsvFile.parse("f.csv", "order,part\nA,\"a \"\"b\"\", c\nd\"\nB,two\n");

    assertThat(file.rows().getFirst().text("part")).isEqualTo("a \"b\", c\nd");
    assertThat(file.rows().getLast().line()).isEqualTo(4);
  }

  @Test
  void an_empty_cell_is_absent() {
    CsvRow row = CsvFile.parse("f.csv", "order,part\nA,  \n").rows().getFirst();

    assertThat(row.text("part")).isNull();
    assertThat(row.text("no such column")).isNull();
  }

  @Test
  void what_is_no_csv_is_refused_in_a_sentence() {
    assertRefused("", "f.csv is empty");
    assertRefused("\n\n", "f.csv is empty");
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
        .hasMessageEndingWith("f.csv is not UTF-8 (line 3); save it as UTF-8");
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
