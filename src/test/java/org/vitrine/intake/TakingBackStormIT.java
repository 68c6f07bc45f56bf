package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Others write while an import is taken back: nothing that was acknowledged is lost. */
class TakingBackStormIT {
  private static final int ORDERS = 60;

  @Test
  void whoever_comes_first_an_order_is_gone_or_holds_all_that_was_said_of_it() throws Exception {
    try (TestVitrine vitrine = TestVitrine.start();
        ExecutorService others = Executors.newFixedThreadPool(3)) {
      Shop shop = new Shop(vitrine);
      TestClient manager = shop.staff(Role.ACCOUNT_MANAGER, "wei@example.org");
      String file =
          IntStream.range(0, ORDERS)
              .mapToObj(at -> "ST-%d,northwind,split-ac,10\n".formatted(at))
              .collect(Collectors.joining("", "order,company,routing,quantity\n", ""));
      long run = TestClient.json(manager.post("/api/imports/orders", file)).at("/run").asLong();
      Map<String, Integer> answered = new ConcurrentHashMap<>();

      List<Future<?>> storm = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        int first = writer;
        storm.add(
            others.submit(
                () -> {
                  for (int at = ORDERS - 1 - first; at >= 0; at -= 2) {
                    String order = "ST-" + at;
                    answered.put(order, reported(shop.integrator(), order));
                  }
                }));
      }
      storm.add(others.submit(() -> reversed(manager, run)));
      JsonNode first = reversed(manager, run);
      for (Future<?> one : storm) {
        one.get();
      }

      assertThat(first.has("takenBack")).isTrue();
      answered.values().removeIf(status -> status == 503); // The order was held: nothing is known.
      answered.forEach(
          (order, status) -> {
            int shown = manager.get("/api/orders/" + order).statusCode();
            assertThat(shown)
                .as(order + ", whose report was answered " + status)
                .isEqualTo(status == 200 ? 200 : 404);
          });
      JsonNode touched = manager.json("/api/imports/" + run).at("/touched");
      for (JsonNode one : touched) {
        int shown = manager.get("/api/orders/" + one.at("/order").asText()).statusCode();
        assertThat(one.has("takenBackAt")).as(one.toString()).isEqualTo(shown == 404);
      }
    }
  }

  private static int reported(TestClient integrator, String order) {
    String report =
        """
        {"id": "r-%s", "order": "%s", "operation": "Assembly", "kind": "progressed", "good": 1,
         "happenedAt": "2026-01-02T08:00:00Z", "source": "machine", "actor": "M1"}\
        """
            .formatted(order, order);
    return integrator.post("/api/reports", report).statusCode();
  }

  private static JsonNode reversed(TestClient manager, long run) {
    return TestClient.json(manager.post("/api/imports/" + run + "/reversal", ""));
  }
}
