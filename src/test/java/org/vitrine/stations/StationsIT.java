package org.vitrine.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.web.Endpoint;

class StationsIT {
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient keeper;

  @BeforeAll
  static void start() {
    clock = new TestClock();
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    keeper = shop.staff(Role.QUALITY_MANAGER, "chen.yu@example.com");
    shop.order("SO-1001");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_code_sets_up_one_screen_and_no_second_one() {
    long id = station("Leak test 1");
    String code = code(id);
    assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");

    HttpResponse<String> typed =
        SetUpStation.setUp(vitrine, " " + code.toLowerCase().replace("-", " "));

    assertThat(typed.statusCode()).isEqualTo(200);
    assertThat(typed.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("vitrine-station=")
        .contains("Max-Age=34560000", "HttpOnly", "SameSite=Lax");
    assertThat(TestClient.json(typed).at("/station/name").asText()).isEqualTo("Leak test 1");
    assertThat(SetUpStation.setUp(vitrine, code).statusCode()).isEqualTo(422);
  }

  /** Of one more the screens would not be answered: all that there are lie in memory. */
  @Test
  void what_two_people_change_at_once_is_lost_by_neither() {
    String address = "/api/stations/" + station("Leak test 7");
    String moved =
        "{\"name\": \"Leak test 7\", \"place\": \"Hall 9\", \"operations\": [\"Leak test\"]}";
    assertThat(keeper.put(address, moved, "If-Match", "\"1\"").statusCode()).isEqualTo(200);

    HttpResponse<String> refused =
        keeper.put(address, moved.replace("Hall 9", "Hall 8"), "If-Match", "\"1\"");

    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(TestClient.json(refused).at("/current/place").asText()).isEqualTo("Hall 9");
    assertThat(TestClient.json(refused).get("changedBy").asText()).isNotEmpty();
    JsonNode same = TestClient.json(keeper.put(address, moved, "If-Match", "\"2\""));
    assertThat(same.get("version").asLong()).isEqualTo(2);
  }

  @Test
  void there_are_no_more_stations_than_are_known() {
    execute(
        "INSERT INTO station (name, operations, stages, made_at) SELECT 'Of many ' || n, '{}',"
            + " '[]', now() FROM generate_series(1, 1000) n");
    try {
      HttpResponse<String> refused =
          keeper.post("/api/stations", "{\"name\": \"One more\", \"operations\": [\"Assembly\"]}");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("name");
    } finally {
      execute("DELETE FROM station WHERE name LIKE 'Of many %'");
    }
  }

  private static void execute(String sql) {
    TestDatabase.execute(vitrine.databaseUrl(), sql);
  }

  @Test
  void a_new_code_ends_the_one_before_and_none_lasts_longer_than_a_quarter_of_an_hour() {
    long id = station("Leak test 2");
    String first = code(id);
    String second = code(id);
    assertThat(SetUpStation.setUp(vitrine, first).statusCode()).isEqualTo(422);
    clock.pass(Duration.ofMinutes(16));
    assertThat(SetUpStation.setUp(vitrine, second).statusCode()).isEqualTo(422);
  }

  @Test
  void a_whole_plant_is_set_up_from_one_address_and_guesses_are_slowed_there() {
    long id = station("Leak test 4");
    for (int tablet = 0; tablet < 60; tablet++) {
      assertThat(SetUpStation.setUp(vitrine, code(id)).statusCode()).isEqualTo(200);
    }
    assertThat(
            IntStream.range(0, 60)
                .map(guess -> SetUpStation.setUp(vitrine, "AAAA-AAAA").statusCode())
                .boxed()
                .toList())
        .startsWith(422)
        .endsWith(429);
    clock.pass(Duration.ofHours(1));
    assertThat(SetUpStation.setUp(vitrine, code(id)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_station_knows_itself_and_the_time() {
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Leak test 3", "[\"Leak test\"]");
    JsonNode own = station.screen().json("/api/station");
    assertThat(own.at("/station/id").asLong()).isEqualTo(station.id());
    assertThat(own.at("/station/operations").toString()).isEqualTo("[\"Leak test\"]");
    assertThat(own.get("now").asText()).isEqualTo(clock.instant().toString());
  }

  @Test
  void a_station_stays_for_as_long_as_it_is_used() {
    TestClock ownClock = new TestClock();
    try (TestVitrine own = TestVitrine.startAt(ownClock)) {
      TestClient owner = new Shop(own).staff(Role.QUALITY_MANAGER, "chen.yu@example.com");
      TestClient used = SetUpStation.of(own, owner, "Used", "[\"Leak test\"]").screen();
      TestClient unused = SetUpStation.of(own, owner, "Unused", "[\"Leak test\"]").screen();
      for (int times = 0; times < 3; times++) {
        ownClock.pass(Sessions.STATION_LASTS.minusDays(100));
        own.vitrine().rooms().sessions().forgetCallers();
        assertThat(used.get("/api/station").statusCode()).isEqualTo(200);
      }
      assertThat(unused.get("/api/station").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void a_report_of_a_station_says_where_and_by_whom() {
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Assembly 1", "[\"Assembly\"]");
    HttpResponse<String> answer =
        station
            .screen()
            .post(
                "/api/reports?as=station",
                """
                {"id": "tapped-1", "order": "SO-1001", "operation": "Assembly", "kind": "progressed", "good": 3,
                 "source": "scan", "station": "another one", "actor": "Zhang San", "happenedAt": "%s"}\
                """
                    .formatted(clock.instant()));
    assertThat(TestClient.json(answer).get("taken")).hasSize(1);
    assertThat(keeper.json("/api/orders/SO-1001/events").toString())
        .contains("Assembly 1", "Zhang San")
        .doesNotContain("another one");
    assertThat(
            vitrine
                .vitrine()
                .database()
                .find(
                    "test.sender",
                    "SELECT sender::text AS sender FROM event WHERE report_id = 'tapped-1'",
                    row -> row.getString("sender")))
        .allMatch(sender -> sender.contains("station"));
  }

  /** These it may use; of all others it is told that it may not, whatever secret it sends where. */
  private static final Set<String> A_STATION_MAY =
      Set.of(
          "POST /api/reports",
          "PUT /api/evidence/:hash",
          "GET /api/me",
          "GET /api/station",
          "GET /api/openapi.json");

  @TestFactory
  Stream<DynamicTest> a_station_opens_nothing_else() {
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Wall", "[\"Assembly\"]");
    return vitrine.vitrine().endpoints().stream()
        .filter(endpoint -> endpoint.path().matches("/(api|live).*"))
        .filter(endpoint -> !endpoint.guard().isOpen())
        .filter(endpoint -> !A_STATION_MAY.contains(endpoint.method() + " " + endpoint.path()))
        .filter(endpoint -> !endpoint.path().startsWith("/api/station/"))
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.method() + " " + endpoint.path(),
                    () ->
                        assertThat(
                                List.of(
                                    asked(station.screen(), endpoint, "?as=station"),
                                    asked(station.screen(), endpoint, "?as=glass"),
                                    asked(station.screen(), endpoint, "")))
                            .isSubsetOf(401, 403)));
  }

  private static int asked(TestClient client, Endpoint endpoint, String as) {
    String path = endpoint.path().replaceAll(":[A-Za-z]+", "1") + as;
    return client.ask(endpoint.method().name(), path).statusCode();
  }

  @Test
  void whoever_is_signed_in_is_no_station() {
    assertThat(keeper.get("/api/station").statusCode()).isEqualTo(401);
    assertThat(shop.integrator().get("/api/station").statusCode()).isEqualTo(401);
  }

  @Test
  void a_station_that_is_withdrawn_is_out_on_every_node() {
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Gone soon", "[\"Leak test\"]");
    SetUpStation other = SetUpStation.at(vitrine, keeper, station.id());
    try (TestVitrine beside = vitrine.beside()) {
      assertThat(station.screen().at(beside).get("/api/station").statusCode()).isEqualTo(200);

      assertThat(keeper.delete("/api/stations/" + station.id()).statusCode()).isEqualTo(204);

      assertThat(station.screen().get("/api/station").statusCode()).isEqualTo(401);
      assertThat(other.screen().get("/api/station").statusCode()).isEqualTo(401);
      await(
          "the other node knows",
          () -> station.screen().at(beside).get("/api/station").statusCode() == 401);
    }
    assertThat(station.screen().post("/api/reports?as=station", "[]").statusCode()).isEqualTo(401);
    assertThat(names()).doesNotContain("Gone soon");
    station("Gone soon");
  }

  @Test
  void a_lost_tablet_is_signed_out_and_the_station_is_set_up_again() {
    SetUpStation lost = SetUpStation.of(vitrine, keeper, "Lost", "[\"Leak test\"]");
    assertThat(keeper.delete("/api/stations/" + lost.id() + "/screens").statusCode())
        .isEqualTo(204);
    assertThat(lost.screen().get("/api/station").statusCode()).isEqualTo(401);
    SetUpStation found = SetUpStation.at(vitrine, keeper, lost.id());
    assertThat(found.screen().get("/api/station").statusCode()).isEqualTo(200);
  }

  @Test
  void two_stations_are_not_called_the_same() {
    station("Packing A");
    assertThat(
            keeper
                .post("/api/stations", "{\"name\": \"ｐａcking a\", \"operations\": [\"Pack*\"]}")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_station_is_for_something() {
    HttpResponse<String> answer = keeper.post("/api/stations", "{\"name\": \"Idle\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("operations");
  }

  @Test
  void the_trail_says_who_made_set_up_and_withdrew_it() {
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Audited", "[\"Leak test\"]");
    keeper.delete("/api/stations/" + station.id());
    JsonNode entries =
        shop.staff(Role.ADMINISTRATOR, "li.wen@example.com")
            .json("/api/audit?subject=Audited")
            .get("entries");
    assertThat(entries.findValuesAsText("action"))
        .containsExactly("station-withdrawn", "station-set-up", "station-made");
    assertThat(entries.get(1).get("actorKind").asText()).isEqualTo("station");
  }

  @Test
  void its_secret_stands_nowhere() {
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Secret", "[\"Leak test\"]");
    assertThat(new Token(station.secret().text()).toString()).isEqualTo("Token");
    assertThat(
            new Stations.SetUpCode("K7PM-4QXT", clock.instant(), "/station#K7PM-4QXT").toString())
        .doesNotContain("K7PM");
  }

  private static List<String> names() {
    return keeper.json("/api/stations").get("stations").findValuesAsText("name");
  }

  private static long station(String name) {
    return TestClient.json(
            keeper.post(
                "/api/stations",
                "{\"name\": \"%s\", \"operations\": [\"Leak test\"]}".formatted(name)))
        .get("id")
        .asLong();
  }

  private static String code(long station) {
    return TestClient.json(keeper.post("/api/stations/" + station + "/set-up", ""))
        .get("code")
        .asText();
  }
}
