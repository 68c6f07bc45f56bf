package org.vitrine.delays;

import java.time.Instant;

/**
 * What was offered for a line before.
 *
 * @param settledAt when it came to stand as it does
 */
record PastOffer(Instant offeredAt, OfferState state, Instant settledAt) {}
