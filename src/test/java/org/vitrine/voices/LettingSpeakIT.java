package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Whoever made a glass link lets its holder speak, or not, whenever they like. */
class LettingSpeakIT {
  private static final String TOPIC = "voices/order/SO-1";

  private static TestVitrine vitrine;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static JsonNode newest(TestClient by) {
    JsonNode newest = null;
    for (JsonNode link : by.json("/api/orders/SO-1/links").get("links")) {
      if (newest == null || link.get("id").asLong() > newest.get("id").asLong()) {
        newest = link;
      }
    }
    return newest;
  }

  private static HttpResponse<String> let(TestClient by, JsonNode link, String wanted) {
    return by.put(
        "/api/orders/SO-1/links/" + link.get("id"), "{\"maySpeak\": %s}".formatted(wanted));
  }

  @Test
  void it_takes_effect_at_once_also_where_the_page_is_open() throws Exception {
    TestClient holder = shop.holder(false);
    JsonNode link = newest(shop.customer());
    assertThat(link.get("mine").asBoolean()).isTrue();
    try (TestWatcher watcher = new TestWatcher(vitrine, holder).watch(TOPIC)) {
      await("a page", () -> watcher.page(TOPIC) != null);
      assertThat(watcher.page(TOPIC).get("maySpeak").asBoolean()).isFalse();
      assertThat(shop.saying(holder, "SO-1", "", "May I?").statusCode()).isEqualTo(403);

      assertThat(let(shop.customer(), link, "true").statusCode()).isEqualTo(204);
      await("it may", () -> watcher.page(TOPIC).get("maySpeak").asBoolean());
      long number = shop.say(holder, "SO-1", "", "Now I may");
      String one = "voices/" + number;
      watcher.watch(one);
      await("it is there", () -> watcher.page(one) != null);

      assertThat(let(shop.customer(), link, "false").statusCode()).isEqualTo(204);
      await("it may not", () -> !watcher.page(TOPIC).get("maySpeak").asBoolean());
      assertThat(watcher.page(TOPIC).get("voices")).isEmpty();
      await("nothing can be done", () -> watcher.page(one).get("can").isEmpty());
      assertThat(holder.get("/api/voices/" + number).statusCode()).isEqualTo(403);
      assertThat(shop.saying(holder, "SO-1", "", "And now?").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void only_whoever_made_it_changes_it_and_the_trail_has_it_once() {
    shop.holder(false);
    JsonNode link = newest(shop.customer());
    TestClient colleague = shop.shop().contact("northwind", "ben@northwind.example");
    assertThat(newest(colleague).get("mine").asBoolean()).isFalse();
    assertThat(let(colleague, link, "true").body())
        .contains("Only whoever created this link can change it");
    assertThat(let(shop.customer(), link, "null").body()).contains("\"field\":\"maySpeak\"");
    long before = allowed();
    assertThat(let(shop.customer(), link, "true").statusCode()).isEqualTo(204);
    assertThat(let(shop.customer(), link, "true").statusCode()).as("again").isEqualTo(204);
    assertThat(allowed()).isEqualTo(before + 1);
    shop.customer().ask("DELETE", "/api/orders/SO-1/links/" + link.get("id"));
    assertThat(let(shop.customer(), link, "false").statusCode()).as("it has ended").isEqualTo(404);
  }

  /** How often the trail has that somebody may speak. */
  private static long allowed() {
    long times = 0;
    for (JsonNode entry :
        shop.administrator()
            .json("/api/audit?action=glass-link-changed&subject=SO-1")
            .get("entries")) {
      times += entry.at("/detail/maySpeak/after").asBoolean() ? entry.get("times").asLong() : 0;
    }
    return times;
  }
}
