package org.vitrine.orders;

import java.time.Instant;
import java.util.List;
import org.vitrine.companies.Company;
import org.vitrine.platform.database.Queries;

/**
 * Appends to orders' histories, raising their versions by one per event, inside the caller's
 * transaction.
 */
public final class History {
  private final HistoryRepository repository = new HistoryRepository();

  /** Something to append to one order; the order must be locked by this transaction. */
  public record NewEvent(
      EventKind kind, Instant happenedAt, String source, String actor, Object body) {}

  void append(Queries transaction, OrderId order, List<NewEvent> entries, Instant now) {
    repository.append(transaction, order, entries, now);
  }

  /** Tells the history of every order made by this routing that it changed; returns how many. */
  public int routingChanged(Queries transaction, String routing, String actor, Instant now) {
    return repository.routingChanged(transaction, routing, actor, now);
  }

  /** Tells the history of every order of this company that its name or tier changed. */
  int companyChanged(Queries transaction, Company company, Instant now) {
    return repository.companyChanged(transaction, company.id(), now);
  }
}
