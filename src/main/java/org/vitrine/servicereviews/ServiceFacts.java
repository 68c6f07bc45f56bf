package org.vitrine.servicereviews;

import java.time.LocalDate;

/**
 * All that a quarter says of the service.
 *
 * @param asOf the day on which it was counted, where the plant is
 * @param unused versions of profiles that nobody used
 * @param changes the newest first
 */
record ServiceFacts(
    LocalDate asOf,
    VisitFacts visits,
    ClockFacts clocks,
    TierFacts tiers,
    FactRows<ProfileUse> unused,
    FactRows<ServiceChange> changes) {}
