package org.vitrine.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** An example is there to look around in, sends nothing to anybody, and goes without a trace. */
class ExampleIT {
  /** What each look writes down, and what is looked at by the clock: the trail, the feed, risks. */
  private static final Set<String> GROWING =
      Set.of(
          "audit",
          "change",
          "session",
          "subscriber",
          "search_source",
          "search_shelf",
          "risk_watch");

  private static final String COUNTS =
      """
      SELECT relname || ' ' || (xpath('/row/n/text()',
               query_to_xml(format('SELECT count(*) AS n FROM %I', relname), false, true, '')))[1]::text
        FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace\
      """;

  private final TestVitrine vitrine = TestVitrine.start();
  private final Shop shop = new Shop(vitrine);
  private final TestClient administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@works.example");

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void it_has_orders_in_every_state_and_nobody_is_sent_anything() {
    fill();
    quiet();

    JsonNode shown = TestClient.json(administrator.get("/api/example"));
    assertThat(shown.get("company").get("code").asText()).isEqualTo("example");
    assertThat(shown.get("has").toString())
        .contains("{\"what\":\"orders\",\"count\":6}", "{\"what\":\"routings\",\"count\":2}");
    await(
        "the list knows their states",
        () -> {
          String orders = administrator.get("/api/orders?company=example").body();
          return orders.contains("EXAMPLE-6") && orders.contains("\"held\"");
        });
    assertThat(state("EXAMPLE-2")).contains("\"held\"");
    assertThat(state("EXAMPLE-3")).contains("\"failed\"");
    assertThat(state("EXAMPLE-5")).contains("\"completed\"");
    assertThat(administrator.get("/api/order-numbers/next").body()).isEqualTo("{}");
    assertThat(count("mail")).isZero();
    assertThat(count("notice")).isZero();
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT email FROM person WHERE email LIKE '%.invalid' AND disabled_at IS NULL"))
        .isEmpty();
  }

  @Test
  void taking_it_away_leaves_every_table_as_it_was() {
    ofTheirOwn("SO-1");
    shop.good("SO-1", "R1", "Assembling", 12);
    shop.contact("polar", "carol@polar.example");
    quiet();
    Map<String, Long> before = counts();
    fill();
    quiet();
    assertThat(differing(before, counts())).isNotEmpty();

    JsonNode gone = TestClient.json(administrator.delete("/api/example"));

    assertThat(gone.get("company").get("code").asText()).isEqualTo("example");
    quiet();
    assertThat(differing(before, counts())).isEmpty();
    assertThat(administrator.get("/api/orders/EXAMPLE-1").statusCode()).isEqualTo(404);
    assertThat(administrator.get("/api/orders/SO-1").statusCode()).isEqualTo(200);
    assertThat(administrator.get("/api/audit?action=example-taken-away").body())
        .contains("wu.min@works.example", "\"orders\":6");
    assertThat(fill().statusCode()).isEqualTo(201);
  }

  @Test
  void what_people_added_to_it_goes_too_and_is_named_before() {
    fill();
    TestClient contact = shop.contact("northwind", "carol@northwind.example");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "INSERT INTO membership (person_id, company_id)"
            + " SELECT p.id, c.id FROM person p, company c"
            + " WHERE p.email = 'carol@northwind.example' AND c.code = 'example'");
    shop.order("EXAMPLE-7", "example");
    assertThat(
            administrator
                .post(
                    "/api/orders/EXAMPLE-1/links",
                    "{\"days\": 7}",
                    "Idempotency-Key",
                    "a-link-of-the-example")
                .statusCode())
        .isLessThan(500);

    JsonNode has = TestClient.json(administrator.get("/api/example")).get("has");

