package org.vitrine.delays;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.DelayAnswer;
import org.vitrine.orders.DelayRemedy;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.RealDates;
import org.vitrine.platform.Rejection;

/**
 * What can be answered, and until when.
 *
 * <ul>
 *   <li>The first answer counts. Until the last day to answer, whoever declined, named another day
 *       or asked for a call can still say yes.
 *   <li>The same said once more by the same changes nothing.
 * </ul>
 */
final class AnswerRule {
  private AnswerRule() {}

  /** Whether this is what they said before. */
  static boolean isRepeated(DelayOffer offer, AnswerOffer said, String by) {
    return offer
        .standing()
        .answer()
        .filter(before -> before.by().equals(by))
        .filter(before -> stillStands(offer.state(), before.said().answer()))
        .filter(before -> before.said().about(null).equals(said.about(null)))
        .filter(before -> said.lines() == null || said.lines().equals(before.said().lines()))
        .isPresent();
  }

  private static boolean stillStands(OfferState state, DelayAnswer answer) {
    return state == stateAfter(answer);
  }

  static OfferState stateAfter(DelayAnswer answer) {
    return switch (answer) {
      case ACCEPT, ACCEPT_PART -> OfferState.ACCEPTED;
      case OTHER_DAY -> OfferState.OTHER_DAY;
      case DECLINE -> OfferState.DECLINED;
      case CALL_ME -> OfferState.CALL_ME;
    };
  }

  /**
   * Throws {@link Rejection.Conflict} where it is too late, or was answered otherwise; {@link
   * Rejection.Invalid} at what is wrong with the answer.
   *
   * @param today where the plant is
   */
  static void require(DelayOffer offer, AnswerOffer said, LocalDate today) {
    requireTime(offer, said, today);
    if (said.answer() != DelayAnswer.ACCEPT_PART) {
      requireWhole(said);
    }
    OfferTerms terms = offer.terms();
    if (said.remedy() != null && !terms.remedies().contains(said.remedy())) {
      throw new Rejection.Invalid("remedy", "This is not among what is offered");
    }
    if (said.date() != null && said.answer() != DelayAnswer.OTHER_DAY) {
      throw new Rejection.Invalid("date", "Only who names another day gives one");
    }
    switch (said.answer()) {
      case ACCEPT_PART -> requirePart(terms, said);
      case OTHER_DAY -> requireDay(terms, said.date(), today);
      case CALL_ME -> {
        if (said.call() == null) {
          throw new Rejection.Invalid("call", "Say where and when we can call");
        }
      }
      case ACCEPT, DECLINE -> {}
    }
  }

  private static void requireWhole(AnswerOffer said) {
    if (said.lines() != null || said.part() != null) {
      throw new Rejection.Invalid(
          said.lines() != null ? "lines" : "part", "Only who agrees in part says to what");
    }
  }

  private static void requireTime(DelayOffer offer, AnswerOffer said, LocalDate today) {
    OfferState state = offer.state();
    boolean mayAnswer =
        state == OfferState.OPEN || state.isStillOpenToYes() && said.answer().isConsent();
    if (!mayAnswer) {
      throw new Rejection.Conflict(standing(offer));
    }
    if (today.isAfter(offer.terms().answerBy())) {
      throw new Rejection.Conflict(
          "It could be answered until %s".formatted(offer.terms().answerBy()));
    }
  }

  /** What stands, for whoever comes second. */
  private static String standing(DelayOffer offer) {
    Optional<GivenAnswer> answer = offer.standing().answer();
    return switch (offer.state()) {
      case WITHDRAWN -> "This offer was withdrawn";
      case LAPSED -> "The time to answer is over; what was promised stands";
      case SILENT_CONSENT -> "The time to answer is over; the date counts as agreed";
      case TAKEN_BACK -> "The consent to it was taken back";
      default ->
          answer
              .map(
                  one ->
                      "It was answered before, by %s: %s"
                          .formatted(one.by(), one.said().answer().code()))
              .orElse("It was answered before");
    };
  }

  private static void requirePart(OfferTerms terms, AnswerOffer said) {
    if (said.part() != null && terms.part() == null) {
      throw new Rejection.Invalid("part", "No part is offered first");
    }
    if (said.part() == null && said.lines() == null) {
      throw new Rejection.Invalid("lines", "Say to which lines, or that a part comes first");
    }
    if (said.lines() != null && !terms.lines().containsAll(said.lines())) {
      throw new Rejection.Invalid("lines", "The offer is about other lines");
    }
  }

  private static void requireDay(OfferTerms terms, LocalDate day, LocalDate today) {
    if (day == null) {
      throw new Rejection.Invalid("date", "Name the day that you would like");
    }
    RealDates.require("date", day, today);
    if (day.isBefore(today)) {
      throw new Rejection.Invalid("date", "%s has passed".formatted(day));
    }
    if (day.equals(terms.date())) {
      throw new Rejection.Invalid("date", "That is the day that is offered: accept it");
    }
  }

  /** To which lines they agree. */
  static List<Integer> agreedLines(OfferTerms terms, AnswerOffer said) {
    return said.lines() == null ? terms.lines() : said.lines();
  }

  /** Where a part comes first, that is the remedy which they take. */
  static AnswerOffer completed(AnswerOffer said) {
    return said.part() == null || said.remedy() != null
        ? said
        : new AnswerOffer(
            said.answer(),
            said.lines(),
            said.part(),
            said.date(),
            DelayRemedy.PART_FIRST,
            said.words(),
            said.call());
  }
}
