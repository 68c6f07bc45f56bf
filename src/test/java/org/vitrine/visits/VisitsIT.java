package org.vitrine.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Visits are planned, moved, missed and noted; whoever looks reads what is theirs. */
class VisitsIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static VisitShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new VisitShop(vitrine, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String at(long number) {
    return "/api/visits/" + number;
  }

  @Test
  void both_sides_are_invited_and_read_what_is_planned() {
    long number = shop.planned(Duration.ofDays(3));
    JsonNode page = shop.li().json(at(number));
    assertThat(page.get("state").asText()).isEqualTo("planned");
    assertThat(page.at("/by/name").asText()).isEqualTo(VisitShop.LI);
    assertThat(page.at("/with/0/name").asText()).isEqualTo("amelia@northwind.example");
    assertThat(page.at("/history/0/kind").asText()).isEqualTo("planned");
    TestClient amelia = shop.amelia();
    JsonNode theirs = amelia.json(at(number));
    assertThat(theirs.has("history")).isFalse();
    assertThat(theirs.at("/company/code").isMissingNode()).isTrue();
    assertThat(theirs.at("/by/id").isMissingNode()).isTrue();
    assertThat(amelia.json("/api/visits").toString()).contains(String.valueOf(number));
    assertThat(amelia.json("/api/invitations").toString()).contains("visit");
  }

  @Test
  void another_company_reads_nothing_of_it() {
    long number = shop.noted();
    TestClient jonas = shop.jonas();
    assertThat(jonas.get(at(number)).statusCode()).isEqualTo(404);
    assertThat(jonas.get(at(987_654)).statusCode()).isEqualTo(404);
    assertThat(jonas.post(at(number) + "/confirmation", "").statusCode()).isEqualTo(404);
    assertThat(
            jonas.post(at(number) + "/corrections", "{\"line\": 1, \"text\": \"No\"}").statusCode())
        .isEqualTo(404);
    assertThat(jonas.get("/api/visits").body()).doesNotContain(String.valueOf(number));
    assertThat(jonas.get("/api/visits?company=northwind").statusCode()).isEqualTo(403);
    assertThat(jonas.get("/api/visit-round").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"at\": \"2199-01-01T00:00:00Z\"} | company",
        "{\"company\": \"nobody\", \"at\": \"2199-01-01T00:00:00Z\"} | company",
        "{\"company\": \"northwind\"} | at",
        "{\"company\": \"northwind\", \"at\": \"1999-01-01T00:00:00Z\"} | at",
        "{\"company\": \"northwind\", \"at\": \"2020-01-01T00:00:00Z\"} | at",
        "{\"company\": \"northwind\", \"at\": \"tomorrow\"} | at",
        "{\"company\": \"northwind\", \"at\": \"2199-01-01T00:00:00Z\", \"minutes\": 0} | minutes",
        "{\"company\": \"northwind\", \"at\": \"2199-01-01T00:00:00Z\", \"kind\": \"fax\"} | kind",
        "{\"company\": \"northwind\", \"at\": \"2199-01-01T00:00:00Z\", \"role\": \"king\"} | role",
        "{\"company\": \"northwind\", \"at\": \"2199-01-01T00:00:00Z\", \"by\": \"x@y.z\"} | by",
        "{\"company\": \"northwind\", \"at\": \"2199-01-01T00:00:00Z\","
            + " \"with\": [\"jonas@baltic.example\"]} | with"
      })
  void what_cannot_be_planned_is_said_at_its_field(String body, String field) {
    HttpResponse<String> refused = shop.li().post("/api/visits", body);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(TestClient.json(refused).get("field").asText()).isEqualTo(field);
  }

  @Test
  void it_is_moved_by_the_version_that_was_looked_at_until_its_time_comes() {
    TestClient li = shop.li();
    long number = shop.planned(Duration.ofHours(5));
    Instant later = shop.in(Duration.ofHours(7));
    String body = "{\"at\": \"%s\", \"place\": \"北京 5\"}".formatted(later);
    assertThat(li.put(at(number), body, "If-Match", "\"7\"").statusCode()).isEqualTo(412);
    JsonNode moved = VisitShop.require(li.put(at(number), body, "If-Match", "\"1\""));
    assertThat(moved.get("version").asInt()).isEqualTo(2);
    assertThat(moved.get("place").asText()).isEqualTo("北京 5");
    assertThat(li.put(at(number), body, "If-Match", "\"1\"").statusCode()).isEqualTo(412);
    assertThat(li.put(at(number), "{}").statusCode()).isEqualTo(422);
    assertThat(shop.zhang().put(at(number), "{\"minutes\": 30}").statusCode()).isEqualTo(403);
    CLOCK.pass(Duration.ofHours(8));
    assertThat(shop.li().put(at(number), "{\"minutes\": 30}").statusCode()).isEqualTo(409);
  }

  @Test
  void what_was_missed_needs_a_reason_and_stays_missed() {
    long number = shop.planned(Duration.ofHours(1));
    String missed = "{\"outcome\": \"missed\", \"reason\": \"Snow\"}";
    assertThat(shop.li().post(at(number) + "/outcome", missed).statusCode())
        .as("it is still to come")
        .isEqualTo(409);
    CLOCK.pass(Duration.ofHours(2));
    TestClient li = shop.li();
    assertThat(
            li.post(at(number) + "/outcome", "{\"outcome\": \"cancelled\", \"reason\": \"x\"}")
                .statusCode())
        .as("a miss is not dressed as called off")
        .isEqualTo(409);
    assertThat(li.post(at(number) + "/outcome", "{\"outcome\": \"missed\"}").body())
        .contains("\"field\":\"reason\"");
    JsonNode page = VisitShop.require(li.post(at(number) + "/outcome", missed));
    assertThat(page.get("state").asText()).isEqualTo("missed");
    assertThat(page.at("/history").findValuesAsText("reason")).contains("Snow");
    assertThat(
            li.post(at(number) + "/record", VisitShop.record(UUID.randomUUID(), shop.today()))
                .statusCode())
        .isEqualTo(409);
    assertThat(shop.amelia().get(at(number)).statusCode()).as("the house's own").isEqualTo(404);
  }

  @Test
  void what_passed_without_a_word_is_not_noted_and_never_made() {
    long number = shop.planned(Duration.ofHours(1));
    CLOCK.pass(Duration.ofHours(25));
    vitrine.vitrine().rooms().visits().clockWork().round();
    assertThat(shop.li().json(at(number)).get("state").asText()).isEqualTo("planned");
    CLOCK.pass(Duration.ofHours(2));
    vitrine.vitrine().rooms().visits().clockWork().round();
    assertThat(shop.li().json(at(number)).get("state").asText()).isEqualTo("not-noted");
    VisitShop.require(
        shop.li()
            .post(
                at(number) + "/record",
                VisitShop.record(UUID.randomUUID(), shop.today().plusDays(3))));
    assertThat(shop.li().json(at(number)).get("state").asText()).isEqualTo("made");
  }

  @Test
  void a_call_is_noted_down_afterwards_and_counts_as_met() {
    long number = shop.planned(shop.wang(), "baltic", Duration.ofHours(-3), ", \"kind\": \"call\"");
    VisitShop.require(
        shop.wang()
            .post(
                at(number) + "/record",
                "{\"id\": \"%s\", \"facts\": [\"All is well\"]}".formatted(UUID.randomUUID())));
    var visits = vitrine.vitrine().rooms().visits();
    var baltic = vitrine.vitrine().rooms().companies().find("baltic").orElseThrow().id();
    assertThat(visits.lastTouch(vitrine.vitrine().database(), baltic))
        .hasValueSatisfying(met -> assertThat(met).isBefore(CLOCK.instant()));
    assertThat(shop.wang().json("/api/visit-dues").toString())
        .as("who has just become a customer is late for nobody")
        .doesNotContain("baltic");
    CLOCK.pass(Duration.ofDays(46));
    JsonNode rows = shop.wang().json("/api/visit-dues").get("rows");
    JsonNode due =
        IntStream.range(0, rows.size())
            .mapToObj(rows::get)
            .filter(row -> row.at("/company/code").asText().equals("baltic"))
            .filter(row -> row.get("role").asText().equals("account-manager"))
            .findFirst()
            .orElseThrow();
    assertThat(due.at("/last/how").asText()).isEqualTo("call");
    assertThat(due.at("/cadence/longestDays").asInt()).isEqualTo(45);
    assertThat(due.at("/cadence/owner").asText()).isEqualTo("default");
    assertThat(due.at("/managers/0").asText()).isEqualTo(VisitShop.WANG);
    assertThat(
            visits
                .cadence(vitrine.vitrine().database(), shop.today().minusDays(80), shop.today())
                .stream()
                .filter(one -> one.code().equals("baltic")))
        .hasSize(2)
        .anySatisfy(one -> assertThat(one.kept()).isEqualTo(1));
  }

  @Test
  void whoever_goes_instead_has_the_visits_in_their_week_and_may_note_them() {
    TestClient li = shop.li();
    long number = shop.planned(Duration.ofDays(2));
    String day = JsonDays.of(li.json(at(number)).get("at").asText());
    String body =
        "{\"substitute\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
            .formatted(VisitShop.WANG, day, day);
    long id = VisitShop.require(li.post("/api/visit-covers", body)).get("id").asLong();
    assertThat(li.post("/api/visit-covers", body).statusCode()).as("twice").isEqualTo(409);
    String chained =
        "{\"substitute\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
            .formatted(VisitShop.LI, day, day);
    assertThat(shop.wang().post("/api/visit-covers", chained).body()).contains("\"status\":409");
    assertThat(
            shop.wang().json("/api/visit-round?from=" + day).at("/days/0/visits/0/number").asLong())
        .isEqualTo(number);
    assertThat(li.json("/api/visit-round?from=" + day).at("/days/0/visits")).isEmpty();
    assertThat(li.json(at(number)).at("/substitute/name").asText()).isEqualTo(VisitShop.WANG);
    assertThat(li.delete("/api/visit-covers/" + id).statusCode()).isEqualTo(204);
    assertThat(li.delete("/api/visit-covers/" + id).statusCode()).isEqualTo(404);
    assertThat(li.json("/api/visit-round?from=" + day).at("/days/0/visits/0/number").asLong())
        .isEqualTo(number);
    assertThat(
            li.post("/api/visit-covers", body.replace("\"until\": \"2", "\"until\": \"1"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void whoever_goes_instead_is_invited_and_whoever_is_away_is_told_and_back() {
    TestClient li = shop.li();
    long number = shop.planned(Duration.ofDays(9));
    assertThat(invited(VisitShop.LI, number)).isTrue();
    assertThat(invited(VisitShop.WANG, number)).isFalse();
    String day = JsonDays.of(li.json(at(number)).get("at").asText());
    String body =
        "{\"substitute\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
            .formatted(VisitShop.WANG, day, day);
    long id = VisitShop.require(li.post("/api/visit-covers", body)).get("id").asLong();
    assertThat(invited(VisitShop.WANG, number)).isTrue();
    assertThat(invited(VisitShop.LI, number)).isFalse();
    assertThat(lastMail(VisitShop.WANG)).contains("invites you to", VisitShop.WANG);
    assertThat(lastMail(VisitShop.LI)).doesNotContain("invites you to");
    assertThat(sequence(VisitShop.LI, number)).as("a cancellation is newer").isEqualTo("1");

    long later = shop.planned(Duration.ofDays(9));
    assertThat(invited(VisitShop.WANG, later)).as("planned into the holiday").isTrue();
    assertThat(invited(VisitShop.LI, later)).isFalse();

    assertThat(li.delete("/api/visit-covers/" + id).statusCode()).isEqualTo(204);
    assertThat(invited(VisitShop.WANG, number)).isFalse();
    assertThat(invited(VisitShop.LI, number)).isTrue();
    assertThat(invited(VisitShop.LI, later)).isTrue();
    assertThat(lastMail(VisitShop.LI)).contains("invites you to");
    assertThat(sequence(VisitShop.LI, number)).as("never an older one").isEqualTo("1");
  }

  private static String sequence(String email, long number) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT i.sequence
              FROM invitation i
              JOIN person p ON p.id = i.person_id
             WHERE i.kind = 'visit' AND i.occasion = %d AND p.email = '%s'\
            """
                .formatted(number, email))
        .getFirst();
  }

  private static boolean invited(String email, long number) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT p.email
              FROM invitation i
              JOIN person p ON p.id = i.person_id
             WHERE i.kind = 'visit' AND i.occasion = %d AND i.withdrawn_at IS NULL\
            """
                .formatted(number))
        .contains(email);
  }

  private static String lastMail(String email) {
    return new TestMailbox(vitrine).to(email).getLast();
  }

  @Test
  void filters_that_make_no_sense_are_refused() {
    TestClient li = shop.li();
    for (String query :
        List.of(
            "from=2026-12-02&until=2026-12-01",
            "from=yesterday",
            "state=done",
            "company=nobody",
            "by=x@y.z",
            "limit=0",
            "after=x",
            "colour=red")) {
      assertThat(li.get("/api/visits?" + query).statusCode()).as(query).isEqualTo(422);
    }
  }

  @Test
  void open_pages_move_with_it() {
    long number = shop.planned(Duration.ofDays(4));
    try (TestWatcher watcher = new TestWatcher(vitrine, shop.amelia())) {
      watcher.watch("visits").watch("visits/" + number);
      await("it is there", () -> watcher.page("visits/" + number) != null);
      VisitShop.require(shop.li().put(at(number), "{\"minutes\": 90}"));
      await(
          "it moved",
          () ->
              watcher.page("visits/" + number).path("minutes").asInt() == 90
                  && watcher.page("visits").at("/rows/" + number + "/minutes").asInt() == 90);
    }
  }

  @Test
  void two_who_move_it_at_once_do_so_one_after_the_other() {
    TestClient li = shop.li();
    long number = shop.planned(Duration.ofDays(5));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers =
          IntStream.range(0, 6)
              .mapToObj(
                  turn ->
                      CompletableFuture.supplyAsync(
                          () ->
                              li.put(
                                      at(number),
                                      "{\"minutes\": %d}".formatted(70 + turn),
                                      "If-Match",
                                      "\"1\"")
                                  .statusCode(),
                          threads))
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).containsOnlyOnce(200);
    }
    assertThat(li.json(at(number)).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void the_sheet_builds_itself_from_what_is_open() {
    shop.shop().order("SO-PREP");
    long number = shop.noted();
    TestClient li = shop.li();
    await(
        "the order is in lists",
        () -> !li.json(at(number) + "/preparation").at("/parts/orders").isMissingNode());
    JsonNode sheet = li.json(at(number) + "/preparation");
    assertThat(sheet.at("/parts/orders").toString()).contains("SO-PREP");
    assertThat(sheet.at("/parts/messages").toString()).contains("A smaller crate");
    assertThat(sheet.at("/parts/promises").toString()).contains("Send the drawing");
    assertThat(sheet.at("/company/code").asText()).isEqualTo("northwind");
    assertThat(sheet.has("metAt")).isTrue();
    assertThat(shop.amelia().get(at(number) + "/preparation").statusCode()).isEqualTo(403);
  }
}
