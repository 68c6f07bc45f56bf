package org.vitrine.voices;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.PromisedClock.CountedHours;

/** Whoever knows what was agreed with companies on how their messages are answered. */
public interface AgreedService {
  /** Where nothing ever is. */
  AgreedService NOTHING =
      new AgreedService() {
        @Override
        public CompanyClocks clocks(Queries queries, CompanyId company) {
          return (tier, kind, at) -> Optional.empty();
        }

        @Override
        public FastLane fastLane(Queries queries) {
          return FastLane.NOBODY;
        }
      };

  /** What one company was promised; read for the house, since its customers see none of it. */
  CompanyClocks clocks(Queries queries, CompanyId company);

  /** Whose messages go first now; read for the house. */
  FastLane fastLane(Queries queries);

  /** What a company was promised, at any moment. */
  @FunctionalInterface
  interface CompanyClocks {
    /** Nothing where the house's response times count. */
    Optional<PromisedClock> of(Tier tier, VoiceKind kind, Instant at);

    /** By which hours their time is counted; nothing where departments' own count. */
    default Optional<CountedHours> hours(Tier tier, Instant at) {
      return Optional.empty();
    }
  }

  /**
   * Whose messages go first.
   *
   * @param companies with which it was agreed
   * @param tiers of which all do, but for those of whom something else was agreed
   * @param others of whom it was agreed that theirs do not
   */
  record FastLane(Set<Long> companies, Set<Tier> tiers, Set<Long> others) {
    static final FastLane NOBODY = new FastLane(Set.of(), Set.of(), Set.of());
  }
}
