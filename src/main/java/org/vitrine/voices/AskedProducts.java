package org.vitrine.voices;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vitrine.orders.LocalizedText;
import org.vitrine.voices.VoiceAnchor.AnchorNames;

/**
 * What one mail asks after: products of one order, at least one.
 *
 * @param products in the order of their lines
 */
record AskedProducts(List<DueCare> products) {
  AskedProducts {
    products = List.copyOf(products);
  }

  DueCare first() {
    return products.getFirst();
  }

  boolean isOne() {
    return products.size() == 1;
  }

  LocalDate deliveredOn() {
    return products.stream().map(DueCare::deliveredOn).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** What they are called, as a list in each of the languages. */
  LocalizedText name() {
    List<LocalizedText> names =
        products.stream().map(DueCare::name).filter(name -> !name.isBlank()).distinct().toList();
    if (names.isEmpty()) {
      return LocalizedText.of("");
    }
    if (names.size() == 1) {
      return names.getFirst();
    }
    return inEach(names, tag -> listed(names, tag));
  }

  /** Something made of texts, in each of their languages; once where they have none. */
  private static LocalizedText inEach(List<LocalizedText> texts, UnaryOperator<String> made) {
    Map<String, String> byLanguage =
        texts.stream()
            .flatMap(text -> text.byLanguage().keySet().stream())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), made));
    return byLanguage.isEmpty() ? LocalizedText.of(made.apply("")) : LocalizedText.of(byLanguage);
  }

  private static String listed(List<LocalizedText> names, String tag) {
    return names.stream()
        .map(name -> said(name, Optional.of(tag)))
        .collect(Collectors.joining(tag.startsWith("zh") ? "、" : ", "));
  }

  /** What is asked of them; each with its product where that differs. */
  LocalizedText question(List<CareQuestion> all) {
    Map<DueCare, LocalizedText> asked = new LinkedHashMap<>();
    products.forEach(one -> asked.put(one, CareQuestions.of(all, one.name()).question()));
    List<LocalizedText> questions = asked.values().stream().distinct().toList();
    return questions.size() == 1
        ? questions.getFirst()
        : inEach(questions, tag -> listed(asked, Optional.of(tag)));
  }

  private static String listed(Map<DueCare, LocalizedText> asked, Optional<String> language) {
    return asked.entrySet().stream()
        .map(one -> said(one.getKey().name(), language) + ": " + said(one.getValue(), language))
        .collect(Collectors.joining("\n"));
  }

  /** In this language, or in all where that is not known or it is not in it. */
  static String said(LocalizedText text, Optional<String> language) {
    return language
        .flatMap(tag -> Optional.ofNullable(text.byLanguage().get(tag)))
        .orElse(text.toString());
  }

  /** About the order where there are several. */
  VoiceAnchor anchor() {
    LocalizedText name = name();
    return new VoiceAnchor(
        Optional.of(first().order()),
        Optional.of(first().number()),
        Optional.of(first().line()).filter(line -> isOne()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new AnchorNames(name.isBlank() ? null : name, null, null));
  }
}
