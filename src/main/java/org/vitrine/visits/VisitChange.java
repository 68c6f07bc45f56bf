package org.vitrine.visits;

import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/** What open pages, and other rooms, hear of visits. */
public final class VisitChange {
  /** Something became of a visit; the key is its number. */
  public static final String KIND = "visit";

  private static final String CORRECTED = "corrected";

  private VisitChange() {}

  static Change of(VisitNumber number, CompanyId company, long version) {
    return new Change(KIND, number.toString(), version, Optional.of(company.value()));
  }

  /** The company said it otherwise. */
  static Change corrected(VisitNumber number, CompanyId company, int line, String by) {
    return new Change(
        KIND,
        number.toString(),
        0,
        Optional.of(company.value()),
        Json.tree(Map.of(CORRECTED, line, "by", by)));
  }

  static boolean isCorrection(Change change) {
    return change.body().has(CORRECTED);
  }
}
