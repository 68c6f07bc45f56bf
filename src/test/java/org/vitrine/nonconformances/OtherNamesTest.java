package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherNamesTest {
  private static final OtherNames NAMES =
      new OtherNames(List.of("ABB", "Müller & Söhne", "北方电机", "SO-1001", "X"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abb found it first",
        "As ＡＢＢ said",
        "(ABB)",
        "for MÜLLER & SÖHNE, too",
        "它也在北方电机的订单里",
        "seen in so-1001."
      })
  void a_text_that_names_another_is_not_read(String text) {
    assertThat(NAMES.areIn(text)).isTrue();
    assertThat(NAMES.keepOutOf(Optional.of(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The rabble",
        "SO-10011 is another",
        "Axle x is worn",
        "Der Müller und seine Söhne"
      })
  void what_only_looks_alike_is_read(String text) {
    assertThat(NAMES.keepOutOf(Optional.of(text))).contains(text);
  }

  @Test
  void where_there_is_no_text_there_is_none() {
    assertThat(NAMES.keepOutOf(Optional.empty())).isEmpty();
  }
}
