package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.orders.ShippedLines;
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

/** An order as one row of a list or one card of the board. */
public record OrderRow(
    @JsonUnwrapped OrderHead head,
    OrderState state,
    @JsonUnwrapped NextDates dates,
    @JsonUnwrapped Expectation expectation,
    @JsonUnwrapped LastHeard lastHeard,
    Optional<Boolean> held,
    Optional<Boolean> failed,
    Map<Integer, LineRow> lines) {

  /**
   * What a list says of an order's dates.
   *
   * @param promised the day that comes next
   * @param originally what was promised at first, where all of it goes by one promise that moved
   */
  public record NextDates(
      Optional<LocalDate> promised,
      Optional<LocalDate> originally,
      Optional<DueRow> due,
      Optional<Outlook.Dates> forecast) {

    private static NextDates of(OrderSummary summary) {
      return new NextDates(
          summary.due().next(),
          summary
              .due()
              .common()
              .filter(promise -> !promise.revisions().isEmpty())
              .flatMap(Promise::original),
          DueRow.of(summary.due()),
          summary.forecast());
    }
  }

  /** One product of the row, with a small window. */
  public record LineRow(
      @JsonUnwrapped LinePage.LineHead head,
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

  static OrderRow of(OrderSummary summary, Audience audience, ShownPart shown) {
    Order order = summary.snapshot().order();
    ShippedLines left = ShippedLines.of(summary.snapshot().shipments());
    return new OrderRow(
        OrderHead.of(summary, audience),
        summary.state(),
        NextDates.of(summary),
        Expectation.inList(summary),
        LastHeard.of(summary),
        Optional.of(true).filter(yes -> summary.isHeld()),
        Optional.of(true).filter(yes -> summary.hasFailed()),
        order.lines().stream()
            .collect(
                Collectors.toMap(
                    Line::number,
                    line -> lineRow(line, summary, left.of(line.number()), audience, shown),
                    (one, other) -> one,
                    LinkedHashMap::new)));
  }

  /** The stages that this order's lines go through. */
  static Map<String, StageHead> stages(OrderSummary summary, ShownPart shown) {
    Map<String, StageHead> heads = new LinkedHashMap<>();
    for (Progress progress : summary.lines().values()) {
      int position = 0;
      for (StageProgress stage : progress.stages().stream().filter(shown::shows).toList()) {
        heads.put(stage.stage().code(), new StageHead(stage.stage().name(), ++position));
      }
    }
    return heads;
  }

  private static LineRow lineRow(
      Line line, OrderSummary summary, Amount left, Audience audience, ShownPart shown) {
    Progress progress = summary.lines().get(line.number());
    List<StageProgress> stages = progress.stages().stream().filter(shown::shows).toList();
    Optional<String> current =
        progress
            .stage()
            .map(Stage::code)
            .filter(code -> stages.stream().anyMatch(one -> one.stage().code().equals(code)));
    return new LineRow(
        LinePage.LineHead.of(line),
        progress.state(),
        DueRow.of(summary.due(), line.number()),
        LinePage.workOrders(line, audience),
        current,
        stages.stream()
            .filter(stage -> current.equals(Optional.of(stage.stage().code())))
            .map(StageProgress::through)
            .findFirst()
            .orElse(Amount.NONE),
        Optional.of(left).filter(Amount::isPositive),
        stages.stream().map(stage -> new Pane(stage.stage().code(), stage.state())).toList());
  }
}
