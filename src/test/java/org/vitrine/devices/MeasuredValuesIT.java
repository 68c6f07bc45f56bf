package org.vitrine.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.devices.DevicesIT.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

class MeasuredValuesIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-07T08:00:00Z"));
  private static final String VALUES = "/api/orders/SO-V1/lines/1/requirements/capacity/values";
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient zhang;
  private static TestClient wu;
  private static TestClient amelia;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    zhang = shop.staff(Role.OPERATOR, "zhang@plant.example");
    wu = shop.staff(Role.ADMINISTRATOR, "wu@plant.example");
    amelia = shop.contact("northwind", "amelia@northwind.example");
    shop.order("SO-V1");
    ok(201, wu.put("/api/devices/PM-1", "{\"name\": \"Power meter\"}"));
    ok(
        201,
        wu.post(
            "/api/devices/PM-1/calibrations",
            "{\"on\": \"2026-01-05\", \"until\": \"2026-12-06\", \"by\": \"Lab\"}"));
    String readings =
        IntStream.range(0, 30)
            .mapToObj(
                at -> reading("v" + at, "SN-" + at, 3_480 + at, "WHO", "07:%02d".formatted(at)))
            .collect(Collectors.joining(", ", "[", ""));
    String more =
        readings
            + ", "
            + reading("again", "SN-0", 3_700, "WHO", "07:40")
            + ", "
            + reading("late", "SN-40", 3_500, "pm-1", "07:50")
            + "]";
    assertThat(ok(200, shop.integrator().post("/api/reports", more)).get("taken")).hasSize(32);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String reading(String id, String piece, int value, String device, String at) {
    return """
    {"id": "%s", "order": "SO-V1", "kind": "reading", "requirement": "capacity", "value": %d, "unit": "%s",
     "device": "%s", "raw": "%d W", "source": "machine", "happenedAt": "2026-12-07T%s:00Z"}\
    """
        .formatted(id, value, piece, device, value, at);
  }

  @Test
  void staff_see_every_value_with_what_measured_it_and_how_well_limits_are_kept() {
    JsonNode page = zhang.json(VALUES);

    assertThat(page.get("values")).hasSize(32);
    assertThat(page.at("/requirement/maximum").asInt()).isEqualTo(3675);
    JsonNode last = page.at("/values/31");
    assertThat(last.get("overdue").asBoolean()).isTrue();
    assertThat(last.at("/by/name").asText()).isEqualTo("Power meter");
    assertThat(last.at("/by/raw").asText()).isEqualTo("3500 W");
    assertThat(page.at("/values/30/passes").asBoolean()).isFalse();
    assertThat(page.at("/values/0/by/name").isMissingNode()).as("an unknown device").isTrue();
    assertThat(page.at("/capability/values").asInt())
        .as("each piece once, without what was overdue")
        .isEqualTo(30);
    assertThat(page.at("/capability/cpk").isNumber()).isTrue();
    ok(404, zhang.get(VALUES.replace("capacity", "nothing")));
  }

  @Test
  void what_no_photo_shows_is_marked_and_in_no_figure_and_what_fails_counts_whatever_took_it() {
    ok(
        201,
        shop.integrator()
            .put(
                "/api/orders/SO-V2",
                """
                {"company": "northwind", "placedOn": "2026-10-02", "promise": {"date": "2026-12-12"},
                 "lines": [{"number": 1, "product": "KFR-35", "quantity": 5, "routing": "split-ac",
                            "requirements": [{"code": "capacity", "stage": "final-inspection", "name": "Cooling capacity",
                                              "unit": "W", "minimum": 3325, "maximum": 3675, "photo": true}]}]}\
                """));
    String said =
        "[%s, %s]"
            .formatted(
                reading("bare", "SN-1", 3_500, "WHO", "07:01"),
                reading("bad", "SN-2", 9_000, "PM-1", "07:02"));
    ok(200, shop.integrator().post("/api/reports", said.replace("SO-V1", "SO-V2")));

    JsonNode page = zhang.json(VALUES.replace("SO-V1", "SO-V2"));

    assertThat(page.get("values").findValuesAsText("counts")).containsExactly("false", "true");
    assertThat(page.at("/values/0/passes").asBoolean()).isTrue();
    assertThat(page.at("/capability/values").asInt()).as("the one that fails").isEqualTo(1);
  }

  @Test
  void a_customer_sees_them_once_their_profile_says_so_and_never_what_measured_them() {
    ok(404, amelia.get(VALUES));
    assertThat(amelia.json("/api/orders/SO-V1/conditions").get("charts").asBoolean()).isFalse();
    ok(
        200,
        wu.put(
            "/api/profiles/northwind",
            """
            {"agreedBy": "Amelia", "agreedOn": "2026-12-01", "shows": {"charts": true}}\
            """));

    TestWatcher.await("what was agreed counts", () -> amelia.get(VALUES).statusCode() == 200);

    assertThat(amelia.json(VALUES).get("values")).hasSize(32);
    assertThat(amelia.json(VALUES).toString()).doesNotContain("Power meter", "pm-1", "3500 W");
    assertThat(amelia.json("/api/orders/SO-V1/conditions").get("charts").asBoolean()).isTrue();
    ok(404, shop.contact("elsewhere", "eve@elsewhere.example").get(VALUES));
  }
}
