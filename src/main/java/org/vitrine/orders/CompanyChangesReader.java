package org.vitrine.orders;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.vitrine.companies.CompanyChange;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/** The pages of orders show the company's name and tier: when these change, the orders do. */
public final class CompanyChangesReader implements Subscriber {
  private final History history;
  private final Clock clock;

  public CompanyChangesReader(Changes changes, Clock clock) {
    this.history = new History(changes);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "orders.company-changes";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CompanyChange.KIND);
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    changes.stream()
        .map(CompanyChange::of)
        .filter(CompanyChange::showsOnOrders)
        .map(change -> change.after().id())
        .distinct()
        .forEach(company -> history.companyChanged(transaction, company, clock.instant()));
  }
}
