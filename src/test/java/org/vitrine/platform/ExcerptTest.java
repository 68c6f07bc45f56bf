package org.vitrine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void what_is_short_stays_and_what_is_long_is_cut_between_characters() {
    assertThat(Excerpt.of("北京", 2)).isEqualTo("北京");
    assertThat(Excerpt.of("北京市", 2)).isEqualTo("北京…");
    assertThat(Excerpt.of("a😀b", 2)).isEqualTo("a…");
    assertThat(Excerpt.of("a😀b", 3)).isEqualTo("a😀…");
    assertThat(Excerpt.of("a".repeat(39) + "😀")).isEqualTo("a".repeat(39) + "…");
  }

  @Test
  void what_just_fits_is_whole_and_what_does_not_fits_with_its_mark() {
    assertThat(Excerpt.within("北京市", 3)).isEqualTo("北京市");
    assertThat(Excerpt.within("北京市区", 3)).isEqualTo("北京…");
    assertThat(Excerpt.within("a😀bc", 3)).isEqualTo("a…");
  }

  @Test
  void what_cannot_be_seen_is_shown_as_such() {
    assertThat(Excerpt.of("a\u0000b\u2028\ud83d")).isEqualTo("a\ufffdb\ufffd\ufffd");
  }
}
