package org.vitrine.intake;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.orders.Orders;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.Shipments;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Routing;

/** The door for what was read from files. */
public final class Intake {
  private static final String SOURCE = "import";

  private final Database database;
  private final Targets targets;
  private final Clock clock;
  private final ZoneId plantZone;

  /**
   * @param plantZone decides which day is today
   */
  public Intake(Database database, Targets targets, Clock clock, ZoneId plantZone) {
    this.database = database;
    this.targets = targets;
    this.clock = clock;
    this.plantZone = plantZone;
  }

  /** Whether what was read is written, or only tried and taken back. */
  public enum Mode {
    FOR_REAL,
    DRY_RUN
  }

  /**
   * Writes a plant's log.
   *
   * @param mapping how operations become stages, which is saved; where it is left out, the mapping
   *     that the log was taken with before, or else the one that comes with the program
   * @param rowsDone is told how many rows are done
   */
  public PlantLogSummary take(
      PlantLog log,
      Optional<Routing> mapping,
      LogOwner owner,
      ReplaySpeed speed,
      Mode mode,
      IntConsumer rowsDone) {
    return take(
        log,
        LogRouting.ofFile(mapping),
        owner,
        new LogDelivery(speed, ImportedBy.PLANT_LOG_COMMAND, rowsDone),
        mode);
  }

  PlantLogSummary take(
      PlantLog log, LogRouting mapping, LogOwner owner, LogDelivery delivery, Mode mode) {
    return switch (mode) {
      case FOR_REAL -> new PlantLogWriter(targets, delivery).write(log, mapping, owner);
      case DRY_RUN -> rehearse(log, mapping, owner, delivery);
    };
  }

  /** Its orders do not depend on each other: a dry run of one holds nothing of the others. */
  private PlantLogSummary rehearse(
      PlantLog log, LogRouting mapping, LogOwner owner, LogDelivery delivery) {
    List<PlantLogSummary> parts = new ArrayList<>();
    int done = 0;
    for (PlantLog ofOrder : log.byOrder()) {
      LogDelivery next = delivery.after(done);
      PlantLogSummary part =
          Retry.until(
              () ->
                  database.rehearse(
                      rehearsal ->
                          new PlantLogWriter(rehearsing(rehearsal), next)
                              .write(ofOrder, mapping, owner)));
      parts.add(part);
      done += part.rowsDone();
    }
    return PlantLogSummary.together(parts);
  }

  /**
   * Writes orders as a file has them: one that is refused is refused whole, the others regardless.
   *
   * @param stopped asked before each order; once it is true the rest is left
   * @param ordersDone is told how many orders are done
   */
  public OrderSheetSummary place(
      OrderSheet sheet, Mode mode, BooleanSupplier stopped, IntConsumer ordersDone) {
    return place(sheet, mode, ImportedBy.ORDER_COMMAND, stopped, ordersDone);
  }

  OrderSheetSummary place(
      OrderSheet sheet, Mode mode, ImportedBy by, BooleanSupplier stopped, IntConsumer ordersDone) {
    return new OrderWriter(order -> place(order, mode, by.actor()), stopped, ordersDone)
        .write(sheet);
  }

  /** Orders do not depend on each other: a dry run of one holds nothing of the others. */
  private PlacedOrder place(SheetOrder order, Mode mode, String actor) {
    return Retry.until(
        () ->
            switch (mode) {
              case FOR_REAL -> place(targets.orders(), order, actor);
              case DRY_RUN ->
                  database.rehearse(
                      rehearsal -> place(rehearsing(rehearsal).orders(), order, actor));
            });
  }

  private static PlacedOrder place(Orders orders, SheetOrder order, String actor) {
    return orders.place(order.number(), order.order(), SOURCE, actor);
  }

  /**
   * Records what left, as a file has it: a shipment that is refused is refused whole, the others
   * regardless.
   *
   * @param stopped asked before each shipment; once it is true the rest is left
   * @param shipmentsDone is told how many shipments are done
   */
  public ShipmentSheetSummary ship(
      ShipmentSheet sheet, Mode mode, BooleanSupplier stopped, IntConsumer shipmentsDone) {
    return ship(sheet, mode, ImportedBy.SHIPMENT_COMMAND, stopped, shipmentsDone);
  }

  /**
   * Shipments of an order depend on each other, since together they may be more than was ordered: a
   * dry run tries those of one order together, and holds nothing of the others.
   */
  ShipmentSheetSummary ship(
      ShipmentSheet sheet,
      Mode mode,
      ImportedBy by,
      BooleanSupplier stopped,
      IntConsumer shipmentsDone) {
    return new ShipmentWriter(
            ofOrder ->
                switch (mode) {
                  case FOR_REAL -> record(targets.shipments(), ofOrder, by.actor());
                  case DRY_RUN ->
                      Retry.until(
                          () ->
                              database.rehearse(
                                  rehearsal ->
                                      record(
                                          rehearsing(rehearsal).shipments(), ofOrder, by.actor())));
                },
            stopped,
            shipmentsDone)
        .write(sheet);
  }

  private static List<RecordedShipment> record(
      Shipments shipments, List<SheetShipment> ofOrder, String actor) {
    return ofOrder.stream().map(one -> RecordedShipment.by(shipments, one, SOURCE, actor)).toList();
  }

  private Targets rehearsing(Database rehearsal) {
    return Targets.rehearsing(rehearsal, clock, plantZone);
  }
}
