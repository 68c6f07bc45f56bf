package org.vitrine.nonconformances;

import java.util.List;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.TraceChange;

/**
 * Holds what is made of doubtful material after it was contained, and lets go what turns out to be
 * free of it: criteria are sought again whenever lots or pieces are known otherwise.
 */
final class ContainmentFollower implements Subscriber {
  private static final Actor VITRINE = Actor.system("Vitrine");

  private final ContainmentDesk desk;

  ContainmentFollower(ContainmentDesk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "containments";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TraceChange.PIECE, TraceChange.LOT);
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    desk.follow(transaction, VITRINE);
  }
}
