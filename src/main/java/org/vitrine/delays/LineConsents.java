package org.vitrine.delays;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What earlier offers for a line mean for the next one.
 *
 * @param renewed whether anything was offered for it since the customer last agreed to a date of it
 *     by a word of their own, or ever, where they never did
 * @param silentBefore whether silence was consent once
 */
record LineConsents(boolean renewed, boolean silentBefore) {

  static LineConsents of(List<PastOffer> offers) {
    Optional<Instant> agreed =
        offers.stream()
            .filter(offer -> offer.state().isAgreed())
            .map(PastOffer::settledAt)
            .max(Instant::compareTo);
    return new LineConsents(
        offers.stream()
            .filter(offer -> !offer.state().isAgreed())
            .anyMatch(offer -> agreed.filter(since -> isBefore(offer, since)).isEmpty()),
        offers.stream().anyMatch(offer -> offer.state() == OfferState.SILENT_CONSENT));
  }

  /** Whatever was still open when they agreed was not offered anew after it. */
  private static boolean isBefore(PastOffer offer, Instant agreed) {
    return offer.offeredAt().isBefore(agreed);
  }
}
