package org.vitrine.visits;

import java.time.LocalDate;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** What says how often a company is met. */
public interface CadenceSource {
  /**
   * @param tier its code
   * @param day on which that is asked
   */
  Cadence of(Queries queries, CompanyId company, String tier, VisitRole role, LocalDate day);
}
