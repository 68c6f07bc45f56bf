package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.json.Json;

/** One way to write JSON, as RFC 8785 has it. */
class CanonicalJsonTest {
  private static String canonical(String json) {
    return CanonicalJson.of(Json.read(json, JsonNode.class));
  }

  /** RFC 8785, 3.2.3, but for numbers that we refuse. */
  @Test
  void names_are_sorted_by_their_utf_16_code_units() {
    assertThat(
            canonical(
                """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}\
                """))
        .isEqualTo(
            "{\"\\r"
                + "\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small"
                + " Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning"
                + " Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /** RFC 8785, 3.2.2. */
  @Test
  void what_is_not_printable_is_escaped_the_short_way_and_nothing_else() {
    assertThat(
            canonical("{\"text\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"))
        .isEqualTo("{\"text\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    assertThat(canonical("[null, true, false, [], {}]")).isEqualTo("[null,true,false,[],{}]");
  }

  @Test
  void numbers_stand_as_ecmascript_writes_them() {
    assertThat(canonical("[80.0, 8e1, 82.50, 0.1, -0, -3.20, 1000000000000, 0.000001]"))
        .isEqualTo("[80,80,82.5,0.1,0,-3.2,1000000000000,0.000001]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e21", "0.0000001", "1234567890.1234567", "9007199254740993"})
  void numbers_that_are_not_written_alike_everywhere_are_refused(String number) {
    assertThatThrownBy(() -> canonical("[" + number + "]"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
