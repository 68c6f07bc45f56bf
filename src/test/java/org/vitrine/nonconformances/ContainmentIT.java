package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.nonconformances.QualityShop.ok;
import static org.vitrine.nonconformances.QualityShop.stages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** Everything of a kind is held in one act, seen before, and let go by two. */
class ContainmentIT {
  private static TestVitrine vitrine;
  private static QualityShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new QualityShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static long problem() {
    return shop.raised("{\"title\": \"Capacitors bulge\", \"severity\": \"critical\"}");
  }

  /** A piece of an order, made of a lot. */
  private static void made(String serial, String order, String lot) {
    ok(
        201,
        shop.shop()
            .integrator()
            .put(
                "/api/pieces/" + serial,
                """
                {"product": "Motor %s", "order": "%s", "line": 1, "station": "Winder %s",
                 "from": [{"lot": "%s", "product": "Capacitor %s"}]}\
                """
                    .formatted(order, order, serial.substring(serial.length() - 1), lot, order)));
  }

  private static void shipped(String order, String shipment, String serial, boolean delivered) {
    LocalDate today = LocalDate.now();
    ok(
        201,
        shop.shop()
            .integrator()
            .put(
                "/api/orders/" + order + "/shipments/" + shipment,
                """
                {"leftOn": "%s"%s, "items": [{"line": 1, "quantity": 1, "serials": ["%s"]}]}\
                """
                    .formatted(
                        today.minusDays(2),
                        delivered ? ", \"deliveredOn\": \"" + today.minusDays(1) + "\"" : "",
                        serial)));
  }

  private static String lots(String... lots) {
    return "{\"lots\": [\"" + String.join("\", \"", lots) + "\"]}";
  }

  private static JsonNode contain(long number, String criteria) {
    return ok(200, shop.chen().post("/api/nonconformances/" + number + "/containment", criteria));
  }

  private static JsonNode preview(long number, String criteria) {
    return ok(
        200, shop.chen().post("/api/nonconformances/" + number + "/containment?preview", criteria));
  }

  private static int reported(String order, String serial) {
    return report(order, ", \"made\": {\"serials\": [\"" + serial + "\"]}", "progressed")
        .statusCode();
  }

  private static java.net.http.HttpResponse<String> report(
      String order, String named, String kind) {
    return shop.shop()
        .integrator()
        .post(
            "/api/reports",
            """
            {"id": "r%d", "order": "%s", "stage": "assembly", "kind": "%s", "source": "scan",
             "happenedAt": "%s"%s}\
            """
                .formatted(System.nanoTime(), order, kind, Instant.now(), named));
  }

  private static List<String> held(long number) {
    return StreamSupport.stream(
            shop.chen()
                .json("/api/nonconformances/" + number + "/contained?standing=held")
                .get("things")
                .spliterator(),
            false)
        .map(thing -> thing.get("code").asText())
        .toList();
  }

  @Test
  void it_is_seen_before_and_then_held_in_one_act() {
    shop.shop().order("SO-10");
    made("A-1", "SO-10", "C-10");
    made("A-2", "SO-10", "C-10");
    made("A-3", "SO-10", "C-11");
    made("A-4", "SO-10", "C-10");
    shipped("SO-10", "DN-1", "A-4", true);
    await("it left", () -> preview(problem(), lots("C-10")).at("/customers/pieces").asInt() == 1);
    long number = problem();

    JsonNode seen = preview(number, lots("c-10"));
    assertThat(shop.read(number).has("containment")).isFalse();
    assertThat(reported("SO-10", "A-1")).isEqualTo(200);
    assertThat(seen.get("pieces").asInt()).isEqualTo(3);
    assertThat(seen.at("/house/pieces").asInt()).isEqualTo(2);
    assertThat(seen.at("/house/stations").findValuesAsText("station"))
        .containsExactly("Winder 1", "Winder 2");
    assertThat(seen.at("/customers/companies").asInt()).isEqualTo(1);
    assertThat(seen.at("/unknown/pieces").asInt()).isZero();

    JsonNode done = contain(number, lots("c-10"));

    assertThat(done).isEqualTo(seen);
    assertThat(held(number)).contains("A-1", "A-2").doesNotContain("A-3", "A-4");
    assertThat(reported("SO-10", "a-1")).isEqualTo(422);
    assertThat(reported("SO-10", "A-3")).isEqualTo(200);
    assertThat(stages(shop.amelia(), "SO-10").getFirst()).isEqualTo("doubted");
    assertThat(shop.read(number).at("/containment/groups").findValuesAsText("company"))
        .containsExactly("Northwind Climate");
    int version = shop.read(number).get("version").asInt();
    contain(number, lots("c-10"));
    assertThat(shop.read(number).get("version").asInt())
        .as("the same again is nothing new")
        .isEqualTo(version);
  }

