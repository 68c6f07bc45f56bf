package org.vitrine.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.vitrine.access.Actor;
import org.vitrine.intake.PlantLog.LogEntry;
import org.vitrine.orders.Orders;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.production.Report;
import org.vitrine.production.Reports;
import org.vitrine.production.Routing;
import org.vitrine.production.RoutingEdit;

/** Writes one log to its targets and counts the outcomes. */
final class PlantLogWriter {
  private static final String SOURCE = "import";

  private final Targets targets;
  private final ReplaySpeed speed;
  private final IntConsumer rowsDone;
  private final ImportedBy by;
  private final Witness witness;
  private final Map<SaveOutcome, Integer> orders = new EnumMap<>(SaveOutcome.class);
  private final List<RefusedRow> refused = new ArrayList<>();
  private int taken;
  private int known;

  PlantLogWriter(Targets targets, LogDelivery delivery, Witness witness) {
    this.witness = witness;
    this.targets = targets;
    this.speed = delivery.speed();
    this.rowsDone = delivery.rowsDone();
    this.by = delivery.by();
  }

  PlantLogSummary write(PlantLog read, LogRouting mapping, LogOwner owner) {
    PlantLog log =
        LineUnits.settle(read, number -> Retry.until(() -> targets.orders().unit(number)));
    log.refused().forEach(row -> refuse(log.order(row), row));
    log.repeated().forEach(row -> witness.known(log.order(row.line()), row.line()));
    known += log.repeated().size();
    Routing routing = by.mayPlace() ? placing(log, mapping, owner) : known(mapping);
    deliver(log.entries());
    refused.sort(Comparator.comparingLong(RefusedRow::line));
    return new PlantLogSummary(
        log,
        routing,
        Map.copyOf(orders),
        taken,
        known,
        List.copyOf(refused),
        StageTally.of(log, routing));
  }

  private Routing placing(PlantLog log, LogRouting mapping, LogOwner owner) {
    Routing routing =
        Retry.until(
            () -> {
              owner.requireIn(targets.companies());
              return routing(mapping);
            });
    for (WorkOrder order : log.orders()) {
      place(order, owner, routing);
    }
    return routing;
  }

  /** Whoever may only report finds orders as they are; rows of others are refused. */
  private Routing known(LogRouting mapping) {
    Routing shipped = Mapping.shipped();
    return mapping.routing().or(() -> targets.routings().find(shipped.code())).orElse(shipped);
  }

  /** A mapping that was changed since the last import stays as it was changed. */
  private Routing routing(LogRouting mapping) {
    Routing shipped = Mapping.shipped();
    Optional<Routing> there =
        mapping.routing().isEmpty()
            ? targets.routings().find(shipped.code())
            : mapping.routing().filter(routing -> !mapping.isOfFile());
    if (there.isPresent()) {
      return there.get();
    }
    Routing wanted = mapping.routing().orElse(shipped);
    targets.routings().save(RoutingEdit.forAll(wanted), Actor.system(by.actor()));
    return wanted;
  }

  private void place(WorkOrder order, LogOwner owner, Routing routing) {
    Orders.PlacedOrder placed =
        Retry.until(
            () ->
                targets
                    .orders()
                    .complete(
                        order.number(),
                        order.asPlaced(owner.code(), routing.code()),
                        SOURCE,
                        by.actor()));
    witness.completed(order.number(), placed);
    orders.merge(placed.outcome(), 1, Integer::sum);
  }

  private void deliver(List<LogEntry> entries) {
    for (List<LogEntry> batch : speed.batches(entries)) {
      if (!speed.awaitTurn(batch.getFirst().report().happenedAt())) {
        return;
      }
      deliverTogether(batch);
      rowsDone.accept(taken + known + refused.size());
    }
  }

  private void deliverTogether(List<LogEntry> batch) {
    List<Supplier<Report>> reports =
        batch.stream().<Supplier<Report>>map(entry -> entry::report).toList();
    for (Reports.ReportOutcome outcome :
        Retry.until(() -> targets.reports().take(reports, by.sender()))) {
      LogEntry entry = batch.get(outcome.index());
      witness.reported(entry, outcome);
      switch (outcome) {
        case Reports.ReportOutcome.Taken ignored -> {
          taken++;
          speed.begin(entry.report().happenedAt());
        }
        case Reports.ReportOutcome.Known ignored -> known++;
        case Reports.ReportOutcome.Refused reason ->
            refuse(entry.row().order().value(), refused(entry, reason));
      }
    }
  }

  private void refuse(String order, RefusedRow row) {
    witness.refused(order, row);
    refused.add(row);
  }

  private static RefusedRow refused(LogEntry entry, Reports.ReportOutcome.Refused outcome) {
    if (outcome.field().equals("id") && entry.row().reference().id() == null) {
      return new RefusedRow(
          entry.line(),
          "finished_at",
          entry.row().reference().reason() == null
              ? "was imported before with a different time: use the same --zone as then"
              : "was imported before with a different time, or its reason in other languages: use"
                  + " the same --zone and columns as then");
    }
    return RefusedRow.at(
        entry.line(), new Rejection.Invalid(PlantLogRow.column(outcome.field()), outcome.reason()));
  }
}
