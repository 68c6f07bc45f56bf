package org.vitrine.visits;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.profiles.AgreedCadence;
import org.vitrine.profiles.Profile;
import org.vitrine.profiles.ProfileOwner;
import org.vitrine.profiles.Profiles;
import org.vitrine.profiles.SavedTerms;
import org.vitrine.profiles.VisitingRole;
import org.vitrine.visits.Cadence.CadenceVersion;
import org.vitrine.visits.TouchRepository.MetCompany;

/**
 * How often each company is met on a day, and what says so: what was agreed with it, else what its
 * tier gets, else the house's interval of the tier, else what is usual. All companies are read at
 * once, and each tier once.
 */
final class AgreedCadences {
  private static final int USUAL_IDEAL = 30;

  private final Profiles profiles;
  private final Queries queries;
  private final LocalDate day;
  private final Map<String, Integer> intervals;
  private final Map<String, Optional<SavedTerms>> tiers = new HashMap<>();
  private final Map<CompanyId, Profile> companies;

  AgreedCadences(Profiles profiles, Queries queries, LocalDate day) {
    this.profiles = profiles;
    this.queries = queries;
    this.day = day;
    this.companies = profiles.ofCompanies(queries);
    this.intervals = new TouchIntervalRepository().all(queries);
  }

  Cadence of(MetCompany company, VisitingRole role) {
    return agreed(ofCompany(company), role)
        .or(() -> agreed(ofTier(company.tier()), role))
        .or(() -> interval(intervals, company.tier()).filter(any -> isManager(role)))
        .orElseGet(() -> usual(role));
  }

  private Optional<SavedTerms> ofCompany(MetCompany company) {
    return companies.getOrDefault(company.id(), Profile.NONE).at(day);
  }

  private Optional<SavedTerms> ofTier(String code) {
    return tiers.computeIfAbsent(
        code, tier -> profiles.of(queries, Tier.valueOf(tier.toUpperCase(Locale.ROOT))).at(day));
  }

  private static Optional<Cadence> agreed(Optional<SavedTerms> terms, VisitingRole role) {
    return terms.flatMap(
        saved ->
            Optional.ofNullable(saved.terms().visits().get(role))
                .map(agreed -> cadence(agreed, saved)));
  }

  private static Cadence cadence(AgreedCadence agreed, SavedTerms saved) {
    CadenceOwner owner =
        saved.version().owner() == ProfileOwner.COMPANY ? CadenceOwner.COMPANY : CadenceOwner.TIER;
    return new Cadence(
        agreed.ideal(), agreed.longest(), new CadenceVersion(owner, saved.version().version()));
  }

  private static boolean isManager(VisitingRole role) {
    return role == VisitingRole.ACCOUNT_MANAGER;
  }

  /** It is time after two thirds of what the house allows, a month at most. */
  static Optional<Cadence> interval(Map<String, Integer> days, String tier) {
    return Optional.ofNullable(days.get(tier))
        .map(
            longest ->
                new Cadence(
                    Math.min(USUAL_IDEAL, Math.max(1, longest * 2 / 3)),
                    longest,
                    new CadenceVersion(CadenceOwner.INTERVAL, 0)));
  }

  static Cadence usual(VisitingRole role) {
    AgreedCadence usual = VisitingRole.USUAL.get(role);
    return new Cadence(usual.ideal(), usual.longest(), new CadenceVersion(CadenceOwner.DEFAULT, 0));
  }
}
