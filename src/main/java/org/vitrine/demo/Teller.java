package org.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.demo.Happening.GoodsLeft;
import org.vitrine.demo.Happening.OrderPlaced;
import org.vitrine.demo.Happening.PromiseMoved;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Orders;
import org.vitrine.orders.Shipments;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.Reports;
import org.vitrine.production.Reports.ReportOutcome;
import org.vitrine.production.Sender;

/**
 * Tells Vitrine what happens in the plant, through the doors that an ERP and a shop floor would
 * use. Telling the same again changes nothing, so what failed halfway is simply told once more.
 */
final class Teller {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final Sender SENDER = Sender.program("MES");

  private final Orders orders;
  private final Reports reports;
  private final Freight freight;
  private final ZoneId zone;
  private final String erp;
  private final Map<OrderNumber, LocalDate> placedOn = new HashMap<>();

  /** A happening with the times that Vitrine is told for it. */
  record Stamped(Story story, Happening happening, Instant began, Instant happened) {}

  /**
   * @param erp who is said to place the orders
   */
  Teller(Orders orders, Reports reports, Shipments shipments, ZoneId zone, String erp) {
    this.orders = orders;
    this.reports = reports;
    this.freight = new Freight(shipments, erp);
    this.zone = zone;
    this.erp = erp;
  }

  /** Reminds it of an order that was placed before it began to tell. */
  void remember(OrderNumber number, LocalDate placed) {
    placedOn.put(number, placed);
  }

  /** Tells all of it; {@code before} hears the time of each order's change just before it. */
  void tell(List<Stamped> happenings, Consumer<Instant> before) {
    for (Stamped stamped : happenings) {
      if (!(stamped.happening() instanceof ReportTold)) {
        before.accept(stamped.happened());
        tellOrder(stamped);
      }
    }
    List<Supplier<Report>> said =
        happenings.stream()
            .filter(stamped -> stamped.happening() instanceof ReportTold)
            .map(Teller::report)
            .toList();
    if (!said.isEmpty()) {
      before.accept(happenings.getLast().happened());
      reports.take(said, SENDER).forEach(Teller::noteRefusal);
    }
    happenings.stream()
        .filter(stamped -> stamped.happening() == stamped.story().happenings().getLast())
        .forEach(stamped -> placedOn.remove(stamped.story().number()));
  }

  private void tellOrder(Stamped stamped) {
    Story story = stamped.story();
    LocalDate on =
        placedOn.computeIfAbsent(
            story.number(), number -> stamped.happened().atZone(zone).toLocalDate());
    try {
      switch (stamped.happening()) {
        case OrderPlaced placed ->
            orders.place(
                story.number(), story.placed(on, story.promisedDays(), null), "import", erp);
        case PromiseMoved moved ->
            orders.place(
                story.number(),
                story.placed(on, moved.days(), moved.reason()),
                "manual",
                moved.author());
        case GoodsLeft left ->
            freight.tell(story.number(), left, stamped.happened().atZone(zone).toLocalDate());
        case ReportTold told ->
            throw new IllegalArgumentException("A report does not change an order");
      }
    } catch (Rejection.Invalid | Rejection.Conflict refused) {
      LOG.warn("The demo plant's order {} was refused: {}", story.number(), refused.getMessage());
    }
  }

  /** What has left is there. */
  void arrive(OrderNumber number, LocalDate on) {
    freight.arrive(number, on);
  }

  private static Supplier<Report> report(Stamped stamped) {
    ReportTold told = (ReportTold) stamped.happening();
    String number = stamped.story().number().value();
    return () -> told.said().report(told.id(), number, stamped.began(), stamped.happened());
  }

  private static void noteRefusal(ReportOutcome outcome) {
    if (outcome instanceof ReportOutcome.Refused refused) {
      LOG.warn(
          "The demo plant's report {} of {} was refused: {}: {}",
          refused.id(),
          refused.order(),
          refused.field(),
          refused.reason());
    }
  }
}
