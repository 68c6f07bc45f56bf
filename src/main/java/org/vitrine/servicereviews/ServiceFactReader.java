package org.vitrine.servicereviews;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Database;
import org.vitrine.profiles.Profile;
import org.vitrine.profiles.Profiles;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;
import org.vitrine.servicereviews.ProfileUse.AgreedProfiles;
import org.vitrine.servicereviews.ServiceChange.EffectFigure;
import org.vitrine.visits.Visits.KeptCadence;

/** Prepares a review: asks the rooms below what the quarter was like. */
final class ServiceFactReader {
  /** How long before and after a change the figures are compared. */
  private static final int DAYS = 90;

  private static final int YEAR = 4;

  private final Database database;
  private final ServiceReviewGround ground;
  private final ZoneId zone;
  private final ServiceChanges changes;
  private final OrderCountRepository counts = new OrderCountRepository();

  ServiceFactReader(Database database, ServiceReviewGround ground, ZoneId zone) {
    this.database = database;
    this.ground = ground;
    this.zone = zone;
    this.changes = new ServiceChanges(ground.audit(), zone);
  }

  /**
   * @param today the last day of which anything is known
   */
  ServiceFacts of(ServiceQuarter quarter, LocalDate today) {
    ServiceQuarter fourBack = back(quarter, YEAR);
    LocalDate eightBack = back(fourBack, YEAR).last().plusDays(1);
    List<OrderingCompany> companies =
        counts.all(database, quarter, fourBack.last(), eightBack, zone).stream()
            .filter(one -> !one.since().isAfter(quarter.last()))
            .toList();
    Map<CompanyId, ReviewedCompany> known =
        companies.stream().collect(Collectors.toMap(OrderingCompany::id, OrderingCompany::company));
    List<KeptCadence> met = cadence(quarter.first(), quarter.last());
    ClockBook clocks = clocks(quarter.before().first(), today, known.keySet());
    AgreedProfiles agreed = agreed();
    return new ServiceFacts(
        today,
        VisitFacts.of(cadence(quarter.before().first(), quarter.before().last()), met, known),
        ClockFacts.of(clocks, quarter, known),
        TierFacts.of(companies, eightBack),
        FactRows.of(
            ProfileUse.unused(
                quarter, companies, agreed, occasions(quarter, companies, met, clocks)::contains)),
        FactRows.of(
            changes.in(quarter, known, agreed, new EffectLedger(clocks, known, today)::of)));
  }

  private static ServiceQuarter back(ServiceQuarter quarter, int quarters) {
    ServiceQuarter at = quarter;
    for (int step = 0; step < quarters; step++) {
      at = at.before();
    }
    return at;
  }

  private List<KeptCadence> cadence(LocalDate from, LocalDate until) {
    return ground.visits().cadence(database, from, until);
  }

  private ClockBook clocks(LocalDate from, LocalDate until, Set<CompanyId> known) {
    return new ClockBook(ground.figures().byDay(database, from, until))
        .only(one -> known.contains(one.company()));
  }

  private AgreedProfiles agreed() {
    Profiles profiles = ground.profiles();
    Map<Tier, Profile> tiers = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      tiers.put(tier, profiles.of(database, tier));
    }
    return new AgreedProfiles(profiles.ofCompanies(database), tiers);
  }

  private static Set<CompanyId> occasions(
      ServiceQuarter quarter,
      List<OrderingCompany> companies,
      List<KeptCadence> met,
      ClockBook clocks) {
    Set<CompanyId> occasions = new HashSet<>(clocks.byCompany(quarter).keySet());
    companies.stream()
        .filter(one -> one.orders().quarter() > 0)
        .map(OrderingCompany::id)
        .forEach(occasions::add);
    met.stream().filter(one -> one.kept() > 0).map(KeptCadence::company).forEach(occasions::add);
    return occasions;
  }

  /** The figures before and after a day; what was read of visits is kept for the next one. */
  private final class EffectLedger {
    private final ClockBook clocks;
    private final Map<CompanyId, ReviewedCompany> known;
    private final LocalDate today;
    private final Map<LocalDate, List<KeptCadence>> before = new HashMap<>();
    private final Map<LocalDate, List<KeptCadence>> after = new HashMap<>();

    EffectLedger(ClockBook clocks, Map<CompanyId, ReviewedCompany> known, LocalDate today) {
      this.clocks = clocks;
      this.known = known;
      this.today = today;
    }

    KeptComparison of(
        EffectFigure figure, LocalDate day, Optional<CompanyId> company, Optional<Tier> tier) {
      LocalDate first = day.minusDays(DAYS);
      LocalDate reached = day.plusDays(DAYS - 1L);
      LocalDate last = reached.isAfter(today) ? today : reached;
      if (last.isBefore(day)) {
        return KeptComparison.of(KeptCount.NONE, KeptCount.NONE);
      }
      if (figure == EffectFigure.CLOCKS) {
        ClockBook theirs =
            clocks.only(
                one ->
                    company.filter(other -> !other.equals(one.company())).isEmpty()
                        && tier.filter(other -> other != one.tier()).isEmpty());
        return KeptComparison.of(
            theirs.between(first, day.minusDays(1)), theirs.between(day, last));
      }
      return KeptComparison.of(
          met(before.computeIfAbsent(day, any -> cadence(first, day.minusDays(1))), company, tier),
          met(after.computeIfAbsent(day, any -> cadence(day, last)), company, tier));
    }

    private KeptCount met(List<KeptCadence> all, Optional<CompanyId> company, Optional<Tier> tier) {
      return all.stream()
          .filter(one -> known.containsKey(one.company()))
          .filter(one -> company.filter(other -> !other.equals(one.company())).isEmpty())
          .filter(one -> tier.filter(other -> other != known.get(one.company()).tier()).isEmpty())
          .map(one -> new KeptCount(one.kept(), one.missed()))
          .reduce(KeptCount.NONE, KeptCount::and);
    }
  }
}
