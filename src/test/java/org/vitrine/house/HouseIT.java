package org.vitrine.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** The house changes its name and zone while it is open, on every node, and says who did it. */
class HouseIT {
  private static final String BAKERY =
      """
      {"manufacturer": "Bakery", "zone": "Europe/Berlin", "languages": ["zh-CN", "en"]}\
      """;

  private final TestVitrine vitrine = TestVitrine.startSaying(SetAtStart.NOTHING);
  private final TestClient administrator =
      new Shop(vitrine).staff(Role.ADMINISTRATOR, "wu.min@works.example");

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void what_is_set_takes_effect_without_a_restart() {
    assertThat(house().get("version").asLong()).isZero();

    JsonNode answer = TestClient.json(save(BAKERY));

    assertThat(answer.get("version").asLong()).isEqualTo(1);
    assertThat(answer.get("inForce").asBoolean()).isFalse();
    awaitInForce(administrator);
    JsonNode me = TestClient.json(administrator.get("/api/me"));
    assertThat(me.get("manufacturer").asText()).isEqualTo("Bakery");
    assertThat(vitrine.vitrine().identity().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(TestClient.unknown(vitrine).get("/").body()).contains("lang=\"zh-CN\"");
  }

  @Test
  void open_pages_are_told_to_connect_again_and_go_on() {
    Shop shop = new Shop(vitrine, "another key");
    shop.order("SO-1");
    try (TestWatcher before = new TestWatcher(vitrine, administrator).watch("orders/SO-1")) {
      await("it is shown", () -> before.page("orders/SO-1") != null);

      save(BAKERY);

      await("the page is told", () -> before.messages().toString().contains("\"reconnect\":true"));
      await("and sent away", before::isClosed);
    }
    awaitInForce(administrator);
    try (TestWatcher after = new TestWatcher(vitrine, administrator).watch("orders/SO-1")) {
      await("it is shown again", () -> after.page("orders/SO-1") != null);
      JsonNode shown = after.page("orders/SO-1");
      shop.good("SO-1", "R1", "Assembling", 12);
      await("the window moves", () -> !after.page("orders/SO-1").equals(shown));
    }
  }

  @Test
  void another_node_follows() {
    try (TestVitrine beside = vitrine.beside()) {
      save(BAKERY);

      awaitInForce(administrator.at(beside));
      assertThat(beside.vitrine().identity().manufacturer()).isEqualTo("Bakery");
    }
  }

  @Test
  void the_same_again_changes_nothing() {
    save(BAKERY);
    awaitInForce(administrator);
    var rooms = vitrine.vitrine().rooms();

    assertThat(TestClient.json(save(BAKERY)).get("version").asLong()).isEqualTo(1);
    assertThat(vitrine.vitrine().rooms()).isSameAs(rooms);
  }

  @Test
  void whoever_started_from_an_older_version_is_shown_the_newer_one() {
    save(BAKERY);
    awaitInForce(administrator);

    HttpResponse<String> refused =
        administrator.put("/api/house", "{\"manufacturer\": \"Mill\"}", "If-Match", "\"0\"");

    assertThat(refused.statusCode()).isEqualTo(412);
    JsonNode problem = TestClient.json(refused);
    assertThat(problem.get("current").get("manufacturer").asText()).isEqualTo("Bakery");
    assertThat(problem.get("changedBy").asText()).isEqualTo("wu.min@works.example");
    assertThat(house().get("manufacturer").asText()).isEqualTo("Bakery");
  }

  @Test
  void what_was_said_at_the_start_is_changed_there() {
    try (TestVitrine said =
        TestVitrine.startSaying(
            new SetAtStart(Optional.of("Works"), Optional.empty(), Optional.empty()))) {
      TestClient there = new Shop(said).staff(Role.ADMINISTRATOR, "wu.min@works.example");

      HttpResponse<String> refused = there.put("/api/house", BAKERY);

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("manufacturer");
      assertThat(refused.body()).contains("--manufacturer");
      JsonNode house = TestClient.json(there.get("/api/house"));
      assertThat(house.get("setAtStart").toString()).isEqualTo("[\"manufacturer\"]");
      assertThat(there.put("/api/house", "{\"zone\": \"Europe/Rome\"}").statusCode())
          .isEqualTo(200);
      awaitInForce(there);
      assertThat(said.vitrine().identity())
          .isEqualTo(new HouseIdentity("Works", ZoneId.of("Europe/Rome"), List.of()));
    }
  }

  @Test
  void the_trail_says_who_set_what() {
    save(BAKERY);

    JsonNode entry =
        TestClient.json(administrator.get("/api/audit?action=house-changed")).get("entries").get(0);

    assertThat(entry.get("actor").asText()).isEqualTo("wu.min@works.example");
    assertThat(entry.get("detail").get("zone").get("after").asText()).isEqualTo("Europe/Berlin");
  }

  private JsonNode house() {
    return TestClient.json(administrator.get("/api/house"));
  }

  private HttpResponse<String> save(String house) {
    HttpResponse<String> answer = administrator.put("/api/house", house);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /** While it closes and opens, nobody answers for a moment. */
  private static void awaitInForce(TestClient asked) {
    await(
        "the house is open again",
        () -> {
          try {
            HttpResponse<String> answer = asked.get("/api/house");
            return answer.statusCode() == 200 && TestClient.json(answer).get("inForce").asBoolean();
          } catch (UncheckedIOException closed) {
            return false;
          }
        });
  }
}
