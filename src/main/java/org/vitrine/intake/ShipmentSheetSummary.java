package org.vitrine.intake;

import java.util.List;
import java.util.Map;
import org.vitrine.intake.ShipmentSheet.RefusedShipment;
import org.vitrine.platform.SaveOutcome;

/**
 * What became of a file of shipments.
 *
 * @param refused shipments of which nothing was kept
 * @param written shipments that were created or changed, the first of them
 * @param left shipments that were not looked at since somebody stopped it
 */
public record ShipmentSheetSummary(
    ShipmentSheet sheet,
    Map<SaveOutcome, Integer> outcomes,
    List<RefusedShipment> refused,
    List<WrittenShipment> written,
    int left) {

  /** A shipment that was created or changed, and the line of the file on which it begins. */
  public record WrittenShipment(String order, String shipment, long line, SaveOutcome outcome) {}

  public int shipments(SaveOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** True where all that could be taken was here before. */
  public boolean nothingNew() {
    return left == 0 && shipments(SaveOutcome.CREATED) == 0 && shipments(SaveOutcome.CHANGED) == 0;
  }
}
