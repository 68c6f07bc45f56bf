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
    changes.stream()
        .map(Change::key)
        .flatMap(notice -> recalls.underRepair(transaction, notice).stream())
        .forEach(
            repair ->
                repair
                    .codes()
                    .forEach(code -> chosen.merge(code, repair.chosen(), RepairReader::later)));
    chosen.forEach((code, at) -> hear(transaction, new WarrantySerial(code), at));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void hear(Queries transaction, WarrantySerial serial, Instant chosen) {
    if (isCoveredShorter(transaction, serial)) {
      warranty.repairChosen(transaction, serial, chosen, RECALL);
    }
  }

  /** A notice tells of each word that is said about it; the law counts once. */
  private boolean isCoveredShorter(Queries queries, WarrantySerial serial) {
    return warranty.piece(queries, serial).isPresent()
        && warranty.ledger(queries, serial).stream()
            .noneMatch(entry -> entry.kind() == CoverKind.LAW);
  }
}
