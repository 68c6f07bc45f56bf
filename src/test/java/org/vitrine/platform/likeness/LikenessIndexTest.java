package org.vitrine.platform.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessIndexTest {
  private static final Map<String, String> PROPOSALS = proposals();

  private static Map<String, String> proposals() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("pipe", "The copper pipe is leaking at the joint");
    texts.put("quiet", "出风口有异响，夜里很吵");
    texts.put("box", "包装箱的角压坏了");
    texts.put("fan", "Ｔｈｅ  FAN rattles!");
    texts.put("accent", "Le climatiseur est déréglé");
    texts.put("model", "型号 KFR-35 漏水");
    texts.put("lorry", "When does the lorry leave?");
    texts.put("nothing", "!!!");
    texts.put("one", "吵");
    return texts;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "copper pipe leaks at the joint | pipe",
        "夜里出风口异响                   | quiet",
        "包装箱压坏                       | box",
        "the fan rattles                | fan",
        "le climatiseur est deregle     | accent",
        "KFR-35 漏水                     | model",
        "when will the lorry leave      | lorry",
        "吵                              | one",
      })
  void the_nearest_says_the_same_in_other_words(String text, String expected) {
    assertThat(LikenessIndex.of(PROPOSALS).nearest(text, 3, LikenessIndex.WORTH_A_LOOK))
        .isNotEmpty()
        .first()
        .satisfies(nearest -> assertThat(nearest.key()).isEqualTo(expected));
  }

  @ParameterizedTest
  @CsvSource({"'???'", "''", "'Please paint it green'", "颜色要更多"})
  void what_is_like_nothing_has_no_neighbour(String text) {
    assertThat(LikenessIndex.of(PROPOSALS).nearest(text, 3, LikenessIndex.WORTH_A_LOOK)).isEmpty();
  }

  @Test
  void the_same_text_is_as_near_as_can_be() {
    LikenessIndex<String> index = LikenessIndex.of(PROPOSALS);
    PROPOSALS.forEach(
        (key, text) -> {
          if (!key.equals("nothing")) {
            LikenessIndex.Neighbour<String> nearest = index.nearest(text, 1, 0).getFirst();
            assertThat(nearest.key()).isEqualTo(key);
            assertThat(nearest.cosine()).isBetween(0.9999, 1.0001);
          }
        });
  }

  @Test
  void the_nearest_of_each_are_those_that_asking_for_each_finds() {
    LikenessIndex<String> index = LikenessIndex.of(PROPOSALS);
    index
        .nearestOfEach(2, 0)
        .forEach(
            (key, nearest) ->
                assertThat(nearest.stream().mapToDouble(LikenessIndex.Neighbour::cosine).sum())
                    .isCloseTo(
                        index.nearest(PROPOSALS.get(key), 9, 0).stream()
                            .filter(other -> !other.key().equals(key))
                            .limit(2)
                            .mapToDouble(LikenessIndex.Neighbour::cosine)
                            .sum(),
                        offset(1e-5)));
  }

  @Test
  void what_belongs_together_is_one_group() {
    Map<Integer, String> texts = new LinkedHashMap<>();
    texts.put(1, "A remote control with larger buttons");
    texts.put(2, "遥控器按键再大一点");
    texts.put(3, "Larger buttons on the remote control, please");
    texts.put(4, "遥控器的按键太小，希望再大一点");
    texts.put(5, "The remote control needs larger buttons");
    assertThat(Groups.of(LikenessIndex.of(texts), 10))
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(List.of(List.of(1, 3, 5), List.of(2, 4)));
  }

  @Test
  void no_text_and_texts_that_share_nothing_are_grouped_too() {
    assertThat(Groups.of(LikenessIndex.of(Map.<Integer, String>of()), 10)).isEmpty();
    assertThat(Groups.of(LikenessIndex.of(Map.of(1, "!!!", 2, "???")), 10)).hasSize(2);
  }

  @Test
  void of_a_long_text_its_beginning_is_compared() {
    String whole = "字".repeat(700);
    assertThat(TextPieces.plain(whole)).hasSize(600);
  }
}
