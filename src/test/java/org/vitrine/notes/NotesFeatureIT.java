package org.vitrine.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Guards;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.live.NoteTopics;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.json.Json;

/** A feature is one value: whatever it brings is served, by every node that lists it. */
class NotesFeatureIT {
  private static final Pattern GIVEN =
      Pattern.compile("<script type=\"application/json\" id=\"given\">(.*?)</script>");
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"([^\"]+)\">");
  private static final Pattern PRELOADED =
      Pattern.compile("rel=\"modulepreload\" href=\"([^\"]*/notes/[^\"]*)\"");

  private static TestVitrine here;
  private static TestVitrine there;
  private static Shop shop;
  private static TestClient operator;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    here = NotesFeature.start();
    there = here.beside();
    shop = new Shop(here);
    operator = shop.staff(Role.OPERATOR, "zhang@plant.example");
    customer = shop.contact("northwind", "amelia@northwind.example");
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
  }

  @Test
  void its_endpoints_are_for_whoever_has_the_right() {
    String path = "/api/notes/guarded";
    String note = "{\"text\": \"Back at two\"}";
    assertThat(TestClient.unknown(here).put(path, note).statusCode()).isEqualTo(401);
    assertThat(customer.put(path, note).statusCode()).isEqualTo(403);
    assertThat(customer.get(path).statusCode()).isEqualTo(403);
    assertThat(operator.get(path).statusCode()).isEqualTo(404);
    assertThat(operator.put(path, "{\"text\": 1}").statusCode()).isEqualTo(422);
    assertThat(operator.put(path, note).statusCode()).isEqualTo(200);
    assertThat(operator.json(path)).isEqualTo(Json.object().put("text", "Back at two"));
  }

  @Test
  void its_endpoints_are_described() {
    JsonNode described = operator.json("/api/openapi.json");
    assertThat(described.at("/paths/~1api~1notes~1{key}").fieldNames())
        .toIterable()
        .contains("get", "put");
    assertThat(described.get("tags").findValuesAsText("name")).contains("Orders", "Notes");
  }

  @Test
  void whoever_watches_it_sees_what_is_written_at_any_node() {
    write(here, "live", "first");
    try (TestWatcher watcher = new TestWatcher(here, operator).watch("notes/live")) {
      await("the page", () -> "first".equals(text(watcher, "notes/live")));
      write(here, "live", "second");
      await("what is written here", () -> "second".equals(text(watcher, "notes/live")));
      write(there, "live", "third");
      await("what is written there", () -> "third".equals(text(watcher, "notes/live")));
      assertThat(watcher.messages()).filteredOn(message -> message.has("page")).hasSize(1);
    }
    try (TestWatcher watcher = new TestWatcher(here, customer).watch("notes/live")) {
      await("an answer", () -> "not-found".equals(watcher.gone("notes/live")));
    }
  }

  @Test
  void its_page_comes_with_its_modules_its_words_and_what_it_shows_first() {
    write(here, "board", "Back at two");
    await("the first state", () -> given(operator).has("first"));
    JsonNode given = given(operator);
    assertThat(given.at("/first/topic").asText()).isEqualTo("notes/board");
    assertThat(given.at("/first/page/text").asText()).isEqualTo("Back at two");
    assertThat(given.path("needs").asText()).isEqualTo("plant.read");
    assertThat(given.path("menu").findValuesAsText("address")).contains("/orders", "/notes");

    String html = operator.get("/notes").body();
    assertThat(html).contains("/notes/pages/notes.js");
    Matcher preloaded = PRELOADED.matcher(html);
    assertThat(preloaded.results().map(found -> found.group(1)))
        .anySatisfy(module -> assertThat(module).endsWith("/notes/elements/note-text.js"))
        .allSatisfy(module -> assertThat(operator.get(module).statusCode()).isEqualTo(200));
    assertThat(customer.get("/notes").body()).doesNotContain("Back at two");
  }

  @Test
  void the_page_of_another_feature_comes_with_what_it_adds() {
    String html = customer.get("/orders/SO-9").body();
    List<String> scripts =
        SCRIPT
            .matcher(html)
            .results()
            .map(found -> found.group(1))
            .filter(script -> script.matches(".*/(notes|tracking)/.*"))
            .toList();
    assertThat(scripts).hasSize(2);
    assertThat(scripts.getFirst()).endsWith("/notes/pages/on-order.js");
    assertThat(scripts.getLast()).endsWith("/tracking/pages/order.js");
    assertThat(html.split("rel=\"modulepreload\" href=\"" + scripts.getFirst(), -1)).hasSize(2);
    assertThat(customer.get(scripts.getFirst()).statusCode()).isEqualTo(200);
    assertThat(customer.get("/orders").body()).doesNotContain("/notes/pages/on-order.js");
  }

  @Test
  void it_hears_what_becomes_of_an_order_once_and_shows_it() {
    shop.order("SO-1");
    String topic = "notes/order-" + id("SO-1");
    await("it is placed", () -> noted("SO-1").contains("order.placed"));
    try (TestWatcher watcher = new TestWatcher(there, operator).watch(topic)) {
      for (int part = 0; part < 5; part++) {
        shop.good("SO-1", "SO-1-" + part, "Assembly", 100);
      }
      await("it is shown", () -> text(watcher, topic).contains("order.stage-finished"));
    }
    assertThat(noted("SO-1"))
        .isEqualTo(
            TestDatabase.find(
                    here.databaseUrl(),
                    "SELECT string_agg(kind, ' ' ORDER BY id) FROM change WHERE kind LIKE 'order.%' AND key = '"
                        + id("SO-1")
                        + "'")
                .getFirst())
        .containsOnlyOnce("order.placed")
        .containsOnlyOnce("order.stage-begun")
        .containsOnlyOnce("order.stage-finished");
  }

  @Test
  void it_forgets_what_has_run_out() {
    write(here, "empty", "");
    write(here, "kept", "Back at two");
    Sweeps sweeps = new Sweeps();
    NotesFeature.of(
            new Notes(here.vitrine().database(), new Changes()),
            new NoteTopics(here.databaseUrl()),
            new Guards(here.vitrine().rooms().sessions(), null))
        .sweeps()
        .forEach(sweep -> sweep.accept(sweeps));
    sweeps.run();
    assertThat(operator.get("/api/notes/empty").statusCode()).isEqualTo(404);
    assertThat(operator.get("/api/notes/kept").statusCode()).isEqualTo(200);
  }

  private static void write(TestVitrine node, String key, String text) {
    assertThat(
            operator
                .at(node)
                .put("/api/notes/" + key, Json.text(Json.object().put("text", text)))
                .statusCode())
        .isEqualTo(200);
  }

  private static String text(TestWatcher watcher, String topic) {
    JsonNode page = watcher.page(topic);
    return page == null ? "" : page.path("text").asText();
  }

  private static String noted(String order) {
    return new Notes(here.vitrine().database(), new Changes())
        .text("order-" + id(order))
        .orElse("");
  }

  private static long id(String order) {
    return here.vitrine()
        .rooms()
        .tracking()
        .require(new OrderNumber(order), Optional.empty())
        .value();
  }

  private static JsonNode given(TestClient client) {
    Matcher given = GIVEN.matcher(client.get("/notes").body());
    assertThat(given.find()).isTrue();
    return Json.read(given.group(1), JsonNode.class);
  }
}
