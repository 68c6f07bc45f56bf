package org.vitrine.voices;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.Glob;

/** The door to what is asked after a delivery, in the manufacturer's words. */
public final class CareQuestions {
  private static final int MOST = 500;

  private final Database database;
  private final Clock clock;
  private final CareQuestionRepository repository = new CareQuestionRepository();
  private final VoiceSettingsRepository settings = new VoiceSettingsRepository();

  public CareQuestions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All that are set, and the one for all the rest, which is always there. */
  public List<CareQuestion> all(Queries queries) {
    List<CareQuestion> set = repository.list(queries);
    boolean forTheRest =
        set.stream().anyMatch(one -> one.product().equals(CareQuestion.ALL_THE_REST));
    return forTheRest ? set : Stream.concat(set.stream(), Stream.of(CareQuestion.DEFAULT)).toList();
  }

  List<CareQuestion> all() {
    return all(database);
  }

  /** The one that says most of what the product is called, in any of its languages. */
  public CareQuestion of(Queries queries, LocalizedText product) {
    return of(all(queries), product);
  }

  static CareQuestion of(List<CareQuestion> all, LocalizedText product) {
    List<String> names =
        product.plain() == null
            ? List.copyOf(product.byLanguage().values())
            : List.of(product.plain());
    return all.stream()
        .filter(one -> names.stream().anyMatch(name -> Glob.matches(one.product(), name)))
        .max(Comparator.comparing(CareQuestion::weight))
        .orElse(CareQuestion.DEFAULT);
  }

  /** These instead of those before. */
  public void save(List<CareQuestion> questions, String actor) {
    if (questions.size() > MOST) {
      throw new Rejection.Invalid("questions", "There can be at most %d questions".formatted(MOST));
    }
    requireEachOnce(questions);
    database.inTransaction(
        transaction -> {
          settings.take(transaction);
          repository.replace(transaction, questions, actor, clock.instant());
          return questions;
        });
  }

  private static void requireEachOnce(List<CareQuestion> questions) {
    Set<String> products = new HashSet<>();
    for (int at = 0; at < questions.size(); at++) {
      String product = questions.get(at).product();
      if (!products.add(product.toLowerCase(Locale.ROOT))) {
        throw new Rejection.Invalid(
            "questions[%d].product".formatted(at),
            "“%s” stands twice".formatted(Excerpt.of(product)));
      }
    }
  }
}
