package org.vitrine.profiles;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;

/**
 * All that was agreed with anybody, in memory until something else is: what is asked for each
 * message, notice and page costs no query.
 */
final class KnownProfiles {
  private final ProfileRepository repository = new ProfileRepository();
  private final AtomicReference<AllProfiles> known = new AtomicReference<>();
  private final AtomicLong forgotten = new AtomicLong();

  /** Every profile there is. */
  record AllProfiles(Map<CompanyId, Profile> companies, Map<Tier, Profile> tiers) {
    Profile of(CompanyId company) {
      return companies.getOrDefault(company, Profile.NONE);
    }

    Profile of(Tier tier) {
      return tiers.getOrDefault(tier, Profile.NONE);
    }
  }

  /** Read for the house: a company's own transaction sees its own only. */
  AllProfiles read(Queries queries) {
    AllProfiles before = known.get();
    if (before != null) {
      return before;
    }
    long reading = forgotten.get();
    Map<Tier, Profile> tiers = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      tiers.put(tier, repository.of(queries, tier));
    }
    AllProfiles now = new AllProfiles(repository.all(queries), Map.copyOf(tiers));
    if (forgotten.get() == reading) {
      known.set(now);
      if (forgotten.get() != reading) {
        known.compareAndSet(now, null); // Somebody agreed on something just then.
      }
    }
    return now;
  }

  void forget() {
    forgotten.incrementAndGet();
    known.set(null);
  }
}
