package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.nonconformances.QualityShop.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** Twice a year somebody finds out where all of a lot is. */
class DrillsIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2027-02-01T08:00:00Z"));
  private static TestVitrine vitrine;
  private static QualityShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new QualityShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static Drills drills() {
    return vitrine.vitrine().rooms().drills();
  }

  private static void put(String path, String body) {
    ok(201, shop.shop().integrator().put(path, body));
  }

  private static JsonNode first() {
    return shop.chen().json("/api/drills").at("/drills/0");
  }

  @Test
  void a_lot_that_left_is_drawn_once_a_half_year_and_traced_by_somebody() {
    drills().draw();
    assertThat(shop.chen().json("/api/drills").get("drills")).as("nothing has left").isEmpty();
    shop.shop().order("SO-D1");
    put("/api/lots/C-1", "{\"product\": \"Capacitor\"}");
    put(
        "/api/pieces/D-1",
        "{\"product\": \"Motor\", \"order\": \"SO-D1\", \"line\": 1, \"from\": [{\"lot\":"
            + " \"C-1\"}]}");
    put("/api/pieces/D-2", "{\"product\": \"Motor\", \"order\": \"SO-D1\", \"line\": 1}");
    put("/api/pieces/D-3", "{\"product\": \"Motor\", \"order\": \"SO-D1\", \"line\": 1}");
    put(
        "/api/orders/SO-D1/shipments/DN-1",
        "{\"leftOn\": \"2027-01-20\", \"items\": [{\"line\": 1, \"quantity\": 1, \"serials\":"
            + " [\"D-1\"]}]}");

    await(
        "it is drawn",
        () -> {
          drills().draw();
          drills().draw();
          return shop.chen().json("/api/drills").get("drills").size() == 1;
        });

    JsonNode drawn = first();
    String path = "/api/drills/" + drawn.get("id").asLong();
    assertThat(drawn.get("lot").asText()).isEqualTo("C-1");
    assertThat(drawn.get("half").asText()).isEqualTo("2027-1");
    assertThat(drawn.get("due").asText()).isEqualTo("2027-06-30");
    ok(409, shop.chen().post(path + "/answers", answer("unknown", "1")));
    ok(403, shop.zhang().post(path + "/start", ""));

    JsonNode started = ok(200, shop.chen().post(path + "/start", ""));

    assertThat(started.at("/drill/result/road").asInt()).isEqualTo(1);
    assertThat(started.at("/drill/result/companies").asInt()).isEqualTo(1);
    assertThat(started.get("gaps").findValuesAsText("code")).containsExactly("D-2", "D-3");
    assertThat(started.at("/drill").has("tracedAt")).isFalse();
    ok(409, shop.wu().post(path + "/start", ""));
    CLOCK.pass(java.time.Duration.ofMinutes(12));
    ok(422, shop.chen().post(path + "/answers", answer("free", "1, 9")));
    ok(200, shop.chen().post(path + "/answers", answer("free", "1")));
    JsonNode traced = ok(200, shop.wu().post(path + "/answers", answer("unknown", "2")));

    assertThat(traced.at("/gaps/1/answered/answer").asText()).isEqualTo("unknown");
    assertThat(traced.at("/gaps/1/answered/by").asText()).isEqualTo("wu@plant.example");
    Instant began = Instant.parse(traced.at("/drill/started/at").asText());
    assertThat(Instant.parse(traced.at("/drill/tracedAt").asText()))
        .isAfterOrEqualTo(began.plusSeconds(720));
    ok(409, shop.chen().post(path + "/answers", answer("free", "2")));

    CLOCK.pass(java.time.Duration.ofDays(160));
    drills().draw();
    assertThat(first().get("half").asText()).isEqualTo("2027-2");
    assertThat(drills().due(vitrine.vitrine().database())).hasSize(1);
  }

  private static String answer(String answer, String gaps) {
    return "{\"gaps\": [%s], \"answer\": \"%s\", \"note\": \"Looked\"}".formatted(gaps, answer);
  }
}
