package org.vitrine;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;
import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;
import static org.vitrine.platform.web.MenuPlace.Group.OWN;

import java.util.List;
import java.util.function.Function;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.FirstState;
import org.vitrine.platform.web.PageEntry;

/** All pages. */
final class Pages {
  private Pages() {}

  /**
   * @param first what a page shows that watches a topic, before it is connected
   */
  static List<PageEntry> of(Function<Function<Exchange, String>, FirstState> first) {
    FirstState order = first.apply(exchange -> "orders/" + exchange.path("number"));
    return List.of(
        PageEntry.of("/", "base/pages/index.js"),
        PageEntry.of("/board", "tracking/pages/board.js")
            .needing(Permission.READ_PLANT.code())
            .inMenu(MAIN, 10, "nav.board")
            .beginningWith(first.apply(exchange -> "board")),
        PageEntry.of("/orders", "tracking/pages/orders.js")
            .inMenu(MAIN, 20, "nav.orders")
            .beginningWith(first.apply(exchange -> "orders")),
        PageEntry.of("/orders/:number", "tracking/pages/order.js").beginningWith(order),
        PageEntry.of("/orders/:number/history", "tracking/pages/history.js").beginningWith(order),
        PageEntry.forEverybody("/glass", "tracking/pages/glass.js"),
        PageEntry.of("/people", "people/pages/people.js")
            .needing(Permission.INVITE_PEOPLE.code())
            .inMenu(MANAGE, 10, "nav.people"),
        PageEntry.of("/keys", "people/pages/keys.js")
            .needing(Permission.MANAGE_KEYS.code())
            .inMenu(MANAGE, 20, "nav.keys"),
        PageEntry.of("/mail", "mail/pages/mail.js")
            .needing(Permission.READ_MAIL.code())
            .inMenu(MANAGE, 30, "nav.mail"),
        PageEntry.of("/audit", "people/pages/audit.js")
            .needing(Permission.READ_AUDIT.code())
            .inMenu(MANAGE, 40, "nav.audit"),
        PageEntry.of("/account", "signin/pages/account.js").inMenu(OWN, 10, "nav.account"),
        PageEntry.of("/sign-in", "signin/pages/sign-in.js"),
        PageEntry.forEverybody("/enter", "signin/pages/enter.js"),
        PageEntry.of("/docs/api", "docs/pages/api.js"));
  }
}
