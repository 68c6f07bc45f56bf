package org.vitrine.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.vitrine.intake.ShipmentSheet.RefusedShipment;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.intake.ShipmentSheetSummary.WrittenShipment;
import org.vitrine.orders.Shipments.SavedShipment;
import org.vitrine.platform.SaveOutcome;

/** Records the shipments of one file, order by order, and counts the outcomes. */
final class ShipmentWriter {
  private static final int MOST_NAMED = 1_000;

  private final Function<List<SheetShipment>, List<RecordedShipment>> recording;
  private final Witness witness;
  private final BooleanSupplier stopped;
  private final IntConsumer shipmentsDone;
  private final Map<SaveOutcome, Integer> outcomes = new EnumMap<>(SaveOutcome.class);
  private final List<RefusedShipment> refused = new ArrayList<>();
  private final List<WrittenShipment> written = new ArrayList<>();

  /**
   * @param recording is given the shipments of one order
   */
  ShipmentWriter(
      Function<List<SheetShipment>, List<RecordedShipment>> recording,
      Witness witness,
      BooleanSupplier stopped,
      IntConsumer shipmentsDone) {
    this.recording = recording;
    this.witness = witness;
    this.stopped = stopped;
    this.shipmentsDone = shipmentsDone;
  }

  ShipmentSheetSummary write(ShipmentSheet sheet) {
    sheet.refused().forEach(this::refuse);
    int done = 0;
    for (List<SheetShipment> ofOrder : byOrder(sheet.shipments())) {
      if (stopped.getAsBoolean()) {
        break;
      }
      recording.apply(ofOrder).forEach(this::note);
      done += ofOrder.size();
      shipmentsDone.accept(done);
    }
    return new ShipmentSheetSummary(
        sheet,
        Map.copyOf(outcomes),
        List.copyOf(refused),
        List.copyOf(written),
        sheet.shipments().size() - done);
  }

  private static Iterable<List<SheetShipment>> byOrder(List<SheetShipment> shipments) {
    Map<String, List<SheetShipment>> byOrder = new LinkedHashMap<>();
    shipments.forEach(
        one -> byOrder.computeIfAbsent(one.order().key(), key -> new ArrayList<>()).add(one));
    return byOrder.values();
  }

  private void note(RecordedShipment recorded) {
    recorded.refused().ifPresent(this::refuse);
    recorded.saved().ifPresent(saved -> note(recorded.one(), saved));
  }

  private void refuse(RefusedShipment shipment) {
    witness.refused(shipment);
    refused.add(shipment);
  }

  private void note(SheetShipment one, SavedShipment saved) {
    witness.recorded(one, saved);
    SaveOutcome outcome = saved.outcome();
    outcomes.merge(outcome, 1, Integer::sum);
    if (outcome != SaveOutcome.UNCHANGED && written.size() < MOST_NAMED) {
      written.add(
          new WrittenShipment(one.order().value(), one.number().value(), one.line(), outcome));
    }
  }
}
