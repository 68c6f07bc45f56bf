package org.vitrine.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.vitrine.intake.OrderSheet.RefusedOrder;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.intake.OrderSheetSummary.WrittenOrder;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;

/** Places the orders of one file and counts the outcomes. */
final class OrderWriter {
  private static final int MOST_NAMED = 1_000;

  private final Function<SheetOrder, PlacedOrder> placing;
  private final Witness witness;
  private final BooleanSupplier stopped;
  private final IntConsumer ordersDone;
  private final Map<SaveOutcome, Integer> outcomes = new EnumMap<>(SaveOutcome.class);
  private final List<RefusedOrder> refused = new ArrayList<>();
  private final List<WrittenOrder> written = new ArrayList<>();

  OrderWriter(
      Function<SheetOrder, PlacedOrder> placing,
      Witness witness,
      BooleanSupplier stopped,
      IntConsumer ordersDone) {
    this.placing = placing;
    this.witness = witness;
    this.stopped = stopped;
    this.ordersDone = ordersDone;
  }

  OrderSheetSummary write(OrderSheet sheet) {
    sheet.refused().forEach(this::refuse);
    int done = 0;
    for (SheetOrder order : sheet.orders()) {
      if (stopped.getAsBoolean()) {
        break;
      }
      place(order);
      ordersDone.accept(++done);
    }
    return new OrderSheetSummary(
        sheet,
        Map.copyOf(outcomes),
        List.copyOf(refused),
        List.copyOf(written),
        sheet.orders().size() - done);
  }

  private void place(SheetOrder order) {
    try {
      PlacedOrder placed = placing.apply(order);
      witness.placed(order, placed);
      SaveOutcome outcome = placed.outcome();
      outcomes.merge(outcome, 1, Integer::sum);
      if (outcome != SaveOutcome.UNCHANGED && written.size() < MOST_NAMED) {
        written.add(new WrittenOrder(order.number().value(), order.line(), outcome));
      }
    } catch (Rejection.Invalid invalid) {
      refuse(order, OrderRows.column(invalid.field()), invalid);
    } catch (Rejection.Conflict conflict) {
      refuse(order, "order", conflict);
    }
  }

  private void refuse(SheetOrder order, String column, Rejection why) {
    refuse(
        new RefusedOrder(
            order.number().value(), new RefusedRow(order.line(), column, why.getMessage())));
  }

  private void refuse(RefusedOrder order) {
    witness.refused(order);
    refused.add(order);
  }
}
