package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** A device is told for as long as its reader is signed in there, and no longer. */
class DevicesEndIT {
  private static TestVitrine vitrine;
  private static NoticeWorld world;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    world = new NoticeWorld(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static void subscribe(TestClient client, String endpoint) {
    PushBrowser browser = new PushBrowser();
    Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
    assertThat(
            client
                .post(
                    "/api/notices/devices",
                    """
                    {"endpoint": "https://push.example.net/%s", "keys": {"p256dh": "%s", "auth": "%s"}}"""
                        .formatted(
                            endpoint,
                            text.encodeToString(browser.point()),
                            text.encodeToString(browser.secret())))
                .statusCode())
        .isEqualTo(201);
  }

  private static JsonNode devices(TestClient client) {
    return client.json("/api/notices/devices").get("devices");
  }

  @Test
  void whoever_signs_out_is_told_nothing_there_and_goes_on_being_told_elsewhere() {
    long reader = world.person(Role.CUSTOMER, world.company(Tier.GOLD));
    TestClient shared = world.client(reader);
    TestClient own = world.client(reader);
    subscribe(shared, "shared");
    subscribe(own, "own");
    assertThat(devices(own)).hasSize(2);
    assertThat(devices(own).findValuesAsText("here")).containsExactly("true", "false");

    assertThat(shared.delete("/api/session").statusCode()).isLessThan(300);
    assertThat(devices(own)).hasSize(1);
    assertThat(devices(own).at("/0/here").asBoolean()).isTrue();
  }

  @Test
  void when_all_sessions_end_no_device_is_left() {
    long reader = world.person(Role.CUSTOMER, world.company(Tier.GOLD));
    subscribe(world.client(reader), "one");
    subscribe(world.client(reader), "two");
    world
        .database()
        .inTransaction(
            transaction -> {
              vitrine.vitrine().rooms().sessions().endAll(transaction, reader);
              return null;
            });
    assertThat(
            world
                .database()
                .find(
                    "test.devices",
                    "SELECT id FROM push_device WHERE person_id = $1",
                    row -> row.getLong("id"),
                    reader))
        .isEmpty();
  }

  @Test
  void turning_off_leaves_nothing_behind() {
    TestClient client = world.client(world.person(Role.CUSTOMER, world.company(Tier.GOLD)));
    subscribe(client, "off");
    String id = devices(client).at("/0/id").asText();
    assertThat(client.delete("/api/notices/devices/" + id).statusCode()).isEqualTo(204);
    assertThat(devices(client)).isEmpty();
  }
}
