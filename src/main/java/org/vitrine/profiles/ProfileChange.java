package org.vitrine.profiles;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.changes.Change;

/**
 * That something else was agreed, for other rooms to hear: by a company's key, or by a tier; or a
 * day began.
 */
public final class ProfileChange {
  public static final String KIND = "profile";

  private ProfileChange() {}

  static Change of(CompanyId company, int version) {
    String key = String.valueOf(company.value());
    return new Change(KIND, key, version, Optional.of(company.value()));
  }

  /** That another day has begun, for all. */
  static Change ofDay() {
    return new Change(KIND, "day", 0, Optional.empty());
  }

  static Change of(Tier tier, int version) {
    return new Change(KIND, ProfileRepository.code(tier), version, Optional.empty());
  }
}
