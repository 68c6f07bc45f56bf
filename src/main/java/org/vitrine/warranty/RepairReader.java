package org.vitrine.warranty;

import java.util.List;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.recalls.RecallChange;
import org.vitrine.recalls.Recalls;

/** Covers longer, as the law wants it, what is repaired in a recall. */
final class RepairReader implements Subscriber {
  private static final Actor RECALL = Actor.system("recall");

  private final Recalls recalls;
  private final Warranty warranty;

  RepairReader(Recalls recalls, Warranty warranty) {
    this.recalls = recalls;
    this.warranty = warranty;
  }

  @Override
  public String name() {
    return "warranty.repairs";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(RecallChange.NOTICE);
  }

  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    changes.stream()
        .map(Change::key)
        .flatMap(notice -> recalls.underRepair(transaction, notice).stream())
        .distinct()
        .sorted()
        .map(WarrantySerial::new)
        .filter(serial -> isCoveredShorter(transaction, serial))
        .forEach(serial -> warranty.repairChosen(transaction, serial, RECALL));
  }

  /** A notice tells of each word that is said about it; the law counts once. */
  private boolean isCoveredShorter(Queries queries, WarrantySerial serial) {
    return warranty.piece(queries, serial).isPresent()
        && warranty.ledger(queries, serial).stream()
            .noneMatch(entry -> entry.kind() == CoverKind.LAW);
  }
}
