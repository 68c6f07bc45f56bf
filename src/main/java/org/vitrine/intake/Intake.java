package org.vitrine.intake;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Routing;

/** The door for what was read from files. */
public final class Intake {
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
   * @param mapping how operations become stages; where it is left out, the mapping that the log was
   *     taken with before, or else the one that comes with the program
   * @param rowsDone is told how many rows are done
   */
  public PlantLogSummary take(
      PlantLog log,
      Optional<Routing> mapping,
      LogOwner owner,
      ReplaySpeed speed,
      Mode mode,
      IntConsumer rowsDone) {
    return through(
        mode, targets -> new PlantLogWriter(targets, speed, rowsDone).write(log, mapping, owner));
  }

  /**
   * Writes orders as a file has them: one that is refused is refused whole, the others regardless.
   *
   * @param stopped asked before each order; once it is true the rest is left
   * @param ordersDone is told how many orders are done
   */
  public OrderSheetSummary place(
      OrderSheet sheet, Mode mode, BooleanSupplier stopped, IntConsumer ordersDone) {
    return through(mode, targets -> new OrderWriter(targets, stopped, ordersDone).write(sheet));
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
    return through(
        mode, targets -> new ShipmentWriter(targets, stopped, shipmentsDone).write(sheet));
  }

  private <T> T through(Mode mode, Function<Targets, T> work) {
    return switch (mode) {
      case FOR_REAL -> work.apply(targets);
      case DRY_RUN ->
          Retry.until(
              () ->
                  database.rehearse(
                      rehearsal -> work.apply(Targets.rehearsing(rehearsal, clock, plantZone))));
    };
  }
}
