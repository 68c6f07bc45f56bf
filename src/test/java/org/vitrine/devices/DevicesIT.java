package org.vitrine.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

class DevicesIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-07T08:00:00Z"));
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient chen;
  private static TestClient zhang;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    zhang = shop.staff(Role.OPERATOR, "zhang@plant.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  static JsonNode ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body().isEmpty() ? null : TestClient.json(answer);
  }

  private static String calibration(String on, String until) {
    return "{\"on\": \"%s\", \"until\": \"%s\", \"by\": \"Guangzhou Metrology\"}"
        .formatted(on, until);
  }

  private static JsonNode device(String code) {
    for (JsonNode device : zhang.json("/api/devices").get("devices")) {
      if (device.get("code").asText().equals(code)) {
        return device;
      }
    }
    throw new AssertionError("no device " + code);
  }

  @Test
  void what_two_people_change_at_once_is_lost_by_neither() {
    String address = "/api/devices/CAL-20";
    String caliper = "{\"name\": \"Caliper\", \"place\": \"Hall 1\"}";
    ok(201, chen.put(address, caliper, "If-Match", "\"0\""));
    long read = device("CAL-20").get("version").asLong();
    ok(200, chen.put(address, "{\"name\": \"Caliper\", \"place\": \"Hall 2\"}"));
    ok(200, chen.put(address, "{\"name\": \"Caliper\", \"place\": \"Hall 2\"}"));
    ok(201, chen.post(address + "/calibrations", calibration("2026-06-02", "2027-06-01")));

    for (long from : new long[] {0, read, read + 2}) {
      JsonNode refused = ok(412, chen.put(address, caliper, "If-Match", "\"" + from + "\""));
      assertThat(refused.at("/current/place").asText()).isEqualTo("Hall 2");
      assertThat(refused.get("changedBy").asText()).isNotEmpty();
    }
    ok(200, chen.put(address, caliper, "If-Match", "\"" + (read + 1) + "\""));
    ok(404, chen.put("/api/devices/CAL-30", caliper, "If-Match", "\"1\""));
  }

  @Test
  void a_device_is_entered_calibrated_and_the_calibration_withdrawn() {
    JsonNode made =
        ok(201, chen.put("/api/devices/CAL-1", "{\"name\": \"Caliper\", \"unit\": \"mm\"}"));
    assertThat(made.get("state").asText()).isEqualTo("none");
    ok(200, chen.put("/api/devices/cal-1", "{\"name\": \"Caliper 150\", \"unit\": \"mm\"}"));

    JsonNode calibrated =
        ok(
            201,
            chen.post("/api/devices/cal-1/calibrations", calibration("2026-06-02", "2027-06-01")));

    assertThat(calibrated.get("name").asText()).isEqualTo("Caliper 150");
    assertThat(calibrated.get("state").asText()).isEqualTo("calibrated");
    assertThat(calibrated.get("until").asText()).isEqualTo("2027-06-01");
    long id = calibrated.at("/calibrations/0/id").asLong();
    ok(204, chen.delete("/api/devices/CAL-1/calibrations/" + id));
    ok(404, chen.delete("/api/devices/CAL-1/calibrations/" + id));
    assertThat(device("cal-1").get("state").asText()).isEqualTo("none");
  }

  @Test
  void what_makes_no_sense_is_refused_at_its_field() {
    ok(201, chen.put("/api/devices/CAL-2", "{\"name\": \"Scale\"}"));
    refused("until", calibration("2026-06-02", "2026-06-01"));
    refused("on", calibration("2026-12-09", "2027-12-08"));
    refused("until", calibration("2026-06-02", "9999-12-31"));
    refused("by", calibration("2026-06-02", "2027-06-01").replace("Guangzhou Metrology", " "));
    refused(
        "certificate",
        calibration("2026-06-02", "2027-06-01").replace("{", "{\"certificate\": \"abc\", "));
    ok(403, zhang.put("/api/devices/CAL-3", "{\"name\": \"Mine\"}"));
    ok(422, chen.put("/api/devices/%20-", "{\"name\": \"Nameless\"}"));
  }

  private static void refused(String field, String calibration) {
    JsonNode problem = ok(422, chen.post("/api/devices/CAL-2/calibrations", calibration));
    assertThat(problem.get("field").asText()).isEqualTo(field);
  }

  @Test
  void quality_managers_are_told_once_that_a_calibration_runs_out() {
    ok(201, chen.put("/api/devices/TOLD-1", "{\"name\": \"Torque wrench\"}"));
    ok(201, chen.post("/api/devices/TOLD-1/calibrations", calibration("2025-12-20", "2026-12-19")));

    vitrine.vitrine().rooms().gauges().tellDue();
    vitrine.vitrine().rooms().gauges().tellDue();

    TestWatcher.await("it is told", () -> !told("TOLD-1").isEmpty());
    assertThat(told("TOLD-1")).containsExactly("gauge.soon");
    assertThat(zhang.json("/api/notices").toString()).doesNotContain("TOLD-1");
  }

  private static List<String> told(String device) {
    List<String> kinds = new ArrayList<>();
    chen.json("/api/notices")
        .get("notices")
        .forEach(
            notice -> {
              if (notice.at("/facts/device").asText().equals(device)) {
                kinds.add(notice.get("kind").asText());
              }
            });
    return kinds;
  }

  private static String reading(String order, String id, String device, String at) {
    return """
    {"id": "%s", "order": "%s", "kind": "reading", "requirement": "capacity", "value": 3500, "unit": "%s",
     "device": "%s", "raw": "+3500 W", "source": "scan", "happenedAt": "%s"}\
    """
        .formatted(id, order, id, device, at);
  }

  private static JsonNode demand(String order) {
    return zhang
        .json("/api/orders/" + order)
        .at("/lines/1/stages/final-inspection/requirements/capacity");
  }

  @Test
  void a_gauge_that_is_overdue_makes_nothing_green_and_no_later_calibration_heals_it() {
    shop.order("SO-G1");
    ok(201, chen.put("/api/devices/OVER-1", "{\"name\": \"Power meter\"}"));
    ok(201, chen.post("/api/devices/OVER-1/calibrations", calibration("2025-12-01", "2026-12-01")));
    String taken = reading("SO-G1", "S-1", "over-1", "2026-12-07T07:00:00Z");

    ok(200, shop.integrator().post("/api/reports", taken));

    assertThat(demand("SO-G1").get("verdict").asText()).isEqualTo("pending");
    ok(201, chen.post("/api/devices/OVER-1/calibrations", calibration("2026-12-05", "2027-12-04")));
    JsonNode again = ok(200, shop.integrator().post("/api/reports", taken));
    assertThat(again.get("known")).hasSize(1);
    assertThat(demand("SO-G1").get("verdict").asText()).isEqualTo("pending");

    ok(
        200,
        shop.integrator()
            .post("/api/reports", reading("SO-G1", "S-2", "OVER-1", "2026-12-07T07:30:00Z")));
    assertThat(demand("SO-G1").get("verdict").asText()).isEqualTo("passed");
  }

  @Test
  void a_reading_by_a_device_that_nobody_entered_counts() {
    shop.order("SO-G2");
    ok(
        200,
        shop.integrator()
            .post("/api/reports", reading("SO-G2", "S-1", "WHO-KNOWS", "2026-12-07T07:00:00Z")));
    assertThat(demand("SO-G2").get("verdict").asText()).isEqualTo("passed");
  }

  @Test
  void what_runs_out_stands_on_the_first_page_of_who_keeps_devices() {
    ok(201, chen.put("/api/devices/DUE-1", "{\"name\": \"Gauge block\"}"));
    ok(201, chen.post("/api/devices/DUE-1/calibrations", calibration("2025-12-05", "2026-12-06")));

    JsonNode rows = chen.json("/api/today").at("/sections/gauges/rows");

    assertThat(rows.get(0).get("code").asText()).isEqualTo("DUE-1");
    assertThat(rows.get(0).get("state").asText()).isEqualTo("overdue");
    assertThat(zhang.json("/api/today").at("/sections/gauges").isMissingNode()).isTrue();
    ok(200, chen.put("/api/devices/DUE-1", "{\"name\": \"Gauge block\", \"retired\": true}"));
    assertThat(chen.json("/api/today").at("/sections/gauges/rows").findValuesAsText("code"))
        .doesNotContain("DUE-1");
  }
}
