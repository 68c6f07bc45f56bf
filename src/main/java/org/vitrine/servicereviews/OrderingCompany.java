package org.vitrine.servicereviews;

import java.time.LocalDate;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;

/**
 * A company and how often it ordered.
 *
 * @param since the first day on which it was known, or ordered
 */
record OrderingCompany(CompanyId id, ReviewedCompany company, LocalDate since, OrderCounts orders) {

  /** As it is named in a row. */
  record ReviewedCompany(String code, String name, Tier tier) {}

  /**
   * Orders that were not cancelled.
   *
   * @param quarter in the quarter
   * @param year in the four quarters that end with it
   * @param yearBefore in the four before these
   */
  record OrderCounts(int quarter, int year, int yearBefore) {}

  Tier tier() {
    return company.tier();
  }
}
