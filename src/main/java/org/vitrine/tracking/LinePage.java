package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Unit;
import org.vitrine.orders.WorkOrderNumber;
import org.vitrine.production.LineState;
import org.vitrine.production.Outlook;

/**
 * One product of a status page, on its way.
 *
 * @param promise what was promised for it alone
 * @param due by when it is promised, where not all lines are for one day
 * @param forecast when it is likely ready, where the order has several
 * @param risk whether it is likely to come after its day, where the order has several
 */
public record LinePage(
    @JsonUnwrapped LineHead head,
    LineState state,
    Optional<LocalizedText> cancelled,
    Optional<LocalizedText> closedShort,
    Optional<Amount> shortBy,
    Optional<StatusPage.Promised> promise,
    Optional<DueRow.LineDueRow> due,
    Optional<LineRisk> risk,
    Optional<Outlook.Dates> forecast,
    Optional<List<WorkOrderNumber>> workOrders,
    Optional<String> stage,
    Map<String, StagePane> stages,
    Optional<LineLeft> left,
    Optional<Map<String, StagePane.OperationRow>> unmapped) {

  /** What the line is, as its page and its row begin. */
  public record LineHead(
      int number, LocalizedText product, LocalizedText description, Amount quantity, Unit unit) {

    static LineHead of(Line line) {
      return new LineHead(
          line.number(), line.product(), line.description(), line.quantity(), line.unit());
    }
  }

  static Optional<List<WorkOrderNumber>> workOrders(Line line, Audience audience) {
    return Optional.of(line.workOrders())
        .filter(numbers -> audience.seesWorkOrders() && !numbers.isEmpty());
  }

  /**
   * What left of a line.
   *
   * @param delivered so much of it was delivered, as far as anybody said
   * @param shipments how much of it left with each of the shipments that the page names
   */
  public record LineLeft(
      Amount quantity, Optional<Amount> delivered, Map<String, Amount> shipments) {}
}
