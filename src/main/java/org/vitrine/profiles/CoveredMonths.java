package org.vitrine.profiles;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.profiles.KnownProfiles.AllProfiles;
import org.vitrine.warranty.AgreedMonths;

/** For how long what a company buys is covered, for the room that covers it (decision 0119). */
final class CoveredMonths implements AgreedMonths {
  private final KnownProfiles known;
  private final Companies companies;

  CoveredMonths(KnownProfiles known, Companies companies) {
    this.known = known;
    this.companies = companies;
  }

  @Override
  public OptionalInt of(Queries queries, CompanyId buyer, LocalDate day) {
    AllProfiles all = known.read(queries);
    return warranty(all.of(buyer), day)
        .or(() -> warranty(all.of(companies.require(queries, buyer).tier()), day))
        .map(agreed -> OptionalInt.of(agreed.months()))
        .orElse(OptionalInt.empty());
  }

  private static Optional<AgreedWarranty> warranty(Profile profile, LocalDate day) {
    return profile.at(day).flatMap(saved -> saved.terms().warranty());
  }
}
