package org.vitrine.companies;

import java.util.Optional;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * A company was entered, or what is known of it has changed.
 *
 * @param before nothing where it is new
 */
public record CompanyChange(Optional<Company> before, Company after) {
  /** The kind under which other rooms hear of it. */
  public static final String KIND = "company";

  public static CompanyChange of(Change change) {
    return Json.read(change.body(), CompanyChange.class);
  }

  /** True where what the pages of its orders show of it is another now. */
  public boolean showsOnOrders() {
    return before.filter(known -> !known.equals(after)).isPresent();
  }

  Change asChange() {
    long id = after.id().value();
    return new Change(KIND, String.valueOf(id), 0, Optional.of(id), Json.tree(this));
  }
}
