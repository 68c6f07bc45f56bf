package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.profiles.Profile;
import org.vitrine.profiles.SavedTerms;
import org.vitrine.servicereviews.OrderingCompany.ReviewedCompany;

/**
 * A version of a profile that nobody used.
 *
 * @param company whose it is; absent where it is a tier's
 * @param version counts from 1
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ProfileUse(
    Optional<ReviewedCompany> company,
    Tier tier,
    int version,
    LocalDate from,
    String agreedBy,
    ProfileIdleness why) {

  /** Why nobody did. */
  enum ProfileIdleness {
    /** On each of its days another one counted, that was saved later. */
    @JsonProperty("never-counted")
    NEVER_COUNTED,
    /** It counted, and the company neither ordered, nor waited for an answer, nor was met. */
    @JsonProperty("no-occasion")
    NO_OCCASION,
    /** It counted for a tier to which no company belongs. */
    @JsonProperty("no-company")
    NO_COMPANY
  }

  /**
   * Pure.
   *
   * @param companies those that count, with their profiles
   * @param hadOccasion companies of which something happened in the quarter
   */
  static List<ProfileUse> unused(
      ServiceQuarter quarter,
      List<OrderingCompany> companies,
      AgreedProfiles agreed,
      Predicate<CompanyId> hadOccasion) {
    List<ProfileUse> all = new ArrayList<>();
    for (OrderingCompany one : companies) {
      Profile profile = agreed.companies().getOrDefault(one.id(), Profile.NONE);
      Optional<ReviewedCompany> named = Optional.of(one.company());
      idle(quarter, profile, ProfileIdleness.NO_OCCASION, !hadOccasion.test(one.id()))
          .forEach(found -> all.add(found.use(named, one.tier())));
    }
    agreed
        .tiers()
        .forEach(
            (tier, profile) ->
                idle(
                        quarter,
                        profile,
                        ProfileIdleness.NO_COMPANY,
                        companies.stream().noneMatch(one -> one.tier() == tier))
                    .forEach(found -> all.add(found.use(Optional.empty(), tier))));
    all.sort(
        Comparator.comparing(ProfileUse::why)
            .thenComparing(ProfileUse::tier, Comparator.reverseOrder())
            .thenComparing(use -> use.company().map(ReviewedCompany::code).orElse(""))
            .thenComparing(ProfileUse::version));
    return all;
  }

  /** All that was agreed with anybody. */
  record AgreedProfiles(Map<CompanyId, Profile> companies, Map<Tier, Profile> tiers) {}

  private record IdleVersion(SavedTerms saved, ProfileIdleness why) {
    ProfileUse use(Optional<ReviewedCompany> company, Tier tier) {
      return new ProfileUse(
          company,
          tier,
          saved.version().version(),
          saved.days().from(),
          saved.signed().agreedBy(),
          why);
    }
  }

  /**
   * @param isIdle whether the version that counts at the end of the quarter is one that nobody used
   */
  private static Stream<IdleVersion> idle(
      ServiceQuarter quarter, Profile profile, ProfileIdleness why, boolean isIdle) {
    Stream<IdleVersion> never =
        profile.versions().stream()
            .filter(saved -> quarter.holds(saved.days().from()))
            .filter(saved -> !everCounts(profile, saved, quarter.last()))
            .map(saved -> new IdleVersion(saved, ProfileIdleness.NEVER_COUNTED));
    Stream<IdleVersion> counting =
        profile.at(quarter.last()).stream()
            .filter(
                saved -> isIdle && profile.at(quarter.first()).filter(saved::equals).isPresent())
            .map(saved -> new IdleVersion(saved, why));
    return Stream.concat(never, counting);
  }

  /** On its first day, or on the day after another one that was saved later. */
  private static boolean everCounts(Profile profile, SavedTerms saved, LocalDate last) {
    return Stream.concat(
            Stream.of(saved.days().from()),
            profile.versions().stream()
                .flatMap(other -> other.days().until().stream())
                .map(until -> until.plusDays(1)))
        .filter(day -> !day.isBefore(saved.days().from()) && !day.isAfter(last))
        .anyMatch(day -> profile.at(day).filter(saved::equals).isPresent());
  }
}
