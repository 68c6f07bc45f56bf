package org.vitrine.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.vitrine.intake.OrderSheet.RefusedOrder;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.orders.Orders;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;

/** Places the orders of one file and counts the outcomes. */
final class OrderWriter {
  private static final String SOURCE = "import";
  private static final String ACTOR = "Order import";

  private final Targets targets;
  private final BooleanSupplier stopped;
  private final IntConsumer ordersDone;
  private final Map<SaveOutcome, Integer> outcomes = new EnumMap<>(SaveOutcome.class);
  private final List<RefusedOrder> refused = new ArrayList<>();

  OrderWriter(Targets targets, BooleanSupplier stopped, IntConsumer ordersDone) {
    this.targets = targets;
    this.stopped = stopped;
    this.ordersDone = ordersDone;
  }

  OrderSheetSummary write(OrderSheet sheet) {
    refused.addAll(sheet.refused());
    int done = 0;
    for (SheetOrder order : sheet.orders()) {
      if (stopped.getAsBoolean()) {
        break;
      }
      place(order);
      ordersDone.accept(++done);
    }
    return new OrderSheetSummary(
        sheet, Map.copyOf(outcomes), List.copyOf(refused), sheet.orders().size() - done);
  }

  private void place(SheetOrder order) {
    try {
      Orders.PlacedOrder placed =
          Retry.until(() -> targets.orders().place(order.number(), order.order(), SOURCE, ACTOR));
      outcomes.merge(placed.outcome(), 1, Integer::sum);
    } catch (Rejection.Invalid invalid) {
      refuse(order, OrderRows.column(invalid.field()), invalid);
    } catch (Rejection.Conflict conflict) {
      refuse(order, "order", conflict);
    }
  }

  private void refuse(SheetOrder order, String column, Rejection why) {
    refused.add(
        new RefusedOrder(
            order.number().value(), new RefusedRow(order.line(), column, why.getMessage())));
  }
}
