package org.vitrine.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;

/** Changes of rooms as what endpoints are told of them, in the same order. */
final class Announcements {
  private final Supplier<URI> address;
  private final OrderNumberRepository numbers = new OrderNumberRepository();

  /**
   * @param address where people reach us
   */
  Announcements(Supplier<URI> address) {
    this.address = address;
  }

  /** A change, and when it was written down. */
  record HeardChange(Change change, Instant at) {}

  /** Of an order that is there no longer, only that. */
  List<WebhookEvent> of(Queries queries, List<HeardChange> heard) {
    Map<String, String> orders = numbersOf(queries, heard);
    URI house = address.get();
    Map<String, WebhookEvent> events = new LinkedHashMap<>();
    for (HeardChange one : heard) {
      WebhookType.ofKind(one.change().kind())
          .ifPresent(
              type ->
                  number(type, one.change(), orders)
                      .ifPresent(
                          number ->
                              add(
                                  events,
                                  WebhookEvent.of(type, one.change(), number, house, one.at()))));
    }
    return List.copyOf(events.values());
  }

  /** What is said twice in the same words is one event. */
  private static void add(Map<String, WebhookEvent> events, WebhookEvent one) {
    events.putIfAbsent(one.id(), one);
  }

  private Map<String, String> numbersOf(Queries queries, List<HeardChange> heard) {
    List<Long> orders =
        heard.stream()
            .map(HeardChange::change)
            .filter(Announcements::isOrders)
            .map(change -> Long.parseLong(change.key()))
            .distinct()
            .collect(Collectors.toList());
    return orders.isEmpty() ? Map.of() : numbers.find(queries, orders);
  }

  private static boolean isOrders(Change change) {
    return WebhookType.ofKind(change.kind()).filter(WebhookType::isOrders).isPresent();
  }

  private static Optional<String> number(
      WebhookType type, Change change, Map<String, String> orders) {
    return type.isOrders()
        ? OrderRemoved.number(change).or(() -> Optional.ofNullable(orders.get(change.key())))
        : Optional.of(change.key());
  }
}
