package org.vitrine.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.devices.DevicesIT.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.devices.ConditionSeries.PlacedPoint;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Sweeps;

class ConditionsIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-07T08:00:00Z"));
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient zhang;
  private static TestClient amelia;
  private static TestClient stranger;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    zhang = shop.staff(Role.OPERATOR, "zhang@plant.example");
    amelia = shop.contact("northwind", "amelia@northwind.example");
    stranger = shop.contact("elsewhere", "eve@elsewhere.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String at(int minutesAgo) {
    return CLOCK.instant().minus(Duration.ofMinutes(minutesAgo)).toString();
  }

  private static String value(String id, String place, String value, int minutesAgo) {
    return """
    {"id": "%s", "place": "%s", "quantity": "Temperature", "value": %s, "unit": "°C", "at": "%s"}\
    """
        .formatted(id, place, value, at(minutesAgo));
  }

  private static JsonNode send(String... readings) {
    return ok(
        200, shop.integrator().post("/api/conditions", "[" + String.join(", ", readings) + "]"));
  }

  /** An order whose final inspection began at station 4, an hour ago. */
  private static void inspected(String order) {
    shop.order(order);
    CLOCK.pass(Duration.ofHours(1));
    shop.good(order, order + "-1", "Final test", 10);
    CLOCK.pass(Duration.ofHours(1));
  }

  @Test
  void said_twice_it_counts_once_and_another_under_its_name_is_refused() {
    String first = value("t-1", "station 9", "21.5", 10);
    JsonNode answer = send(first, first, value("t-1", "station 9", "22", 10), "{\"id\": \"t-2\"}");
    assertThat(answer.get("taken").findValuesAsText("index")).containsExactly("0");
    assertThat(answer.get("known").findValuesAsText("index")).containsExactly("1");
    assertThat(answer.get("refused").findValuesAsText("field")).containsExactly("id", "at");
    JsonNode again = send(first);
    assertThat(again.get("known").findValuesAsText("id")).containsExactly("t-1");
    assertThat(again.get("taken")).isEmpty();
    assertThat(send(value("t-3", "station 9", "1", -10)).at("/refused/0/field").asText())
        .isEqualTo("at");
  }

  @Test
  void a_stage_shows_what_it_was_like_there_while_the_line_was_in_it() {
    inspected("SO-C1");
    send(
        value("c-1", "split-ac/final-inspection", "21", 30),
        value("c-2", "SPLIT-AC/Final-Inspection", "23", 20),
        value("c-3", "station 4", "25.5", 15),
        value("c-4", "station 5", "40", 15),
        value("c-5", "split-ac/final-inspection", "10", 300),
        """
        {"id": "c-6", "place": "final test", "quantity": "cleanliness", "passed": false, "at": "%s"}\
        """
            .formatted(at(5)));

    JsonNode page = zhang.json("/api/orders/SO-C1/lines/1/stages/final-inspection/conditions");

    assertThat(page.at("/series/0/place").asText()).as("an operation").isEqualTo("Final test");
    assertThat(page.at("/series/1/place/en").asText()).isEqualTo("Final inspection");
    assertThat(page.at("/series/2/place").asText()).isEqualTo("station 4");
    assertThat(page.at("/series/0/failed").asInt()).isEqualTo(1);
    assertThat(page.at("/series/1/points").findValuesAsText("value")).containsExactly("21", "23");
    JsonNode all = zhang.json("/api/orders/SO-C1/conditions").get("stages");
    assertThat(all.findValuesAsText("stage")).containsExactly("final-inspection");
    ok(404, zhang.get("/api/orders/SO-C1/lines/1/stages/packing/conditions"));
    ok(404, zhang.get("/api/orders/SO-C1/lines/2/stages/final-inspection/conditions"));
  }

  @Test
  void what_a_place_is_like_after_a_line_has_left_it_is_not_the_lines() {
    inspected("SO-C5");
    shop.good("SO-C5", "SO-C5-2", "Pack", 500);
    send(value("f-1", "station 4", "21", 30));
    CLOCK.pass(Duration.ofHours(3));
    send(value("f-2", "station 4", "39", 5));
    String path = "/api/orders/SO-C5/lines/1/stages/final-inspection/conditions";

    JsonNode page = amelia.json(path);

    assertThat(
            zhang.json("/api/orders/SO-C5").at("/lines/1/stages/final-inspection/state").asText())
        .as("nobody said that it ended")
        .isEqualTo("unverified");
    assertThat(page.at("/series/0/points").findValuesAsText("value")).containsExactly("21");
    assertThat(amelia.json("/api/orders/SO-C5/conditions").toString()).doesNotContain("39");
  }

  @Test
  void no_stage_takes_the_points_of_another() {
    List<ConditionWindow> windows =
        IntStream.range(0, 3)
            .mapToObj(
                at ->
                    new ConditionWindow(
                        1,
                        "stage " + at,
                        Map.of("window " + at, LocalizedText.of("Window")),
                        CLOCK.instant().minus(Duration.ofDays(9)),
                        CLOCK.instant()))
            .toList();
    send(
        IntStream.range(0, 600)
            .mapToObj(at -> value("w-" + at, "window " + at % 3, "20", at * 20))
            .toArray(String[]::new));

    Map<Integer, List<PlacedPoint>> points =
        new ConditionRepository().hours(vitrine.vitrine().database(), windows, 24, 20);

    assertThat(points.keySet()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(points.values()).allSatisfy(some -> assertThat(some).hasSizeBetween(10, 20));
  }

  @Test
  void its_customer_sees_the_values_but_no_places_and_nobody_else_sees_anything() {
    inspected("SO-C2");
    send(value("d-1", "station 4", "22", 30));
    String path = "/api/orders/SO-C2/lines/1/stages/final-inspection/conditions";

    JsonNode seen = amelia.json(path);

    assertThat(seen.at("/series/0/points")).isNotEmpty();
    assertThat(seen.toString()).doesNotContain("station 4");
    assertThat(amelia.json("/api/orders/SO-C2/conditions").toString())
        .contains("final-inspection")
        .doesNotContain("station 4");
    ok(404, stranger.get(path));
    ok(404, stranger.get("/api/orders/SO-C2/conditions"));
  }

  @Test
  void readings_are_forgotten_after_ninety_days_and_their_hours_stay() {
    inspected("SO-C3");
    send(
        value("e-1", "station 4", "20", 40),
        value("e-2", "station 4", "24", 39),
        value("e-3", "station 4", "22", 5));
    String path = "/api/orders/SO-C3/lines/1/stages/final-inspection/conditions";
    CLOCK.pass(Duration.ofDays(91));

    Sweeps sweeps = new Sweeps();
    vitrine.vitrine().rooms().conditions().addSweeps(sweeps);
    sweeps.run();
    TestClient later = shop.staff(Role.OPERATOR, "li@plant.example");
    JsonNode series = later.json(path).at("/series/0");

    assertThat(series.get("readings").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(series.at("/points/0/low").decimalValue()).isEqualByComparingTo("20");
    assertThat(send(value("e-1", "station 4", "20", 40 + 91 * 24 * 60)).at("/refused/0/field"))
        .hasToString("\"at\"");
  }

  @Test
  void a_machine_that_nobody_hears_is_silent_whatever_was_said_last() {
    inspected("SO-C4");
    String signal =
        """
        [{"machine": "Station 4", "at": "%s", "lastAt": "%s", "rhythmSeconds": 60, "state": "%s", "from": "%s",
          "sentence": "The agent began anew"}]\
        """;
    ok(
        200,
        shop.integrator()
            .post("/api/machines/signals", signal.formatted(at(3), at(3), "restarted", at(4))));
    ok(
        200,
        shop.integrator()
            .post("/api/machines/signals", signal.formatted(at(1), at(1), "live", at(1))));
    JsonNode live = machine("Station 4");
    assertThat(live.get("state").asText()).isEqualTo("live");
    assertThat(live.at("/spells/0/state").asText()).isEqualTo("restarted");

    CLOCK.pass(Duration.ofMinutes(5));

    JsonNode machine =
        zhang
            .json("/api/orders/SO-C4/lines/1/stages/final-inspection/conditions")
            .at("/machines/0");
    assertThat(machine.get("state").asText()).isEqualTo("silent");
    assertThat(machine.get("since").asText()).isEqualTo(live.get("lastAt").asText());
    assertThat(amelia.json("/api/orders/SO-C4/conditions").toString()).doesNotContain("machine");
    ok(422, shop.integrator().post("/api/machines/signals", "[{\"machine\": \"M\"}]"));
  }

  @Test
  void a_machine_is_live_also_when_the_clock_of_who_hears_it_was_set_back() {
    say("Clock 1", -4, "silent");
    say("Clock 1", 0, "live");
    assertThat(machine("Clock 1").get("state").asText()).isEqualTo("live");
    String lastAt = machine("Clock 1").get("lastAt").asText();
    for (int minutes = 1; minutes <= 10; minutes++) {
      CLOCK.pass(Duration.ofMinutes(1));
      say("Clock 1", 120, "live");
    }

    assertThat(machine("Clock 1").get("state").asText()).isEqualTo("live");
    assertThat(machine("Clock 1").get("lastAt").asText()).isEqualTo(lastAt);

    say("Clock 1", 60, "gap");
    assertThat(machine("Clock 1").get("state").asText()).isEqualTo("live");
    CLOCK.pass(Duration.ofMinutes(5));
    assertThat(machine("Clock 1").get("state").asText()).isEqualTo("silent");
  }

  private static void say(String machine, int minutesAgo, String state) {
    String signal =
        """
        [{"machine": "%s", "at": "%s", "lastAt": "%s", "rhythmSeconds": 60, "state": "%s"}]\
        """;
    String at = at(minutesAgo);
    ok(
        200,
        shop.integrator().post("/api/machines/signals", signal.formatted(machine, at, at, state)));
  }

  private static JsonNode machine(String name) {
    for (JsonNode machine : zhang.json("/api/machines").get("machines")) {
      if (machine.get("name").asText().equals(name)) {
        return machine;
      }
    }
    throw new AssertionError("No machine is called " + name);
  }
}
