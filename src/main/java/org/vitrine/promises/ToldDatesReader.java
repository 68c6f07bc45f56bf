package org.vitrine.promises;

import java.util.List;
import java.util.Set;
import org.vitrine.notices.Notices;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/** Hears that people were told something, or read it, and keeps what of that was a date. */
final class ToldDatesReader implements Subscriber {
  private final PromiseLedgers ledgers;

  ToldDatesReader(PromiseLedgers ledgers) {
    this.ledgers = ledgers;
  }

  @Override
  public String name() {
    return "promises.told";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Notices.KIND);
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    ledgers.hear(transaction, changes);
  }
}
