package org.vitrine.intake;

import java.util.List;
import java.util.Map;
import org.vitrine.intake.OrderSheet.RefusedOrder;
import org.vitrine.platform.SaveOutcome;

/**
 * What became of a file of orders.
 *
 * @param refused orders of which nothing was kept
 * @param written orders that were created or changed, the first of them
 * @param left orders that were not looked at since somebody stopped it
 */
public record OrderSheetSummary(
    OrderSheet sheet,
    Map<SaveOutcome, Integer> outcomes,
    List<RefusedOrder> refused,
    List<WrittenOrder> written,
    int left) {

  /** An order that was created or changed, and the line of the file on which it begins. */
  public record WrittenOrder(String order, long line, SaveOutcome outcome) {}

  public int orders(SaveOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** True where all that could be taken was here before. */
  public boolean nothingNew() {
    return left == 0 && orders(SaveOutcome.CREATED) == 0 && orders(SaveOutcome.CHANGED) == 0;
  }
}
