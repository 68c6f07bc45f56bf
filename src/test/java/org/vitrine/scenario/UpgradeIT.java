package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.access.Token;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/**
 * A database that a Vitrine of the schema V023 filled is opened by this one: whatever its pages
 * said then, they still say. The rows and the pages were taken from that version as it ran.
 */
class UpgradeIT {
  /** A moment after the rows were taken: keys and sessions among them are still good. */
  private static final Instant TAKEN = Instant.parse("2026-11-28T13:05:00Z");

  private static final JsonNode BEFORE = Json.read(resource("v023-pages.json"), JsonNode.class);

  private static TestVitrine vitrine;
  private static TestClient program;
  private static TestClient customer;

  @BeforeAll
  static void migrate() {
    String url = TestDatabase.urlOfSchema("23");
    TestDatabase.execute(url, resource("v023.sql"));
    vitrine = TestVitrine.startOn(url, Clock.fixed(TAKEN, ZoneOffset.UTC));
    program = TestClient.withKey(vitrine, new Token(BEFORE.get("key").asText()));
    customer = TestClient.withSession(vitrine, new Token(BEFORE.get("session").asText()));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @TestFactory
  Stream<DynamicTest> a_program_reads_the_same_pages() {
    return pages("staff", program);
  }

  @TestFactory
  Stream<DynamicTest> a_customer_who_stayed_signed_in_reads_the_same_pages() {
    return pages("customer", customer);
  }

  private static Stream<DynamicTest> pages(String audience, TestClient reader) {
    return BEFORE.get(audience).properties().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey(),
                    () ->
                        assertStillSays(page.getValue(), "/api/orders/" + page.getKey(), reader)));
  }

  @TestFactory
  Stream<DynamicTest> the_histories_are_the_same() {
    return BEFORE.get("events").properties().stream()
        .map(
            history ->
                DynamicTest.dynamicTest(
                    history.getKey(),
                    () ->
                        assertStillSays(
                            history.getValue(),
                            "/api/orders/" + history.getKey() + "/events?limit=200",
                            program)));
  }

  @TestFactory
  Stream<DynamicTest> the_list_of_a_customer_has_the_same_rows() {
    return BEFORE
        .get("list")
        .get("orders")
        .valueStream()
        .filter(row -> BEFORE.get("customer").has(row.get("number").asText()))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get("number").asText(),
                    () ->
                        assertStillSays(
                            Json.object()
                                .<JsonNode>set(
                                    "orders", JsonNodeFactory.instance.arrayNode().add(row)),
                            "/api/orders?q=" + row.get("number").asText(),
                            customer)));
  }

  @Test
  void a_glass_link_still_opens_its_order() {
    assertThat(customer.get("/api/orders/SO-10070/links").body()).contains("\"expiresAt\"");
  }

  @Test
  void what_is_reported_after_the_upgrade_follows_what_was_before() {
    JsonNode before = program.json("/api/orders/SO-10072");
    assertThat(report("after", 10)).contains("\"taken\":[{");
    JsonNode after = program.json("/api/orders/SO-10072");
    assertThat(accepted(after)).isEqualTo(accepted(before) + 10);
  }

  @Test
  void of_what_happened_before_the_upgrade_nothing_is_told_anew() {
    String url = vitrine.databaseUrl();
    report("told", 1);
    await(
        "it is told",
        () ->
            !TestDatabase.find(
                    url,
                    "SELECT order_id FROM told_order JOIN orders ON id = order_id"
                        + " WHERE number = 'SO-10072' AND told IS NOT NULL")
                .isEmpty());
    assertThat(TestDatabase.find(url, "SELECT kind FROM change WHERE kind LIKE 'order.%'"))
        .isSubsetOf("order.stage-begun", "order.stage-finished", "order.at-risk")
        .hasSizeLessThan(5);
    assertThat(
            TestDatabase.find(
                url,
                "SELECT number FROM orders LEFT JOIN told_order ON order_id = id WHERE order_id IS NULL"))
        .isEmpty();
  }

  @Test
  void orders_of_before_are_counted_in_pieces_and_new_ones_in_whatever_they_are() {
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT number FROM order_line WHERE quantity % 1 <> 0 OR unit IS NOT NULL"))
        .isEmpty();
    assertThat(program.post("/api/reports", fraction()).body())
        .contains("“1.50” is not a whole number; give the line a unit such as m or kg");
    assertThat(program.json("/api/orders/SO-10072").at("/lines/1").has("unit")).isFalse();
  }

  private static String fraction() {
    return """
    {"id": "half", "order": "SO-10072", "line": 1, "kind": "progressed", "operation": "Order review",
     "good": 1.50, "happenedAt": "2026-11-28T13:04:00Z", "source": "scan"}""";
  }

  private static String report(String id, int good) {
    return program
        .post(
            "/api/reports",
            """
            {"id": "%s", "order": "SO-10072", "line": 1, "kind": "progressed", "operation": "Order review",
             "good": %d, "happenedAt": "2026-11-28T13:04:00Z", "source": "scan", "actor": "Zhang San"}"""
                .formatted(id, good))
        .body();
  }

  private static int accepted(JsonNode page) {
    return page.at("/lines/1/stages/accepted/through").asInt();
  }

  /** New fields may have come; none that was there is gone or says something else. */
  private static void assertStillSays(JsonNode before, String path, TestClient reader) {
    List<String> lost = new ArrayList<>();
    compare("", before, reader.json(path), lost);
    assertThat(lost).isEmpty();
  }

  private static void compare(String at, JsonNode before, JsonNode now, List<String> lost) {
    if (now == null) {
      lost.add(at + " is gone; it was " + before);
    } else if (before.isObject()) {
      before
          .properties()
          .forEach(
              field ->
                  compare(
                      at + "/" + field.getKey(), field.getValue(), now.get(field.getKey()), lost));
    } else if (before.isArray() && before.size() == now.size()) {
      for (int index = 0; index < before.size(); index++) {
        compare(at + "/" + index, before.get(index), now.get(index), lost);
      }
    } else if (!before.equals(now) && !isNoLongerClaimed(before, now)) {
      lost.add(at + " was " + before + " and is " + now);
    }
  }

  /** A stage was once shown as done where a later one had merely begun. */
  private static boolean isNoLongerClaimed(JsonNode before, JsonNode now) {
    return before.asText().equals("unverified") && now.asText().equals("under-way");
  }

  private static String resource(String name) {
    try (InputStream in = UpgradeIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
