package org.vitrine.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;

class JsonSequenceTest {
  private static final int MOST = 10;

  record Piece(String name, Integer good) {}

  @Test
  void an_array_is_read_one_element_after_the_other() {
    JsonSequence array = array(" \n[{\"name\": \"a\", \"good\": 1},\n {\"good\": 2}] ");
    assertThat(array.count(MOST)).isEqualTo(2);
    assertThat(read(array)).containsExactly("a 1", "null 2");
    assertThat(read(array)).as("again, from its beginning").hasSize(2);
  }

  @Test
  void lines_are_read_one_after_the_other_and_blank_ones_do_not_count() {
    JsonSequence lines =
        lines("\r\n  {\"name\": \"a\", \"good\": 1}  \r\n\n \t\n{\"name\":\"石\",\"good\":2}");
    assertThat(lines.count(MOST)).isEqualTo(2);
    assertThat(read(lines)).containsExactly("a 1", "石 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"good\": 1}\n{\"good\": 2}\n",
        "\uFEFF{\"good\": 1}\n{\"good\": 2}\n",
        "\uFEFF\n{\"good\": 1}\n\uFEFF{\"good\": 2}",
        "\uFEFF\r\n\r\n {\"good\": 1}\r\n\uFEFF\r\n{\"good\": 2}\r\n\uFEFF",
        "{\"good\": 1}\n\uFEFF{\"good\": 2}"
      })
  void a_byte_order_mark_in_front_of_lines_is_passed_over(String text) {
    assertThat(lines(text).count(MOST)).isEqualTo(2);
    assertThat(read(lines(text))).containsExactly("null 1", "null 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"good\": 1},{\"good\": 2}]",
        "\uFEFF[{\"good\": 1},{\"good\": 2}]",
        "\uFEFF\r\n  [{\"good\": 1},\n{\"good\": 2}] \n"
      })
  void a_byte_order_mark_in_front_of_an_array_is_passed_over(String text) {
    assertThat(JsonSequence.isArray(stream(text))).isTrue();
    assertThat(array(text).count(MOST)).isEqualTo(2);
    assertThat(read(array(text))).containsExactly("null 1", "null 2");
  }

  @Test
  void a_byte_order_mark_in_front_of_an_object_is_passed_over_and_nowhere_else() {
    assertThat(JsonSequence.isArray(stream("\uFEFF{\"good\": 1}"))).isFalse();
    assertThat(Json.read(stream("\uFEFF {\"good\": 1}"), Piece.class).good()).isEqualTo(1);
    assertThat(Json.read(stream("{\"name\": \"\uFEFFa\"}"), Piece.class).name()).hasSize(2);
    for (String wrong : List.of("\uFEFF\uFEFF{}", "{\uFEFF}", "{}\uFEFF", "\uFEFF")) {
      assertThatThrownBy(() -> Json.read(stream(wrong), Piece.class))
          .isInstanceOf(Rejection.Invalid.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "null",
        "[[[1]], {}]",
        "{\"size\": {\"deep\": [1, {\"deeper\": [2]}]}, \"good\": 5}",
        "{\"name\": {\"en\": [1, 2]}}",
        "{\"good\": 99999999999}",
        "{\"name\": \"\\u0000\"}"
      })
  void what_is_wrong_with_one_keeps_nobody_from_the_others(String wrong) {
    List<String> around = List.of("{\"good\": 1}", wrong, "{\"good\": 2}", wrong, "{\"good\": 3}");
    JsonSequence array = array("[" + String.join(",", around) + "]");
    JsonSequence lines = lines(String.join("\n", around));
    assertThat(read(array))
        .hasSize(5)
        .contains("null 1", "null 2", "null 3")
        .isEqualTo(read(lines));
    assertThat(read(array).get(1)).startsWith("refused ");
  }

  @Test
  void one_that_nobody_reads_is_passed_over() {
    for (JsonSequence sequence :
        List.of(array("[{\"good\": 1}, {\"good\": 2}]"), lines("{\"good\": 1}\n{\"good\": 2}"))) {
      List<Supplier<Piece>> last = new ArrayList<>();
      List<String> read = new ArrayList<>();
      for (Supplier<Piece> piece : sequence.as(Piece.class)) {
        last.add(piece);
        if (last.size() == 2) {
          read.add(piece.get().toString());
        }
      }
      assertThat(read).containsExactly("Piece[name=null, good=2]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2",
        "[1 2]",
        "[1, 2] 3",
        "[{\"a\": 1, \"a\": 2}]",
        "[\"" + "\\",
        "[1e]",
        "[nul]",
        "[1,]"
      })
  void an_array_that_is_broken_somewhere_is_broken_as_a_whole(String broken) {
    JsonSequence array = array(broken);
    assertThatThrownBy(() -> array.count(MOST))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEmpty();
              assertThat(invalid).hasMessageContaining("Not valid JSON");
            });
  }

  @Test
  void what_is_too_deep_or_no_utf8_is_refused_as_a_whole() {
    JsonSequence deep = array("[".repeat(10_000) + "]".repeat(10_000));
    assertThatThrownBy(() -> deep.count(MOST)).hasMessageContaining("100 levels");
    JsonSequence broken =
        JsonSequence.ofArray(
            () -> new ByteArrayInputStream(new byte[] {'[', '"', (byte) 0xC3, '"', ']'}));
    assertThatThrownBy(() -> broken.count(MOST)).hasMessage("Not valid UTF-8");
  }

  @Test
  void broken_utf8_in_a_line_is_that_line_s_fault() {
    byte[] text =
        "{\"name\": \"a\"}\n{\"name\": \"##\"}\n{\"name\": \"b\"}".getBytes(StandardCharsets.UTF_8);
    text[24] = (byte) 0xC0;
    assertThat(read(JsonSequence.ofLines(() -> new ByteArrayInputStream(text))))
        .containsExactly("a null", "refused : Not valid UTF-8", "b null");
  }

  @Test
  void nobody_counts_further_than_is_asked() {
    assertThat(array("[1,2,3,4,5,6 and this is no JSON").count(5)).isEqualTo(6);
    assertThat(lines("1\n2\n3\n4").count(2)).isEqualTo(3);
    assertThat(array("[]").count(5)).isZero();
    assertThat(lines(" \n").count(5)).isZero();
  }

  @Test
  void a_line_may_be_longer_than_what_is_read_at_once() {
    String name = "n".repeat(30_000);
    assertThat(read(lines("{\"name\": \"" + name + "\", \"good\": 1}\n{\"good\": 2}\n")))
        .containsExactly(name + " 1", "null 2");
  }

  private static JsonSequence array(String text) {
    return JsonSequence.ofArray(() -> stream(text));
  }

  private static JsonSequence lines(String text) {
    return JsonSequence.ofLines(() -> stream(text));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> read(JsonSequence sequence) {
    List<String> read = new ArrayList<>();
    for (Supplier<Piece> piece : sequence.as(Piece.class)) {
      try {
        Piece one = piece.get();
        read.add(one.name() + " " + one.good());
      } catch (Rejection.Invalid invalid) {
        read.add("refused " + invalid.field() + ": " + invalid.getMessage());
      }
    }
    return read;
  }
}
