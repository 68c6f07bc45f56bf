package org.vitrine.calendars;

import java.util.Comparator;
import java.util.List;
import org.vitrine.platform.Rejection;

/** The intervals of one day, in their order. */
final class WorkIntervals {
  private static final int MOST = 24;

  private WorkIntervals() {}

  /** Throws {@link Rejection.Invalid} where two of them overlap. */
  static List<WorkInterval> checked(String field, List<WorkInterval> given) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > MOST) {
      throw new Rejection.Invalid(field, "A day can have at most %d intervals".formatted(MOST));
    }
    List<WorkInterval> sorted =
        given.stream().sorted(Comparator.comparing(WorkInterval::begins)).toList();
    for (int at = 1; at < sorted.size(); at++) {
      WorkInterval earlier = sorted.get(at - 1);
      WorkInterval later = sorted.get(at);
      if (later.begins() < earlier.ends()) {
        throw new Rejection.Invalid(
            field, "The intervals %s and %s overlap".formatted(earlier, later));
      }
    }
    return sorted;
  }
}
