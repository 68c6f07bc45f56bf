package org.vitrine.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.orders.ShippedLines;
import org.vitrine.orders.Unit;
import org.vitrine.orders.Wording;
import org.vitrine.orders.WorkOrderNumber;
import org.vitrine.production.LineState;
import org.vitrine.production.OrderState;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Progress;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;
import org.vitrine.production.Withheld;

/**
 * An order as one row of a list or one card of the board.
 *
 * @param promised the day that comes next
 * @param originally what was promised at first, where all of it goes by one promise that moved
 */
public record OrderRow(
    String number,
    Optional<String> customerReference,
    StatusPage.Buyer company,
    LocalDate placedOn,
    OrderState state,
    Optional<LocalDate> promised,
    Optional<LocalDate> originally,
    Optional<DueRow> due,
    Optional<Outlook.Dates> forecast,
    Optional<Withheld> withheld,
    Optional<Outlook> outlook,
    Optional<Instant> heardAt,
    Optional<Instant> verifiedUntil,
    Optional<Boolean> held,
    Optional<Boolean> failed,
    Map<Integer, LineRow> lines) {

  /** One product of the row, with a small window. */
  public record LineRow(
      int number,
      LocalizedText product,
      LocalizedText description,
      Amount quantity,
      Unit unit,
      LineState state,
      Optional<DueRow.LineDueRow> due,
      Optional<List<WorkOrderNumber>> workOrders,
      Optional<String> stage,
      Amount through,
      Optional<Amount> left,
      List<Pane> panes) {}

  /** One pane of the small window. */
  public record Pane(String stage, StageState state) {}

  /** What a list says once of each stage that its rows name. */
  public record StageHead(Wording name, int position) {}

  static OrderRow of(OrderSummary summary, Audience audience) {
    Order order = summary.snapshot().order();
    ShippedLines left = ShippedLines.of(summary.snapshot().shipments());
    return new OrderRow(
        order.number().value(),
        Optional.ofNullable(order.customerReference())
            .filter(reference -> audience.seesCustomerReference()),
        StatusPages.buyer(summary.snapshot().company(), audience),
        order.placedOn(),
        summary.state(),
        summary.due().next(),
        summary
            .due()
            .common()
            .filter(promise -> !promise.revisions().isEmpty())
            .flatMap(Promise::original),
        DueRow.of(summary.due()),
        summary.forecast(),
        summary.withheld(),
        StatusPages.outlook(summary),
        summary.heardAt(),
        summary.outlook().staleFrom(),
        Optional.of(true).filter(yes -> summary.isHeld()),
        Optional.of(true).filter(yes -> summary.hasFailed()),
        order.lines().stream()
            .collect(
                Collectors.toMap(
                    Line::number,
                    line -> lineRow(line, summary, left.of(line.number()), audience),
                    (one, other) -> one,
                    LinkedHashMap::new)));
  }

  /** The stages that this order's lines go through. */
  static Map<String, StageHead> stages(OrderSummary summary) {
    Map<String, StageHead> heads = new LinkedHashMap<>();
    for (Progress progress : summary.lines().values()) {
      int position = 0;
      for (StageProgress stage : progress.stages()) {
        heads.put(stage.stage().code(), new StageHead(stage.stage().name(), ++position));
      }
    }
    return heads;
  }

  private static LineRow lineRow(Line line, OrderSummary summary, Amount left, Audience audience) {
    Progress progress = summary.lines().get(line.number());
    Optional<String> current = progress.stage().map(Stage::code);
    return new LineRow(
        line.number(),
        line.product(),
        line.description(),
        line.quantity(),
        line.unit(),
        progress.state(),
        DueRow.of(summary.due(), line.number()),
        StatusPages.workOrders(line, audience),
        current,
        progress.stages().stream()
            .filter(stage -> current.equals(Optional.of(stage.stage().code())))
            .map(StageProgress::through)
            .findFirst()
            .orElse(Amount.NONE),
        Optional.of(left).filter(Amount::isPositive),
        progress.stages().stream()
            .map(stage -> new Pane(stage.stage().code(), stage.state()))
            .toList());
  }
}
