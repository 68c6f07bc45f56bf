package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.DelayOffer.OfferMade;
import org.vitrine.delays.DelayOffer.OfferStanding;
import org.vitrine.delays.DelayOffer.OfferTelling;
import org.vitrine.delays.DelayOffer.OfferedOrder;
import org.vitrine.delays.SilentConsent.SilenceGround;
import org.vitrine.orders.DelayAnswer;
import org.vitrine.orders.OfferTerms;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.SilenceMeans;
import org.vitrine.profiles.AgreedPromises;

/** Whatever is offered for a line one after the other, and whatever becomes of it. */
class ConsentProperties {
  private static final LocalDate PROMISED = LocalDate.of(2026, 11, 6);
  private static final LocalDate ANSWER_BY = LocalDate.of(2026, 11, 4);
  private static final Instant FIRST = Instant.parse("2026-10-01T08:00:00Z");
  private static final WorkingDays DAYS =
      new WorkingDays(WorkingTime.AROUND_THE_CLOCK, ZoneOffset.UTC);

  /**
   * One offer.
   *
   * @param daysLater than what stands promised when it is made
   * @param toldBefore days before the last one to answer; absent where nobody was told
   * @param word what the customer, or the house, says to it; absent for silence
   * @param lines of which it is
   * @param onlyTo the line to which whoever accepts agrees; absent where to all of it
   */
  record TriedOffer(
      OfferedKind kind,
      int daysLater,
      Optional<Integer> toldBefore,
      Optional<OfferState> word,
      List<Integer> lines,
      Optional<Integer> onlyTo) {

    private Set<Integer> agreed() {
      if (word.filter(OfferState::isAgreed).isEmpty()) {
        return Set.of();
      }
      return Set.copyOf(inPart() ? List.of(onlyTo.get()) : lines);
    }

    private boolean inPart() {
      return word.equals(Optional.of(OfferState.ACCEPTED))
          && onlyTo.filter(lines::contains).isPresent();
    }

    /** As it is kept. */
    private DelayOffer kept(OfferState state, Instant at) {
      AnswerOffer said =
          new AnswerOffer(
              inPart() ? DelayAnswer.ACCEPT_PART : DelayAnswer.ACCEPT,
              inPart() ? List.of(onlyTo.get()) : null,
              null,
              null,
              null,
              null,
              null);
      return new DelayOffer(
          OfferId.random(),
          new OfferedOrder(new CompanyId(1), new OrderId(1), new OrderNumber("SO-1")),
          new OfferTerms(
              lines,
              kind,
              null,
              null,
              null,
              null,
              null,
              null,
              ANSWER_BY,
              SilenceMeans.CONSENT,
              null),
          Map.of(),
          new OfferMade(at, "Li"),
          new OfferTelling(Optional.empty(), Optional.empty(), Optional.empty()),
          new OfferStanding(
              state,
              at.plus(1, ChronoUnit.HOURS),
              Optional.of(new GivenAnswer(said, "Amelia", "page", at))
                  .filter(any -> state == OfferState.ACCEPTED)));
    }
  }

  @Provide
  Arbitrary<List<TriedOffer>> offers() {
    Arbitrary<Optional<OfferState>> word =
        Arbitraries.of(
                OfferState.ACCEPTED,
                OfferState.OTHER_DAY,
                OfferState.DAY_TAKEN,
                OfferState.DECLINED,
                OfferState.CALL_ME,
                OfferState.WITHDRAWN,
                OfferState.TAKEN_BACK)
            .optional(0.5);
    return Combinators.combine(
            Arbitraries.of(OfferedKind.DATE, OfferedKind.DATE, OfferedKind.OPEN),
            Arbitraries.integers().between(1, 45),
            Arbitraries.integers().between(0, 6).optional(0.8),
            word,
            Arbitraries.of(List.of(1), List.of(2), List.of(1, 2)),
            Arbitraries.of(1, 2).optional(0.5))
        .as(TriedOffer::new)
        .list()
        .ofMaxSize(12);
  }

  /** What is kept of an offer when its time is over. */
  record LivedOffer(TriedOffer tried, boolean silentConsent, OfferState state) {}

  private static List<LivedOffer> lived(List<TriedOffer> offers) {
    List<LivedOffer> lived = new ArrayList<>();
    List<DelayOffer> past = new ArrayList<>();
    Map<Integer, LocalDate> promised = new HashMap<>(Map.of(1, PROMISED, 2, PROMISED));
    for (TriedOffer one : offers) {
      LocalDate date =
          one.lines().stream()
              .map(promised::get)
              .max(LocalDate::compareTo)
              .orElseThrow()
              .plusDays(one.daysLater());
      boolean silent =
          one.word().isEmpty()
              && one.lines().stream()
                  .allMatch(line -> isGiven(one, line, date, checks(past, promised)));
      OfferState state = one.word().orElse(silent ? OfferState.SILENT_CONSENT : OfferState.LAPSED);
      past.add(one.kept(state, FIRST.plus(past.size(), ChronoUnit.DAYS)));
      lived.add(new LivedOffer(one, silent, state));
      (silent ? one.lines() : one.agreed()).forEach(line -> promised.put(line, date));
    }
    return lived;
  }

  private static boolean isGiven(TriedOffer one, int line, LocalDate date, OfferChecks checks) {
    SilenceGround ground =
        new SilenceGround(
            SilenceMeans.CONSENT,
            one.kind(),
            one.kind() == OfferedKind.DATE ? Optional.of(date) : Optional.empty(),
            Optional.of(checks.promised().get(line)),
            checks.consents(line, Optional.empty()));
    return SilentConsent.isGiven(
        SilenceMeans.CONSENT, ground, one.toldBefore().map(ANSWER_BY::minusDays), ANSWER_BY, DAYS);
  }

  private static OfferChecks checks(List<DelayOffer> past, Map<Integer, LocalDate> promised) {
    return new OfferChecks(
        Map.of(1, Optional.of(promised.get(1)), 2, Optional.of(promised.get(2))),
        Set.of(1, 2),
        promised,
        past,
        AgreedPromises.USUAL,
        true,
        PROMISED,
        DAYS);
  }

  @Property
  void silence_after_a_renewed_offer_is_never_consent(@ForAll("offers") List<TriedOffer> offers) {
    Set<Integer> offeredSince = new HashSet<>();
    for (LivedOffer one : lived(offers)) {
      assertThat(
              one.silentConsent() && one.tried().lines().stream().anyMatch(offeredSince::contains))
          .isFalse();
      offeredSince.addAll(one.tried().lines());
      offeredSince.removeAll(one.tried().agreed());
    }
  }

  @Property
  void silence_is_consent_once_at_the_most_and_to_a_near_date_that_was_told(
      @ForAll("offers") List<TriedOffer> offers) {
    List<LivedOffer> silent = lived(offers).stream().filter(LivedOffer::silentConsent).toList();
    assertThat(silent.stream().flatMap(one -> one.tried().lines().stream()))
        .doesNotHaveDuplicates();
    for (LivedOffer one : silent) {
      assertThat(one.tried().kind()).isEqualTo(OfferedKind.DATE);
      assertThat(one.tried().daysLater()).isLessThanOrEqualTo(30);
      assertThat(one.tried().toldBefore().orElse(0)).isGreaterThanOrEqualTo(2);
    }
  }

  @Property
  void whoever_said_anything_was_not_silent(@ForAll("offers") List<TriedOffer> offers) {
    for (LivedOffer one : lived(offers)) {
      assertThat(one.silentConsent() && one.tried().word().isPresent()).isFalse();
    }
  }
}