  @Test
  void what_names_a_held_thing_is_refused_and_says_which() {
    shop.shop().order("SO-11");
    made("B-1", "SO-11", "C-12");
    long number = problem();
    contain(number, lots("C-12"));

    JsonNode measured =
        ok(
            422,
            report(
                "SO-11",
                ", \"unit\": \"B-1\", \"requirement\": \"capacity\", \"value\": 3500",
                "reading"));
    assertThat(measured.get("field").asText()).isEqualTo("unit");
    assertThat(measured.get("detail").asText()).contains("B-1").contains("held");
    JsonNode built =
        ok(
            422,
            report(
                "SO-11",
                ", \"made\": {\"serials\": [\"B-9\"], \"from\": [{\"lot\": \"C-12\"}]}",
                "progressed"));
    assertThat(built.get("field").asText()).isEqualTo("made");
    assertThat(report("SO-11", "", "started").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_held_cannot_leave_until_it_is_released() {
    shop.shop().order("SO-19");
    made("K-1", "SO-19", "C-90");
    long number = problem();
    contain(number, lots("C-90"));

    JsonNode refused = ok(422, shipment("SO-19", "DN-9", "k-1"));
    assertThat(refused.get("field").asText()).isEqualTo("items");
    assertThat(refused.get("detail").asText()).contains("k-1").contains("held");
    released(number);
    ok(201, shipment("SO-19", "DN-9", "k-1"));
    contain(number, "{\"serialRange\": {\"from\": \"K-1\", \"to\": \"K-2\"}}");
    ok(200, shipment("SO-19", "DN-9", "k-1"));
  }

  private static java.net.http.HttpResponse<String> shipment(
      String order, String shipment, String serial) {
    return shop.shop()
        .integrator()
        .put(
            "/api/orders/" + order + "/shipments/" + shipment,
            """
            {"leftOn": "%s", "items": [{"line": 1, "quantity": 1, "serials": ["%s"]}]}\
            """
                .formatted(LocalDate.now().minusDays(2), serial));
  }

  @Test
  void a_text_of_several_lines_is_no_code() {
    shop.shop().order("SO-20");
    made("L-1", "SO-20", "C-91");
    contain(problem(), lots("C-91"));
    String measured =
        ", \"unit\": \"x\\nlot:c-91\", \"requirement\": \"capacity\", \"value\": 3500";
    assertThat(report("SO-20", measured, "reading").statusCode()).isEqualTo(200);
  }

  @Test
  void it_is_widened_and_narrowed_with_the_difference_told() {
    shop.shop().order("SO-12");
    made("D-1", "SO-12", "C-20");
    made("D-2", "SO-12", "C-21");
    long number = problem();
    contain(number, lots("C-20"));

    JsonNode wider = contain(number, lots("C-20", "C-21"));
    assertThat(wider.at("/added/pieces").asInt()).isEqualTo(1);
    assertThat(wider.at("/cleared/pieces").asInt()).isZero();
    assertThat(held(number)).contains("D-1", "D-2");

    JsonNode narrower = contain(number, lots("C-21"));
    assertThat(narrower.at("/kept/pieces").asInt()).isEqualTo(1);
    assertThat(narrower.at("/cleared/pieces").asInt()).isZero();
    assertThat(held(number)).contains("D-1", "D-2");
    assertThat(shop.read(number).at("/containment/asked/0/codes").toString()).contains("D-1");
    String path = "/api/nonconformances/" + number + "/release/confirmation";
    ok(409, shop.chen().post(path, ""));
    shop.done(shop.wu(), number, "release/confirmation", "");
    assertThat(held(number)).contains("D-2").doesNotContain("D-1");
    assertThat(reported("SO-12", "D-1")).isEqualTo(200);
    assertThat(reported("SO-12", "D-2")).isEqualTo(422);
    assertThat(shop.history(number))
        .containsExactly("raised", "contained", "contained", "contained", "released");
    assertThat(shop.read(number).at("/containment/version").asInt()).isEqualTo(3);
  }

  @Test
  void what_was_narrowed_and_refused_stays_held_whatever_is_known_later() {
    shop.shop().order("SO-21");
    made("M-1", "SO-21", "C-22");
    made("M-2", "SO-21", "C-23");
    long number = problem();
    contain(number, lots("C-22"));
    contain(number, lots("C-23"));
    shop.done(shop.wu(), number, "release/refusal", "{\"reason\": \"Not shown\"}");

    made("M-3", "SO-21", "C-23");
    await("it is followed", () -> held(number).contains("M-3"));
    contain(number, lots("C-23"));

    assertThat(held(number)).contains("M-1");
    assertThat(reported("SO-21", "M-1")).isEqualTo(422);
    shop.done(shop.chen(), number, "release", "{\"reason\": \"X-rayed\"}");
    contain(number, lots("C-22", "C-23"));
    assertThat(shop.read(number).at("/containment/asked/0/codes").toString())
        .as("what is sought again is asked for anew")
        .doesNotContain("M-1");
  }

  @Test
  void what_was_made_while_it_was_closed_is_held_when_it_is_open_again() {
    shop.shop().order("SO-22");
    made("N-1", "SO-22", "C-24");
    long closed = problem();
    long other = problem();
    contain(closed, lots("C-24"));
    contain(other, lots("C-24"));
    shop.done(
        shop.chen(),
        closed,
        "closing",
        "{\"left\": [{\"what\": \"held\", \"reason\": \"Scrapped on Friday\"}]}");
    made("N-2", "SO-22", "C-24");
    await("the open one has it", () -> held(other).contains("N-2"));
    assertThat(held(closed)).doesNotContain("N-2");

    shop.done(shop.chen(), closed, "reopening", "{\"reason\": \"Once more\"}");

    assertThat(held(closed)).contains("N-1", "N-2");
    assertThat(shop.history(closed)).endsWith("reopened", "followed");
  }

  @Test
  void a_code_that_is_not_known_any_more_stops_nothing() {
    shop.shop().order("SO-23");
    made("O-1", "SO-23", "C-25");
    ok(201, shop.shop().integrator().put("/api/lots/C-26", "{\"product\": \"Capacitor\"}"));
    long number = problem();
    contain(number, lots("C-25", "C-26"));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        DELETE FROM lot WHERE node = (SELECT id FROM trace_node WHERE key = 'c-26');
        DELETE FROM trace_node WHERE key = 'c-26'\
        """);

    made("O-2", "SO-23", "C-25");

    await("it is followed", () -> held(number).contains("O-2"));
    String path = "/api/nonconformances/" + number + "/containment";
    ok(422, shop.chen().post(path, lots("C-25", "C-26", "C-27")));
  }

  /** Whoever waits for a nonconformance keeps nobody from an order. */
  @Test
  void nonconformances_are_locked_before_orders() {
    shop.shop().order("SO-24");
    made("P-1", "SO-24", "C-28");
    shop.shop().order("SO-25");
    long first = problem();
    long second = problem();
    contain(first, lots("C-28"));
    contain(second, lots("C-28"));
    long last = Math.max(first, second);
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> {
              transaction.execute(
                  "test.lock", "SELECT FROM nonconformance WHERE number = $1 FOR UPDATE", last);
              made("P-2", "SO-25", "C-28");
              await(
                  "the follower waits",
                  () ->
                      !TestDatabase.find(
                              vitrine.databaseUrl(),
                              """
                              SELECT pid FROM pg_stat_activity
                               WHERE datname = current_database() AND wait_event_type = 'Lock'
                                 AND query LIKE '%nonconformance%FOR NO KEY UPDATE%'\
                              """)
                          .isEmpty());
              return transaction.execute(
                  "test.order", "SELECT FROM orders WHERE number = 'SO-25' FOR UPDATE NOWAIT");
            });
    await("both hold it", () -> held(first).contains("P-2") && held(second).contains("P-2"));
  }

  @Test
  void several_problems_hold_a_piece_independently() {
    shop.shop().order("SO-13");
    made("E-1", "SO-13", "C-30");
    long first = problem();
    long second = problem();
    contain(first, lots("C-30"));
    contain(second, "{\"serialRange\": {\"from\": \"E-1\", \"to\": \"E-3\"}}");

    released(first);
    assertThat(reported("SO-13", "E-1")).isEqualTo(422);
    assertThat(stages(shop.amelia(), "SO-13").getFirst()).isEqualTo("doubted");
    released(second);
    assertThat(reported("SO-13", "E-1")).isEqualTo(200);
    assertThat(stages(shop.amelia(), "SO-13").getFirst()).isNotEqualTo("doubted");
  }

  private static void released(long number) {
    shop.done(shop.chen(), number, "release", "{\"reason\": \"X-rayed\"}");
    shop.done(shop.wu(), number, "release/confirmation", "");
  }

  @Test
  void a_release_takes_a_second_person_and_a_reason() {
    shop.shop().order("SO-14");
    made("F-1", "SO-14", "C-40");
    made("F-2", "SO-14", "C-40");
    long number = problem();
    String path = "/api/nonconformances/" + number;
    contain(number, lots("C-40"));

    ok(422, shop.chen().post(path + "/release", "{\"codes\": [\"F-1\"]}"));
    ok(409, shop.wu().post(path + "/release/confirmation", ""));
    JsonNode asked =
        shop.done(
            shop.chen(), number, "release", "{\"codes\": [\"F-1\"], \"reason\": \"X-rayed\"}");
    assertThat(asked.at("/containment/asked/0/reason").asText()).isEqualTo("X-rayed");
    assertThat(reported("SO-14", "F-1")).isEqualTo(422);
    ok(409, shop.chen().post(path + "/release/confirmation", ""));
    ok(403, shop.zhang().post(path + "/release/confirmation", ""));
    shop.done(shop.wu(), number, "release/refusal", "{\"reason\": \"Not all of it\"}");
    ok(409, shop.wu().post(path + "/release/confirmation", ""));

    shop.done(shop.zhang(), number, "release", "{\"codes\": [\"F-1\"], \"reason\": \"Again\"}");
    shop.done(shop.wu(), number, "release/confirmation", "");

    assertThat(reported("SO-14", "F-1")).isEqualTo(200);
    assertThat(reported("SO-14", "F-2")).isEqualTo(422);
    contain(number, lots("C-40"));
    assertThat(held(number)).as("released stays released").doesNotContain("F-1").contains("F-2");
    JsonNode refused = ok(422, shop.chen().post(path + "/closing", "{}"));
    assertThat(refused.get("detail").asText()).contains("held");
    shop.done(
        shop.chen(),
        number,
        "closing",
        "{\"left\": [{\"what\": \"held\", \"reason\": \"Scrapped on Friday\"}]}");
    assertThat(reported("SO-14", "F-2")).as("held is held").isEqualTo(422);
  }

  @Test
  void what_is_made_of_it_later_is_held_by_itself() {
    shop.shop().order("SO-15");
    made("G-1", "SO-15", "C-50");
    long number = problem();
    contain(number, lots("C-50"));

    made("G-2", "SO-15", "C-50");

    await("it is held", () -> held(number).contains("G-2"));
    assertThat(reported("SO-15", "G-2")).isEqualTo(422);
    JsonNode entry = shop.read(number).get("history").get(2);
    assertThat(entry.get("kind").asText()).isEqualTo("followed");
    assertThat(entry.at("/added/pieces").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_unknown_counts_until_it_is_shown_otherwise() {
    shop.shop().order("SO-16");
    made("H-1", "SO-16", "C-60");
    String unrecorded = "{\"product\": \"Motor SO-16\", \"order\": \"SO-16\", \"line\": 1}";
    ok(201, shop.shop().integrator().put("/api/pieces/H-2", unrecorded));
    long number = problem();

    JsonNode outcome = contain(number, lots("C-60"));

    assertThat(outcome.at("/unknown/pieces").asInt()).isEqualTo(1);
    assertThat(held(number)).contains("H-2");
    ok(
        200,
        shop.shop()
            .integrator()
            .put(
                "/api/pieces/H-2",
                """
                {"product": "Motor SO-16", "order": "SO-16", "line": 1,
                 "from": [{"lot": "C-61", "product": "Capacitor SO-16"}]}\
                """));
    await("it is shown otherwise", () -> !held(number).contains("H-2"));
    assertThat(reported("SO-16", "H-2")).isEqualTo(200);
  }

  @Test
  void each_company_is_named_with_its_own() {
    shop.shop().order("SO-17");
    made("I-1", "SO-17", "C-70");
    shipped("SO-17", "DN-7", "I-1", false);
    await("it left", () -> preview(problem(), lots("C-70")).at("/road/pieces").asInt() == 1);
    long number = problem();
    contain(number, lots("C-70"));

    List<AffectedCompany> affected =
        vitrine
            .vitrine()
            .rooms()
            .nonconformances()
            .affected(vitrine.vitrine().database(), new NonconformanceNumber(number));

    assertThat(affected).hasSize(1);
    assertThat(affected.getFirst().codes()).containsExactly("I-1");
    assertThat(affected.getFirst().order().orElseThrow().value()).isEqualTo("SO-17");
    assertThat(affected.getFirst().amount().orElseThrow().thousandths()).isEqualTo(1_000);
  }

  @Test
  void somebody_who_read_an_older_version_is_told() {
    shop.shop().order("SO-18");
    made("J-1", "SO-18", "C-80");
    long number = problem();
    contain(number, lots("C-80"));
    String path = "/api/nonconformances/" + number + "/containment";
    ok(412, shop.chen().post(path, lots("C-80"), "If-Match", "\"1\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"lots\": []}",
        "{\"lots\": [\"nobody-made-this\"]}",
        "{\"serialRange\": {\"from\": \"A-9\", \"to\": \"A-1\"}}",
        "{\"lot\": \"C-10\"}"
      })
  void what_reaches_nothing_that_can_be_is_refused(String criteria) {
    long number = problem();
    ok(422, shop.chen().post("/api/nonconformances/" + number + "/containment", criteria));
    assertThat(shop.history(number)).containsExactly("raised");
  }

  @Test
  void whoever_only_reports_contains_nothing() {
    long number = problem();
    TestClient zhang = shop.zhang();
    ok(403, zhang.post("/api/nonconformances/" + number + "/containment?preview", lots("C-10")));
  }
}
