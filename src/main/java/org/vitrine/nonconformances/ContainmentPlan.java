package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param kept those that are not sought any more and stay held until a second person agrees
 * @param cleared those that were reached and are not any more
 */
record ContainmentPlan(
    List<Contained> after,
    List<Contained> changed,
    List<Contained> added,
    List<Contained> kept,
    List<Contained> cleared) {

  /** The same was sought again: what turned out not to be reached is let go. */
  static ContainmentPlan of(Collection<Contained> before, Impact impact) {
    return of(before, impact, false);
  }

  /** Somebody seeks something else: what is held then stays so until a second person agrees. */
  static ContainmentPlan soughtOtherwise(Collection<Contained> before, Impact impact) {
    return of(before, impact, true);
  }

  private static ContainmentPlan of(
      Collection<Contained> before, Impact impact, boolean soughtOtherwise) {
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
      Contained now = was.map(one::after).orElseGet(() -> ofItsLot(one, known));
      after.add(now);
      if (!was.equals(Optional.of(now))) {
        changed.add(now);
      }
      if (now.standing().isReached()
          && was.filter(thing -> thing.standing() != ThingStanding.CLEARED).isEmpty()) {
        added.add(now);
      }
    }
    Set<Long> nodes =
        found.keySet().stream().map(ThingKey::node).collect(Collectors.toUnmodifiableSet());
    List<Contained> gone =
        known.values().stream()
            .filter(one -> !found.containsKey(one.key()))
            .filter(one -> one.standing() != ThingStanding.CLEARED)
            .filter(one -> !isReleasedAndLeft(one, nodes))
            .toList();
    List<Contained> kept = new ArrayList<>();
    List<Contained> cleared = new ArrayList<>();
    for (Contained one : gone) {
      if (one.isHeld() && one.narrowed()) {
        after.add(one);
      } else if (one.isHeld() && soughtOtherwise) {
        kept.add(one.heldOn());
      } else {
        cleared.add(one);
      }
    }
    after.addAll(kept);
    changed.addAll(kept);
    cleared.forEach(one -> changed.add(one.standing(ThingStanding.CLEARED)));
    return new ContainmentPlan(
        List.copyOf(after),
        List.copyOf(changed),
        List.copyOf(added),
        List.copyOf(kept),
        cleared.stream().filter(one -> one.standing().isReached()).toList());
  }

  /** What leaves of a lot that two released is released as well. */
  private static Contained ofItsLot(Contained share, Map<ThingKey, Contained> known) {
    return Optional.ofNullable(known.get(share.whole())).map(share::after).orElse(share);
  }

  /** A lot of which all left is remembered as released, for what leaves later or comes back. */
  private static boolean isReleasedAndLeft(Contained one, Set<Long> found) {
    return one.standing() == ThingStanding.RELEASED
        && one.key().equals(one.whole())
        && found.contains(one.key().node());
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
    said.set("kept", Json.tree(ThingCount.of(kept, one -> true)));
    said.set("cleared", Json.tree(ThingCount.of(cleared, one -> true)));
    return said;
  }
}
