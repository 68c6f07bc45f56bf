package org.vitrine.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.orders.ShippedLines;
import org.vitrine.orders.Wording;
import org.vitrine.production.LineState;
import org.vitrine.production.OrderState;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Progress;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;
import org.vitrine.production.Withheld;

/** An order as one row of a list or one card of the board. */
public record OrderRow(
    String number,
    Optional<String> customerReference,
    StatusPage.Buyer company,
    LocalDate placedOn,
    OrderState state,
    Optional<LocalDate> promised,
    Optional<LocalDate> originally,
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
      String product,
      String description,
      Integer quantity,
      LineState state,
      Optional<String> stage,
      int through,
      Optional<Long> left,
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
        summary.promise().map(Promise::current),
        summary.promise().filter(promise -> !promise.revisions().isEmpty()).map(Promise::original),
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
                    line ->
                        lineRow(line, summary.lines().get(line.number()), left.of(line.number())),
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

  private static LineRow lineRow(Line line, Progress progress, long left) {
    Optional<String> current = progress.stage().map(Stage::code);
    return new LineRow(
        line.number(),
        line.product(),
        line.description(),
        line.quantity(),
        progress.state(),
        current,
        progress.stages().stream()
            .filter(stage -> current.equals(Optional.of(stage.stage().code())))
            .mapToInt(StageProgress::through)
            .findFirst()
            .orElse(0),
        Optional.of(left).filter(quantity -> quantity > 0),
        progress.stages().stream()
            .map(stage -> new Pane(stage.stage().code(), stage.state()))
            .toList());
  }
}
