package org.vitrine.orders;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.platform.Rejection;

/**
 * What is offered where a date cannot be kept, as it is sent, kept and told.
 *
 * @param lines their numbers
 * @param date absent where none can be given yet
 * @param because the customer reads it
 * @param side the cause's usual one where nobody says another
 * @param remedies what else is offered, without a charge
 * @param part what comes first; absent where nothing does
 * @param answerBy the last day on which it can be answered
 * @param silence what it means that nobody answers, said in plain sight
 * @param nextWordBy when they hear more; only where no date can be given
 */
public record OfferTerms(
    List<Integer> lines,
    OfferedKind kind,
    LocalDate date,
    LocalizedText because,
    PromiseCause cause,
    PromiseSide side,
    List<DelayRemedy> remedies,
    DelayPart part,
    LocalDate answerBy,
    SilenceMeans silence,
    LocalDate nextWordBy) {
  private static final int LONGEST = 500;

  public OfferTerms {
    lines = lines == null ? List.of() : lines.stream().distinct().sorted().toList();
    remedies = remedies == null ? List.of() : remedies.stream().distinct().sorted().toList();
    silence = silence == null ? SilenceMeans.NONE : silence;
    cause = cause == null ? PromiseCause.OTHER : cause;
    PromiseGround ground = new PromiseGround(cause, side, null);
    side = ground.side();
  }

  /** Asked of what comes in, never of what is kept. */
  public void require(LocalDate today) {
    if (lines.isEmpty()) {
      throw new Rejection.Invalid("lines", "Say of which lines");
    }
    if (kind == null) {
      throw new Rejection.Invalid("kind", "Offer a date, or say that it is open");
    }
    requireBecause();
    requireDates(today);
    if (answerBy == null || answerBy.isBefore(today)) {
      throw new Rejection.Invalid("answerBy", "Say by when they answer: today or later");
    }
    requirePart(today);
  }

  private void requireBecause() {
    if (because == null || because.isBlank()) {
      throw new Rejection.Invalid("because", "Say why: the customer reads it");
    }
    LocalizedText.requireAtMost("because", because, LONGEST);
    LocalizedText.requireLanguages("because", because);
    if (cause == PromiseCause.CUSTOMER_ASKED) {
      throw new Rejection.Invalid("cause", "Who asked for another day needs no offer: agree on it");
    }
  }

  private void requireDates(LocalDate today) {
    if ((kind == OfferedKind.DATE) != (date != null)) {
      throw new Rejection.Invalid("date", "A definite offer has a date, an open one has none");
    }
    RealDates.require("date", date, today);
    RealDates.require("answerBy", answerBy, today);
    RealDates.require("nextWordBy", nextWordBy, today);
    RealDates.require("part.date", part == null ? null : part.date(), today);
    if (date != null && date.isBefore(today)) {
      throw new Rejection.Invalid("date", "%s has passed".formatted(date));
    }
    if (kind == OfferedKind.OPEN && (nextWordBy == null || nextWordBy.isBefore(today))) {
      throw new Rejection.Invalid("nextWordBy", "Say by when they hear more: today or later");
    }
    if (kind == OfferedKind.DATE && nextWordBy != null) {
      throw new Rejection.Invalid("nextWordBy", "Only where no date can be given yet");
    }
  }

  /** A part first of which nobody says how much comes when is no offer. */
  private void requirePart(LocalDate today) {
    boolean partFirst = remedies.contains(DelayRemedy.PART_FIRST);
    if (part == null) {
      if (partFirst) {
        throw new Rejection.Invalid("part", "Say what comes first: of which line, how much, when");
      }
      return;
    }
    if (!partFirst) {
      throw new Rejection.Invalid("part", "A part first has to be among the remedies");
    }
    if (!lines.contains(part.line())) {
      throw new Rejection.Invalid("part.line", "It is none of the lines of this offer");
    }
    if (part.date().isBefore(today) || date != null && part.date().isAfter(date)) {
      throw new Rejection.Invalid("part.date", "A part first comes from today on, before the rest");
    }
  }
}
