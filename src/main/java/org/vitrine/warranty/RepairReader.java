package org.vitrine.warranty;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
    SortedMap<String, Instant> chosen = new TreeMap<>();
    recalls
        .underRepair(transaction, changes.stream().map(Change::key).distinct().toList())
        .forEach(repair -> repair.codes().forEach(code -> keep(chosen, code, repair.chosen())));
    // A notice tells of each word that is said about it; the law counts once.
    warranty
        .coveredBesidesLaw(transaction, chosen.keySet().stream().map(WarrantySerial::new).toList())
        .forEach(
            serial ->
                warranty.repairChosen(transaction, serial, chosen.get(serial.value()), RECALL));
  }

  private static void keep(SortedMap<String, Instant> chosen, String code, Instant at) {
    chosen.merge(code, at, (one, other) -> one.isAfter(other) ? one : other);
  }
}
