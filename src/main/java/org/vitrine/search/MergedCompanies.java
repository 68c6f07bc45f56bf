package org.vitrine.search;

import java.util.List;
import java.util.Set;
import org.vitrine.companies.CompanyChange;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/**
 * Where one company has become another, everything is read again in the background: one mark of
 * each entry says whose it is.
 */
final class MergedCompanies implements Subscriber {
  private final SearchFilling filling;

  MergedCompanies(SearchFilling filling) {
    this.filling = filling;
  }

  @Override
  public String name() {
    return "search.merged-companies";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CompanyChange.KIND);
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    if (changes.stream().anyMatch(MergedCompanies::isMerged)) {
      filling.beginAgain(transaction);
    }
  }

  /** Of a company that has become another, the change says the other. */
  private static boolean isMerged(Change change) {
    return CompanyChange.of(change).after().id().value() != Long.parseLong(change.key());
  }
}