    assertThat(has.toString())
        .contains("{\"what\":\"orders\",\"count\":7}", "{\"what\":\"people\",\"count\":2}");
    administrator.delete("/api/example");
    assertThat(administrator.get("/api/orders/EXAMPLE-7").statusCode()).isEqualTo(404);
    assertThat(contact.get("/api/orders").statusCode()).isEqualTo(200);
  }

  @Test
  void open_pages_of_its_orders_end_and_lists_lose_them() {
    shop.order("SO-1");
    fill();
    try (TestWatcher watcher =
        new TestWatcher(vitrine, administrator).watch("orders/EXAMPLE-1").watch("orders")) {
      watcher.page("orders/EXAMPLE-1");
      await("they are listed", () -> listed(watcher).contains("EXAMPLE-4"));

      administrator.delete("/api/example");

      await("it ends", () -> "not-found".equals(watcher.gone("orders/EXAMPLE-1")));
      await(
          "they are not listed",
          () -> !listed(watcher).contains("EXAMPLE") && listed(watcher).contains("SO-1"));
    }
  }

  @Test
  void another_node_sees_them_go() {
    fill();
    try (TestVitrine beside = vitrine.beside();
        TestWatcher watcher =
            new TestWatcher(beside, administrator.at(beside)).watch("orders/EXAMPLE-1")) {
      watcher.page("orders/EXAMPLE-1");

      administrator.delete("/api/example");

      await("it ends", () -> "not-found".equals(watcher.gone("orders/EXAMPLE-1")));
      assertThat(administrator.at(beside).get("/api/orders/EXAMPLE-1").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_routing_that_others_use_stays() {
    fill();
    HttpResponse<String> placed =
        shop.integrator()
            .put(
                "/api/orders/SO-9",
                """
                {"company": "northwind", "placedOn": "2026-10-02",
                 "lines": [{"number": 1, "product": "X", "quantity": 5, "routing": "example-appliances"}]}\
                """);
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);

    administrator.delete("/api/example");

    assertThat(administrator.get("/api/routings").body())
        .contains("example-appliances")
        .doesNotContain("example-electronics");
    assertThat(administrator.get("/api/orders/SO-9").statusCode()).isEqualTo(200);
  }

  @Test
  void it_becomes_no_part_of_a_company_nor_a_company_of_it() {
    fill();
    for (String two : List.of("northwind example", "example northwind")) {
      String[] codes = two.split(" ");
      TestWatcher.await(
          two,
          () ->
              administrator
                      .post("/api/companies/" + codes[0] + "/merge", into(codes[1]))
                      .statusCode()
                  == 409);
    }
  }

  private static String into(String code) {
    return "{\"into\": \"" + code + "\"}";
  }

  @Test
  void a_table_of_tomorrow_is_not_forgotten() {
    tomorrow();
    fill();
    TestDatabase.execute(vitrine.databaseUrl(), "INSERT INTO tomorrow SELECT id FROM company");
    assertThat(count("tomorrow")).isEqualTo(2);

    assertThat(administrator.delete("/api/example").statusCode()).isEqualTo(200);

    assertThat(count("tomorrow")).isEqualTo(1);
  }

  @Test
  void what_the_database_never_gives_away_keeps_all_of_it() {
    tomorrow();
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'never' USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER never BEFORE DELETE ON tomorrow FOR EACH ROW EXECUTE FUNCTION never()\
        """);
    fill();
    TestDatabase.execute(vitrine.databaseUrl(), "INSERT INTO tomorrow SELECT id FROM company");

    assertThat(administrator.delete("/api/example").statusCode()).isEqualTo(409);

    assertThat(administrator.get("/api/orders/EXAMPLE-1").statusCode()).isEqualTo(200);
    assertThat(TestClient.json(administrator.get("/api/example")).get("has").toString())
        .contains("{\"what\":\"orders\",\"count\":6}");
  }

  private void tomorrow() {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "CREATE TABLE tomorrow (company_id bigint NOT NULL REFERENCES company)");
  }

  @Test
  void what_is_somebodys_own_never_becomes_an_example() {
    shop.company("example", "A company that is called so");

    assertThat(fill().statusCode()).isEqualTo(409);
    assertThat(administrator.delete("/api/example").statusCode()).isEqualTo(200);
    assertThat(vitrine.vitrine().rooms().companies().find("example")).isPresent();
  }

  @Test
  void it_counts_for_nothing_in_the_set_up() {
    try (TestVitrine empty = TestVitrine.start()) {
      empty
          .vitrine()
          .rooms()
          .people()
          .save(List.of(), "Wu Min", "wu.min@works.example", Role.ADMINISTRATOR);
      TestClient there = administratorOf(empty);
      there.post("/api/example", "");

      JsonNode steps = TestClient.json(there.get("/api/setup")).get("steps");

      for (String step : List.of("company", "routing", "order", "report", "customer")) {
        assertThat(steps.get(step).asBoolean()).as(step).isFalse();
      }
    }
  }

  private static TestClient administratorOf(TestVitrine vitrine) {
    long person =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(List.of(), "Li Wen", "li.wen@works.example", Role.ADMINISTRATOR);
    return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  /** An order of which nothing more becomes by itself: nothing is promised or demanded. */
  private void ofTheirOwn(String number) {
    HttpResponse<String> placed =
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "northwind", "placedOn": "2026-10-02",
                 "lines": [{"number": 1, "product": "X", "quantity": 500, "routing": "split-ac"}]}\
                """);
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
  }

  private static String listed(TestWatcher watcher) {
    return String.valueOf(watcher.page("orders"));
  }

  private HttpResponse<String> fill() {
    return administrator.post("/api/example", "");
  }

  private String state(String order) {
    return administrator.get("/api/orders/" + order).body();
  }

  /** Whoever hears of what happened has heard of all of it. */
  private void quiet() {
    await(
        "all readers are done",
        () -> {
          Map<String, Long> once = counts();
          try {
            Thread.sleep(1_500);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return counts().equals(once);
        });
  }

  private long count(String table) {
    return Long.parseLong(
        TestDatabase.find(vitrine.databaseUrl(), "SELECT count(*)::text FROM " + table).getFirst());
  }

  private static Map<String, String> differing(Map<String, Long> before, Map<String, Long> after) {
    Map<String, String> differing = new TreeMap<>();
    before.forEach(
        (table, count) -> {
          if (!count.equals(after.get(table))) {
            differing.put(table, count + " then " + after.get(table));
          }
        });
    return differing;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : TestDatabase.find(vitrine.databaseUrl(), COUNTS)) {
      String[] parts = line.split(" ");
      counts.put(parts[0], Long.valueOf(parts[1]));
    }
    counts.keySet().removeAll(GROWING);
    return counts;
  }
}
