package org.vitrine.devices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.devices.ConditionOutcome.ConditionKnown;
import org.vitrine.devices.ConditionOutcome.ConditionRefused;
import org.vitrine.devices.ConditionOutcome.ConditionTaken;
import org.vitrine.devices.ConditionRepository.ConditionFate;

/** Readings that are written together; what stands there twice is written once. */
final class ConditionBatch {
  private final List<SentCondition> sent = new ArrayList<>();
  private final Map<String, Condition> byId = new LinkedHashMap<>();

  private record SentCondition(int index, Condition said) {}

  void add(int index, Condition said) {
    sent.add(new SentCondition(index, said));
    byId.putIfAbsent(said.id(), said);
  }

  int size() {
    return sent.size();
  }

  /** The first of each name. */
  List<Condition> distinct() {
    return List.copyOf(byId.values());
  }

  /**
   * @param fates of the first of each name, by their positions
   */
  List<ConditionOutcome> outcomes(Map<Integer, ConditionFate> fates) {
    Map<String, ConditionFate> byName = new LinkedHashMap<>();
    int position = 0;
    for (String id : byId.keySet()) {
      byName.put(id, fates.get(position++));
    }
    List<ConditionOutcome> outcomes = new ArrayList<>();
    for (SentCondition one : sent) {
      String id = one.said().id();
      outcomes.add(
          one.said().equals(byId.get(id))
              ? outcome(one.index(), id, byName.get(id))
              : other(one.index(), id));
      byName.replace(id, ConditionFate.TAKEN, ConditionFate.KNOWN); // Said again below.
    }
    return outcomes;
  }

  private static ConditionOutcome outcome(int index, String id, ConditionFate fate) {
    return switch (fate) {
      case TAKEN -> new ConditionTaken(index, id);
      case KNOWN -> new ConditionKnown(index, id);
      case OTHER -> other(index, id);
    };
  }

  private static ConditionOutcome other(int index, String id) {
    return new ConditionRefused(index, id, "id", "This id belongs to another reading");
  }
}
