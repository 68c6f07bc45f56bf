package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/**
 * What customers and holders of links can make grow has an end; what staff do has none of these.
 */
class VoiceLimitsIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_person_says_so_much_a_day_also_where_much_is_said_at_once() {
    TestClient eager = shop.shop().contact("contoso", "eager@contoso.example");
    shop.shop().order("SO-E", "contoso");
    List<Integer> answers;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<HttpResponse<String>>> sent =
          IntStream.range(0, VoiceLimits.SAID_A_DAY + 10)
              .mapToObj(
                  count ->
                      CompletableFuture.supplyAsync(
                          () -> shop.saying(eager, "SO-E", "", "Number " + count), threads))
              .toList();
      answers = sent.stream().map(one -> one.join().statusCode()).toList();
    }
    assertThat(answers).filteredOn(status -> status == 201).hasSize(VoiceLimits.SAID_A_DAY);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(10);
    CLOCK.pass(Duration.ofHours(25));
    shop.signIn();
    shop.say(shop.shop().contact("contoso", "eager@contoso.example"), "SO-E", "", "The next day");
    shop.say(shop.manager(), "SO-E", "", "Taken down on the telephone");
  }

  @Test
  void a_link_says_less() {
    TestClient holder = shop.holder(true);
    for (int count = 0; count < VoiceLimits.SAID_A_DAY_BY_LINK; count++) {
      shop.say(holder, "SO-1", "", "Number " + count);
    }
    assertThat(shop.saying(holder, "SO-1", "", "One more").statusCode()).isEqualTo(429);
    shop.say(shop.holder(true), "SO-1", "", "Another link");
  }

  @Test
  void one_voice_takes_so_much_an_hour_from_customers() {
    long number = shop.say(shop.customer(), "A long story");
    for (int count = 1; count < VoiceLimits.ADDED_AN_HOUR; count++) {
      shop.act(shop.customer(), number, "answers", "{\"text\": \"And then\"}");
    }
    assertThat(shop.acting(shop.customer(), number, "answers", "{\"text\": \"And\"}").statusCode())
        .isEqualTo(429);
    shop.act(shop.chen(), number, "answers", "{\"text\": \"We read it all\"}");
  }

  @Test
  void an_order_and_a_company_have_room_for_so_much() {
    TestClient full = shop.shop().contact("fabrikam", "full@fabrikam.example");
    shop.shop().order("SO-F", "fabrikam");
    fill("SO-F", "closed", VoiceLimits.OF_AN_ORDER - 1);
    shop.say(full, "SO-F", "", "The last of this order");
    HttpResponse<String> refused = shop.saying(full, "SO-F", "", "One too many");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("500");
    shop.shop().order("SO-G", "fabrikam");
    shop.shop().order("SO-H", "fabrikam");
    fill("SO-G", "open", VoiceLimits.OPEN_OF_A_COMPANY);
    assertThat(shop.saying(full, "SO-H", "", "One too many").body()).contains("1,000");
  }

  /** Voices of long ago, as they stand in the database. */
  private static void fill(String order, String state, int voices) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO voice (number, company_id, order_id, order_number, names, kind, title, said_at, said_by, words, version,
                           state, department, tier)
        SELECT 10000000 + o.id * 100000 + n, o.company_id, o.id, o.number, '{}', 'wish', 'old', now() - interval '9 days',
               'somebody', 'old', 1, '%s', 'office', 'gold'
          FROM orders o, generate_series(1, %d) n
         WHERE o.number = '%s'"""
            .formatted(state, voices, order));
  }

  @Test
  void what_is_written_has_an_end() {
    assertThat(shop.saying(shop.customer(), "SO-1", "", "a".repeat(4_001)).statusCode())
        .isEqualTo(422);
    long number = shop.say(shop.customer(), "SO-1", "", "a".repeat(4_000));
    for (String body :
        List.of(
            "{\"text\": \"x\", \"choices\": [\"one\"]}",
            "{\"text\": \"x\", \"choices\": [\"a\", \"a\"]}",
            "{\"text\": \"x\", \"choices\": [\"a\", \"%s\"]}".formatted("b".repeat(61)),
            "{\"text\": \"x\", \"choices\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]}")) {
      assertThat(shop.acting(shop.chen(), number, "questions", body).statusCode()).isEqualTo(422);
    }
    assertThat(shop.page(shop.customer(), number).get("title").asText()).hasSize(80).endsWith("…");
  }
}
