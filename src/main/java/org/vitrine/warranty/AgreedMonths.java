package org.vitrine.warranty;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** For how many months everything that a company buys is covered, where a room above agreed so. */
public interface AgreedMonths {
  AgreedMonths NONE = (queries, buyer, day) -> OptionalInt.empty();

  /**
   * @param day on which it left
   */
  OptionalInt of(Queries queries, CompanyId buyer, LocalDate day);
}
