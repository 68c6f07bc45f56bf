package org.vitrine.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.intake.OrderSheet.RefusedOrder;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.intake.PlantLog.LogEntry;
import org.vitrine.intake.ShipmentSheet.RefusedShipment;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.Shipments.SavedShipment;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.production.Reports.ReportOutcome;

/**
 * Sees what becomes of each order of a file while it is imported: tells the record of the import,
 * and remembers it by row where somebody wants to look at that.
 */
final class Witness {
  /** Nobody looks at more, and all of them are in memory. */
  private static final int MOST_SHOWN = 50_000;

  private final Optional<RunRecorder> recorder;
  private final boolean byRow;
  private final List<RowOutcome> outcomes = new ArrayList<>();
  private final Map<String, LoggedOrder> logged = new LinkedHashMap<>();

  private Witness(Optional<RunRecorder> recorder, boolean byRow) {
    this.recorder = recorder;
    this.byRow = byRow;
  }

  /**
   * @param recorder absent where nothing is kept, as of a dry run
   * @param byRow whether {@link #outcomes} are asked for
   */
  static Witness of(Optional<RunRecorder> recorder, boolean byRow) {
    return new Witness(recorder, byRow);
  }

  static Witness ofNobody() {
    return new Witness(Optional.empty(), false);
  }

  /** One that sees a part, which may have to be tried again; see {@link #add}. */
  Witness ofPart() {
    return new Witness(Optional.empty(), byRow);
  }

  void add(Witness part) {
    outcomes.addAll(part.outcomes);
    part.logged.forEach((key, order) -> logged.merge(key, order, LoggedOrder::and));
  }

  private static void note(RunRecorder record, Optional<Touch> touch) {
    touch.ifPresent(record::touched);
    record.goesOn();
  }

  void placed(SheetOrder one, PlacedOrder placed) {
    recorder.ifPresent(record -> note(record, Touch.of(placed)));
    if (byRow) {
      List<FieldChange> changes =
          placed
              .before()
              .filter(before -> before.order() != null)
              .map(before -> OrderDifference.between(before.order(), before.now()))
              .orElse(List.of());
      outcomes.add(
          RowOutcome.saved(one.number().value(), null, one.line(), placed.outcome(), changes));
    }
  }

  void refused(RefusedOrder order) {
    if (byRow) {
      outcomes.add(RowOutcome.refused(order.order(), null, order.row()));
    }
  }

  void recorded(SheetShipment one, SavedShipment saved) {
    recorder.ifPresent(record -> note(record, Touch.of(saved)));
    if (byRow) {
      List<FieldChange> changes =
          saved.outcome() == SaveOutcome.CHANGED
              ? saved
                  .before()
                  .map(before -> ShipmentDifference.between(before, one.shipment()))
                  .orElse(List.of())
              : List.of();
      outcomes.add(
          RowOutcome.saved(
              one.order().value(), one.number().value(), one.line(), saved.outcome(), changes));
    }
  }

  void refused(RefusedShipment shipment) {
    if (byRow) {
      outcomes.add(RowOutcome.refused(shipment.order(), shipment.shipment(), shipment.row()));
    }
  }

  /** An order that a log knows of. */
  void completed(OrderNumber number, PlacedOrder placed) {
    recorder.ifPresent(record -> note(record, Touch.of(placed)));
    if (byRow && placed.outcome() != SaveOutcome.UNCHANGED) {
      logged(number.value()).placed(placed.outcome());
    }
  }

  void reported(LogEntry entry, ReportOutcome outcome) {
    reported(entry.row().order().value(), entry.line(), outcome);
  }

  /** What a row says of an order. */
  void reported(String order, long line, ReportOutcome outcome) {
    Optional<Touch> touch =
        outcome instanceof ReportOutcome.Taken taken
            ? Optional.of(Touch.ofReport(new OrderNumber(taken.order()), taken.version()))
            : Optional.empty();
    recorder.ifPresent(record -> note(record, touch));
    if (byRow) {
      logged(order).reported(line, outcome);
    }
  }

  /** A row that says what another says. */
  void known(String order, long line) {
    if (byRow) {
      logged(order).known(line);
    }
  }

  void refused(String order, RefusedRow row) {
    if (byRow) {
      logged(order).refused(row);
    }
  }

  private LoggedOrder logged(String order) {
    return logged.computeIfAbsent(OrderNumber.key(order), key -> new LoggedOrder(order));
  }

  /** By row, in the order of the file; the first of them where there are very many. */
  List<RowOutcome> outcomes() {
    List<RowOutcome> all = new ArrayList<>(outcomes);
    logged.values().forEach(order -> all.add(order.outcome()));
    all.sort(Comparator.comparingLong(RowOutcome::line));
    return all.subList(0, Math.min(MOST_SHOWN, all.size()));
  }
}
