package org.vitrine.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
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

/** What was said is noted in one act, and the company reads it and says what is otherwise. */
class VisitRecordIT {
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

  private static HttpResponse<String> correct(TestClient by, long number, int line, String text) {
    return by.post(
        at(number) + "/corrections", "{\"line\": %d, \"text\": \"%s\"}".formatted(line, text));
  }

  /** One that has just begun. */
  private static long begun() {
    long number = shop.planned(Duration.ofHours(1));
    CLOCK.pass(Duration.ofHours(2));
    return number;
  }

  @Test
  void each_wish_becomes_a_message_and_each_promise_an_action() {
    long number = shop.noted();
    JsonNode page = shop.li().json(at(number));
    assertThat(page.get("state").asText()).isEqualTo("made");
    JsonNode lines = page.at("/record/lines");
    assertThat(lines.at("/1/kind").asText()).isEqualTo("fact");
    long message = lines.at("/2/message").asLong();
    long action = lines.at("/3/action").asLong();
    TestClient amelia = shop.amelia();
    JsonNode wish = amelia.json("/api/voices/" + message);
    assertThat(wish.get("kind").asText()).isEqualTo("wish");
    assertThat(wish.get("by").asText()).isEqualTo("amelia@northwind.example");
    assertThat(wish.at("/origin/key").asText()).isEqualTo(String.valueOf(number));
    JsonNode promised = amelia.json("/api/actions/" + action);
    assertThat(promised.get("text").asText()).isEqualTo("Send the drawing");
    assertThat(promised.get("owner").toString()).contains(VisitShop.LI);
    assertThat(shop.jonas().get("/api/actions/" + action).statusCode()).isEqualTo(404);
    assertThat(new TestMailbox(vitrine).to("amelia@northwind.example"))
        .anySatisfy(mail -> assertThat(mail).contains("What was said is noted"));
  }

