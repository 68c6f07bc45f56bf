package org.vitrine.voices;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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
    Map<String, String> byLanguage =
        names.stream()
            .flatMap(name -> name.byLanguage().keySet().stream())
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), tag -> listed(names, tag), (a, b) -> a, TreeMap::new));
    return byLanguage.isEmpty()
        ? LocalizedText.of(listed(names, ""))
        : LocalizedText.of(byLanguage);
  }

  private static String listed(List<LocalizedText> names, String tag) {
    return names.stream()
        .map(name -> said(name, Optional.of(tag)))
        .collect(Collectors.joining(tag.startsWith("zh") ? "、" : ", "));
  }

  /** What is asked of them; each with its product where that differs. */
  String question(List<CareQuestion> all, Optional<String> language) {
    List<String> asked =
        products.stream().map(one -> question(all, one, language)).distinct().toList();
    return asked.size() == 1
        ? asked.getFirst()
        : products.stream()
            .map(one -> said(one.name(), language) + ": " + question(all, one, language))
            .collect(Collectors.joining("\n"));
  }

  private static String question(List<CareQuestion> all, DueCare one, Optional<String> language) {
    return said(CareQuestions.of(all, one.name()).question(), language);
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
        first().order(),
        first().number(),
        Optional.of(first().line()).filter(line -> isOne()),
        Optional.empty(),
        Optional.empty(),
        new AnchorNames(name.isBlank() ? null : name, null, null));
  }
}
