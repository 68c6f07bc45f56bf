package org.vitrine.recalls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;

/** What a notice may not say, and what it may. */
class PlayingDownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We start a voluntary recall|takes it for optional",
        "We VOLUNTARILY replace it|takes it for optional",
        "A volun\u00adtary step|takes it for optional",
        "Ｖｏｌｕｎｔａｒｙ|takes it for optional",
        "我们自愿召回该批产品|takes it for optional",
        "我司主动召回|takes it for optional",
        "As a precaution|perhaps nothing is wrong",
        "A precautionary measure|perhaps nothing is wrong",
        "Out of an abundance of caution|perhaps nothing is wrong",
        "这是一项预防性措施|perhaps nothing is wrong",
        "出于 谨慎|perhaps nothing is wrong",
        "为了安全起见|perhaps nothing is wrong",
        "In rare situations it gets hot|for the exception",
        "in  rare\\ncases|for the exception",
        "Under very rare circumstances|for the exception",
        "In isolated cases|for the exception",
        "It rarely burns|for the exception",
        "In the unlikely event of a fire|for the exception",
        "在极少数情况下会起火|for the exception",
        "个别产品会过热|for the exception",
        "发生的概率很低|for the exception",
        "Other customers had a fire|of its own pieces only",
        "A small number of units|of its own pieces only",
        "所有客户都会收到通知|of its own pieces only"
      })
  void what_plays_it_down_or_tells_of_others_is_refused_with_the_reason(String text, String why) {
    assertThatThrownBy(() -> PlayingDown.refuse("hazard.en", text.replace("\\n", "\n")))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining(why)
        .asInstanceOf(InstanceOfAssertFactories.type(Rejection.Invalid.class))
        .returns("hazard.en", Rejection.Invalid::field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The capacitor can burst and set the cabinet on fire.",
        "Switch it off and pull the plug. Do not touch the housing.",
        "It happens when the room is warmer than 35 °C.",
        "Your customers must stop using it, too.",
        "电容可能爆裂并引起火灾，请立即断电。",
        "请主动联系我们的客服。",
        "A rare-earth magnet comes loose",
        "Please ask all of your colleagues"
      })
  void plain_words_are_taken(String text) {
    assertThatCode(() -> PlayingDown.refuse("hazard.en", text)).doesNotThrowAnyException();
  }
}
