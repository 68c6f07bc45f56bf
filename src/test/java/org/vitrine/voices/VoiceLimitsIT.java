package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

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

  @Test
  void what_customers_write_in_one_voice_has_an_end_and_holds_up_nobody_else() {
    TestClient eve = shop.shop().contact("adatum", "eve@adatum.example");
    shop.shop().order("SO-A", "adatum");
    long number = shop.say(eve, "SO-A", "\"stage\": \"final-inspection\",", "Without end");
    written(number, VoiceLimits.OF_CUSTOMERS - 1, "9 days");
    for (String act : List.of("answers", "thanks", "closing")) {
      HttpResponse<String> refused = shop.acting(eve, number, act, "{\"text\": \"x\"}");
      assertThat(refused.statusCode()).as(act).isEqualTo(409);
      assertThat(refused.body()).contains("1,000");
    }
    shop.act(shop.chen(), number, "answers", "{\"text\": \"We read it\"}");
    shop.act(shop.chen(), number, "notes", "{\"text\": \"For us\"}");
    shop.act(
        shop.chen(),
        number,
        "hand-overs",
        "{\"department\": \"refrigerant\", \"reason\": \"theirs\"}");
    assertThat(
            shop.chen()
                .post(
                    "/api/voice-causes", "{\"title\": \"One\", \"voices\": [%d]}".formatted(number))
                .statusCode())
        .isEqualTo(201);
    shop.administrator()
        .put(
            "/api/calendars/brazing",
            "{\"week\": {\"monday\": [{\"from\": \"06:00\", \"to\": \"14:00\"}]}}");
    HttpResponse<String> moved =
        shop.administrator()
            .put(
                "/api/departments/refrigerant",
                """
                {"name": "Refrigerant", "head": "wu@plant.example", "stages": ["assembly"], "calendar": "brazing"}""");
    assertThat(TestClient.json(moved).get("voices").asInt()).as(moved.body()).isPositive();
    shop.shop()
        .integrator()
        .put("/api/companies/adatum", "{\"name\": \"adatum\", \"tier\": \"platinum\"}");
    await(
        "the tier",
        () ->
            shop.chen()
                .json("/api/voices?order=SO-A")
                .at("/voices/0/tier")
                .asText()
                .equals("platinum"));
    assertThat(events(number)).contains("joined", "calendar-superseded", "tier-changed");
    shop.act(shop.chen(), number, "closing", "");
  }

  private static List<String> events(long number) {
    return TestDatabase.find(
        vitrine.databaseUrl(), "SELECT kind FROM voice_event WHERE voice = " + number);
  }

  /** So much more that the customer of a voice wrote so long ago. */
  private static void written(long number, int entries, String ago) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO voice_event (company_id, voice, sequence, at, kind, side, person_id, body)
        SELECT v.company_id, v.number, v.version + n, v.said_at - interval '%2$s', 'added', 'customer', v.person_id,
               jsonb_build_object('event', 'added', 'at', to_char(v.said_at - interval '%2$s', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                 'by', jsonb_build_object('side', 'customer', 'id', v.person_id, 'name', 'Eve'), 'text', 'x',
                 'photos', jsonb_build_array())
          FROM voice v, generate_series(1, %1$d) n
         WHERE v.number = %3$d;
        UPDATE voice SET version = version + %1$d WHERE number = %3$d"""
            .formatted(entries, ago, number));
  }

  @Test
  void whatever_one_person_adds_to_many_has_an_end_within_the_hour() {
    TestClient max = shop.shop().contact("litware", "max@litware.example");
    TestClient ann = shop.shop().contact("litware", "ann@litware.example");
    shop.shop().order("SO-M", "litware");
    long one = shop.say(max, "SO-M", "", "One");
    long other = shop.say(max, "SO-M", "", "Other");
    long third = shop.say(max, "SO-M", "", "Third");
    int each = (VoiceLimits.ADDED_AN_HOUR_TO_ANY - 4) / 2;
    written(one, each, "2 minutes");
    written(other, each, "2 minutes");
    shop.act(max, third, "answers", "{\"text\": \"The last\"}");
    assertThat(shop.acting(max, third, "answers", "{\"text\": \"x\"}").statusCode()).isEqualTo(429);
    shop.act(ann, third, "answers", "{\"text\": \"Somebody else\"}");
    shop.act(shop.chen(), third, "answers", "{\"text\": \"Staff\"}");
  }

  @Test
  void a_link_adds_no_more_than_a_person() {
    TestClient holder = shop.holder(true);
    long number = shop.say(holder, "SO-1", "", "By a link");
    long other = shop.say(holder, "SO-1", "", "By the same");
    for (long to : List.of(number, other)) {
      TestDatabase.execute(
          vitrine.databaseUrl(),
          """
          INSERT INTO voice_event (company_id, voice, sequence, at, kind, side, body)
          SELECT v.company_id, v.number, v.version + n, v.said_at - interval '1 minute', 'added', 'glass', e.body - '{kind, tier, department, calendar}'::text[] || '{"event": "added"}'
            FROM voice v JOIN voice_event e ON e.voice = v.number AND e.sequence = 1, generate_series(1, %d) n
           WHERE v.number = %d"""
              .formatted(VoiceLimits.ADDED_AN_HOUR_TO_ANY / 2 - 1, to));
    }
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE voice v SET version = (SELECT count(*) FROM voice_event e WHERE e.voice = v.number)");
    long third = shop.say(shop.holder(true), "SO-1", "", "By another");
    assertThat(third).isPositive();
    assertThat(shop.acting(holder, number, "thanks", "").statusCode()).isEqualTo(429);
  }

  @Test
  void what_is_reopened_counts_among_those_that_are_open() {
    TestClient ida = shop.shop().contact("proseware", "ida@proseware.example");
    shop.shop().order("SO-P", "proseware");
    shop.shop().order("SO-Q", "proseware");
    long number = shop.say(ida, "SO-P", "", "Solved for now");
    shop.act(ida, number, "closing", "");
    fill("SO-Q", "open", VoiceLimits.OPEN_OF_A_COMPANY);
    HttpResponse<String> refused =
        shop.acting(ida, number, "reopening", "{\"text\": \"Not solved\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("1,000");
    shop.act(shop.chen(), number, "reopening", "{\"text\": \"Staff see that it is not\"}");
  }
}
