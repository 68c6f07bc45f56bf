package org.vitrine.visits;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.visits.Cadence.CadenceVersion;

/**
 * How often somebody is met where nothing was agreed: account managers monthly, or as the house
 * says of the tier; heads of departments twice a year.
 */
final class UsualCadences implements CadenceSource {
  /** In days, of account managers. */
  static final int LONGEST = 45;

  private static final CadenceVersion DEFAULT = new CadenceVersion(CadenceOwner.DEFAULT, 0);
  private static final Cadence MONTHLY = new Cadence(30, LONGEST, DEFAULT);
  private static final Cadence TWICE_A_YEAR = new Cadence(182, 210, DEFAULT);

  private final TouchIntervalRepository intervals = new TouchIntervalRepository();

  @Override
  public Cadence of(
      Queries queries, CompanyId company, String tier, VisitRole role, LocalDate day) {
    return role == VisitRole.DEPARTMENT_HEAD
        ? TWICE_A_YEAR
        : interval(intervals.all(queries), tier).orElse(MONTHLY);
  }

  /** It is time after two thirds of what the house allows, a month at most. */
  static Optional<Cadence> interval(Map<String, Integer> days, String tier) {
    return Optional.ofNullable(days.get(tier))
        .map(
            longest ->
                new Cadence(
                    Math.min(MONTHLY.idealDays(), Math.max(1, longest * 2 / 3)),
                    longest,
                    new CadenceVersion(CadenceOwner.INTERVAL, 0)));
  }
}
