package org.vitrine.surveys;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.platform.statistics.Salience;
import org.vitrine.surveys.QuestionResult.WordResult;
import org.vitrine.surveys.SurveyAnswer.AssociatedWord;
import org.vitrine.surveys.SurveyAnswer.AssociationAnswer;
import org.vitrine.surveys.SurveyAnswer.WordFeeling;

/** What is said of words that came to mind; capitals make no other word. */
final class WordShaping {
  /** The most salient first; where two are alike, not in the order in which people answered. */
  private static final Comparator<WordResult> ORDER =
      Comparator.comparingDouble(WordResult::salience).reversed().thenComparing(WordResult::word);

  private final String question;

  private WordShaping(String question) {
    this.question = question;
  }

  static WordShaping of(String question) {
    return new WordShaping(question);
  }

  List<WordResult> words(List<ResultSheet> shown) {
    List<List<AssociatedWord>> lists =
        shown.stream()
            .flatMap(sheet -> sheet.answer(question, AssociationAnswer.class).stream())
            .map(AssociationAnswer::words)
            .toList();
    Map<String, String> written = new HashMap<>();
    Map<String, Map<WordFeeling, Long>> feelings = new HashMap<>();
    for (AssociatedWord word : lists.stream().flatMap(WordShaping::once).toList()) {
      String plain = plain(word);
      written.merge(plain, word.word(), WordShaping::first);
      feelings.computeIfAbsent(plain, any -> new HashMap<>()).merge(word.feeling(), 1L, Long::sum);
    }
    return Salience.of(lists.stream().map(WordShaping::plain).toList()).stream()
        .map(
            one ->
                new WordResult(
                    written.get(one.item()),
                    one.named(),
                    one.place(),
                    one.smithsS(),
                    feelings.get(one.item()).getOrDefault(WordFeeling.PLUS, 0L),
                    feelings.get(one.item()).getOrDefault(WordFeeling.MINUS, 0L)))
        .sorted(ORDER)
        .toList();
  }

  /** Who says a word twice is one who says it. */
  private static Stream<AssociatedWord> once(List<AssociatedWord> words) {
    Set<String> said = new HashSet<>();
    return words.stream().filter(word -> said.add(plain(word)));
  }

  /** Of two spellings the same one, whoever answered first. */
  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static List<String> plain(List<AssociatedWord> words) {
    return words.stream().map(WordShaping::plain).toList();
  }

  private static String plain(AssociatedWord word) {
    return word.word().toLowerCase(Locale.ROOT);
  }
}
