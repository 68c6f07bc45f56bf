package org.vitrine.voices;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
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
  private final Audit audit;
  private final Clock clock;
  private final CareQuestionRepository repository = new CareQuestionRepository();
  private final VoiceSettingsRepository settings = new VoiceSettingsRepository();

  public CareQuestions(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
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
  public void save(List<CareQuestion> questions, Actor by) {
    if (questions.size() > MOST) {
      throw new Rejection.Invalid("questions", "There can be at most %d questions".formatted(MOST));
    }
    requireEachOnce(questions);
    database.inTransaction(
        transaction -> {
          settings.take(transaction);
          AuditedDifference difference = difference(repository.list(transaction), questions);
          if (!difference.isNothing()) {
            repository.replace(transaction, questions, by.name(), clock.instant());
            audit.record(
                transaction,
                by,
                AuditAction.CARE_QUESTIONS_CHANGED,
                "%d questions".formatted(questions.size()),
                Optional.empty(),
                difference.detail());
          }
          return questions;
        });
  }

  /** By the products for which another question is asked, or after other days. */
  private static AuditedDifference difference(List<CareQuestion> before, List<CareQuestion> after) {
    AuditedDifference difference = new AuditedDifference();
    Map<String, CareQuestion> was = byProduct(before);
    Map<String, CareQuestion> is = byProduct(after);
    Stream.concat(was.keySet().stream(), is.keySet().stream())
        .distinct()
        .forEach(
            product ->
                difference.of(
                    product,
                    Optional.ofNullable(was.get(product)).map(CareQuestion::said),
                    Optional.ofNullable(is.get(product)).map(CareQuestion::said)));
    return difference;
  }

  private static Map<String, CareQuestion> byProduct(List<CareQuestion> questions) {
    return questions.stream()
        .collect(
            Collectors.toMap(
                CareQuestion::product, Function.identity(), (a, b) -> a, LinkedHashMap::new));
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
