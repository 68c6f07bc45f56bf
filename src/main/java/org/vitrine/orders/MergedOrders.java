package org.vitrine.orders;

import java.time.Instant;
import java.util.List;
import org.vitrine.companies.MergeFollower;
import org.vitrine.companies.Merges;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;

/** Orders of a company that becomes another: each says so, and is read anew wherever it is kept. */
public final class MergedOrders implements MergeFollower {
  private final History history;
  private final HistoryRepository repository = new HistoryRepository();

  public MergedOrders(Changes changes) {
    this.history = new History(changes);
  }

  @Override
  public Runnable companyBecomesAnother(Queries transaction, Merges.Merge wanted, Instant at) {
    List<OrderId> orders = repository.lockOrders(transaction, wanted.merged().id());
    return () -> history.ordersMoved(transaction, orders, at);
  }
}
