package org.vitrine.profiles;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.companies.Tier;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.platform.database.Database;

/** What was agreed, as the house reads it. */
final class ProfileReader {
  private final Profiles profiles;
  private final Database database;
  private final Colleagues colleagues = new Colleagues();

  ProfileReader(Profiles profiles, Database database) {
    this.profiles = profiles;
    this.database = database;
  }

  /** Over other connections: for open pages. */
  ProfileReader over(Database pages) {
    return new ProfileReader(profiles, pages);
  }

  /**
   * A company's profile.
   *
   * @param version the newest, 0 where there is none: what a next one starts from
   * @param counting the version of the company that counts today; absent where none does
   * @param today all that counts today
   * @param tierToday what it would get if nothing else was agreed
   * @param managers who looks after it
   * @param versions newest first
   */
  record ProfilePage(
      String company,
      String name,
      Tier tier,
      ProfileStanding standing,
      Agreed today,
      Agreed tierToday,
      List<String> managers,
      List<ShownTerms> versions) {}

  /**
   * Where a profile stands.
   *
   * @param day what “today” is there
   */
  record ProfileStanding(int version, Optional<Integer> counting, LocalDate day) {
    static ProfileStanding of(Profile profile, LocalDate day) {
      return new ProfileStanding(
          profile.version(), profile.at(day).map(one -> one.version().version()), day);
    }
  }

  /** What the companies of a tier get. */
  record TierPage(Tier tier, ProfileStanding standing, Agreed today, List<ShownTerms> versions) {}

  Optional<ProfilePage> find(String code) {
    return profiles.companies().find(code).map(this::page);
  }

  private ProfilePage page(Company company) {
    LocalDate day = profiles.today();
    Profile profile = profiles.of(database, company.id());
    Agreed ofTier = profiles.agreed(database, company.tier(), day);
    return new ProfilePage(
        company.code(),
        company.name(),
        company.tier(),
        ProfileStanding.of(profile, day),
        ofTier.with(profile.at(day)),
        ofTier,
        colleagues.managersOf(database, company.id()).stream().map(HouseMember::name).toList(),
        shown(profile));
  }

  private static List<ShownTerms> shown(Profile profile) {
    return profile.versions().reversed().stream().map(ShownTerms::of).toList();
  }

  TierPage of(Tier tier) {
    LocalDate day = profiles.today();
    Profile profile = profiles.of(database, tier);
    return new TierPage(
        tier,
        ProfileStanding.of(profile, day),
        profiles.agreed(database, tier, day),
        shown(profile));
  }
}
