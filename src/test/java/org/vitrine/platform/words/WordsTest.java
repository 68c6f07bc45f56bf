package org.vitrine.platform.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.platform.words.Language.CHINESE;
import static org.vitrine.platform.words.Language.ENGLISH;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private final Words words =
      words(
          "bread/words/en.json", "{'loaf': {'one': '{count} loaf', 'other': '{count} loaves'}}",
          "bread/words/zh-CN.json", "{'loaf': {'other': '{count} 个面包'}}",
          "shop/words/en.json", "{'hello': 'Hello {name}', 'mail.bye': 'Good bye'}",
          "shop/words/zh-CN.json", "{'hello': '{name}，您好', 'mail.bye': '再见'}");

  @Test
  void what_all_features_say_is_one_catalogue_a_language() {
    assertThat(words.text(ENGLISH, "hello", Map.of("name", "Anna"))).isEqualTo("Hello Anna");
    assertThat(words.text(CHINESE, "hello", Map.of("name", "Anna"))).isEqualTo("Anna，您好");
  }

  @Test
  void a_text_differs_by_number_where_the_language_does() {
    assertThat(words.text(ENGLISH, "loaf", Map.of("count", 1))).isEqualTo("1 loaf");
    assertThat(words.text(ENGLISH, "loaf", Map.of("count", 0))).isEqualTo("0 loaves");
    assertThat(words.text(ENGLISH, "loaf", Map.of("count", 12_500))).isEqualTo("12,500 loaves");
    assertThat(words.text(CHINESE, "loaf", Map.of("count", 1))).isEqualTo("1 个面包");
  }

  @Test
  void a_number_that_is_a_name_stands_digit_by_digit() {
    assertThat(words.text(ENGLISH, "hello", Map.of("name", 12_500))).isEqualTo("Hello 12500");
    assertThat(words.text(CHINESE, "hello", Map.of("name", 12_500L))).isEqualTo("12500，您好");
  }

  @Test
  void what_is_filled_in_is_not_filled_in_again() {
    assertThat(words.text(ENGLISH, "hello", Map.of("name", "{name} $1"))).endsWith("{name} $1");
  }

  @Test
  void a_key_or_a_value_that_is_missing_is_an_error() {
    assertThatThrownBy(() -> words.text(ENGLISH, "nothing")).hasMessageContaining("“nothing”");
    assertThatThrownBy(() -> words.text(ENGLISH, "hello")).hasMessageContaining("{name}");
    assertThatThrownBy(() -> words.text(ENGLISH, "loaf")).hasMessageContaining("count");
  }

  @Test
  void what_mails_say_is_not_sent_to_pages() {
    assertThat(new String(words.forPages(ENGLISH), UTF_8)).contains("loaf").doesNotContain("bye");
    assertThat(words.text(ENGLISH, "mail.bye")).isEqualTo("Good bye");
  }

  @Test
  void a_key_that_is_given_twice_is_an_error() {
    assertThatThrownBy(
            () -> words("bread/words/en.json", "{'a': 'b'}", "shop/words/en.json", "{'a': 'c'}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("“a”", "bread/words/en.json", "shop/words/en.json");
    assertThatThrownBy(() -> words("bread/words/en.json", "{'a': 'b', 'a': 'c'}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bread/words/en.json");
  }

  @Test
  void a_key_that_one_language_lacks_is_an_error() {
    assertThatThrownBy(() -> words("bread/words/en.json", "{'loaf': 'Loaf'}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("“loaf”", "zh-CN");
  }

  @Test
  void the_words_that_came_with_the_program_are_whole() {
    assertThat(new Words().text(CHINESE, "nav.orders")).isEqualTo("订单");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | CHINESE",
        "zh-TW | CHINESE",
        "en-GB,en;q=0.9,zh;q=0.8 | ENGLISH",
        "de-DE,de;q=0.9,zh;q=0.5,en;q=0.3 | CHINESE",
        "en;q=0,zh | CHINESE",
        "fr | ENGLISH",
        "'' | ENGLISH",
        "*;;q=x,, | ENGLISH",
      })
  void a_browser_is_understood_in_the_language_it_asks_for(String header, Language language) {
    assertThat(Language.preferred(header)).isEqualTo(language);
  }

  private static Words words(String... pathsAndContents) {
    Map<String, byte[]> files = new HashMap<>();
    for (int at = 0; at < pathsAndContents.length; at += 2) {
      files.put(pathsAndContents[at], pathsAndContents[at + 1].replace('\'', '"').getBytes(UTF_8));
    }
    return new Words(files);
  }
}
