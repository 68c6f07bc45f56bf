package org.vitrine.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.Rejection;

class WholeNumbersTest {
  record Counted(Integer count, Long most, int least, long all) {}

  @ParameterizedTest
  @CsvSource({
    "10, 10",
    "10.0, 10",
    "12.000, 12",
    "1e1, 10",
    "1E+1, 10",
    "1.2e1, 12",
    "1200e-2, 12",
    "0.0, 0",
    "0e9, 0",
    "-3.0, -3",
    "2147483647.0000000000000000000000000, 2147483647",
  })
  void a_number_without_a_fraction_is_whole_however_it_is_written(String written, int whole) {
    String object = object(written);
    Counted expected = new Counted(whole, (long) whole, whole, whole);

    assertThat(Json.read(object, Counted.class)).isEqualTo(expected);
    assertThat(read(JsonSequence.ofArray(stream("[" + object + "," + object + "]"))))
        .containsExactly(expected, expected);
    assertThat(read(JsonSequence.ofLines(stream(object + "\n" + object + "\n"))))
        .containsExactly(expected, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "120.5, “120.5” is not a whole number",
    "12.50, “12.50” is not a whole number",
    "0.10, “0.10” is not a whole number",
    "1.5E0, “1.5E0” is not a whole number",
    "15e-1, “15e-1” is not a whole number",
    "1e-999999999, “1e-999999999” is not a whole number",
    "1e999999999, The number is too large",
    "3000000000.0, The number is too large",
  })
  void what_is_none_is_refused_as_it_was_written(String written, String sentence) {
    String object = "{\"count\": " + written + "}";

    assertThatThrownBy(() -> Json.read(object, Counted.class))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessage(sentence)
        .extracting("field")
        .isEqualTo("count");
    JsonSequence array = JsonSequence.ofArray(stream("[" + object + "]"));
    assertThatThrownBy(() -> read(array)).hasMessage(sentence);
    JsonSequence lines = JsonSequence.ofLines(stream(object));
    assertThatThrownBy(() -> read(lines)).hasMessage(sentence);
  }

  private static String object(String written) {
    return "{\"count\": %1$s, \"most\": %1$s, \"least\": %1$s, \"all\": %1$s}".formatted(written);
  }

  private static Supplier<InputStream> stream(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Counted> read(JsonSequence sequence) {
    List<Counted> read = new ArrayList<>();
    sequence.as(Counted.class).forEach(one -> read.add(one.get()));
    return read;
  }
}
