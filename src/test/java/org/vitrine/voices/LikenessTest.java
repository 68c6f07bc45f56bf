package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The copper pipe is leaking at the joint | copper pipe leaks at the joint      | true",
        "The copper pipe is leaking at the joint | When does the lorry leave?          | false",
        "出风口有异响，夜里很吵                   | 夜里出风口异响                        | true",
        "出风口有异响，夜里很吵                   | 包装箱的角压坏了                      | false",
        "Ｔｈｅ  FAN rattles!                     | the fan rattles                     | true",
        "Le climatiseur est déréglé              | le climatiseur est deregle          | true",
        "型号 KFR-35 漏水                         | KFR-35 漏水                          | true",
        "!!!                                     | ???                                 | false",
        "吵                                      | 吵                                   | true",
      })
  void alike_is_what_says_the_same_in_other_words(String one, String other, boolean alike) {
    Likeness first = Likeness.of(Likeness.words(one));
    Likeness second = Likeness.of(Likeness.words(other));
    assertThat(first.to(second) >= Likeness.ALIKE).isEqualTo(alike);
    assertThat(first.to(second)).isEqualTo(second.to(first));
  }
}
