package org.vitrine.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.vitrine.intake.ShipmentSheet.RefusedShipment;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.orders.Shipments;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;

/** Records the shipments of one file and counts the outcomes. */
final class ShipmentWriter {
  private static final String SOURCE = "import";
  private static final String ACTOR = "Shipment import";

  private final Targets targets;
  private final BooleanSupplier stopped;
  private final IntConsumer shipmentsDone;
  private final Map<SaveOutcome, Integer> outcomes = new EnumMap<>(SaveOutcome.class);
  private final List<RefusedShipment> refused = new ArrayList<>();

  ShipmentWriter(Targets targets, BooleanSupplier stopped, IntConsumer shipmentsDone) {
    this.targets = targets;
    this.stopped = stopped;
    this.shipmentsDone = shipmentsDone;
  }

  ShipmentSheetSummary write(ShipmentSheet sheet) {
    refused.addAll(sheet.refused());
    int done = 0;
    for (SheetShipment shipment : sheet.shipments()) {
      if (stopped.getAsBoolean()) {
        break;
      }
      record(shipment);
      shipmentsDone.accept(++done);
    }
    return new ShipmentSheetSummary(
        sheet, Map.copyOf(outcomes), List.copyOf(refused), sheet.shipments().size() - done);
  }

  private void record(SheetShipment one) {
    try {
      Shipments.SavedShipment saved =
          Retry.until(
              () ->
                  targets
                      .shipments()
                      .record(one.order(), one.number(), one.shipment(), SOURCE, ACTOR));
      outcomes.merge(saved.outcome(), 1, Integer::sum);
    } catch (Rejection.Invalid invalid) {
      refuse(one, ShipmentRows.column(invalid.field()), invalid);
    } catch (Rejection.Conflict | Rejection.NotFound other) {
      refuse(one, "order", other);
    }
  }

  private void refuse(SheetShipment one, String column, Rejection why) {
    refused.add(
        new RefusedShipment(
            one.order().value(),
            one.number().value(),
            new RefusedRow(one.line(), column, why.getMessage())));
  }
}
