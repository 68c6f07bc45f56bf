package org.vitrine.intake;

import java.util.Optional;
import org.vitrine.intake.ShipmentSheet.RefusedShipment;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.orders.Shipments;
import org.vitrine.orders.Shipments.SavedShipment;
import org.vitrine.platform.Rejection;

/** What became of one shipment of a file: its outcome, or why nothing of it was kept. */
record RecordedShipment(
    SheetShipment one, Optional<SavedShipment> saved, Optional<RefusedShipment> refused) {

  static RecordedShipment by(Shipments shipments, SheetShipment one, String source, String actor) {
    try {
      SavedShipment saved =
          Retry.until(
              () -> shipments.record(one.order(), one.number(), one.shipment(), source, actor));
      return new RecordedShipment(one, Optional.of(saved), Optional.empty());
    } catch (Rejection.Invalid invalid) {
      return refused(one, ShipmentRows.column(invalid.field()), invalid);
    } catch (Rejection.Conflict | Rejection.NotFound other) {
      return refused(one, "order", other);
    }
  }

  private static RecordedShipment refused(SheetShipment one, String column, Rejection why) {
    RefusedRow row = new RefusedRow(one.line(), column, why.getMessage());
    return new RecordedShipment(
        one,
        Optional.empty(),
        Optional.of(new RefusedShipment(one.order().value(), one.number().value(), row)));
  }
}
