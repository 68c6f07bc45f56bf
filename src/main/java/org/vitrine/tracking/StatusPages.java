package org.vitrine.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.production.DueDates;
import org.vitrine.production.NewestReports;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Progress;
import org.vitrine.production.Stage;

/** Makes the status page of an order for an audience, field by allowed field. */
final class StatusPages {
  /** A page stays one that can be read and sent, whatever an order goes through. */
  private static final int MOST_REVISIONS = 50;

  private final Audience audience;
  private final OrderSummary summary;
  private final ShownPart shown;
  private final HeardBy heardBy;
  private final ShipmentCards shipments;

  private StatusPages(Audience audience, OrderSummary summary, ShownPart shown) {
    this.audience = audience;
    this.summary = summary;
    this.shown = shown;
    this.heardBy = new HeardBy(summary, audience, shown);
    this.shipments = ShipmentCards.of(summary.snapshot().shipments(), audience);
  }

  static StatusPage page(OrderSummary summary, Audience audience, ShownPart shown) {
    return new StatusPages(audience, summary, shown).page();
  }

  private StatusPage page() {
    Order order = summary.snapshot().order();
    NewestReports.Part heard = heardBy.newest();
    return new StatusPage(
        OrderHead.of(summary, audience),
        summary.state(),
        cancellation(order),
        summary.promise().map(this::promised),
        DueRow.of(summary.due()),
        LastHeard.of(summary),
        summary.forecast(),
        Expectation.of(summary),
        order.lines().stream()
            .collect(
                Collectors.toMap(
                    Line::number, this::linePage, (one, other) -> one, LinkedHashMap::new)),
        shipments.cards(),
        heard.newest().stream()
            .filter(one -> heardBy.mayHear(one.report()))
            .collect(
                Collectors.toMap(
                    one -> ShortNames.of(one.report().id()),
                    one -> HeardReport.of(one, heardBy),
                    (one, other) -> one,
                    LinkedHashMap::new)),
        heard.count());
  }

  private StatusPage.ToldCancellation cancellation(Order order) {
    return new StatusPage.ToldCancellation(
        Optional.ofNullable(order.cancelReason()).filter(reason -> audience.seesReasons()),
        summary
            .snapshot()
            .cancellations()
            .workedAt()
            .filter(at -> audience.seesUnmappedOperations()));
  }

  private StatusPage.Promised promised(Promise promise) {
    Map<Integer, StatusPage.RevisedPromise> revisions = new LinkedHashMap<>();
    List<Promise.Revision> given = promise.revisions();
    for (int at = Math.max(0, given.size() - MOST_REVISIONS); at < given.size(); at++) {
      revisions.put(at + 1, revised(given.get(at)));
    }
    boolean open = promise.isToBeConfirmed();
    return new StatusPage.Promised(
        promise.original(),
        promise.current(),
        Optional.of(true).filter(yes -> open),
        promise.reason().filter(reason -> open && audience.seesReasons()),
        revisions);
  }

  private StatusPage.RevisedPromise revised(Promise.Revision revision) {
    return new StatusPage.RevisedPromise(
        revision.date(),
        Optional.ofNullable(revision.reason()).filter(reason -> audience.seesReasons()),
        Optional.of(revision.author()).filter(author -> audience.seesReasons()),
        revision.at(),
        revision.cause().filter(cause -> audience.seesReasons()),
        revision.side().filter(side -> audience.seesReasons()),
        revision.askedBy().filter(name -> audience.seesReasons()),
        revision.offer().filter(offer -> audience.seesReasons()));
  }

  private LinePage linePage(Line line) {
    Progress progress = summary.lines().get(line.number());
    StagePanes panes = StagePanes.of(summary, audience, shown, line);
    Map<String, StagePane> stages = panes.panes();
    return new LinePage(
        LinePage.LineHead.of(line),
        progress.state(),
        Optional.ofNullable(line.cancelled()).filter(reason -> audience.seesReasons()),
        Optional.ofNullable(line.closedShort()).filter(reason -> audience.seesReasons()),
        Optional.of(progress.shortBy()).filter(Amount::isPositive),
        Optional.ofNullable(summary.snapshot().promises().ofLines().get(line.number()))
            .map(this::promised),
        DueRow.of(summary.due(), line.number()),
        LineRisk.of(summary.due(), line.number()),
        Optional.of(summary.due().lines().get(line.number()))
            .filter(any -> summary.lines().size() > 1)
            .flatMap(DueDates.LineDue::forecast),
        LinePage.workOrders(line, audience),
        progress.stage().map(Stage::code).filter(stages::containsKey),
        stages,
        shipments.of(line.number()),
        panes.unmapped());
  }
}
