package org.vitrine.demo;

import java.time.Instant;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.ShippedItem;

/** Something that happens to an order, by the plant's own clock. */
sealed interface Happening {
  Instant at();

  /** The customer orders. */
  record OrderPlaced(Instant at) implements Happening {}

  /** The promise moves to so many days after the order was placed. */
  record PromiseMoved(Instant at, int days, LocalizedText reason, String author)
      implements Happening {}

  /**
   * Goods leave.
   *
   * @param sequence which shipment of the order it is, from 1
   */
  record GoodsLeft(Instant at, int sequence, List<ShippedItem> items) implements Happening {}

  /**
   * The plant says something.
   *
   * @param began when the work it speaks of began
   * @param sequence its place among all that is said of the order, from 1
   */
  record ReportTold(Instant began, Instant at, int sequence, ReportDraft said)
      implements Happening {
    String id() {
      return "P%04d".formatted(sequence);
    }
  }
}
