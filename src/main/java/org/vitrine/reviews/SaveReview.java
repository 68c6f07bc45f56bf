package org.vitrine.reviews;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vitrine.companies.Tier;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * A review as staff want it.
 *
 * @param tiers whose companies take part; with {@code companies} empty too, all do
 * @param companies the codes of companies that take part whatever their tier
 * @param proposalsEach how much one person may propose; 20 where nothing is said
 */
public record SaveReview(
    String title,
    String question,
    Instant opens,
    Instant closes,
    WhoseWord word,
    Set<Tier> tiers,
    List<String> companies,
    Integer proposalsEach) {
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_QUESTION = 1_000;
  private static final int MOST_COMPANIES = 1_000;
  private static final int USUAL_EACH = 20;
  private static final int MOST_EACH = 100;

  public SaveReview {
    title = required("title", title, LONGEST_TITLE, "Give the review a title");
    question = required("question", question, LONGEST_QUESTION, "Say what you want to know");
    if (opens == null) {
      throw new Rejection.Invalid("opens", "Say when the review opens");
    }
    if (closes == null) {
      throw new Rejection.Invalid("closes", "Say when the review closes");
    }
    if (!opens.isBefore(closes)) {
      throw new Rejection.Invalid("closes", "A review closes after it has opened");
    }
    word = word == null ? WhoseWord.PERSON : word;
    companies = companies == null ? List.of() : List.copyOf(companies);
    if (companies.size() > MOST_COMPANIES) {
      throw new Rejection.Invalid(
          "companies", "At most %,d companies can be named".formatted(MOST_COMPANIES));
    }
    boolean everybody = (tiers == null || tiers.isEmpty()) && companies.isEmpty();
    tiers = everybody ? EnumSet.allOf(Tier.class) : tiers == null ? Set.of() : Set.copyOf(tiers);
    proposalsEach = proposalsEach == null ? USUAL_EACH : proposalsEach;
    if (proposalsEach < 1 || proposalsEach > MOST_EACH) {
      throw new Rejection.Invalid(
          "proposalsEach", "“%d” is not a number from 1 to %d".formatted(proposalsEach, MOST_EACH));
    }
  }

  private static String required(String field, String text, int most, String otherwise) {
    TextLimit.atMost(field, text, most);
    if (text == null || Blanks.only(text)) {
      throw new Rejection.Invalid(field, otherwise);
    }
    return Blanks.stripped(text);
  }
}
