package org.vitrine.loyalty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * How much of what a company needs it says that it buys here: said, with source and date, never
 * guessed.
 *
 * @param share per cent
 * @param need all that it needs in a year; absent where that was not said
 * @param source who said so, where
 */
record StatedNeed(
    @JsonIgnore CompanyId company,
    int share,
    Optional<YearlyNeed> need,
    String source,
    LocalDate saidOn,
    String savedBy,
    Instant savedAt) {

  /** What was said so long ago no longer counts. */
  private static final int YEARS = 2;

  /** In whole units of a currency, by its ISO 4217 code. */
  record YearlyNeed(long amount, String currency) {}

  /** What it buys here in a year; nothing where only the share was said. */
  Optional<YearlyNeed> bought() {
    return need.map(
        all -> new YearlyNeed(Math.round(all.amount() / 100.0 * share), all.currency()));
  }

  boolean countsOn(LocalDate day) {
    return !saidOn.isAfter(day) && saidOn.isAfter(day.minusYears(YEARS));
  }

  boolean saysTheSame(StatedNeed other) {
    return share == other.share
        && need.equals(other.need)
        && source.equals(other.source)
        && saidOn.equals(other.saidOn);
  }
}
