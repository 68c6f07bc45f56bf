package org.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.orders.OrderId;

/** Where evidence stands, who sees it there, and “show us this”. */
class EvidenceIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient plant;
  private static TestClient quality;
  private static TestClient operator;
  private static TestClient amelia;
  private static TestClient olga;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    plant = shop.integrator();
    quality = shop.staff(Role.QUALITY_MANAGER, "chen@works.example");
    operator = shop.staff(Role.OPERATOR, "zhang@works.example");
    amelia = shop.contact("northwind", "amelia@northwind.example");
    olga = shop.contact("contoso", "olga@contoso.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String sent(int colour) {
    byte[] file = EvidenceFiles.photo(60, 40, colour);
    String hash = EvidenceFiles.hash(file);
    assertThat(plant.put("/api/evidence/" + hash, file).statusCode()).isIn(200, 201);
    return hash;
  }

  private static HttpResponse<String> report(String order, String id, String more) {
    return plant.post(
        "/api/reports",
        """
        {"id": "%s", "order": "%s", "source": "scan", "station": "station 4", "actor": "Zhang San",
         "happenedAt": "%s", %s}\
        """
            .formatted(id, order, Instant.now().truncatedTo(ChronoUnit.MILLIS), more));
  }

  private static void seen(String order, String id, String hash) {
    HttpResponse<String> answer =
        report(
            order,
            id,
            "\"kind\": \"seen\", \"operation\": \"Assembly\", \"evidence\": [\"%s\"]"
                .formatted(hash));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static List<JsonNode> rows(TestClient client, String order) {
    HttpResponse<String> answer = client.get("/api/orders/" + order + "/evidence");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("rows").valueStream().toList();
  }

  private static void awaitRows(TestClient client, String order, int count) {
    TestWatcher.await(
        count + " in the gallery of " + order, () -> rows(client, order).size() == count);
  }

  private static int seenBy(TestClient client, String hash) {
    return client.get("/api/evidence/" + hash + "?size=small").statusCode();
  }

  @Test
  void a_picture_stands_at_its_stage_for_its_company_and_the_house_alone() {
    shop.order("SO-1");
    String hash = sent(0x112233);
    assertThat(seenBy(amelia, hash)).as("it stands nowhere yet").isEqualTo(404);

    seen("SO-1", "p1", hash);

    awaitRows(amelia, "SO-1", 1);
    JsonNode row = rows(amelia, "SO-1").getFirst();
    assertThat(row.get("stage").asText()).isEqualTo("assembly");
    assertThat(row.get("line").asInt()).isEqualTo(1);
    assertThat(row.get("station").asText()).isEqualTo("station 4");
    assertThat(row.get("width").asInt()).isEqualTo(60);
    assertThat(row.has("actor") || row.has("internal")).as("for the house").isFalse();
    assertThat(rows(operator, "SO-1").getFirst().get("actor").asText()).isEqualTo("Zhang San");
    assertThat(seenBy(amelia, hash)).isEqualTo(200);
    assertThat(seenBy(olga, hash)).isEqualTo(404);
    assertThat(olga.get("/api/orders/SO-1/evidence").statusCode()).isEqualTo(404);
  }

  @Test
  void a_report_that_names_what_is_not_there_is_refused() {
    shop.order("SO-2");
    HttpResponse<String> answer =
        report(
            "SO-2",
            "p1",
            "\"kind\": \"seen\", \"operation\": \"Assembly\", \"evidence\": [\"%s\"]"
                .formatted("ab".repeat(32)));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("evidence");
    assertThat(answer.body()).contains("send it first");
  }

  @Test
  void what_the_house_keeps_to_itself_no_customer_sees_until_it_is_shown_again() {
    shop.order("SO-3");
    String hash = sent(0x445566);
    seen("SO-3", "p1", hash);
    awaitRows(amelia, "SO-3", 1);
    String path = "/api/orders/SO-3/evidence/" + hash;
    assertThat(operator.put(path, "{\"internal\": true}").statusCode()).isEqualTo(403);
    assertThat(amelia.put(path, "{\"internal\": false}").statusCode()).isEqualTo(403);
    try (TestWatcher watching = new TestWatcher(vitrine, amelia).watch("evidence/order/SO-3")) {
      TestWatcher.await("the gallery", () -> watched(watching) == 1);

      assertThat(quality.put(path, "{\"internal\": true}").statusCode()).isEqualTo(204);

      TestWatcher.await("it is gone", () -> watched(watching) == 0);
      assertThat(seenBy(amelia, hash)).isEqualTo(404);
      assertThat(seenBy(quality, hash)).isEqualTo(200);
      seen("SO-3", "p2", hash);
      awaitRows(quality, "SO-3", 2);
      assertThat(rows(amelia, "SO-3")).as("wherever it stands at this order").isEmpty();

      assertThat(quality.put(path, "{\"internal\": false}").statusCode()).isEqualTo(204);

      TestWatcher.await("it is back", () -> watched(watching) == 2);
    }
    JsonNode turns = rows(quality, "SO-3").getFirst().get("turns");
    assertThat(turns.findValuesAsText("internal")).containsExactly("true", "false");
    assertThat(turns.findValuesAsText("by")).containsOnly("chen@works.example");
  }

  private static int watched(TestWatcher watching) {
    JsonNode page = watching.page("evidence/order/SO-3");
    return page == null ? -1 : page.path("rows").size();
  }

  @Test
  void what_a_report_did_not_see_after_all_stands_there_no_longer() {
    shop.order("SO-4");
    seen("SO-4", "p1", sent(0x778899));
    awaitRows(amelia, "SO-4", 1);
    assertThat(
            report(
                    "SO-4",
                    "p2",
                    "\"kind\": \"withdrawn\", \"operation\": \"Assembly\", \"corrects\": \"p1\"")
                .statusCode())
        .isEqualTo(200);
    awaitRows(amelia, "SO-4", 0);
  }

  @Test
  void a_reading_that_a_photo_has_to_show_brings_it_to_its_requirement() {
    shop.order("SO-5");
    String hash = sent(0xaabbcc);
    assertThat(
            report(
                    "SO-5",
                    "r1",
                    "\"kind\": \"reading\", \"requirement\": \"capacity\", \"value\": 3500, \"evidence\": [\"%s\"]"
                        .formatted(hash))
                .statusCode())
        .isEqualTo(200);
    awaitRows(amelia, "SO-5", 1);
    JsonNode row = rows(amelia, "SO-5").getFirst();
    assertThat(row.get("requirement").asText()).isEqualTo("capacity");
    assertThat(row.get("stage").asText()).isEqualTo("final-inspection");
  }

  private static HttpResponse<String> ask(TestClient client, String order, String stage) {
    return client.post(
        "/api/orders/%s/lines/1/stages/%s/picture-requests".formatted(order, stage),
        "{\"language\": \"en\"}");
  }

  @Test
  void whoever_asks_to_be_shown_a_stage_is_answered_by_the_first_picture_from_there() {
    shop.order("SO-6");
    seen("SO-6", "before", sent(0x010101));
    awaitRows(amelia, "SO-6", 1);

    HttpResponse<String> asked = ask(amelia, "SO-6", "assembly");

    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    long voice = TestClient.json(asked).get("voice").asLong();
    assertThat(TestClient.json(ask(amelia, "SO-6", "assembly")).get("voice").asLong())
        .as("one is open at a stage")
        .isEqualTo(voice);
    assertThat(ask(olga, "SO-6", "assembly").statusCode()).isEqualTo(404);
    assertThat(ask(amelia, "SO-6", "nowhere").statusCode()).isEqualTo(404);
    assertThat(amelia.json("/api/voices/" + voice).get("state").asText()).isEqualTo("open");
    assertThat(quality.json("/api/orders/SO-6/evidence").get("asked").findValuesAsText("who"))
        .containsExactly("amelia@northwind.example, Northwind Climate");
    assertThat(amelia.json("/api/orders/SO-6/evidence").get("asked")).hasSize(1);
    assertThat(olga.get("/api/orders/SO-6/evidence").statusCode()).isEqualTo(404);

    seen("SO-6", "after", sent(0x020202));

    TestWatcher.await(
        "the message is solved",
        () -> amelia.json("/api/voices/" + voice).get("state").asText().equals("closed"));
    assertThat(amelia.get("/api/voices/" + voice).body())
        .contains("Please show us", "a picture from station 4");
    assertThat(amelia.json("/api/orders/SO-6/evidence").get("asked")).isEmpty();
    assertThat(ask(amelia, "SO-6", "assembly").statusCode()).as("anew").isEqualTo(200);
  }

  @Test
  void what_comes_to_stand_there_while_the_house_keeps_it_is_kept_too() throws Exception {
    shop.order("SO-22");
    String hash = sent(0x090909);
    seen("SO-22", "p1", hash);
    awaitRows(amelia, "SO-22", 1);
    EvidencePlaceRepository places = new EvidencePlaceRepository();
    String[] of =
        TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT company_id || ' ' || id FROM orders WHERE number = 'SO-22'")
            .getFirst()
            .split(" ");
    OrderId order = new OrderId(Long.parseLong(of[1]));
    EvidencePlace second =
        new EvidencePlace(
            new CompanyId(Long.parseLong(of[0])),
            order,
            1_000,
            1,
            Optional.of("assembly"),
            Optional.empty(),
            Instant.now(),
            new EvidencePlace.EvidenceBy(Optional.of("station 4"), Optional.empty()));
    CompletableFuture<HttpResponse<String>> turned =
        vitrine
            .vitrine()
            .database()
            .inTransaction(
                transaction -> {
                  places.hold(transaction, order);
                  places.add(transaction, second, List.of(new EvidenceHash(hash)));
                  CompletableFuture<HttpResponse<String>> turning =
                      CompletableFuture.supplyAsync(() -> kept("SO-22", hash));
                  try {
                    turning.get(3, TimeUnit.SECONDS); // Whoever waits for it comes after it.
                  } catch (InterruptedException | ExecutionException | TimeoutException waiting) {
                    return turning;
                  }
                  return turning;
                });

    assertThat(turned.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    assertThat(rows(quality, "SO-22")).hasSize(2);
    assertThat(rows(amelia, "SO-22")).isEmpty();
  }

  @Test
  void a_paper_of_many_orders_is_kept_to_the_house_and_seen_at_each_of_them() {
    shop.order("SO-20");
    shop.order("SO-21", "contoso");
    byte[] paper = EvidenceFiles.paper("batch certificate");
    String hash = EvidenceFiles.hash(paper);
    assertThat(plant.put("/api/evidence/" + hash, paper).statusCode()).isEqualTo(201);
    seen("SO-20", "p1", hash);
    awaitRows(amelia, "SO-20", 1);
    stageless("SO-21", hash, 250);
    stageless("SO-20", hash, 350);
    standElsewhere("SO-20", hash, 250);

    assertThat(amelia.get("/api/evidence/" + hash).statusCode()).isEqualTo(200);
    assertThat(rows(amelia, "SO-20")).as("350 newer ones are of no stage").hasSize(1);
    assertThat(kept("SO-20", hash).statusCode()).isEqualTo(204);
    assertThat(rows(amelia, "SO-20")).isEmpty();
    assertThat(amelia.get("/api/evidence/" + hash).statusCode()).isEqualTo(404);
  }

  /** As many reports name it, of which the routing knows no stage. */
  private static void stageless(String order, String hash, int count) {
    place(order, hash, "NULL", 1_000, count);
  }

  /** At stages that nobody is shown, since the routing has none of them. */
  private static void standElsewhere(String order, String hash, int count) {
    place(order, hash, "'zz' || n", 10_000, count);
  }

  private static void place(String order, String hash, String stage, int from, int count) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO evidence_place (company_id, order_id, version, sha256, kind, line, stage, taken_at, station)
        SELECT company_id, id, n, '%s', 'paper', 1, %s, now() + interval '1 hour', 'station 4'
          FROM orders CROSS JOIN generate_series(%d, %d) AS n WHERE number = '%s'\
        """
            .formatted(hash, stage, from, from + count - 1, order));
  }

  private static String stateOf(long voice) {
    return amelia.json("/api/voices/" + voice).get("state").asText();
  }

  private static long asked(String order) {
    HttpResponse<String> answer = ask(amelia, order, "assembly");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("voice").asLong();
  }

  private static void awaitState(long voice, String state) {
    TestWatcher.await("the message is " + state, () -> stateOf(voice).equals(state));
  }

  @Test
  void a_picture_that_is_taken_back_leaves_nobody_answered_with_nothing_to_see() {
    shop.order("SO-8");
    long voice = asked("SO-8");
    seen("SO-8", "p1", sent(0x030303));
    awaitState(voice, "closed");

    assertThat(
            report(
                    "SO-8",
                    "u1",
                    "\"kind\": \"withdrawn\", \"operation\": \"Assembly\", \"corrects\": \"p1\"")
                .statusCode())
        .isEqualTo(200);

    awaitState(voice, "open");
    assertThat(amelia.json("/api/orders/SO-8/evidence").get("asked")).hasSize(1);
    assertThat(amelia.get("/api/voices/" + voice).body()).contains("not there any more");
    seen("SO-8", "p2", sent(0x040404));
    awaitState(voice, "closed");
  }

  @Test
  void a_picture_that_is_kept_to_the_house_leaves_nobody_answered_with_nothing_to_see() {
    shop.order("SO-9");
    long voice = asked("SO-9");
    String first = sent(0x050505);
    seen("SO-9", "p1", first);
    awaitState(voice, "closed");
    String second = sent(0x060606);
    seen("SO-9", "p2", second);
    awaitRows(amelia, "SO-9", 2);

    assertThat(kept("SO-9", first).statusCode()).isEqualTo(204);

    assertThat(stateOf(voice)).as("another is there to be seen").isEqualTo("closed");
    long meanwhile = asked("SO-9");
    assertThat(kept("SO-9", second).statusCode()).isEqualTo(204);
    assertThat(stateOf(voice)).isEqualTo("open");
    seen("SO-9", "p3", first);
    awaitRows(quality, "SO-9", 3);
    assertThat(stateOf(voice)).as("what the house keeps answers nobody").isEqualTo("open");
    seen("SO-9", "p4", sent(0x070707));
    awaitState(voice, "closed");
    awaitState(meanwhile, "closed");
  }

  private static HttpResponse<String> kept(String order, String hash) {
    return quality.put("/api/orders/%s/evidence/%s".formatted(order, hash), "{\"internal\": true}");
  }

  @Test
  void a_paper_shows_nobody_what_a_place_looks_like() {
    shop.order("SO-10");
    long voice = asked("SO-10");
    byte[] paper = EvidenceFiles.paper("certificate");
    String hash = EvidenceFiles.hash(paper);
    assertThat(plant.put("/api/evidence/" + hash, paper).statusCode()).isEqualTo(201);
    seen("SO-10", "p1", hash);
    awaitRows(amelia, "SO-10", 1);
    assertThat(stateOf(voice)).isEqualTo("open");

    byte[] clip = EvidenceFiles.clip(3, 2_000);
    String filmed = EvidenceFiles.hash(clip);
    assertThat(plant.put("/api/evidence/" + filmed, clip).statusCode()).isEqualTo(201);
    seen("SO-10", "p2", filmed);

    awaitState(voice, "closed");
    assertThat(amelia.get("/api/voices/" + voice).body()).contains("a clip from station 4");
  }

  @Test
  void a_report_says_whether_a_photo_shows_it() {
    shop.order("SO-11");
    byte[] paper = EvidenceFiles.paper("protocol");
    String hash = EvidenceFiles.hash(paper);
    assertThat(plant.put("/api/evidence/" + hash, paper).statusCode()).isEqualTo(201);
    seen("SO-11", "p1", hash);
    seen("SO-11", "p2", sent(0x080808));
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                """
                SELECT coalesce(body ->> 'pictured', 'no') FROM event
                 WHERE report_id IN ('p1', 'p2') AND order_id = (SELECT id FROM orders WHERE number = 'SO-11')
                 ORDER BY report_id\
                """))
        .containsExactly("no", "true");
    HttpResponse<String> told =
        report(
            "SO-11",
            "p3",
            "\"kind\": \"progressed\", \"operation\": \"Assembly\", \"good\": 1, \"pictured\":"
                + " true");
    assertThat(told.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(told).get("field").asText()).isEqualTo("pictured");
  }

  @Test
  void a_message_that_is_closed_otherwise_waits_for_no_picture() {
    shop.order("SO-7");
    long voice = TestClient.json(ask(amelia, "SO-7", "assembly")).get("voice").asLong();
    int version = amelia.json("/api/voices/" + voice).get("version").asInt();
    assertThat(
            amelia
                .post(
                    "/api/voices/" + voice + "/closing",
                    "{\"version\": %d}".formatted(version),
                    "Idempotency-Key",
                    "close-7")
                .statusCode())
        .isLessThan(300);
    TestWatcher.await(
        "nothing is asked", () -> amelia.json("/api/orders/SO-7/evidence").get("asked").isEmpty());
  }
}
