package org.vitrine.nonconformances;

import java.util.List;
import java.util.Set;
import org.vitrine.actions.ActionChange;
import org.vitrine.actions.ActionChange.ActionStanding;
import org.vitrine.actions.ActionNumber;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/** Hears readings, and when actions are done or open again, by which it is seen what worked. */
final class ProofReader implements Subscriber {
  private final ProofLedger ledger;

  ProofReader(ProofLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return "nonconformances.proofs";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderVersion.KIND, ActionChange.KIND, OrderRemoved.KIND);
  }

  @Override
  public Set<String> passesOver() {
    return Set.of(EventKind.FORECAST_TOLD.code());
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    List<OrderVersion> events =
        changes.stream().filter(OrderVersion::isOne).map(OrderVersion::of).toList();
    if (!events.isEmpty()) {
      ledger.heard(transaction, events);
    }
    ledger.recount(
        transaction,
        changes.stream()
            .filter(change -> change.kind().equals(ActionChange.KIND))
            .filter(ProofReader::isOurs)
            .map(change -> new ActionNumber(Long.parseLong(change.key())))
            .distinct()
            .toList());
    if (changes.stream().anyMatch(change -> change.kind().equals(OrderRemoved.KIND))) {
      ledger.recountAll(transaction);
    }
  }

  private static boolean isOurs(Change change) {
    return ActionStanding.of(change)
        .source()
        .filter(source -> source.kind().equals(NonconformanceActions.SOURCE))
        .isPresent();
  }
}
