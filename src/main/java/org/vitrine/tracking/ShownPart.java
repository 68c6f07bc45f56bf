package org.vitrine.tracking;

import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.Amount;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;
import org.vitrine.production.Verdict;

/**
 * What of its orders a company was agreed to see. What goes wrong is shown all the same: a stage
 * that is held, in doubt, has failed or lost pieces, and a value that did not pass.
 *
 * @param stages the codes of those that are shown; absent for all
 * @param readings the codes of the stages of which values are shown; absent for all
 * @param charts whether every single value is shown, not the newest alone
 */
public record ShownPart(
    Optional<Set<String>> stages, Optional<Set<String>> readings, boolean charts) {
  public static final ShownPart ALL = new ShownPart(Optional.empty(), Optional.empty(), false);
  private static final Set<StageState> WRONG =
      Set.of(StageState.HELD, StageState.FAILED, StageState.DOUBTED);

  public boolean shows(StageProgress stage) {
    return stages.isEmpty() || stages.get().contains(stage.stage().code()) || isWrong(stage);
  }

  private static boolean isWrong(StageProgress stage) {
    return WRONG.contains(stage.state())
        || stage.hold().isPresent()
        || isSome(stage.shortBy())
        || isSome(stage.rejected())
        || isSome(stage.scrapped())
        || stage.measurements().stream().anyMatch(one -> one.verdict() == Verdict.FAILED);
  }

  private static boolean isSome(Amount amount) {
    return amount.isPositive();
  }

  /** Whether what is measured there is shown, whatever it is. */
  public boolean showsMeasuredAt(String stage) {
    return readings.isEmpty() || readings.get().contains(stage);
  }

  /** Whether a value that was measured there is shown. */
  boolean showsValue(Optional<String> stage, boolean passed) {
    return !passed || readings.isEmpty() || stage.filter(readings.get()::contains).isPresent();
  }
}