  @Test
  void the_same_sent_again_changes_nothing_however_many_send_it_at_once() {
    TestClient li = shop.li();
    long number = begun();
    UUID id = UUID.randomUUID();
    String body = VisitShop.record(id, shop.today().plusDays(7));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers =
          IntStream.range(0, 6)
              .mapToObj(
                  any ->
                      CompletableFuture.supplyAsync(
                          () -> li.post(at(number) + "/record", body).statusCode(), threads))
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
    }
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT count(*) FROM voice WHERE origin_key = '%d'".formatted(number)))
        .containsExactly("1");
    assertThat(
            li.post(at(number) + "/record", body.replace("second line", "third line")).statusCode())
        .as("something else under the same id")
        .isEqualTo(409);
    assertThat(
            li.post(
                    at(number) + "/record",
                    VisitShop.record(UUID.randomUUID(), shop.today().plusDays(7)))
                .statusCode())
        .as("noted by another device")
        .isEqualTo(409);
    long other = begun();
    assertThat(shop.li().post(at(other) + "/record", body).body()).contains("\"field\":\"id\"");
  }

  @Test
  void two_visits_noted_at_once_under_one_id_are_one_and_a_refusal() {
    List<Long> numbers = List.of(begun(), begun());
    TestClient li = shop.li();
    String body = VisitShop.record(UUID.randomUUID(), shop.today().plusDays(7));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> sent =
          numbers.stream()
              .map(
                  number ->
                      CompletableFuture.supplyAsync(
                          () -> li.post(at(number) + "/record", body).statusCode(), threads))
              .toList();
      assertThat(sent.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"facts\": [] | facts",
        "\"facts\": [\" \"] | facts[0]",
        "\"wishes\": [{\"text\": \"\"}] | wishes[0].text",
        "\"promises\": [{\"text\": \"x\"}] | promises[0].due",
        "\"promises\": [{\"text\": \"x\", \"due\": \"2001-01-01\"}] | promises[0].due",
        "\"promises\": [{\"text\": \"x\", \"due\": \"2199-01-01\", \"owner\": \"a@b.c\"}] |"
            + " promises[0].owner",
        "\"facts\": [\"x\"], \"photos\": [\"abc\"] | photos"
      })
  void what_cannot_be_noted_is_said_at_its_line_and_nothing_of_it_is_kept(
      String part, String field) {
    long number = begun();
    HttpResponse<String> refused =
        shop.li()
            .post(
                at(number) + "/record", "{\"id\": \"%s\", %s}".formatted(UUID.randomUUID(), part));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(TestClient.json(refused).path("field").asText()).startsWith(field);
    assertThat(shop.li().json(at(number)).get("state").asText()).isEqualTo("planned");
  }

  @Test
  void a_promise_that_cannot_be_kept_leaves_no_message_either() {
    long number = begun();
    String body =
        """
        {"id": "%s", "wishes": [{"text": "Alone %d"}],
         "promises": [{"text": "x", "due": "2001-01-01"}]}\
        """
            .formatted(UUID.randomUUID(), number);
    assertThat(shop.li().post(at(number) + "/record", body).statusCode()).isEqualTo(422);
    assertThat(shop.amelia().json("/api/voices").toString()).doesNotContain("Alone " + number);
  }

  @Test
  void what_has_not_begun_cannot_be_noted_nor_by_somebody_else() {
    long number = shop.planned(Duration.ofHours(3));
    String body = VisitShop.record(UUID.randomUUID(), shop.today().plusDays(7));
    assertThat(shop.li().post(at(number) + "/record", body).statusCode()).isEqualTo(409);
    assertThat(shop.zhang().post(at(number) + "/record", body).statusCode()).isEqualTo(403);
    assertThat(shop.amelia().post(at(number) + "/record", body).statusCode()).isEqualTo(403);
  }

  @Test
  void their_wording_stands_beside_ours_which_stays_and_the_house_is_told() {
    long number = shop.noted();
    TestClient amelia = shop.amelia();
    VisitShop.require(correct(amelia, number, 1, "A third line, 第三条"));
    JsonNode page = VisitShop.require(correct(amelia, number, 1, "Two more lines"));
    JsonNode line = page.at("/record/lines/1");
    assertThat(line.get("text").asText()).isEqualTo("They build a second line");
    assertThat(line.at("/corrected/text").asText()).isEqualTo("Two more lines");
    assertThat(line.at("/corrected/by").asText()).isEqualTo("amelia@northwind.example");
    assertThat(correct(amelia, number, 9, "x").statusCode()).isEqualTo(422);
    assertThat(correct(shop.li(), number, 1, "x").statusCode()).isEqualTo(403);
    await(
        "the house is told",
        () ->
            new TestMailbox(vitrine)
                .to(VisitShop.LI).stream().anyMatch(mail -> mail.contains("has corrected")));

    assertThat(inList(amelia, number).get("confirmed").asBoolean()).isFalse();
    JsonNode confirmed = VisitShop.require(amelia.post(at(number) + "/confirmation", ""));
    assertThat(inList(amelia, number).get("confirmed").asBoolean()).isTrue();
    assertThat(confirmed.at("/record/confirmed/how").asText()).isEqualTo("word");
    assertThat(confirmed.at("/record/corrections").asInt()).isEqualTo(1);
    assertThat(correct(amelia, number, 2, "too late").statusCode()).isEqualTo(409);
    assertThat(amelia.post(at(number) + "/confirmation", "").statusCode()).isEqualTo(409);
  }

  private static JsonNode inList(TestClient by, long number) {
    return by.json("/api/visits")
        .get("visits")
        .valueStream()
        .filter(visit -> visit.get("number").asLong() == number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void silence_confirms_after_seven_days_and_says_so() {
    long number = shop.noted();
    CLOCK.pass(Duration.ofDays(7).minusMinutes(1));
    vitrine.vitrine().rooms().visits().clockWork().round();
    VisitShop.require(correct(shop.amelia(), number, 2, "In time"));
    CLOCK.pass(Duration.ofMinutes(2));
    assertThat(correct(shop.amelia(), number, 2, "Late").statusCode())
        .as("whether or not the clock has come round")
        .isEqualTo(409);
    vitrine.vitrine().rooms().visits().clockWork().round();
    JsonNode record = shop.amelia().json(at(number)).get("record");
    assertThat(record.at("/confirmed/how").asText()).isEqualTo("silence");
    assertThat(record.at("/confirmed/by").isMissingNode()).isTrue();
    assertThat(record.at("/lines/2/corrected/text").asText()).isEqualTo("In time");
  }

  @Test
  void who_confirms_while_another_corrects_has_either_before_the_other() {
    long number = shop.noted();
    TestClient amelia = shop.amelia();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var confirming =
          CompletableFuture.supplyAsync(
              () -> amelia.post(at(number) + "/confirmation", "").statusCode(), threads);
      var correcting =
          CompletableFuture.supplyAsync(
              () -> correct(amelia, number, 1, "At once").statusCode(), threads);
      assertThat(confirming.join()).isEqualTo(200);
      assertThat(correcting.join()).isIn(200, 409);
      boolean corrected = amelia.json(at(number)).at("/record/lines/1").has("corrected");
      assertThat(corrected).isEqualTo(correcting.join() == 200);
    }
  }

  @Test
  void it_is_found_by_what_was_noted_and_by_its_own_company_alone() {
    long number = shop.noted();
    await(
        "it is found",
        () -> shop.amelia().get("/api/search?text=" + number).body().contains("/visits/" + number));
    assertThat(shop.jonas().get("/api/search?text=" + number).body())
        .doesNotContain("/visits/" + number);
  }
}
