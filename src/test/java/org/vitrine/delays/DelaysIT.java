package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.tracking.GlassField;

/** Customers are asked about another date, and what they say is what counts. */
class DelaysIT {
  private static final TestClock CLOCK = new TestClock();
  private static final Pattern LINK =
      Pattern.compile("/delay-offer#([A-Za-z0-9_-]{43})(?![.\\w-])");
  private static TestVitrine vitrine;
  private static DelayShop shop;
  private static int orders = 100;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new DelayShop(vitrine, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String order() {
    String number = "SO-" + ++orders;
    shop.order(number);
    return number;
  }

  @Test
  void what_is_accepted_is_promised_in_the_same_moment() {
    String order = order();
    String offer = shop.offered(order, "[1, 2]", 15, ", \"remedies\": [\"cancel-free\"]");
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(10).toString());

    JsonNode answered =
        DelayShop.require(
            shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\", \"words\": \"Fine\"}"));
    assertThat(answered.get("state").asText()).isEqualTo("accepted");
    assertThat(answered.at("/answer/by").asText()).isEqualTo("amelia@northwind.example");
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(15).toString());
    assertThat(shop.promised(order, 2)).isEqualTo(shop.today().plusDays(15).toString());
    assertThat(shop.history(shop.amelia(), order))
        .containsSubsequence("delay-offered", "promise-revised", "delay-answered");
    JsonNode revised =
        shop
            .amelia()
            .json("/api/orders/" + order + "/events")
            .get("events")
            .findParents("kind")
            .stream()
            .filter(one -> one.get("kind").asText().equals("promise-revised"))
            .findFirst()
            .orElseThrow();
    assertThat(revised.at("/body/offer").asText()).isEqualTo(offer);
    assertThat(revised.at("/body/cause").asText()).isEqualTo("supplier-late");
    assertThat(revised.at("/body/side").asText()).isEqualTo("supplier");
  }

  @Test
  void customers_are_told_of_each_offer_once_until_somebody_answers() {
    String order = order();
    String offer = shop.offered(order, "[1, 2]", 15, "");
    shop.clockStrikes();
    shop.clockStrikes();
    for (TestClient one : List.of(shop.amelia(), shop.jonas())) {
      TestWatcher.await("the notice", () -> told(one, offer) == 1);
    }
    assertThat(told(shop.li(), offer) + told(shop.stranger(), offer)).isZero();
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT count(*) FROM notice WHERE facts ->> 'offer' = '%s' AND mailed_at IS NULL"
                    .formatted(offer)))
        .as("each has the mail of the offer")
        .containsExactly("0");

    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"decline\"}"));
    for (TestClient one : List.of(shop.amelia(), shop.jonas())) {
      TestWatcher.await("its end", () -> told(one, offer) == 0);
    }
    String renewed = shop.offered(order, "[1, 2]", 20, "");
    shop.clockStrikes();
    TestWatcher.await("the notice of the other", () -> told(shop.jonas(), renewed) == 1);
    DelayShop.require(shop.li().post("/api/delay-offers/" + renewed + "/withdrawal", ""));
    TestWatcher.await("its end", () -> told(shop.jonas(), renewed) == 0);
    assertThat(shop.jonas().json("/api/notices").toString()).contains("delay.withdrawn");
  }

  private static long told(TestClient reader, String offer) {
    return reader
        .json("/api/notices")
        .get("notices")
        .valueStream()
        .filter(one -> one.at("/facts/offer").asText().equals(offer))
        .count();
  }

  @Test
  void some_lines_are_accepted_and_the_others_stay_as_promised() {
    String order = order();
    String offer = shop.offered(order, "[1, 2]", 15, "");
    assertThat(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept-part\"}").statusCode())
        .isEqualTo(422);
    assertThat(
            shop.answer(shop.amelia(), offer, "{\"answer\": \"accept-part\", \"lines\": [3]}")
                .body())
        .contains("\"field\":\"lines\"");
    DelayShop.require(
        shop.answer(shop.amelia(), offer, "{\"answer\": \"accept-part\", \"lines\": [2]}"));
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(10).toString());
    assertThat(shop.promised(order, 2)).isEqualTo(shop.today().plusDays(15).toString());
  }

  @Test
  void a_part_first_is_taken_as_it_was_offered() {
    String order = order();
    String offer =
        shop.offered(
            order,
            "[1]",
            15,
            ", \"remedies\": [\"part-first\"], \"part\": {\"line\": 1, \"quantity\": 8, \"date\": \"%s\"}"
                .formatted(shop.today().plusDays(9)));
    JsonNode said =
        DelayShop.require(
            shop.answer(shop.amelia(), offer, "{\"answer\": \"accept-part\", \"part\": true}"));
    assertThat(said.at("/answer/remedy").asText()).isEqualTo("part-first");
    assertThat(said.at("/part/quantity").asInt()).isEqualTo(8);
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(15).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"remedies\": [\"part-first\"]|part",
        "\"remedies\": [\"part-first\"], \"part\": {\"line\": 1, \"date\": \"+9\"}|part.quantity",
        "\"remedies\": [\"part-first\"], \"part\": {\"line\": 1, \"quantity\": 0, \"date\":"
            + " \"+9\"}|part.quantity",
        "\"remedies\": [\"part-first\"], \"part\": {\"line\": 1, \"quantity\": 8}|part.date",
        "\"remedies\": [\"part-first\"], \"part\": {\"line\": 1, \"quantity\": 20, \"date\":"
            + " \"+9\"}|part.quantity",
        "\"remedies\": [\"part-first\"], \"part\": {\"line\": 2, \"quantity\": 8, \"date\":"
            + " \"+9\"}|part.line",
        "\"remedies\": [], \"part\": {\"line\": 1, \"quantity\": 8, \"date\": \"+9\"}|part",
      })
  void a_part_first_says_what_comes_when(String more, String field) {
    HttpResponse<String> refused =
        shop.offering(
            order(),
            "\"lines\": [1], \"kind\": \"date\", \"date\": \"%s\", %s"
                .formatted(
                    shop.today().plusDays(15),
                    more.replace("+9", shop.today().plusDays(9).toString())));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void the_first_answer_counts_and_the_second_is_told_what_stands() {
    String offer = shop.offered(order(), "[1]", 15, "");
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}"));
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}"));
    HttpResponse<String> second = shop.answer(shop.jonas(), offer, "{\"answer\": \"decline\"}");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("amelia@northwind.example: accept");
  }

  @Test
  void of_many_who_answer_at_once_one_is_heard() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    TestClient amelia = shop.amelia();
    TestClient jonas = shop.jonas();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    List<CompletableFuture<Integer>> said =
        IntStream.range(0, 6)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () ->
                            shop.answer(
                                    n % 2 == 0 ? amelia : jonas,
                                    offer,
                                    n % 2 == 0
                                        ? "{\"answer\": \"decline\", \"words\": \"%d\"}"
                                            .formatted(n)
                                        : "{\"answer\": \"call-me\", \"call\": \"%d\"}"
                                            .formatted(n))
                                .statusCode(),
                        threads))
            .toList();
    assertThat(said.stream().map(CompletableFuture::join).filter(code -> code == 200)).hasSize(1);
    threads.close();
    assertThat(shop.history(shop.amelia(), order)).containsOnlyOnce("delay-answered");
  }

  @Test
  void whoever_declined_can_still_say_yes_until_the_last_day() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"decline\"}"));
    assertThat(shop.read(shop.amelia(), offer).get("can").toString()).isEqualTo("[\"accept\"]");
    assertThat(
            shop.answer(shop.jonas(), offer, "{\"answer\": \"call-me\", \"call\": \"1\"}")
                .statusCode())
        .isEqualTo(409);
    DelayShop.require(shop.answer(shop.jonas(), offer, "{\"answer\": \"accept\"}"));
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(15).toString());
  }

  @Test
  void the_house_takes_the_day_that_was_named() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    DelayShop.require(
        shop.answer(
            shop.amelia(),
            offer,
            "{\"answer\": \"other-day\", \"date\": \"%s\"}".formatted(shop.today().plusDays(12))));
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(10).toString());
    DelayShop.require(shop.li().post("/api/delay-offers/" + offer + "/day-taken", ""));
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(12).toString());
    assertThat(shop.state(offer)).isEqualTo("day-taken");
  }

  @Test
  void who_asks_for_a_call_gets_a_message_with_its_clock() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    assertThat(shop.answer(shop.amelia(), offer, "{\"answer\": \"call-me\"}").body())
        .contains("\"field\":\"call\"");
    DelayShop.require(
        shop.answer(
            shop.amelia(), offer, "{\"answer\": \"call-me\", \"call\": \"0171 55, mornings\"}"));
    assertThat(shop.amelia().json("/api/voices?order=" + order).toString())
        .contains("0171 55, mornings");
  }

  @Test
  void the_consent_to_an_open_date_is_taken_back_until_it_ships() {
    String order = order();
    String open =
        "\"lines\": [1, 2], \"kind\": \"open\", \"nextWordBy\": \"%s\""
            .formatted(shop.today().plusDays(3));
    String offer = DelayShop.require(shop.offering(order, open)).get("id").asText();
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}"));
    assertThat(shop.promised(order, 1)).isEmpty();
    DelayShop.require(shop.amelia().post("/api/delay-offers/" + offer + "/taking-back", ""));
    DelayShop.require(shop.amelia().post("/api/delay-offers/" + offer + "/taking-back", ""));
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(10).toString());
    assertThat(shop.history(shop.amelia(), order)).containsOnlyOnce("delay-taken-back");

    String again = DelayShop.require(shop.offering(order, open)).get("id").asText();
    DelayShop.require(shop.answer(shop.amelia(), again, "{\"answer\": \"accept\"}"));
    DelayShop.require(
        shop.integrator()
            .put(
                "/api/orders/" + order + "/shipments/DN-" + order,
                "{\"leftOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": 2}]}"
                    .formatted(shop.today())));
    assertThat(shop.amelia().post("/api/delay-offers/" + again + "/taking-back", "").statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_date_that_was_agreed_since_is_not_undone_by_taking_an_older_consent_back() {
    String order = order();
    String open =
        "\"lines\": [1, 2], \"kind\": \"open\", \"nextWordBy\": \"%s\""
            .formatted(shop.today().plusDays(3));
    String offer = DelayShop.require(shop.offering(order, open)).get("id").asText();
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}"));
    String later = shop.offered(order, "[1]", 20, "");
    DelayShop.require(shop.answer(shop.amelia(), later, "{\"answer\": \"accept\"}"));
    DelayShop.require(shop.amelia().post("/api/delay-offers/" + offer + "/taking-back", ""));
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(20).toString());
    assertThat(shop.promised(order, 2)).isEqualTo(shop.today().plusDays(10).toString());

    String other = order();
    String first = DelayShop.require(shop.offering(other, open)).get("id").asText();
    DelayShop.require(shop.answer(shop.amelia(), first, "{\"answer\": \"accept\"}"));
    assertThat(shop.read(shop.amelia(), first).get("can").toString()).isEqualTo("[\"take-back\"]");
    String both = shop.offered(other, "[1, 2]", 20, "");
    DelayShop.require(shop.answer(shop.amelia(), both, "{\"answer\": \"accept\"}"));
    assertThat(shop.read(shop.amelia(), first).get("can")).isEmpty();
    assertThat(shop.amelia().post("/api/delay-offers/" + first + "/taking-back", "").statusCode())
        .isEqualTo(409);
    assertThat(shop.promised(other, 2)).isEqualTo(shop.today().plusDays(20).toString());
  }

  @Test
  void a_cancelled_line_does_not_keep_the_consent_for_the_others() {
    String order = order();
    String open =
        "\"lines\": [1, 2], \"kind\": \"open\", \"nextWordBy\": \"%s\""
            .formatted(shop.today().plusDays(3));
    String offer = DelayShop.require(shop.offering(order, open)).get("id").asText();
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}"));
    DelayShop.require(
        shop.li()
            .put(
                "/api/orders/" + order + "/cancellation",
                "{\"line\": 1, \"reason\": \"Not needed\"}"));
    DelayShop.require(shop.amelia().post("/api/delay-offers/" + offer + "/taking-back", ""));
    assertThat(shop.promised(order, 2)).isEqualTo(shop.today().plusDays(10).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"answer\": \"other-day\", \"date\": \"+12\", \"lines\": [1, 99]|lines",
        "\"answer\": \"call-me\", \"call\": \"0171\", \"lines\": [1]|lines",
        "\"answer\": \"decline\", \"part\": true|part",
        "\"answer\": \"accept\", \"lines\": [1]|lines",
      })
  void only_who_agrees_in_part_names_lines(String answer, String field) {
    String offer = shop.offered(order(), "[1, 2]", 15, "");
    String said = answer.replace("+12", shop.today().plusDays(12).toString());
    HttpResponse<String> refused = shop.answer(shop.amelia(), offer, "{" + said + "}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void what_is_over_waits_for_nobody_and_a_day_that_has_passed_is_not_taken() {
    String offer = shop.offered(order(), "[1]", 15, "");
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"decline\"}"));
    String named = shop.offered(order(), "[1]", 15, "");
    DelayShop.require(
        shop.answer(
            shop.amelia(),
            named,
            "{\"answer\": \"other-day\", \"date\": \"%s\"}".formatted(shop.today().plusDays(9))));
    shop.later(Duration.ofDays(8));
    assertThat(shop.read(shop.amelia(), offer).get("can")).isEmpty();
    assertThat(shop.amelia().json("/api/delay-offers").get("offers").has(offer)).isFalse();
    assertThat(shop.li().json("/api/delay-offers").get("offers").has(offer)).isFalse();
    assertThat(shop.amelia().json("/api/delay-offers").get("offers").has(named)).isFalse();
    assertThat(shop.li().json("/api/delay-offers").get("offers").has(named)).isTrue();
    shop.later(Duration.ofDays(2));
    assertThat(shop.li().json("/api/delay-offers").get("offers").has(named)).isFalse();
    assertThat(shop.read(shop.li(), named).get("can").toString()).isEqualTo("[\"withdraw\"]");
    assertThat(shop.li().post("/api/delay-offers/" + named + "/day-taken", "").statusCode())
        .isEqualTo(409);
  }

  @Test
  void silence_is_no_consent_where_no_email_goes_out() {
    shop.agreed("{\"silence\": \"consent\"}");
    HttpResponse<String> refused =
        shop.offering(
            order(),
            "\"lines\": [1], \"kind\": \"date\", \"date\": \"%s\", \"silence\": \"consent\""
                .formatted(shop.today().plusDays(15)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"field\":\"silence\"").contains("No email of yours");
    String offer = shop.offered(order(), "[1]", 15, "");
    shop.clockStrikes();
    assertThat(shop.read(shop.li(), offer).has("toldAt")).isFalse();
    shop.agreed("{\"silence\": \"none\"}");
  }

  @Test
  void an_answer_after_the_last_day_is_too_late_whether_the_clock_has_struck_or_not() {
    String offer = shop.offered(order(), "[1]", 15, "");
    shop.clockStrikes();
    shop.later(Duration.ofDays(7));
    assertThat(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}").statusCode())
        .isEqualTo(409);
    shop.clockStrikes();
    assertThat(shop.state(offer)).isEqualTo("lapsed");
    assertThat(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_withdrawn_offer_is_answered_no_more_and_another_promise_ends_what_was_offered() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    DelayShop.require(shop.li().post("/api/delay-offers/" + offer + "/withdrawal", ""));
    DelayShop.require(shop.li().post("/api/delay-offers/" + offer + "/withdrawal", ""));
    assertThat(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}").body())
        .contains("withdrawn");
    String other = shop.offered(order, "[1]", 15, "");
    DelayShop.require(
        shop.li()
            .put(
                "/api/orders/" + order + "/promise",
                "{\"date\": \"%s\", \"reason\": \"It goes faster\", \"cause\": \"planning\"}"
                    .formatted(shop.today().plusDays(11))));
    HttpResponse<String> late = shop.answer(shop.amelia(), other, "{\"answer\": \"accept\"}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).containsAnyOf("Another date was promised since", "withdrawn");
  }

  @Test
  void everybody_is_mailed_a_link_of_their_own_by_which_they_answer() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    shop.clockStrikes();
    String token = token("jonas@northwind.example", order);
    assertThat(token).isNotEqualTo(token("amelia@northwind.example", order));
    TestClient nobody = TestClient.unknown(vitrine);
    JsonNode shown =
        DelayShop.require(nobody.post("/api/mailed-offers", "{\"token\": \"" + token + "\"}"));
    assertThat(shown.get("id").asText()).isEqualTo(offer);
    assertThat(shop.read(shop.li(), offer).has("readAt")).as("looking is no reading").isFalse();
    assertThat(
            nobody.post("/api/mailed-offers/read", "{\"token\": \"" + token + "\"}").statusCode())
        .isEqualTo(204);
    assertThat(shop.read(shop.li(), offer).get("readBy").asText())
        .isEqualTo("jonas@northwind.example");
    DelayShop.require(
        nobody.post(
            "/api/mailed-offers/answer",
            "{\"token\": \"" + token + "\", \"answer\": {\"answer\": \"accept\"}}"));
    assertThat(shop.read(shop.li(), offer).at("/answer/through").asText()).isEqualTo("mail");
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(15).toString());
    assertThat(
            nobody
                .post("/api/mailed-offers", "{\"token\": \"" + "A".repeat(43) + "\"}")
                .statusCode())
        .isEqualTo(410);
  }

  private static String token(String email, String order) {
    Matcher link =
        LINK.matcher(
            shop.mails(email).stream()
                .filter(mail -> mail.contains(order))
                .findFirst()
                .orElseThrow());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  @Test
  void a_glass_link_answers_only_where_its_maker_allowed_that() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    TestClient without = shop.holder(order, GlassField.REPORTS);
    assertThat(without.get("/api/delay-offers?order=" + order).statusCode()).isEqualTo(403);
    assertThat(shop.answer(without, offer, "{\"answer\": \"accept\"}").statusCode()).isEqualTo(403);
    TestClient elsewhere = shop.holder(order(), GlassField.DELAY_OFFERS);
    assertThat(shop.answer(elsewhere, offer, "{\"answer\": \"accept\"}").statusCode())
        .isEqualTo(404);
    TestClient holder = shop.holder(order, GlassField.DELAY_OFFERS);
    JsonNode read = holder.json("/api/delay-offers?order=" + order).at("/offers/" + offer);
    assertThat(read.get("can").toString()).isEqualTo("[\"answer\"]");
    assertThat(read.has("company")).isFalse();
    JsonNode said = DelayShop.require(shop.answer(holder, offer, "{\"answer\": \"accept\"}"));
    assertThat(said.at("/answer").has("by")).isFalse();
    assertThat(shop.read(shop.li(), offer).at("/answer/through").asText()).isEqualTo("glass");
  }

  @Test
  void another_company_and_those_who_only_read_answer_nothing() {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, "");
    assertThat(shop.answer(shop.stranger(), offer, "{\"answer\": \"accept\"}").statusCode())
        .isEqualTo(404);
    assertThat(shop.stranger().get("/api/delay-offers/" + offer).statusCode()).isEqualTo(404);
    assertThat(shop.stranger().get("/api/delay-offers?order=" + order).statusCode()).isEqualTo(404);
    assertThat(shop.answer(shop.li(), offer, "{\"answer\": \"accept\"}").statusCode())
        .isEqualTo(403);
    assertThat(shop.chen().get("/api/delay-offers/" + offer).statusCode()).isEqualTo(200);
    assertThat(shop.chen().post("/api/delay-offers/" + offer + "/withdrawal", "").statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lines\": [], \"kind\": \"date\", \"date\": \"+15\"|lines",
        "\"lines\": [7], \"kind\": \"date\", \"date\": \"+15\"|lines",
        "\"lines\": [1]|kind",
        "\"lines\": [1], \"kind\": \"date\"|date",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"+5\"|date",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"-1\"|date",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"9999-12-31\"|date",
        "\"lines\": [1], \"kind\": \"open\"|nextWordBy",
        "\"lines\": [1], \"kind\": \"open\", \"date\": \"+15\", \"nextWordBy\": \"+2\"|date",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"+15\", \"answerBy\": \"-1\"|answerBy",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"+15\", \"answerBy\": \"+200\"|answerBy",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"+15\", \"remedies\":"
            + " [\"faster-freight\"]|remedies",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"+15\", \"silence\": \"consent\"|silence",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"+15\", \"side\": \"customer\"|side",
        "\"lines\": [1], \"kind\": \"perhaps\"|kind",
        "\"lines\": [1], \"kind\": \"date\", \"date\": \"+15\", \"part\": {\"line\": 1,"
            + " \"quantity\": 2, \"date\": \"+3\"}|part",
      })
  void what_cannot_be_offered_is_said_at_its_field(String terms, String field) {
    Matcher days = Pattern.compile("\"([+-]\\d+)\"").matcher(terms);
    String sent =
        days.replaceAll(day -> "\"" + shop.today().plusDays(Long.parseLong(day.group(1))) + "\"");
    HttpResponse<String> refused = shop.offering(order(), sent);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("\"field\":\"" + field);
  }

  @Test
  void a_line_has_one_offer_that_waits() {
    String order = order();
    shop.offered(order, "[1]", 15, "");
    assertThat(
            shop.offering(
                    order,
                    "\"lines\": [1, 2], \"kind\": \"date\", \"date\": \"%s\""
                        .formatted(shop.today().plusDays(16)))
                .statusCode())
        .isEqualTo(409);
    shop.offered(order, "[2]", 15, "");
  }

  @Test
  void a_line_that_slips_is_asked_about_once_in_time_and_told() {
    String order = "SO-" + ++orders;
    shop.order(order, shop.today().plusDays(2));
    shop.slips(order);
    JsonNode risk = shop.risk(order);
    assertThat(risk.get("line").asInt()).isEqualTo(1);
    assertThat(risk.get("chance").asDouble()).isLessThan(0.7);
    String id = risk.get("id").asText();
    TestWatcher.await(
        "the notice", () -> shop.li().json("/api/notices").toString().contains("delay.opened"));
    assertThat(shop.li().json("/api/today").at("/sections/delays/rows").toString()).contains(id);
    assertThat(shop.chen().json("/api/today").at("/sections/delays").isMissingNode()).isTrue();

    JsonNode terms = shop.li().json("/api/orders/" + order + "/delay-terms").get("lines");
    assertThat(terms.at("/1/atRisk").asBoolean()).isTrue();
    assertThat(terms.at("/2/atRisk").asBoolean()).isFalse();

    String choice = "/api/delay-risks/" + id + "/choice";
    assertThat(shop.li().post(choice, "{\"choice\": \"recover\"}").body())
        .contains("\"field\":\"plan\"");
    String plan =
        "{\"choice\": \"recover\", \"plan\": \"A Saturday shift\", \"lookAgainOn\": \"%s\"}";
    assertThat(shop.li().post(choice, plan.formatted(shop.today())).statusCode()).isEqualTo(422);
    DelayShop.require(shop.li().post(choice, plan.formatted(shop.today().plusDays(1))));
    assertThat(shop.history(shop.li(), order)).contains("risk-chosen");
    assertThat(shop.history(shop.amelia(), order)).doesNotContain("risk-chosen");
    assertThat(shop.li().json("/api/today").at("/sections/delays/rows").toString())
        .doesNotContain(id);

    shop.later(Duration.ofDays(1));
    shop.clockStrikes();
    assertThat(shop.risk(order).at("/decided/lookAgainOn").isMissingNode())
        .as("no better")
        .isTrue();
    String offer = shop.offered(order, "[1]", 9, "");
    assertThat(shop.li().json("/api/delay-risks").toString()).doesNotContain(id);
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"decline\"}"));
    assertThat(shop.risk(order).get("id").asText()).as("declined: asked again").isNotEqualTo(id);
    DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}"));
    TestWatcher.await(
        "the end", () -> !shop.li().json("/api/delay-risks").toString().contains(order + "\""));
    assertThat(shop.li().post(choice, plan.formatted(shop.today().plusDays(1))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_was_looked_at_and_is_neither_settled_nor_at_risk_is_looked_at_another_day() {
    String order = order();
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO delay_risk (id, company_id, order_id, order_number, line, promised, chance, opened_at, due_at,
                                choice, plan, look_again_on, chosen_by, chosen_at)
        SELECT md5(number), company_id, id, number, 1, '%2$s', 0.5, now(), now(), 'recover', 'A shift', '%2$s', 'Li', now()
          FROM orders WHERE number = '%1$s'\
        """
            .formatted(order, shop.today()));
    shop.clockStrikes();
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT look_again_on > '%s' FROM delay_risk WHERE order_number = '%s'"
                    .formatted(shop.today(), order)))
        .containsExactly("t");
  }

  @Test
  void nobody_deciding_in_time_is_said_to_those_who_run_the_house() {
    TestClient boss = shop.boss();
    String order = "SO-" + ++orders;
    shop.order(order, shop.today().plusDays(2));
    shop.slips(order);
    shop.risk(order);
    shop.later(Duration.ofHours(9));
    shop.clockStrikes();
    shop.clockStrikes();
    TestWatcher.await(
        "the notice", () -> boss.json("/api/notices").toString().contains("delay.overdue"));
    assertThat(boss.json("/api/notices").findValuesAsText("kind"))
        .containsOnlyOnce("delay.overdue");
  }

  @Test
  void an_offer_ends_where_another_date_is_promised_or_the_order_is_cancelled() {
    String order = order();
    String offer = shop.offered(order, "[1, 2]", 15, "");
    DelayShop.require(
        shop.li().put("/api/orders/" + order + "/cancellation", "{\"reason\": \"Not needed\"}"));
    TestWatcher.await("the end", () -> shop.state(offer).equals("withdrawn"));
  }
}
