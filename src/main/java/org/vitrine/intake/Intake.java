package org.vitrine.intake;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.intake.ReadingSheet.ReadingEntry;
import org.vitrine.intake.ReadingWriter.ReadingSummary;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.Placing;
import org.vitrine.orders.Shipments;
import org.vitrine.orders.Waivers;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Routing;

/** The door for what was read from files. */
public final class Intake {
  private static final String SOURCE = "import";

  private final Database database;
  private final Targets targets;
  private final Waivers waivers;
  private final Imports imports;
  private final Clock clock;
  private final ZoneId plantZone;

  /**
   * @param plantZone decides which day is today
   */
  public Intake(
      Database database,
      Targets targets,
      Waivers waivers,
      Imports imports,
      Clock clock,
      ZoneId plantZone) {
    this.database = database;
    this.targets = targets;
    this.waivers = waivers;
    this.imports = imports;
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
   * @param file what the record of the import says of it; no record is kept where it is absent
   * @param rowsDone is told how many rows are done
   */
  public PlantLogSummary take(
      PlantLog log,
      Optional<Routing> mapping,
      LogOwner owner,
      ReplaySpeed speed,
      Mode mode,
      Optional<ImportedFile> file,
      IntConsumer rowsDone) {
    ImportedBy by = ImportedBy.PLANT_LOG_COMMAND;
    return take(
        log,
        LogRouting.ofFile(mapping),
        owner,
        new LogDelivery(speed, by, rowsDone),
        imports.begin(ImportKind.PLANT_LOG, mode, by, file, false));
  }

  PlantLogSummary take(
      PlantLog log, LogRouting mapping, LogOwner owner, LogDelivery delivery, ImportTask task) {
    return task.done(
        () ->
            switch (task.mode()) {
              case FOR_REAL ->
                  new PlantLogWriter(targets, delivery, task.witness()).write(log, mapping, owner);
              case DRY_RUN -> rehearse(log, mapping, owner, delivery, task.witness());
            },
        RunEnds::of);
  }

  /** Its orders do not depend on each other: a dry run of one holds nothing of the others. */
  private PlantLogSummary rehearse(
      PlantLog log, LogRouting mapping, LogOwner owner, LogDelivery delivery, Witness witness) {
    List<PlantLogSummary> parts = new ArrayList<>();
    int done = 0;
    for (PlantLog ofOrder : log.byOrder()) {
      LogDelivery next = delivery.after(done);
      RehearsedPart part =
          Retry.until(() -> rehearsed(ofOrder, mapping, owner, next, witness.ofPart()));
      witness.add(part.witness());
      parts.add(part.summary());
      done += part.summary().rowsDone();
    }
    return PlantLogSummary.together(parts);
  }

  /** What became of a part of a log, and who saw it. */
  private record RehearsedPart(PlantLogSummary summary, Witness witness) {}

  private RehearsedPart rehearsed(
      PlantLog part, LogRouting mapping, LogOwner owner, LogDelivery delivery, Witness witness) {
    return new RehearsedPart(
        database.rehearse(
            rehearsal ->
                new PlantLogWriter(rehearsing(rehearsal), delivery, witness)
                    .write(part, mapping, owner)),
        witness);
  }

  /**
   * Reads orders: companies and routings by their codes, or by names that only one has. Throws
   * {@link StartFailed} with a sentence where the file holds none.
   */
  public OrderSheet orders(SourceFile.Mapped file) {
    return OrderSheet.of(CodesByName.of(targets, file.table()).in(file.table()));
  }

  /**
   * Writes orders as a file has them: one that is refused is refused whole, the others regardless.
   *
   * @param file what the record of the import says of it; no record is kept where it is absent
   * @param stopped asked before each order; once it is true the rest is left
   * @param ordersDone is told how many orders are done
   */
  public OrderSheetSummary place(
      OrderSheet sheet,
      Mode mode,
      Optional<ImportedFile> file,
      BooleanSupplier stopped,
      IntConsumer ordersDone) {
    ImportedBy by = ImportedBy.ORDER_COMMAND;
    return place(
        sheet, imports.begin(ImportKind.ORDERS, mode, by, file, false), stopped, ordersDone);
  }

  OrderSheetSummary place(
      OrderSheet sheet, ImportTask task, BooleanSupplier stopped, IntConsumer ordersDone) {
    boolean mayWaive = task.by().caller().map(waivers::mayWaive).orElse(true);
    Placing placing = Placing.whole(Optional.empty(), mayWaive, SOURCE, task.by().actor());
    OrderWriter writer =
        new OrderWriter(
            order -> place(order, task.mode(), placing), task.witness(), stopped, ordersDone);
    return task.done(() -> writer.write(sheet), RunEnds::of);
  }

  /** Orders do not depend on each other: a dry run of one holds nothing of the others. */
  private PlacedOrder place(SheetOrder order, Mode mode, Placing placing) {
    return Retry.until(
        () ->
            switch (mode) {
              case FOR_REAL -> targets.orders().place(order.number(), order.order(), placing);
              case DRY_RUN ->
                  database.rehearse(
                      rehearsal ->
                          rehearsing(rehearsal)
                              .orders()
                              .place(order.number(), order.order(), placing));
            });
  }

  /**
   * Records what left, as a file has it: a shipment that is refused is refused whole, the others
   * regardless.
   *
   * @param file what the record of the import says of it; no record is kept where it is absent
   * @param stopped asked before each shipment; once it is true the rest is left
   * @param shipmentsDone is told how many shipments are done
   */
  public ShipmentSheetSummary ship(
      ShipmentSheet sheet,
      Mode mode,
      Optional<ImportedFile> file,
      BooleanSupplier stopped,
      IntConsumer shipmentsDone) {
    ImportedBy by = ImportedBy.SHIPMENT_COMMAND;
    return ship(
        sheet, imports.begin(ImportKind.SHIPMENTS, mode, by, file, false), stopped, shipmentsDone);
  }

  /**
   * Shipments of an order depend on each other, since together they may be more than was ordered: a
   * dry run tries those of one order together, and holds nothing of the others.
   */
  ShipmentSheetSummary ship(
      ShipmentSheet sheet, ImportTask task, BooleanSupplier stopped, IntConsumer shipmentsDone) {
    String actor = task.by().actor();
    ShipmentWriter writer =
        new ShipmentWriter(
            ofOrder -> record(ofOrder, task.mode(), actor), task.witness(), stopped, shipmentsDone);
    return task.done(() -> writer.write(sheet), RunEnds::of);
  }

  private List<RecordedShipment> record(List<SheetShipment> ofOrder, Mode mode, String actor) {
    return switch (mode) {
      case FOR_REAL -> record(targets.shipments(), ofOrder, actor);
      case DRY_RUN ->
          Retry.until(
              () ->
                  database.rehearse(
                      rehearsal -> record(rehearsing(rehearsal).shipments(), ofOrder, actor)));
    };
  }

  private static List<RecordedShipment> record(
      Shipments shipments, List<SheetShipment> ofOrder, String actor) {
    return ofOrder.stream().map(one -> RecordedShipment.by(shipments, one, SOURCE, actor)).toList();
  }

  /**
   * Writes what was measured: each row is taken or refused by itself. A dry run holds nothing of
   * other orders while it tries one.
   *
   * @param rowsDone is told how many rows are done
   */
  ReadingSummary measure(ReadingSheet sheet, ImportTask task, IntConsumer rowsDone) {
    return task.done(
        () -> {
          ReadingWriter writer = new ReadingWriter(task.by(), task.witness(), rowsDone);
          writer.refuseUnread(sheet);
          sheet.byOrder().forEach(ofOrder -> measure(writer, ofOrder, task.mode()));
          return writer.summary(sheet);
        },
        RunEnds::of);
  }

  private void measure(ReadingWriter writer, List<ReadingEntry> ofOrder, Mode mode) {
    switch (mode) {
      case FOR_REAL -> writer.write(targets.reports(), ofOrder);
      case DRY_RUN ->
          database.rehearse(
              rehearsal -> {
                writer.write(rehearsing(rehearsal).reports(), ofOrder);
                return null;
              });
    }
  }

  /** Reads what was measured, by what its orders demand. */
  ReadingSheet readings(SourceFile.Mapped file, ZoneId zone) {
    return ReadingSheet.of(file.table(), zone, this::lines);
  }

  private Optional<List<Line>> lines(OrderNumber number, boolean ofWork) {
    return targets.orders().meant(number, ofWork).map(order -> order.linesMeant(number, ofWork));
  }

  private Targets rehearsing(Database rehearsal) {
    return Targets.rehearsing(rehearsal, clock, plantZone);
  }
}
