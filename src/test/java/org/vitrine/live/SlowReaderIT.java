package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** A client that does not read costs the server next to nothing, and misses nothing that counts. */
class SlowReaderIT {
  private static final int CHANGES = 56;
  private static final int SMALL_BUFFER = 4_096;

  /** What the system itself takes in between, however little is read: some megabytes. */
  private static final long SYSTEM_BUFFERS = 7_000_000;

  @Test
  void whoever_does_not_read_gets_the_newest_page_when_they_do() {
    try (TestVitrine vitrine = TestVitrine.start();
        RawConnection connection = new RawConnection(vitrine, SMALL_BUFFER)) {
      Shop shop = new Shop(vitrine);
      TestClient integrator = shop.integrator();
      integrator.put("/api/orders/SO-1", order(0));
      connection.handshake(shop.contact("northwind", "amelia@northwind.example"));
      connection.say("{\"watch\":\"orders/SO-1\"}");
      long changed = 0;
      for (int change = 1; change <= CHANGES; change++) {
        String body = order(change);
        changed += body.length();
        assertThat(integrator.put("/api/orders/SO-1", body).statusCode()).isEqualTo(200);
      }
      assertThat(changed)
          .as("more than fits into the buffers")
          .isGreaterThan(SYSTEM_BUFFERS * 3 / 2);
      JsonNode expected = integrator.json("/api/orders/SO-1").get("lines");
      long heard = 0;
      ObjectNode page = Json.object();
      while (!page.path("lines").equals(expected)) {
        String text = connection.hear();
        heard += text.length();
        page = after(page, Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class));
      }
      assertThat(heard).isLessThan(SYSTEM_BUFFERS);
    }
  }

  /** What a client shows then: the page that came, or what it had and the patch on top. */
  private static ObjectNode after(ObjectNode page, JsonNode message) {
    if (message.path("page") instanceof ObjectNode whole) {
      return whole;
    }
    if (message.path("patch") instanceof ObjectNode patch) {
      MergePatch.apply(page, patch);
    }
    return page;
  }

  /** 400 lines that say something else each time. */
  private static String order(int change) {
    String description = String.valueOf((char) ('a' + change % 26)).repeat(490) + change;
    return IntStream.rangeClosed(1, 400)
        .mapToObj(
            line ->
                "{\"number\": %d, \"routing\": \"split-ac\", \"description\": \"%s\"}"
                    .formatted(line, description))
        .collect(Collectors.joining(",", "{\"company\": \"northwind\", \"lines\": [", "]}"));
  }
}
