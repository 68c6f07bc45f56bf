package org.vitrine.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Something that says early that a company may leave.
 *
 * @param from since which day they are behind their rhythm
 * @param seenAt when one of theirs last looked
 * @param now voices, or slips, an order in the last half year
 * @param before the same in the year before
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EarlySign(
    SignKind kind,
    Optional<LocalDate> from,
    Optional<Instant> seenAt,
    Optional<Double> now,
    Optional<Double> before) {
  /** A difference that chance makes more often than so says nothing. */
  private static final double CHANCE = 0.1;

  /** What it is, the gravest first. */
  enum SignKind {
    /** Silent for longer than ever before. */
    @JsonProperty("later-than-ever")
    LATER_THAN_EVER,
    /** Behind their rhythm. */
    @JsonProperty("behind")
    BEHIND,
    /** Nobody of theirs has looked for a month, though orders are in flight. */
    @JsonProperty("silence")
    SILENCE,
    /** Twice as many messages an order as before. */
    @JsonProperty("voices")
    VOICES,
    /** Twice as many dates moved later an order as before. */
    @JsonProperty("slips")
    SLIPS
  }

  /** The gravest first. */
  static List<EarlySign> of(Optional<OrderRhythm> rhythm, SignFacts facts, LoyaltyDay today) {
    List<EarlySign> signs = new ArrayList<>();
    rhythm.flatMap(known -> ofRhythm(known, today.day())).ifPresent(signs::add);
    if (facts.open() > 0
        && facts.contacts() > 0
        && facts.seenAt().filter(at -> !at.isBefore(today.unseenBefore())).isEmpty()) {
      signs.add(
          new EarlySign(
              SignKind.SILENCE,
              Optional.empty(),
              facts.seenAt(),
              Optional.empty(),
              Optional.empty()));
    }
    SignFacts.Season now = facts.now();
    SignFacts.Season before = facts.before();
    doubled(SignKind.VOICES, now.voices(), before.voices(), now, before).ifPresent(signs::add);
    doubled(SignKind.SLIPS, now.slips(), before.slips(), now, before).ifPresent(signs::add);
    return signs;
  }

  private static Optional<EarlySign> ofRhythm(OrderRhythm rhythm, LocalDate day) {
    if (rhythm.isGone(day)) {
      return Optional.empty();
    }
    if (rhythm.isLaterThanEver(day)) {
      return Optional.of(ofRhythm(SignKind.LATER_THAN_EVER, rhythm.laterThanEverFrom()));
    }
    return rhythm.isBehind(day)
        ? Optional.of(ofRhythm(SignKind.BEHIND, rhythm.behindFrom()))
        : Optional.empty();
  }

  private static EarlySign ofRhythm(SignKind kind, Optional<LocalDate> from) {
    return new EarlySign(kind, from, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Twice as many as before for their orders, and more than chance would make of as many. */
  private static Optional<EarlySign> doubled(
      SignKind kind, long many, long earlier, SignFacts.Season now, SignFacts.Season before) {
    double anOrder = (double) many / Math.max(1, now.orders());
    double usually = (double) earlier / Math.max(1, before.orders());
    return anOrder >= 2 * usually && !isChance(many, many + earlier, now, before)
        ? Optional.of(
            new EarlySign(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.of(LoyaltyFigure.tenth(anOrder)),
                Optional.of(LoyaltyFigure.tenth(usually))))
        : Optional.empty();
  }

  /** Whether so many of all would often fall into the last while if orders alone decided. */
  private static boolean isChance(
      long many, long all, SignFacts.Season now, SignFacts.Season before) {
    double share = (double) now.orders() / Math.max(1, now.orders() + before.orders());
    return BinomialDistribution.of((int) all, share).survivalProbability((int) many - 1) >= CHANCE;
  }

  /** Whether it is enough by itself for somebody to look after them. */
  private boolean isGrave() {
    return kind.compareTo(SignKind.SILENCE) <= 0;
  }

  /** Whether somebody should look after them: one grave sign, or two at once. */
  static boolean fallsBehind(List<EarlySign> signs) {
    return signs.size() > 1 || signs.stream().anyMatch(EarlySign::isGrave);
  }
}
