package org.vitrine.servicereviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.AgreedTerms;
import org.vitrine.profiles.AgreedVersion;
import org.vitrine.profiles.Profile;
import org.vitrine.profiles.ProfileOwner;
import org.vitrine.profiles.SavedTerms;
import org.vitrine.profiles.VisitingRole;
import org.vitrine.servicereviews.KeptComparison.KeptVerdict;
import org.vitrine.servicereviews.OrderingCompany.OrderCounts;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;
import org.vitrine.servicereviews.ProfileUse.AgreedProfiles;
import org.vitrine.servicereviews.ProfileUse.ProfileIdleness;
import org.vitrine.servicereviews.TierFacts.Growth;
import org.vitrine.servicereviews.TierFacts.TierAdvice;
import org.vitrine.servicereviews.TierFacts.TierFit;
import org.vitrine.servicereviews.TierFacts.TierSize;
import org.vitrine.visits.Visits.KeptCadence;
import org.vitrine.voices.Figures.DayOutcomes;

/** What a quarter says of the service. */
class ServiceFactsTest {
  private static final ServiceQuarter Q3 = ServiceQuarter.read("2026-Q3").orElseThrow();
  private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");
  private static final LocalDate EIGHT_BACK = LocalDate.parse("2024-10-01");

  @ParameterizedTest
  @CsvSource({
    "2026-Q1, 2026-01-01, 2026-03-31, 2025-Q4",
    "2026-Q2, 2026-04-01, 2026-06-30, 2026-Q1",
    "2026-Q3, 2026-07-01, 2026-09-30, 2026-Q2",
    "2024-Q4, 2024-10-01, 2024-12-31, 2024-Q3"
  })
  void a_quarter_has_three_months(String text, LocalDate first, LocalDate last, String before) {
    ServiceQuarter quarter = ServiceQuarter.read(text).orElseThrow();

    assertThat(quarter.first()).isEqualTo(first);
    assertThat(quarter.last()).isEqualTo(last);
    assertThat(quarter.before()).hasToString(before);
    assertThat(ServiceQuarter.of(first)).isEqualTo(quarter).hasToString(text);
    assertThat(quarter.holds(last)).isTrue();
    assertThat(quarter.holds(last.plusDays(1))).isFalse();
    assertThat(quarter.isOver(last)).isFalse();
    assertThat(quarter.isOver(last.plusDays(1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026", "2026-Q0", "2026-Q5", "2026-q3", "1999-Q1", "2026-Q3 ", "２026-Q3"})
  void what_is_no_quarter_is_none(String text) {
    assertThat(ServiceQuarter.read(text)).isEmpty();
  }

  @Test
  void better_is_said_only_where_the_interval_of_the_difference_says_so() {
    assertThat(comparison(30, 30, 55, 5).verdict()).isEqualTo(KeptVerdict.BETTER);
    assertThat(comparison(55, 5, 30, 30).verdict()).isEqualTo(KeptVerdict.WORSE);
    assertThat(comparison(3, 3, 5, 1).verdict()).as("of so few").isEqualTo(KeptVerdict.UNSURE);
    KeptComparison one = comparison(0, 0, 5, 1);
    assertThat(one.verdict()).isEqualTo(KeptVerdict.NOTHING);
    assertThat(one.difference()).isEmpty();
    assertThat(one.before().percent()).isEmpty();
    assertThat(one.now().percent()).contains(83.3);
    assertThat(one.now().range()).contains(new PercentRange(43.6, 97.0));
  }

  private static KeptComparison comparison(int kept, int missed, int keptNow, int missedNow) {
    return KeptComparison.of(new KeptCount(kept, missed), new KeptCount(keptNow, missedNow));
  }

  @Test
  void tiers_are_looked_at_of_those_that_grew_or_shrank_by_more_than_chance() {
    TierFacts facts =
        TierFacts.of(
            List.of(
                company(1, Tier.STANDARD, LONG_AGO, 40, 8),
                company(2, Tier.STANDARD, LONG_AGO, 3, 2),
                company(3, Tier.STANDARD, LONG_AGO, 4, 4),
                company(4, Tier.GOLD, LONG_AGO, 30, 30),
                company(5, Tier.GOLD, LONG_AGO, 2, 20),
                company(6, Tier.GOLD, LONG_AGO, 31, 10),
                company(7, Tier.STANDARD, EIGHT_BACK.plusDays(1), 50, 0)),
            EIGHT_BACK);

    assertThat(facts.tiers())
        .containsExactly(new TierSize(Tier.GOLD, 3, 30), new TierSize(Tier.STANDARD, 4, 22));
    assertThat(facts.companies().rows())
        .extracting(one -> one.company().code(), TierFit::growth, TierFit::advice)
        .containsExactly(
            tuple("c5", Growth.SHRANK, Optional.of(TierAdvice.LOWER)),
            tuple("c1", Growth.GREW, Optional.of(TierAdvice.HIGHER)),
            tuple("c6", Growth.GREW, Optional.empty()));
  }

  private static OrderingCompany company(
      long id, Tier tier, LocalDate since, int year, int before) {
    return new OrderingCompany(
        new CompanyId(id),
        new ReviewedCompany("c" + id, "Company " + id, tier),
        since,
        new OrderCounts(0, year, before));
  }

  @Test
  void who_was_not_met_stands_first_where_it_happened_most() {
    Map<CompanyId, ReviewedCompany> known =
        Map.of(
            new CompanyId(1), new ReviewedCompany("one", "One", Tier.GOLD),
            new CompanyId(2), new ReviewedCompany("two", "Two", Tier.SILVER));
    VisitFacts facts =
        VisitFacts.of(
            List.of(met(1, 2, 0)), List.of(met(1, 1, 1), met(2, 0, 2), met(3, 0, 9)), known);

    assertThat(facts.missed().rows())
        .extracting(one -> one.company().code(), one -> one.missed(), one -> one.due())
        .containsExactly(tuple("two", 2, 2), tuple("one", 1, 2));
    assertThat(facts.roles())
        .extracting(one -> one.role(), one -> one.kept().now().due())
        .as("whoever is no customer counts nowhere")
        .containsExactly(
            tuple(VisitingRole.ACCOUNT_MANAGER, 4), tuple(VisitingRole.DEPARTMENT_HEAD, 0));
  }

  private static KeptCadence met(long company, int kept, int missed) {
    return new KeptCadence(
        new CompanyId(company),
        "c" + company,
        VisitingRole.ACCOUNT_MANAGER,
        kept + missed,
        kept,
        missed);
  }

  @Test
  void clocks_are_told_by_the_tier_of_then_and_by_company_against_the_quarter_before() {
    Map<CompanyId, ReviewedCompany> known =
        Map.of(
            new CompanyId(1), new ReviewedCompany("one", "One", Tier.GOLD),
            new CompanyId(2), new ReviewedCompany("two", "Two", Tier.SILVER));
    ClockFacts facts =
        ClockFacts.of(
            new ClockBook(
                List.of(
                    decided(1, Tier.SILVER, "2026-06-30", 4, 1),
                    decided(1, Tier.GOLD, "2026-07-01", 3, 2),
                    decided(2, Tier.SILVER, "2026-09-30", 6, 0),
                    decided(2, Tier.SILVER, "2026-10-01", 0, 6))),
            Q3,
            known);

    assertThat(facts.all().now()).extracting(KeptFigure::kept, KeptFigure::due).contains(9, 11);
    assertThat(facts.tiers())
        .extracting(
            one -> one.tier(), one -> one.kept().before().due(), one -> one.kept().now().due())
        .containsExactly(tuple(Tier.GOLD, 0, 5), tuple(Tier.SILVER, 5, 6));
    assertThat(facts.companies().rows())
        .extracting(one -> one.company().code(), one -> one.kept().before().due())
        .as("of which something was missed")
        .containsExactly(tuple("one", 5));
  }

  private static DayOutcomes decided(long company, Tier tier, String day, long kept, long missed) {
    return new DayOutcomes(new CompanyId(company), tier, LocalDate.parse(day), kept, missed);
  }

  @Test
  void a_version_that_another_replaced_before_it_began_never_counted() {
    Profile profile =
        profile(
            version(1, "2026-01-01", null),
            version(2, "2026-08-01", null),
            version(3, "2026-07-20", null));

    assertThat(unused(profile, true))
        .extracting(ProfileUse::version, ProfileUse::why)
        .containsExactly(tuple(2, ProfileIdleness.NEVER_COUNTED));
  }

  @Test
  void where_the_later_one_ends_in_time_the_earlier_counts_again() {
    Profile profile =
        profile(version(1, "2026-08-01", null), version(2, "2026-07-20", "2026-08-15"));

    assertThat(unused(profile, true)).isEmpty();
  }

  @Test
  void a_version_is_unused_where_nothing_happened_while_it_counted_all_the_quarter() {
    assertThat(unused(profile(version(1, "2026-05-01", null)), false))
        .extracting(ProfileUse::version, ProfileUse::why)
        .containsExactly(tuple(1, ProfileIdleness.NO_OCCASION));
    assertThat(unused(profile(version(1, "2026-08-01", null)), false))
        .as("it has just begun")
        .isEmpty();
  }

  @Test
  void a_tier_of_nobody_needs_no_profile() {
    List<ProfileUse> unused =
        ProfileUse.unused(
            Q3,
            List.of(company(1, Tier.GOLD, LONG_AGO, 1, 1)),
            new AgreedProfiles(
                Map.of(),
                Map.of(
                    Tier.GOLD, profile(version(1, "2026-01-01", null)),
                    Tier.SILVER, profile(version(1, "2026-01-01", null)))),
            any -> true);

    assertThat(unused)
        .extracting(ProfileUse::tier, ProfileUse::why, ProfileUse::company)
        .containsExactly(tuple(Tier.SILVER, ProfileIdleness.NO_COMPANY, Optional.empty()));
  }

  private static List<ProfileUse> unused(Profile profile, boolean hadOccasion) {
    return ProfileUse.unused(
        Q3,
        List.of(company(1, Tier.GOLD, LONG_AGO, 1, 1)),
        new AgreedProfiles(Map.of(new CompanyId(1), profile), Map.of()),
        any -> hadOccasion);
  }

  @Test
  void figures_are_written_plain() {
    assertThat(Json.tree(new PercentRange(100, 100 * 0.836)))
        .hasToString("{\"low\":100,\"high\":83.6}");
    assertThat(Json.tree(KeptFigure.of(new KeptCount(7, 0))).get("percent")).hasToString("100");
    assertThat(Json.tree(new TierSize(Tier.GOLD, 2, 200)).get("median")).hasToString("200");
  }

  private static Profile profile(SavedTerms... versions) {
    return new Profile(Arrays.asList(versions));
  }

  private static SavedTerms version(int number, String from, String until) {
    return new SavedTerms(
        new AgreedVersion(ProfileOwner.COMPANY, number),
        new SavedTerms.AgreedDays(
            LocalDate.parse(from), Optional.ofNullable(until).map(LocalDate::parse)),
        new SavedTerms.AgreedHand("Amelia", LocalDate.parse(from)),
        AgreedTerms.NONE,
        "Li Wen",
        Instant.parse("2026-01-01T00:00:00Z"));
  }
}
