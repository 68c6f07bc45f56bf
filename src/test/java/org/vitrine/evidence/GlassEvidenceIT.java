package org.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.tracking.GlassField;
import org.vitrine.tracking.GlassLinks;

/** What was seen, through a glass link: the gallery of its one order, and nothing beside it. */
class GlassEvidenceIT {
  private static TestVitrine vitrine;
  private static TestClient plant;
  private static TestClient quality;
  private static TestClient amelia;
  private static GlassLinks links;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    plant = shop.integrator();
    quality = shop.staff(Role.QUALITY_MANAGER, "chen@works.example");
    amelia = shop.contact("northwind", "amelia@northwind.example");
    links = vitrine.vitrine().rooms().links();
    List.of("SO-1", "SO-2", "SO-3", "SO-4").forEach(shop::order);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static OrderId order(String number) {
    return vitrine.vitrine().rooms().tracking().require(new OrderNumber(number), Optional.empty());
  }

  private static TestClient through(GlassLinks.NewLink link) {
    return TestClient.withSession(vitrine, links.open(link.token(), Sessions.From.NOWHERE));
  }

  /** Its holder may write messages, too: what they may not is not for want of that. */
  private static GlassLinks.NewLink link(String order, GlassField... fields) {
    return links.make(order(order), Duration.ofDays(1), Set.of(fields), true, "test");
  }

  private static String seen(String order, String id, String more) {
    byte[] file = EvidenceFiles.photo(60, 40, (order + id).hashCode() & 0xffffff);
    String hash = EvidenceFiles.hash(file);
    assertThat(plant.put("/api/evidence/" + hash, file).statusCode()).isEqualTo(201);
    HttpResponse<String> answer =
        plant.post(
            "/api/reports",
            """
            {"id": "%s", "order": "%s", %s, "evidence": ["%s"], "source": "scan", "station": "station 4",
             "actor": "Zhang San", "happenedAt": "%s"}\
            """
                .formatted(id, order, more, hash, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    TestWatcher.await("it stands there", () -> rows(quality, order).toString().contains(hash));
    return hash;
  }

  private static String seen(String order, String id) {
    return seen(order, id, "\"kind\": \"seen\", \"operation\": \"Assembly\"");
  }

  private static JsonNode rows(TestClient client, String order) {
    HttpResponse<String> answer = client.get("/api/orders/" + order + "/evidence");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("rows");
  }

  private static int status(TestClient client, String hash) {
    return client.get("/api/evidence/" + hash).statusCode();
  }

  @Test
  void a_link_that_shows_it_shows_when_and_where_and_no_name_and_no_other_order() {
    String own = seen("SO-1", "p1");
    String beside = seen("SO-2", "p2");
    TestClient holder = through(link("SO-1", GlassField.EVIDENCE));

    JsonNode row = rows(holder, "SO-1").elements().next();

    assertThat(row.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "sha256", "kind", "width", "height", "line", "stage", "at", "station");
    assertThat(row.get("stage").asText()).isEqualTo("assembly");
    assertThat(row.get("station").asText()).isEqualTo("station 4");
    assertThat(status(holder, own)).isEqualTo(200);
    assertThat(holder.get("/api/evidence/" + own + "?size=small").statusCode()).isEqualTo(200);
    assertThat(status(amelia, beside)).as("it is her company's").isEqualTo(200);
    assertThat(status(holder, beside)).isEqualTo(404);
    assertThat(holder.get("/api/orders/SO-2/evidence").statusCode()).isEqualTo(404);
    try (TestWatcher watching = new TestWatcher(vitrine, holder).watch("evidence/order/SO-2")) {
      TestWatcher.await("nothing", () -> watching.gone("evidence/order/SO-2") != null);
    }
  }

  @Test
  void a_link_that_does_not_show_it_shows_nothing_of_it() {
    String hash = seen("SO-2", "p3");
    GlassField[] others =
        Set.of(GlassField.values()).stream()
            .filter(field -> field != GlassField.EVIDENCE)
            .toArray(GlassField[]::new);
    TestClient holder = through(link("SO-2", others));
    assertThat(status(holder, hash)).isEqualTo(403);
    assertThat(holder.get("/api/orders/SO-2/evidence").statusCode()).isEqualTo(403);
    try (TestWatcher watching = new TestWatcher(vitrine, holder).watch("evidence/order/SO-2")) {
      TestWatcher.await("nothing", () -> watching.gone("evidence/order/SO-2") != null);
    }
  }

  @Test
  void which_requirement_it_shows_is_told_where_requirements_are_shown() {
    seen("SO-3", "r1", "\"kind\": \"reading\", \"requirement\": \"capacity\", \"value\": 3500");
    assertThat(rows(through(link("SO-3", GlassField.EVIDENCE)), "SO-3").toString())
        .contains("final-inspection")
        .doesNotContain("capacity");
    assertThat(
            rows(through(link("SO-3", GlassField.EVIDENCE, GlassField.REQUIREMENTS)), "SO-3")
                .toString())
        .contains("\"requirement\":\"capacity\"");
  }

  @Test
  void it_comes_live_goes_when_the_house_keeps_it_and_ends_with_the_link() {
    GlassLinks.NewLink link = link("SO-4", GlassField.EVIDENCE);
    TestClient holder = through(link);
    try (TestWatcher watching = new TestWatcher(vitrine, holder).watch("evidence/order/SO-4")) {
      TestWatcher.await("an empty gallery", () -> shown(watching) == 0);
      String hash = seen("SO-4", "p1");
      TestWatcher.await("it is there", () -> shown(watching) == 1);
      String path = "/api/orders/SO-4/evidence/" + hash;
      assertThat(quality.put(path, "{\"internal\": true}").statusCode()).isEqualTo(204);
      TestWatcher.await("it is gone", () -> shown(watching) == 0);
      assertThat(status(holder, hash)).isEqualTo(404);
      assertThat(quality.put(path, "{\"internal\": false}").statusCode()).isEqualTo(204);
      TestWatcher.await("it is back", () -> shown(watching) == 1);

      links.revoke(order("SO-4"), link.id(), Optional.empty(), Actor.system("test"));

      TestWatcher.await("the link has ended", () -> status(holder, hash) == 401);
    }
  }

  private static int shown(TestWatcher watching) {
    JsonNode page = watching.page("evidence/order/SO-4");
    return page == null ? -1 : page.path("rows").size();
  }

  @Test
  void what_somebody_asked_to_be_shown_is_not_told_and_no_link_asks() {
    String path = "/api/orders/SO-1/lines/1/stages/packing/picture-requests";
    assertThat(amelia.post(path, "{}").statusCode()).isEqualTo(200);
    assertThat(amelia.json("/api/orders/SO-1/evidence").get("asked")).hasSize(1);
    TestClient holder = through(link("SO-1", GlassField.EVIDENCE));
    assertThat(holder.json("/api/orders/SO-1/evidence").get("asked")).isEmpty();
    assertThat(holder.post(path, "{}").statusCode()).isEqualTo(403);
  }
}
