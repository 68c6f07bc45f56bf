package org.vitrine.voices;

import java.util.List;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** Why a department cannot go yet: something is its own that would be nobody’s. */
final class DepartmentRemoval {
  private static final int NAMED_AT_MOST = 5;

  private final StandingRepository standing = new StandingRepository();

  /** Throws {@link Rejection.Conflict} with what is to be done first. */
  void requireFree(Queries transaction, Department department) {
    String code = department.code();
    if (department.fallback()) {
      throw new Rejection.Conflict(
          "“%s” has all the rest; give that to another department first".formatted(code));
    }
    if (!department.stages().isEmpty()) {
      throw new Rejection.Conflict(
          "“%s” still has stages (%s); give them to another department first"
              .formatted(code, named(department.stages())));
    }
    long open = standing.openOf(transaction, code);
    if (open > 0) {
      throw new Rejection.Conflict(
          (open == 1
                  ? "“%s” still has %d open message; hand it on first"
                  : "“%s” still has %d open messages; hand them on first")
              .formatted(code, open));
    }
  }

  private static String named(List<String> stages) {
    String some = String.join(", ", stages.subList(0, Math.min(stages.size(), NAMED_AT_MOST)));
    return stages.size() > NAMED_AT_MOST ? some + ", …" : some;
  }
}
