package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/** What figures mean: said in each language, and never otherwise under the same edition. */
class MeaningsTest {
  private static final List<String> FIGURES =
      List.of(
          "first-date",
          "agreed-date",
          "in-full-first-date",
          "on-time-in-full",
          "late-median",
          "late-worst-tenth",
          "first-pass",
          "complaints",
          "clock-seen",
          "clock-first-answer",
          "clock-next-answer",
          "clock-solved",
          "improvements",
          "improvements-worked",
          "surveys",
          "survey-answered",
          "survey-recommend",
          "survey-mean");

  /** Whoever says it otherwise adds an edition, and leaves this one as it is. */
  @Test
  void the_first_edition_says_what_it_always_said() {
    Words words = new Words();
    String all =
        FIGURES.stream()
            .flatMap(
                name ->
                    List.of(Language.values()).stream()
                        .map(language -> words.text(language, "scorecard.means." + name + ".1")))
            .collect(Collectors.joining("\n"));

    assertThat(DigestUtils.sha256Hex(all).substring(0, 12)).isEqualTo("e6c5845ac6bc");
  }
}
