package org.vitrine.surveys;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * A survey as somebody of the house wants it.
 *
 * @param opens from when on it asks
 * @param closes until when it can be answered
 */
public record SurveyPlan(
    LocalizedText title,
    LocalizedText introduction,
    SurveyOccasion occasion,
    SurveyPrivacy privacy,
    SurveyAudience audience,
    Instant opens,
    Instant closes,
    List<SurveyQuestion> questions) {
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_INTRODUCTION = 1_000;
  private static final int MOST_QUESTIONS = 20;
  private static final Duration LONGEST = Duration.ofDays(3 * 366);

  public SurveyPlan {
    SurveyText.require("title", title, LONGEST_TITLE);
    SurveyText.require("introduction", introduction, LONGEST_INTRODUCTION);
    require("occasion", occasion, "Say when somebody is asked");
    require("privacy", privacy, "Say who may know whose an answer is");
    require("opens", opens, "Say from when on it asks");
    require("closes", closes, "Say until when it can be answered");
    audience = audience == null ? SurveyAudience.everybody() : audience;
    if (!opens.isBefore(closes)) {
      throw new Rejection.Invalid("closes", "A survey closes after it has opened");
    }
    if (Duration.between(opens, closes).compareTo(LONGEST) > 0) {
      throw new Rejection.Invalid("closes", "A survey is open for three years at most");
    }
    boolean byItself =
        occasion == SurveyOccasion.AFTER_ORDER || occasion == SurveyOccasion.AFTER_COMPLAINT;
    if (byItself && audience.sample() != null) {
      throw new Rejection.Invalid(
          "audience.sample", "Who is asked after something happened is not drawn from a sample");
    }
    questions = questions == null ? List.of() : List.copyOf(questions);
    if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
      throw new Rejection.Invalid("questions", "Ask 1 to 20 questions");
    }
    Set<String> keys = new HashSet<>();
    for (int at = 0; at < questions.size(); at++) {
      if (!keys.add(questions.get(at).key())) {
        throw new Rejection.Invalid("questions[%d].key".formatted(at), "This key appears twice");
      }
    }
  }

  private static void require(String field, Object said, String otherwise) {
    if (said == null) {
      throw new Rejection.Invalid(field, otherwise);
    }
  }

  boolean isAnonymous() {
    return privacy == SurveyPrivacy.ANONYMOUS;
  }

  public Optional<SurveyQuestion> question(String key) {
    return questions.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /**
   * The same so much later, for as long: half a year after two days at the end of August there is
   * only one at the end of February.
   *
   * @param zone in which days are meant
   */
  SurveyPlan later(Period by, ZoneId zone) {
    Instant then = opens.atZone(zone).plus(by).toInstant();
    return new SurveyPlan(
        title,
        introduction,
        occasion,
        privacy,
        audience,
        then,
        then.plus(Duration.between(opens, closes)),
        questions);
  }
}
