package org.vitrine.stations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

class OperatorsIT {
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient keeper;
  private static TestClient station;

  @BeforeAll
  static void start() {
    clock = new TestClock();
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    keeper = shop.staff(Role.QUALITY_MANAGER, "chen.yu@example.com");
    station = SetUpStation.of(vitrine, keeper, "Leak test", "[\"Leak test\"]").screen();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void badge_and_pin_let_in_however_the_badge_is_read() {
    add("Zhang San", "a-0007", "2468");
    for (String read : new String[] {"a-0007", "VT-BADGE:A-0007", "Ａ-０００７", " vt-badge:a-0007 "}) {
      HttpResponse<String> answer = signIn(station, read, "2468");
      assertThat(answer.statusCode()).as(read).isEqualTo(200);
      assertThat(TestClient.json(answer).at("/operator/name").asText()).isEqualTo("Zhang San");
      assertThat(TestClient.json(answer).get("now").asText()).isEqualTo(clock.instant().toString());
    }
  }

  @Test
  void whichever_is_wrong_the_answer_is_the_same() {
    add("Li Si", "b-0008", "1357");
    HttpResponse<String> wrongPin = signIn(station, "b-0008", "1358");
    HttpResponse<String> wrongBadge = signIn(station, "nobody's", "1357");
    assertThat(wrongPin.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(wrongPin).get("field").asText()).isEqualTo("pin");
    assertThat(wrongPin.body()).isEqualTo(wrongBadge.body());
  }

  @Test
  void whoever_guesses_waits_and_keeps_nobody_else_out() {
    add("Wang Wu", "c-0009", "9753");
    add("Zhao Liu", "c-0010", "8642");
    assertThat(
            IntStream.range(0, 9)
                .map(at -> signIn(station, "c-0009", "000" + at).statusCode())
                .boxed())
        .contains(429);
    assertThat(signIn(station, "c-0009", "9753").statusCode())
        .as("even the right one has to wait")
        .isEqualTo(429);
    assertThat(signIn(station, "c-0010", "8642").statusCode()).isEqualTo(200);
    TestClient elsewhere = SetUpStation.of(vitrine, keeper, "Elsewhere", "[\"Packing\"]").screen();
    assertThat(signIn(elsewhere, "c-0009", "9753").statusCode()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(16));
    assertThat(signIn(station, "c-0009", "9753").statusCode()).isEqualTo(200);
  }

  @Test
  void a_badge_is_one_person_s() {
    add("Sun Qi", "d-1", "1234");
    HttpResponse<String> answer =
        keeper.post(
            "/api/operators", "{\"name\": \"Zhou Ba\", \"badge\": \"D-1\", \"pin\": \"1234\"}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("badge");
  }

  @Test
  void somebody_new_needs_a_pin_of_four_to_eight_digits() {
    for (String pin : new String[] {"", ", \"pin\": \"123\"", ", \"pin\": \"12345678 9\""}) {
      HttpResponse<String> answer =
          keeper.post(
              "/api/operators", "{\"name\": \"Wu Jiu\", \"badge\": \"e-1\"%s}".formatted(pin));
      assertThat(answer.statusCode()).as(pin).isEqualTo(422);
      assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("pin");
    }
  }

  @Test
  void a_pin_stays_until_another_is_given_and_the_trail_says_so() {
    long id = add("Zheng Shi", "f-1", "1111");
    keeper.put("/api/operators/" + id, "{\"name\": \"Zheng Shi\", \"badge\": \"f-2\"}");
    assertThat(signIn(station, "f-2", "1111").statusCode()).isEqualTo(200);
    keeper.put(
        "/api/operators/" + id, "{\"name\": \"Zheng Shi\", \"badge\": \"f-2\", \"pin\": \"2222\"}");
    assertThat(signIn(station, "f-2", "1111").statusCode()).isEqualTo(422);
    assertThat(signIn(station, "f-2", "2222").statusCode()).isEqualTo(200);
    JsonNode entries =
        shop.staff(Role.ADMINISTRATOR, "li.wen@example.com")
            .json("/api/audit?subject=Zheng%20Shi")
            .get("entries");
    assertThat(entries.findValuesAsText("action"))
        .containsExactly("operator-pin-changed", "operator-changed", "operator-added");
    assertThat(entries.toString()).doesNotContain("2222", "argon2");
  }

  @Test
  void what_two_people_change_at_once_is_lost_by_neither() {
    String address = "/api/operators/" + add("Chu Er", "h-1", "1111");
    String another = "{\"name\": \"Chu Er\", \"badge\": \"h-2\"}";
    keeper.put(address, another);

    HttpResponse<String> refused =
        keeper.put(
            address,
            "{\"name\": \"Chu San\", \"badge\": \"h-1\", \"pin\": \"2222\"}",
            "If-Match",
            "\"1\"");

    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(TestClient.json(refused).at("/current/badge").asText()).isEqualTo("h-2");
    assertThat(signIn(station, "h-2", "1111").statusCode()).isEqualTo(200);
    assertThat(keeper.put(address, another, "If-Match", "\"2\"").statusCode()).isEqualTo(200);
    assertThat(TestClient.json(keeper.put(address, another)).get("version").asLong())
        .as("what changes nothing makes no version")
        .isEqualTo(2);
  }

  @Test
  void whoever_is_removed_comes_in_nowhere() {
    long id = add("Feng Yi", "g-1", "3333");
    assertThat(keeper.delete("/api/operators/" + id).statusCode()).isEqualTo(204);
    assertThat(signIn(station, "g-1", "3333").statusCode()).isEqualTo(422);
    assertThat(keeper.delete("/api/operators/" + id).statusCode()).isEqualTo(404);
    add("Feng Yi", "g-1", "4444");
  }

  private static long add(String name, String badge, String pin) {
    return TestClient.json(
            keeper.post(
                "/api/operators",
                "{\"name\": \"%s\", \"badge\": \"%s\", \"pin\": \"%s\"}"
                    .formatted(name, badge, pin)))
        .get("id")
        .asLong();
  }

  private static HttpResponse<String> signIn(TestClient at, String badge, String pin) {
    return at.post(
        "/api/station/sign-in", "{\"badge\": \"%s\", \"pin\": \"%s\"}".formatted(badge, pin));
  }
}
