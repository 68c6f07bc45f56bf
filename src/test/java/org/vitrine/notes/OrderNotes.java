package org.vitrine.notes;

import java.util.List;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderChange;

/** Notes down what becomes of orders, each in a note of its own. */
final class OrderNotes implements Subscriber {
  private final Notes notes;

  OrderNotes(Notes notes) {
    this.notes = notes;
  }

  @Override
  public String name() {
    return "notes.order-changes";
  }

  @Override
  public Set<String> kinds() {
    return OrderChange.kinds();
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    changes.forEach(change -> notes.append(transaction, "order-" + change.key(), change.kind()));
  }
}
