package org.vitrine.visits;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/**
 * What whoever goes to a company should have read before. Rooms above may fill one of their own:
 * {@link Visits#preparedBy}.
 */
public interface PreparationPart {
  /**
   * What the sheet calls it.
   *
   * @return in small letters and dashes, as its words are
   */
  String name();

  /** What there is to read, for staff; nothing where there is nothing. */
  Optional<JsonNode> read(Queries queries, PreparedVisit visit);

  /**
   * For which visit.
   *
   * @param since when the company was met last
   */
  record PreparedVisit(CompanyId company, String code, Optional<Instant> since, Instant now) {}
}
