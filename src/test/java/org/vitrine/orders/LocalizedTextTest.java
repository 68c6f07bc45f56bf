package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

class LocalizedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" \"",
        "\"undamaged\"",
        "\"无破损\"",
        "\"{\\\"en\\\": \\\"no object\\\"}\"",
        "\"  as   written \\n\"",
        "\"ﺖﺠﻣﻴﻋ 🏭 é\"",
      })
  void a_plain_text_is_answered_as_it_was_written(String json) {
    LocalizedText text = Json.read(json, LocalizedText.class);
    assertThat(Json.text(text)).isEqualTo(json);
    assertThat(text.byLanguage()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'en':'Seal kit'}                           | {'en':'Seal kit'}",
        "{'zh-CN':'密封件','en':'Seal kit'}          | {'en':'Seal kit','zh-CN':'密封件'}",
        "{'ZH-cn':'密封件'}                          | {'zh-CN':'密封件'}",
        "{'zh-hans':'密封件','zh-HANT':'密封件'}     | {'zh-Hans':'密封件','zh-Hant':'密封件'}",
        "{'ar':'طقم موانع التسرب'}                   | {'ar':'طقم موانع التسرب'}",
        "{'sr-latn-rs':'Komplet','es-419':'Juego'}   | {'es-419':'Juego','sr-Latn-RS':'Komplet'}",
        "{'yue-HK':'密封件','pt-br':'Kit'}           | {'pt-BR':'Kit','yue-HK':'密封件'}",
      })
  void texts_by_language_are_kept_by_the_usual_tags(String written, String kept) {
    LocalizedText text = Json.read(json(written), LocalizedText.class);
    assertThat(Json.text(text)).isEqualTo(json(kept));
    assertThat(Json.read(Json.text(text), LocalizedText.class)).isEqualTo(text);
    LocalizedText.requireLanguages("product", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                            | ``      | Give the text in at least one language",
        "{'en':''}                     | en      | Must be a text",
        "{'en':'a','zh-CN':null}       | zh-CN   | Must be a text",
        "{'de':5}                      | de      | Must be a text",
        "{'fr':{'x':'y'}}              | fr      | Must be a text",
        "{'zh-cn':'a','zh-CN':'b'}     | zh-      | appears twice",
        "['a']                         | ``      | Must be a text, or texts by language",
        "7                             | ``      | Must be a text, or texts by language",
        "true                          | ``      | Must be a text, or texts by language",
      })
  void what_is_no_text_is_refused(String written, String field, String sentence) {
    assertThatThrownBy(() -> Json.read(json(written), LocalizedText.class))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).startsWith(field);
              assertThat(invalid.getMessage()).contains(sentence);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zh_CN",
        "xx",
        "cn",
        "german",
        "deu",
        "x-private",
        "und",
        "zh-XX",
        "en-Qqqq",
        "",
        "en-",
        "name",
        "e n",
        "zh-CN-a-far-too-long-tag"
      })
  void what_is_no_language_is_refused_by_its_name(String tag) {
    LocalizedText text = LocalizedText.of(Map.of("en", "Seal kit", tag, "Dichtung"));
    assertThatThrownBy(() -> LocalizedText.requireLanguages("lines[0].product", text))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class,
            invalid -> {
              assertThat(invalid.field()).isEqualTo("lines[0].product." + tag);
              assertThat(invalid.getMessage())
                  .startsWith(Amount.quoted(tag) + " is not a language");
            });
  }

  @Test
  void a_text_is_as_long_in_each_language_as_it_may_be_alone() {
    String longest = "长".repeat(100);
    LocalizedText.requireAtMost("product", LocalizedText.of(longest), 100);
    LocalizedText.requireAtMost(
        "product", LocalizedText.of(Map.of("zh-CN", longest, "en", longest)), 100);
    assertThatThrownBy(
            () ->
                LocalizedText.requireAtMost(
                    "product", LocalizedText.of(Map.of("zh-CN", longest + "长", "en", "ok")), 100))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class,
            invalid -> assertThat(invalid.field()).isEqualTo("product.zh-CN"));
  }

  private static String json(String written) {
    return written.replace('\'', '"');
  }
}
