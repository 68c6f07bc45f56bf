package org.vitrine.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.tracking.Audience;
import org.vitrine.tracking.OrderView;

/** What pages and lists have to show, read from the database itself and kept nowhere. */
final class Truth {
  static final String TOPIC_OF_ORDER = "orders/";

  private static final String ROWS = "rows";
  private static final String ORDERS = "SELECT id FROM orders";

  private final TestVitrine observer;
  private final OwnPostgres postgres;

  Truth(TestVitrine observer, OwnPostgres postgres) {
    this.observer = observer;
    this.postgres = postgres;
  }

  /**
   * What is not shown as it is: those who look at the same all have to see one page, the true one.
   */
  List<String> behind(Map<String, Set<JsonNode>> shown) {
    Map<String, JsonNode> expected;
    try {
      expected = expected();
    } catch (Rejection.Unavailable | IllegalStateException away) {
      return List.of("the database itself: " + away.getMessage());
    }
    return shown.entrySet().stream()
        .filter(
            view ->
                view.getValue().stream()
                    .map(page -> page.has(ROWS) ? page.get(ROWS) : page)
                    .anyMatch(page -> !page.equals(expected.get(view.getKey()))))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, JsonNode> expected() {
    List<OrderId> ids =
        postgres.find(ORDERS).stream().map(id -> new OrderId(Long.parseLong(id))).toList();
    Map<String, JsonNode> expected = new HashMap<>();
    ObjectNode orders = Json.object();
    ObjectNode board = Json.object();
    for (OrderView view : observer.viewsReadAnew(ids)) {
      String topic = TOPIC_OF_ORDER + view.number();
      expected.put("staff " + topic, asSent(view.page(Audience.STAFF)));
      expected.put("customer " + topic, asSent(view.page(Audience.CUSTOMER)));
      orders.set(view.number(), view.row(Audience.CUSTOMER));
      if (view.inFlight()) {
        board.set(view.number(), view.row(Audience.STAFF));
      }
    }
    expected.put("customer orders", asSent(orders));
    expected.put("staff board", asSent(board));
    return expected;
  }

  /** Numbers are of one kind once they were text. */
  private static JsonNode asSent(JsonNode page) {
    return Json.read(Json.bytes(page), JsonNode.class);
  }
}
