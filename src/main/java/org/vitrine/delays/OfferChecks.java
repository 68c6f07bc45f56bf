package org.vitrine.delays;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.delays.SilentConsent.SilenceGround;
import org.vitrine.orders.Line;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.SilenceMeans;
import org.vitrine.platform.Rejection;
import org.vitrine.profiles.AgreedPromises;

/**
 * What may be offered of an order as it stands.
 *
 * @param lines all of them, with the day from which it is counted how far silence may carry them
 * @param open those of which something is still to be made
 * @param promised the day that each of them goes by; absent where none is set
 * @param before all that was offered for it
 * @param reached whether silence may be consent, and an email reaches anybody who could break it
 */
record OfferChecks(
    Map<Integer, Optional<LocalDate>> lines,
    Set<Integer> open,
    Map<Integer, LocalDate> promised,
    List<DelayOffer> before,
    AgreedPromises agreed,
    boolean reached,
    LocalDate today,
    WorkingDays days) {
  private static final int LONGEST_DAYS = 90;

  /** With what is as agreed where nobody says otherwise. */
  OfferTerms completed(OfferTerms wanted) {
    return wanted.answerBy() != null
        ? wanted
        : new OfferTerms(
            wanted.lines(),
            wanted.kind(),
            wanted.date(),
            wanted.because(),
            wanted.cause(),
            wanted.side(),
            wanted.remedies(),
            wanted.part(),
            usualAnswerBy(),
            wanted.silence(),
            wanted.nextWordBy());
  }

  LocalDate usualAnswerBy() {
    return days.moved(today, agreed.answerWithin());
  }

  /** Throws {@link Rejection} at what cannot be offered. */
  void require(OfferTerms terms) {
    terms.require(today);
    if (terms.answerBy().isAfter(today.plusDays(LONGEST_DAYS))) {
      throw new Rejection.Invalid("answerBy", "Within 90 days at the most");
    }
    if (!agreed.remedies().containsAll(terms.remedies())) {
      throw new Rejection.Invalid("remedies", "This was not agreed with the customer");
    }
    for (int line : terms.lines()) {
      requireLine(terms, line);
    }
    if (terms.silence() == SilenceMeans.CONSENT) {
      requireSilence(terms);
    }
  }

  private void requireLine(OfferTerms terms, int line) {
    if (!lines.containsKey(line)) {
      throw new Rejection.Invalid("lines", "The order has no line %d".formatted(line));
    }
    if (!open.contains(line)) {
      throw new Rejection.Invalid("lines", "Line %d is finished or cancelled".formatted(line));
    }
    LocalDate known = promised.get(line);
    if (known == null && terms.kind() == OfferedKind.OPEN) {
      throw new Rejection.Invalid("kind", "No day is promised of line %d anyway".formatted(line));
    }
    if (known != null && terms.date() != null && !terms.date().isAfter(known)) {
      throw new Rejection.Invalid(
          "date", "Line %d is promised for %s; offer a later day".formatted(line, known));
    }
    if (before.stream().anyMatch(one -> one.state() == OfferState.OPEN && one.isAbout(line))) {
      throw new Rejection.Conflict(
          "lines", "An offer for line %d waits for an answer; withdraw it first".formatted(line));
    }
  }

  /** What comes first is less than all of its line, where it is known how much that is. */
  static void requirePart(OfferTerms terms, List<Line> ordered) {
    if (terms.part() != null) {
      ordered.stream()
          .filter(line -> line.number().equals(terms.part().line()) && line.quantity() != null)
          .filter(line -> terms.part().quantity().compareTo(line.quantity()) >= 0)
          .findFirst()
          .ifPresent(
              line -> {
                throw new Rejection.Invalid(
                    "part.quantity",
                    "Less than the %s of line %d: that would be all of it"
                        .formatted(line.quantity(), line.number()));
              });
    }
  }

  private void requireSilence(OfferTerms terms) {
    for (int line : terms.lines()) {
      SilentConsent.refusal(ground(terms, line))
          .ifPresent(
              refusal -> {
                throw new Rejection.Invalid("silence", refusal.sentence());
              });
    }
    if (!reached) {
      throw new Rejection.Invalid(
          "silence", "No email of yours reaches this customer, so that nobody would be told");
    }
    if (!SilentConsent.isToldInTime(Optional.of(today), terms.answerBy(), days)) {
      throw new Rejection.Invalid(
          "answerBy", "Silence is consent only where they have two working days to answer");
    }
  }

  /** What silence would be consent to. */
  SilenceGround ground(OfferTerms terms, int line) {
    return new SilenceGround(
        agreed.silence(),
        terms.kind(),
        Optional.ofNullable(terms.date()),
        Optional.ofNullable(promised.get(line)).flatMap(any -> agreedDay(line)),
        consents(line, Optional.empty()));
  }

  /** The same of what was offered, now that its time is over. */
  SilenceGround ground(DelayOffer offer, int line) {
    return new SilenceGround(
        agreed.silence(),
        offer.terms().kind(),
        Optional.ofNullable(offer.terms().date()),
        Optional.ofNullable(offer.promised().get(line)).flatMap(any -> agreedDay(line)),
        consents(line, Optional.of(offer.id())));
  }

  /** The last day that the customer agreed to, or else the first that was promised. */
  Optional<LocalDate> agreedDay(int line) {
    return lines.getOrDefault(line, Optional.empty());
  }

  /** What was offered for a line, but for this one. */
  LineConsents consents(int line, Optional<OfferId> but) {
    return LineConsents.of(
        before.stream()
            .filter(one -> one.isAbout(line) && !Optional.of(one.id()).equals(but))
            .map(one -> one.asPast(line))
            .toList());
  }
}
