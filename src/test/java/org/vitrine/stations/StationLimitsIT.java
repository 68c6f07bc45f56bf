package org.vitrine.stations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** Whoever carries a tablet away can do with its secret what is done at its place, and no more. */
class StationLimitsIT {
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient keeper;
  private static TestClient assembly;
  private static TestClient beside;
  private static TestClient testing;
  private static TestClient packing;

  @BeforeAll
  static void start() {
    clock = new TestClock();
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    keeper = shop.staff(Role.QUALITY_MANAGER, "chen.yu@example.com");
    assembly = SetUpStation.of(vitrine, keeper, "Assembly 1", "[\"Assembly\"]").screen();
    beside = SetUpStation.of(vitrine, keeper, "Assembly 2", "[\"assembly\"]").screen();
    testing = SetUpStation.of(vitrine, keeper, "Final test 1", "[\"Final test\"]").screen();
    packing =
        SetUpStation.made(
                vitrine,
                keeper,
                "{\"name\": \"Packing 1\", \"stages\": [{\"routing\": \"split-ac\", \"stage\":"
                    + " \"packing\"}]}")
            .screen();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"operation\": \"Packing\"                                                | operation",
        "\"operation\": \"Assembly\", \"stage\": \"packing\"                       | operation",
        "\"operation\": \"Assembly 2\"                                             | operation",
        "\"stage\": \"assembly\"                                                   | stage",
        "\"stage\": \"packing\"                                                    | stage",
      })
  void work_of_another_place_is_refused(String place, String field) {
    shop.order("L-1");
    JsonNode answer = send(assembly, report("l1-" + field, "L-1", place + ", " + GOOD));
    assertThat(answer.at("/refused/0/field").asText()).as(place).isEqualTo(field);
    assertThat(answer.get("taken")).isEmpty();
  }

  private static final String GOOD = "\"kind\": \"progressed\", \"good\": 1";

  @Test
  void what_is_done_there_is_taken_of_whichever_order_and_in_any_letters() {
    shop.order("L-2");
    taken(assembly, report("l2-1", "L-2", "\"operation\": \"ASSEMBLY\", " + GOOD));
    taken(
        assembly,
        report("l2-2", "L-2", "\"operation\": \"Assembly\", \"stage\": \"assembly\", " + GOOD));
    taken(packing, report("l2-3", "L-2", "\"stage\": \"packing\", " + GOOD));
    assertThat(
            send(packing, report("l2-4", "L-2", "\"operation\": \"Packing\", " + GOOD))
                .at("/refused/0/field")
                .asText())
        .as("its stage as a whole is all that is done there")
        .isEqualTo("operation");
  }

  @Test
  void a_stage_of_the_same_code_in_another_routing_is_not_its_own() {
    shop.integrator()
        .put(
            "/api/routings/spares",
            """
            {"name": "Spares", "stages": [
              {"code": "packing", "name": {"en": "Packing"}, "operations": ["Pack*"], "usualHours": 12}]}\
            """);
    shop.integrator()
        .put(
            "/api/orders/L-3",
            """
            {"company": "northwind", "lines": [{"number": 1, "product": "Fan", "quantity": 5, "routing": "spares"}]}\
            """);
    JsonNode answer = send(packing, report("l3-1", "L-3", "\"stage\": \"packing\", " + GOOD));
    assertThat(answer.at("/refused/0/field").asText()).isEqualTo("stage");
    answer = send(assembly, report("l3-2", "L-3", "\"operation\": \"Assembly\", " + GOOD));
    assertThat(answer.at("/refused/0/field").asText()).isEqualTo("operation");
  }

  @Test
  void only_what_belongs_to_its_stage_is_measured_there() {
    shop.order("L-4");
    String reading = "\"kind\": \"reading\", \"requirement\": \"capacity\", \"value\": 3500";
    JsonNode answer =
        send(assembly, report("l4-1", "L-4", "\"operation\": \"Assembly\", " + reading));
    assertThat(answer.at("/refused/0/field").asText()).isEqualTo("requirement");
    assertThat(send(assembly, report("l4-2", "L-4", reading)).get("taken")).isEmpty();
    taken(testing, report("l4-3", "L-4", "\"operation\": \"Final test\", " + reading));
    taken(testing, report("l4-4", "L-4", reading));
  }

  @Test
  void it_takes_back_what_it_just_said_and_nothing_later() {
    shop.order("L-5");
    taken(assembly, report("l5-1", "L-5", ASSEMBLED));
    taken(assembly, report("l5-2", "L-5", undo("l5-1")));
    taken(assembly, report("l5-3", "L-5", ASSEMBLED));
    clock.pass(Duration.ofSeconds(40));
    assertThat(refused(assembly, report("l5-4", "L-5", undo("l5-3")))).isEqualTo("corrects");
  }

  private static final String ASSEMBLED = "\"operation\": \"Assembly\", " + GOOD;

  private static String undo(String id) {
    return "\"operation\": \"Assembly\", \"kind\": \"withdrawn\", \"corrects\": \"" + id + "\"";
  }

  @Test
  void what_was_undone_without_a_network_comes_later_but_not_on_another_day() {
    shop.order("L-6");
    Instant tapped = clock.instant();
    taken(assembly, report("l6-1", "L-6", ASSEMBLED, tapped));
    taken(assembly, report("l6-2", "L-6", ASSEMBLED, tapped));
    String undo = report("l6-3", "L-6", undo("l6-1"), tapped.plusSeconds(8));
    clock.pass(Duration.ofHours(2));
    taken(assembly, undo);
    clock.pass(Duration.ofDays(1));
    assertThat(send(assembly, undo).get("known")).as("sent again it is known").hasSize(1);
    assertThat(refused(assembly, report("l6-4", "L-6", undo("l6-2"), tapped.plusSeconds(8))))
        .isEqualTo("corrects");
  }

  @Test
  void nobody_s_reports_but_its_own_are_taken_back() {
    shop.order("L-7");
    shop.good("L-7", "l7-erp", "Assembly", 3);
    taken(beside, report("l7-beside", "L-7", ASSEMBLED));
    for (String other : List.of("l7-erp", "l7-beside", "l7-nobody")) {
      assertThat(refused(assembly, report("l7-undo-" + other, "L-7", undo(other))))
          .as(other)
          .isEqualTo("corrects");
    }
    JsonNode tricked =
        send(
            assembly,
            report("l7-erp", "L-7", ASSEMBLED),
            report("l7-trick", "L-7", undo("l7-erp")));
    assertThat(tricked.get("refused").findValuesAsText("field")).containsExactly("id", "corrects");
    assertThat(keeper.json("/api/orders/L-7/events").toString()).doesNotContain("withdrawn");
  }

  @Test
  void what_was_said_and_undone_in_one_breath_is_taken() {
    shop.order("L-8");
    JsonNode answer =
        send(assembly, report("l8-1", "L-8", ASSEMBLED), report("l8-2", "L-8", undo("l8-1")));
    assertThat(answer.get("taken")).hasSize(2);
  }

  @Test
  void it_corrects_nothing() {
    shop.order("L-9");
    taken(assembly, report("l9-1", "L-9", ASSEMBLED));
    String corrected = ASSEMBLED + ", \"corrects\": \"l9-1\"";
    assertThat(refused(assembly, report("l9-2", "L-9", corrected))).isEqualTo("corrects");
  }

  @Test
  void elsewhere_says_where_and_nothing_of_who_bought_it() {
    shop.order("L-10");
    HttpResponse<String> answer =
        assembly.post(
            "/api/station/scan",
            Json.text(Map.of("text", new Traveller("", "L-10", 1, "packing").text())));
    assertThat(TestClient.json(answer).get("kind").asText()).isEqualTo("elsewhere");
    assertThat(TestClient.json(answer).get("work").properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("order", "line", "stage", "stageName");
    assertThat(answer.body()).doesNotContain("Northwind", "500", "gold");
  }

  @Test
  void it_floods_no_order() {
    TestClient flooding = SetUpStation.of(vitrine, keeper, "Flood", "[\"Assembly\"]").screen();
    shop.order("L-11");
    String many =
        IntStream.range(0, 1_000)
            .mapToObj(at -> report("l11-" + at, "L-11", ASSEMBLED))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(flooding.post("/api/reports?as=station", many).statusCode()).isEqualTo(200);
    HttpResponse<String> more = flooding.post("/api/reports?as=station", many);
    assertThat(more.statusCode()).isEqualTo(429);
    assertThat(more.headers().firstValue("Retry-After")).isPresent();
    taken(assembly, report("l11-other", "L-11", ASSEMBLED));
  }

  @Test
  void nobody_goes_through_all_numbers_by_scanning() {
    TestClient curious = SetUpStation.of(vitrine, keeper, "Curious", "[\"Assembly\"]").screen();
    assertThat(
            IntStream.range(0, 130)
                .map(
                    at ->
                        curious
                            .post("/api/station/scan", "{\"text\": \"X-" + at + "\"}")
                            .statusCode())
                .boxed()
                .toList())
        .startsWith(200)
        .endsWith(429);
  }

  private static void taken(TestClient station, String report) {
    JsonNode answer = send(station, report);
    assertThat(answer.get("taken")).as(answer.toString()).hasSize(1);
  }

  private static String refused(TestClient station, String report) {
    JsonNode answer = send(station, report);
    assertThat(answer.get("taken")).as(report).isEmpty();
    return answer.at("/refused/0/field").asText();
  }

  private static JsonNode send(TestClient station, String... reports) {
    return TestClient.json(
        station.post("/api/reports?as=station", "[" + String.join(", ", reports) + "]"));
  }

  private static String report(String id, String order, String said) {
    return report(id, order, said, clock.instant());
  }

  private static String report(String id, String order, String said, Instant at) {
    return "{\"id\": \"%s\", \"order\": \"%s\", %s, \"source\": \"scan\", \"happenedAt\": \"%s\"}"
        .formatted(id, order, said, at);
  }
}
