package org.vitrine.tracking;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** What each audience sees of orders: status pages, lists, the board, glass links. */
public final class TrackingFeature {
  private static final Function<Exchange, String> ONE_ORDER =
      exchange -> "orders/" + exchange.path("number");

  private TrackingFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   * @param address where people reach us, for links
   */
  public static Feature of(
      Tracking tracking,
      GlassLinks links,
      GlassRequests requests,
      OrderSummaries summaries,
      Database pages,
      Guards guards,
      Idempotency idempotency,
      Supplier<URI> address,
      Clock clock) {
    return Feature.named("tracking")
        .answering(
            new TrackingRoutes(tracking, guards, clock),
            new GlassRoutes(tracking, links, requests, guards, idempotency, address))
        .watchedBy(new OrderTopics(tracking, links, tracking.over(pages), summaries))
        .showing(
            PageEntry.of("/board", "tracking/pages/board.js")
                .needing(Permission.READ_PLANT.code())
                .inMenu(MAIN, 10, "nav.board")
                .watching("board"),
            PageEntry.of("/orders", "tracking/pages/orders.js")
                .inMenu(MAIN, 20, "nav.orders")
                .watching("orders"),
            PageEntry.of("/orders/:number", "tracking/pages/order.js")
                .watching(ONE_ORDER)
                .using("media"),
            PageEntry.of("/orders/:number/history", "tracking/pages/history.js")
                .watching(ONE_ORDER),
            PageEntry.forEverybody("/glass", "tracking/pages/glass.js").using("media"))
        .extending("/companies/:code", "tracking/pages/on-company.js")
        .extending("/routings/new", "tracking/pages/on-routing.js")
        .extending("/routings/:code", "tracking/pages/on-routing.js")
        .forgetting(List.of(links::addSweeps));
  }
}
