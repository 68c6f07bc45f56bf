package org.vitrine.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.demo.Happening.GoodsLeft;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.ShippedItem;
import org.vitrine.production.ReportKind;

/** Goods of one order on their way out: they leave when half of them are ready, or all at once. */
final class Loading {
  private static final String HANDED_OVER = "Handed over";

  private final Map<Integer, Amount> waiting = new TreeMap<>();
  private final Amount ordered;
  private final boolean inTwo;
  private Amount handedOver = Amount.NONE;
  private int shipments;

  /**
   * @param inTwo whether they leave in two shipments
   */
  Loading(List<Line> lines, boolean inTwo) {
    this.ordered = lines.stream().map(Line::quantity).reduce(Amount.NONE, Amount::plus);
    this.inTwo = inTwo;
  }

  /**
   * What is said in the plant may be that pieces were handed over; answers with what then leaves.
   */
  Optional<GoodsLeft> handOver(Instant at, ReportDraft said) {
    if (said.kind() != ReportKind.PROGRESSED || !HANDED_OVER.equals(said.place().operation())) {
      return Optional.empty();
    }
    handedOver = handedOver.plus(said.pieces().good());
    waiting.merge(said.place().line(), said.pieces().good(), Amount::plus);
    boolean half = inTwo && shipments == 0 && handedOver.plus(handedOver).compareTo(ordered) >= 0;
    if (!half && handedOver.compareTo(ordered) < 0) {
      return Optional.empty();
    }
    List<ShippedItem> items =
        waiting.entrySet().stream().map(of -> new ShippedItem(of.getKey(), of.getValue())).toList();
    waiting.clear();
    return Optional.of(new GoodsLeft(at, ++shipments, items));
  }
}
