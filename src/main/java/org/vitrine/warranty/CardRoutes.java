package org.vitrine.warranty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Cards to print, over HTTP: for the house. */
final class CardRoutes implements Routes {
  private static final int MOST_AT_ONCE = 50;

  private final WarrantyCards cards;
  private final Guards guards;
  private final Idempotency idempotency;

  CardRoutes(WarrantyCards cards, Guards guards, Idempotency idempotency) {
    this.cards = cards;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_WARRANTY);
    return List.of(
        Routes.get("/api/warranty/cards", keepers, this::list),
        idempotency.once(Routes.post("/api/warranty/cards", keepers, this::make)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("order");
    OrderNumber order =
        exchange
            .query("order")
            .map(OrderNumber::new)
            .orElseThrow(() -> new Rejection.Invalid("order", "Say of which order"));
    exchange.reply(Map.of("pieces", cards.of(order)));
  }

  /**
   * Which cards are wanted.
   *
   * @param again anew for those that have one, too
   */
  record MakeCards(List<WarrantySerial> serials, Boolean again) {
    MakeCards {
      if (serials == null
          || serials.isEmpty()
          || serials.size() > MOST_AT_ONCE
          || serials.stream().anyMatch(one -> one == null)) {
        throw new Rejection.Invalid("serials", "Name 1 to %d serials".formatted(MOST_AT_ONCE));
      }
      again = again != null && again;
      Map<String, WarrantySerial> each = new LinkedHashMap<>();
      serials.forEach(serial -> each.putIfAbsent(serial.key(), serial));
      serials = List.copyOf(each.values());
    }
  }

  private void make(Exchange exchange) {
    exchange.onlyQueries();
    MakeCards wanted = exchange.body(MakeCards.class);
    exchange.reply(
        Map.of("cards", cards.make(wanted.serials(), wanted.again(), guards.actor(exchange))));
  }
}
