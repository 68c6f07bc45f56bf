package org.vitrine.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.vitrine.orders.LanguageTag;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Wording;
import org.vitrine.platform.Rejection;

/**
 * Columns that say a text in a language: {@code product_zh-CN} is what {@code product} is called in
 * Chinese. Where there are such columns, the one without a language is in English.
 */
final class LanguageColumns {
  /** What columns usually end in for another reason: an id, a number, a serial number, a weight. */
  private static final Set<String> AMBIGUOUS = Set.of("id", "no", "nr", "sn", "kg", "st");

  private LanguageColumns() {}

  /** The language in which this column says the text, if it is one of that text. */
  static Optional<String> language(String column, String text) {
    return column.startsWith(text + "_")
        ? LanguageTag.of(column.substring(text.length() + 1)).filter(LanguageColumns::isClear)
        : Optional.empty();
  }

  /** Two letters, or a language with its country or script. */
  private static boolean isClear(String tag) {
    return tag.contains("-") || tag.length() == 2 && !AMBIGUOUS.contains(tag);
  }

  /** Whether it says one of these texts in a language. */
  static boolean isOneOf(String column, List<String> texts) {
    return texts.stream().anyMatch(text -> language(column, text).isPresent());
  }

  /**
   * What these columns say of a text; nothing where all are empty. Throws {@link Rejection.Invalid}
   * naming the column where it is said in one language twice.
   *
   * @param said what stands in a column; nothing where it is empty
   */
  static LocalizedText read(String text, Collection<String> columns, UnaryOperator<String> said) {
    Map<String, String> byLanguage = byLanguage(text, columns, said);
    String plain = said.apply(text);
    if (byLanguage.isEmpty()) {
      return LocalizedText.of(plain);
    }
    if (plain != null) {
      add(byLanguage, Wording.ENGLISH, plain, text);
    }
    return LocalizedText.of(byLanguage);
  }

  /** The same as far as it names its languages. */
  static Map<String, String> byLanguage(
      String text, Collection<String> columns, UnaryOperator<String> said) {
    Map<String, String> byLanguage = new TreeMap<>();
    columns.stream()
        .sorted()
        .forEach(
            column ->
                language(column, text)
                    .ifPresent(
                        language -> {
                          String value = said.apply(column);
                          if (value != null) {
                            add(byLanguage, language, value, column);
                          }
                        }));
    return byLanguage;
  }

  static void add(Map<String, String> texts, String language, String text, String column) {
    if (texts.putIfAbsent(language, text) != null) {
      throw new Rejection.Invalid(
          column, "says the text in %s a second time: leave one empty".formatted(language));
    }
  }

  /** What stands in the column without a language, else the first of its languages. */
  static String untranslated(LocalizedText text) {
    if (text == null || text.plain() != null) {
      return text == null ? null : text.plain();
    }
    Map<String, String> said = text.byLanguage();
    return said.getOrDefault(Wording.ENGLISH, said.values().iterator().next());
  }

  /** The column of a field, which may say in which language: {@code product.zh-CN}. */
  static String column(String field, UnaryOperator<String> plain) {
    int dot = field.lastIndexOf('.');
    return dot < 0 || LanguageTag.of(field.substring(dot + 1)).isEmpty()
        ? plain.apply(field)
        : plain.apply(field.substring(0, dot)) + "_" + field.substring(dot + 1);
  }
}
