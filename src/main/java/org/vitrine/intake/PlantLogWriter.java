package org.vitrine.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.vitrine.intake.PlantLog.Entry;
import org.vitrine.orders.Orders;
import org.vitrine.platform.Outcome;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.Reports;
import org.vitrine.production.Routing;

/** Takes one log through the doors and keeps count of what became of it. */
final class PlantLogWriter {
  private static final String SOURCE = "import";
  private static final String ACTOR = "Plant log";

  private final Doors doors;
  private final Pace pace;
  private final IntConsumer rowsDone;
  private final Map<Outcome, Integer> orders = new EnumMap<>(Outcome.class);
  private final List<RefusedRow> refused = new ArrayList<>();
  private int taken;
  private int known;

  PlantLogWriter(Doors doors, Pace pace, IntConsumer rowsDone) {
    this.doors = doors;
    this.pace = pace;
    this.rowsDone = rowsDone;
  }

  PlantLogSummary write(PlantLog log, Optional<Routing> mapping, Buyer buyer) {
    refused.addAll(log.refused());
    known += log.repeated().size();
    Routing routing =
        Patience.until(
            () -> {
              buyer.requireIn(doors.companies());
              return routing(mapping);
            });
    for (WorkOrder order : log.orders()) {
      place(order, buyer, routing);
    }
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

  /** A mapping that was changed since the last import stays as it was changed. */
  private Routing routing(Optional<Routing> mapping) {
    Routing shipped = Mapping.shipped();
    if (mapping.isEmpty()) {
      Optional<Routing> there = doors.routings().find(shipped.code());
      if (there.isPresent()) {
        return there.get();
      }
    }
    Routing wanted = mapping.orElse(shipped);
    doors.routings().save(wanted, ACTOR);
    return wanted;
  }

  private void place(WorkOrder order, Buyer buyer, Routing routing) {
    Orders.Placed placed =
        Patience.until(
            () ->
                doors
                    .orders()
                    .complete(
                        order.number(),
                        order.asPlaced(buyer.code(), routing.code()),
                        SOURCE,
                        ACTOR));
    orders.merge(placed.outcome(), 1, Integer::sum);
  }

  private void deliver(List<Entry> entries) {
    for (List<Entry> batch : pace.batches(entries)) {
      if (!pace.awaitTurn(batch.getFirst().report().happenedAt())) {
        return;
      }
      deliverTogether(batch);
      rowsDone.accept(taken + known + refused.size());
    }
  }

  private void deliverTogether(List<Entry> batch) {
    List<Supplier<Report>> reports =
        batch.stream().<Supplier<Report>>map(entry -> entry::report).toList();
    for (Reports.Outcome outcome : Patience.until(() -> doors.reports().take(reports, ACTOR))) {
      Entry entry = batch.get(outcome.index());
      switch (outcome) {
        case Reports.Outcome.Taken ignored -> {
          taken++;
          pace.begin(entry.report().happenedAt());
        }
        case Reports.Outcome.Known ignored -> known++;
        case Reports.Outcome.Refused reason -> refused.add(refused(entry, reason));
      }
    }
  }

  private static RefusedRow refused(Entry entry, Reports.Outcome.Refused outcome) {
    if (outcome.field().equals("id")) {
      return new RefusedRow(
          entry.line(),
          "finished_at",
          "was imported before as another time: say the same --zone as then");
    }
    return RefusedRow.at(
        entry.line(), new Rejection.Invalid(PlantLogRow.column(outcome.field()), outcome.reason()));
  }
}
