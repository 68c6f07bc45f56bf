package org.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.PromiseCause;

/**
 * One order's whole life, from the moment it is placed to the last thing that is said of it.
 *
 * @param company the code of whoever buys
 * @param promisedDays how many days after it was placed it is promised at first
 * @param happenings in the order in which they happen; the first one places it
 */
record Story(
    OrderNumber number,
    String company,
    String customerReference,
    List<Line> lines,
    int promisedDays,
    List<Happening> happenings) {

  Instant ends() {
    return happenings.getLast().at();
  }

  /**
   * The order as the ERP sends it, promised so many days after it was placed; what moves a date
   * here are parts that come late.
   */
  PlaceOrder placed(LocalDate on, int days, LocalizedText reason) {
    return new PlaceOrder(
        company,
        customerReference,
        on,
        new GivenPromise(
            on.plusDays(days),
            null,
            reason,
            reason == null ? null : PromiseCause.SUPPLIER_LATE,
            null,
            null),
        lines,
        null);
  }
}
