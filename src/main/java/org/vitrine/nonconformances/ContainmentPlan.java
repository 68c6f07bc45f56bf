package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.nonconformances.Contained.ThingKey;
import org.vitrine.nonconformances.Contained.ThingStanding;
import org.vitrine.nonconformances.ContainmentCounts.ThingCount;
import org.vitrine.platform.json.Json;
import org.vitrine.traceability.Impact;

/**
 * What becomes of what a nonconformance reaches, once it was sought again.
 *
 * @param after all that is reached now
 * @param changed those that stand otherwise than before, or were not there
 * @param added those that were not reached before
 * @param cleared those that were reached and are not any more
 */
record ContainmentPlan(
    List<Contained> after,
    List<Contained> changed,
    List<Contained> added,
    List<Contained> cleared) {

  static ContainmentPlan of(Collection<Contained> before, Impact impact) {
    Map<ThingKey, Contained> known = byKey(before.stream());
    Map<ThingKey, Contained> found =
        byKey(
            Stream.concat(
                impact.known().stream().map(one -> Contained.of(one, true)),
                impact.unknown().stream().map(one -> Contained.of(one, false))));
    List<Contained> after = new ArrayList<>();
    List<Contained> changed = new ArrayList<>();
    List<Contained> added = new ArrayList<>();
    for (Contained one : found.values()) {
      Optional<Contained> was = Optional.ofNullable(known.get(one.key()));
      Contained now = was.map(one::after).orElse(one);
      after.add(now);
      if (!was.equals(Optional.of(now))) {
        changed.add(now);
      }
      if (was.filter(thing -> thing.standing() != ThingStanding.CLEARED).isEmpty()) {
        added.add(now);
      }
    }
    List<Contained> gone =
        known.values().stream()
            .filter(one -> !found.containsKey(one.key()))
            .filter(one -> one.standing() != ThingStanding.CLEARED)
            .toList();
    gone.forEach(one -> changed.add(one.standing(ThingStanding.CLEARED)));
    return new ContainmentPlan(
        List.copyOf(after),
        List.copyOf(changed),
        List.copyOf(added),
        gone.stream().filter(one -> one.standing().isReached()).toList());
  }

  private static Map<ThingKey, Contained> byKey(Stream<Contained> things) {
    Map<ThingKey, Contained> byKey = new LinkedHashMap<>();
    things.forEach(one -> byKey.merge(one.key(), one, Contained::and));
    return byKey;
  }

  boolean isNothing() {
    return changed.isEmpty();
  }

  ContainmentCounts counts() {
    return ContainmentCounts.of(after);
  }

  /** What is told of the difference. */
  ObjectNode difference() {
    ObjectNode said = Json.object();
    said.set("added", Json.tree(ThingCount.of(added, one -> true)));
    said.set("cleared", Json.tree(ThingCount.of(cleared, one -> true)));
    return said;
  }
}
