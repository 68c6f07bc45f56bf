package org.vitrine.recalls;

import java.util.Optional;
import org.vitrine.companies.CompanyId;

/** For whom a notice is shown; each has its own pages, and no frame is sent to two of them. */
sealed interface NoticeAudience {

  /**
   * People of the manufacturer, and its programs.
   *
   * @param answers whether they may take down what a company answers
   * @param tells whether they tell companies, and say what is done
   */
  record ForManufacturer(boolean answers, boolean tells) implements NoticeAudience {}

  /**
   * People of the company.
   *
   * @param answers whether they may answer for it
   */
  record ForCompany(CompanyId of, boolean answers) implements NoticeAudience {}

  /** Whoever holds this glass link, of that company's order. */
  record ForHolder(CompanyId of, long link) implements NoticeAudience {}

  /** Behind whose wall they read. */
  default Optional<CompanyId> company() {
    return switch (this) {
      case ForManufacturer staff -> Optional.empty();
      case ForCompany company -> Optional.of(company.of());
      case ForHolder holder -> Optional.of(holder.of());
    };
  }
}
