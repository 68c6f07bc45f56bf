package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;
import static org.vitrine.meetings.TableShop.together;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** A company has one vote; by name it may become another, in secret nobody can tell whose it is. */
class PollsIT {
  private static TestVitrine vitrine;
  private static TestVitrine there;
  private static TableShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    there = vitrine.beside();
    shop = new TableShop(vitrine);
  }

  @AfterAll
  static void stop() {
    there.close();
    vitrine.close();
  }

  private static JsonNode poll(TestClient by, long number, String key) {
    return shop.page(by, number).at("/polls/" + key);
  }

  private static void close(long number, String key) {
    assertDone(shop.chen().put(path(number, "polls/" + key), "{\"state\": \"closed\"}"), 204);
  }

  @Test
  void by_name_a_vote_may_become_another_and_sums_are_told_at_once() {
    long number = shop.begin();
    String key = shop.ask(number, false);
    assertDone(shop.vote(shop.amelia(), number, key, 0), 204);
    assertDone(shop.vote(shop.marcus(), number, key, 0), 204);
    assertDone(shop.vote(shop.amelia(), number, key, 1), 204);
    JsonNode shown = poll(shop.amelia(), number, key);
    assertThat(shown.at("/result/counts").toString()).isEqualTo("[1,1]");
    assertThat(shown.at("/own/choice").asInt()).isEqualTo(1);
    assertThat(shown.get("voted").asInt()).isEqualTo(2);
    assertThat(shown.has("votes")).as("who said what is for the house").isFalse();
    assertThat(poll(shop.wu(), number, key).at("/votes/harbour/choice").asInt()).isZero();
    assertThat(poll(shop.ulrike(), number, key).has("own")).isFalse();
  }

  @Test
  void who_passes_has_voted_and_who_may_vote_is_fixed_when_it_closes() {
    long number = shop.begin();
    String key = shop.ask(number, false);
    assertDone(shop.ulrike().put(path(number, "attendance"), ""), 204);
    assertDone(shop.vote(shop.amelia(), number, key, 0), 204);
    assertDone(
        shop.marcus().post(path(number, "polls/" + key + "/ballots"), "{\"pass\": true}"), 204);
    close(number, key);
    JsonNode shown = poll(shop.ulrike(), number, key);
    assertThat(shown.get("result").toString())
        .isEqualTo("{\"counts\":[1,0],\"passed\":1,\"electorate\":3}");
    assertThat(shown.get("voted").asInt()).isEqualTo(2);
    assertDone(shop.vote(shop.ulrike(), number, key, 0), 409);
    assertDone(shop.chen().put(path(number, "polls/" + key), "{\"state\": \"closed\"}"), 409);
  }

  @Test
  void in_secret_it_is_cast_once_and_told_when_it_is_closed() {
    long number = shop.begin();
    String key = shop.ask(number, true);
    assertDone(shop.vote(shop.amelia(), number, key, 0), 204);
    HttpResponse<String> again = shop.vote(shop.amelia(), number, key, 1);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Your company has voted");
    assertDone(shop.vote(shop.marcus(), number, key, 1), 204);
    for (TestClient one : List.of(shop.chen(), shop.amelia())) {
      JsonNode shown = poll(one, number, key);
      assertThat(shown.has("result")).isFalse();
      assertThat(shown.has("votes")).isFalse();
      assertThat(shown.get("voted").asInt()).isEqualTo(2);
    }
    assertThat(poll(shop.amelia(), number, key).get("own")).isEmpty();
    close(number, key);
    assertThat(poll(shop.chen(), number, key).at("/result/counts").toString()).isEqualTo("[1,1]");
    assertThat(poll(shop.chen(), number, key).has("votes")).isFalse();
  }

  @Test
  void what_was_voted_is_read_in_the_minutes_and_not_who_voted_it() throws IOException {
    long number = shop.begin();
    String key = shop.ask(number, true);
    assertDone(shop.vote(shop.amelia(), number, key, 0), 204);
    close(number, key);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"prepared\"}"), 200);
    byte[] file = shop.marcus().bytes(path(number, "minutes.pdf?language=en")).body();
    try (PDDocument document = Loader.loadPDF(file)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Test every unit?", "Yes: 1 · No: 0 · 1 of 1 voted", "secret")
          .doesNotContain("northwind");
    }
  }

  /** Whatever the owner of the database can read in it. */
  @Test
  void nothing_joins_a_secret_ballot_with_its_voter() {
    long number = shop.begin();
    String key = shop.ask(number, true);
    List<Integer> said = List.of(1, 0, 1);
    for (int at = 0; at < said.size(); at++) {
      String before = transactions(key);
      assertDone(shop.vote(shop.guests().get(at), number, key, said.get(at)), 204);
      assertThat(transactions(key)).as("all are of the same, and of another").isNotEqualTo(before);
      assertThat(shop.find("SELECT DISTINCT xmin::text FROM poll_ballot WHERE poll = " + key))
          .as("open: every ballot is of the transaction of the last vote")
          .hasSize(1);
    }
    assertSorted(key);
    close(number, key);
    assertSorted(key);
    assertThat(
            shop.find(
                """
                SELECT b.id::text
                  FROM poll_ballot b
                  JOIN (SELECT xmin::text AS x FROM poll_voter
                        UNION SELECT xmin::text FROM attendance
                        UNION SELECT xid::text FROM change WHERE company_id IS NOT NULL) t ON t.x = b.xmin::text
                 WHERE b.poll = %s"""
                    .formatted(key)))
        .as("closed: no ballot is of a transaction of a voter")
        .isEmpty();
    assertThat(
            shop.find(
                """
                SELECT column_name || ' ' || data_type
                  FROM information_schema.columns
                 WHERE table_name = 'poll_ballot' ORDER BY ordinal_position"""))
        .as("a ballot has no voter, no time and a key without an order")
        .containsExactly("id uuid", "meeting bigint", "poll bigint", "choice integer");
    assertThat(
            shop.find("SELECT choice FROM poll_voter WHERE choice IS NOT NULL AND poll = " + key))
        .isEmpty();
    assertThat(
            shop.find(
                "SELECT body::text FROM change WHERE kind LIKE 'meeting%' AND body::text LIKE '%choice%'"))
        .isEmpty();
    assertThat(
            shop.find(
                "SELECT relname FROM pg_class WHERE relname LIKE '%ballot%' AND relkind IN ('r', 'v', 'm')"))
        .as("nothing else holds ballots")
        .containsExactly("poll_ballot");
  }

  /** In the order in which they lie, too. */
  private static void assertSorted(String key) {
    List<String> lying =
        shop.find(
            "SELECT coalesce(choice, 99)::text FROM poll_ballot WHERE poll = %s ORDER BY ctid"
                .formatted(key));
    assertThat(lying).isSorted();
  }

  private static String transactions(String key) {
    return shop.find("SELECT DISTINCT xmin::text FROM poll_ballot WHERE poll = " + key).toString();
  }

  /** What is kept to answer a request again would be a trace of what was said. */
  @Test
  void a_vote_leaves_nothing_under_an_idempotency_key() {
    long number = shop.begin();
    String key = shop.ask(number, true);
    String kept = shop.find("SELECT count(*)::text FROM idempotency").getFirst();
    assertDone(
        shop.amelia()
            .post(
                path(number, "ballots"),
                "{\"poll\": \"%s\", \"choice\": 0}".formatted(key),
                "Idempotency-Key",
                "vote-" + key),
        204);
    assertThat(shop.find("SELECT count(*)::text FROM idempotency")).containsExactly(kept);
  }

  @RepeatedTest(3)
  void of_two_who_vote_for_one_company_at_once_one_counts() {
    long number = shop.begin();
    String secret = shop.ask(number, true);
    String named = shop.ask(number, false);
    assertThat(
            together(
                List.<Supplier<HttpResponse<String>>>of(
                    () -> shop.vote(shop.amelia(), number, secret, 0),
                    () -> shop.vote(shop.amelia().at(there), number, secret, 1),
                    () -> shop.vote(shop.amelia(), number, named, 0),
                    () -> shop.vote(shop.amelia().at(there), number, named, 1))))
        .extracting(HttpResponse::statusCode)
        .containsExactlyInAnyOrder(204, 409, 204, 204);
    assertThat(shop.find("SELECT count(*)::text FROM poll_ballot WHERE poll = " + secret))
        .containsExactly("1");
    assertThat(poll(shop.chen(), number, named).get("voted").asInt()).isEqualTo(1);
    assertThat(poll(shop.chen(), number, secret).get("voted").asInt()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void what_is_cast_while_it_closes_counts_or_is_refused() {
    long number = shop.begin();
    String key = shop.ask(number, true);
    List<Supplier<HttpResponse<String>>> acts = new ArrayList<>();
    shop.guests().forEach(one -> acts.add(() -> shop.vote(one.at(there), number, key, 1)));
    acts.add(1, () -> shop.chen().put(path(number, "polls/" + key), "{\"state\": \"closed\"}"));
    List<HttpResponse<String>> answers = together(acts);
    long taken =
        answers.stream().filter(one -> one.statusCode() == 204).count() - 1; // The closing itself.
    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(204, 409);
    JsonNode shown = poll(shop.chen(), number, key);
    assertThat(shown.at("/result/counts/1").asLong()).isEqualTo(taken);
    assertThat(shown.get("voted").asLong()).isEqualTo(taken);
    assertThat(shop.find("SELECT count(*)::text FROM poll_ballot WHERE poll = " + key))
        .containsExactly(String.valueOf(taken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"question\": \"\", \"choices\": [\"a\", \"b\"]}|question",
        "{\"question\": \"q\", \"choices\": [\"a\"]}|choices",
        "{\"question\": \"q\", \"choices\": [\"a\", \"a\"]}|choices[1]"
      })
  void what_is_wrong_with_a_poll_is_said(String body, String field) {
    long number = shop.begin();
    HttpResponse<String> refused = shop.chen().post(path(number, "polls"), body);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"" + field + "\"");
  }

  @ParameterizedTest
  @CsvSource({"{\"choice\": 7},422", "{},422", "{\"choice\": 1; \"pass\": true},422"})
  void what_is_wrong_with_a_vote_is_said(String body, int status) {
    long number = shop.begin();
    String key = shop.ask(number, false);
    HttpResponse<String> refused =
        shop.amelia().post(path(number, "polls/" + key + "/ballots"), body.replace(';', ','));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
    assertThat(refused.body()).contains("\"choice\"");
  }

  @Test
  void the_hosts_have_no_vote_and_guests_ask_nothing() {
    long number = shop.begin();
    String key = shop.ask(number, false);
    assertDone(shop.vote(shop.chen(), number, key, 0), 403);
    assertDone(
        shop.amelia()
            .post(path(number, "polls"), "{\"question\": \"q\", \"choices\": [\"a\", \"b\"]}"),
        403);
    assertDone(shop.wu().put(path(number, "polls/" + key), "{\"state\": \"closed\"}"), 403);
  }

  /** Whatever the program would say: the database counts no vote that is none. */
  @Test
  void the_database_refuses_what_is_no_vote() {
    long number = shop.begin();
    String secret = shop.ask(number, true);
    for (String sql :
        List.of(
            "INSERT INTO poll_ballot (meeting, poll, choice) VALUES (%1$d, %2$s, 0)",
            "INSERT INTO poll_voter (company_id, meeting, poll, voted, choice) SELECT id, %1$d, %2$s, true, 0 FROM company WHERE code = 'harbour'",
            "INSERT INTO poll_voter (company_id, meeting, poll, voted) SELECT id, %1$d, %2$s, true FROM company WHERE code = 'outside'")) {
      assertThatThrownBy(() -> shop.execute(sql.formatted(number, secret)))
          .as(sql)
          .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
    }
  }
}
