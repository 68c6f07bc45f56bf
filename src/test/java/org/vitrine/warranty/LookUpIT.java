package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.warranty.LookUpTryRepository.LookUpWay;

class LookUpIT {
  private static final String AMELIA = "amelia@northwind.example";
  private static final String NOTHING = "{\"found\":false}";
  private static final String WRONG = "0000-0000-0000";
  private static final Pattern CODE = Pattern.compile("\\b([0-9A-Z]{4}-[0-9A-Z]{4})\\b");

  private static final AtomicInteger SERIALS = new AtomicInteger();
  private static final AtomicInteger NETWORKS = new AtomicInteger();
  private static final TestClock CLOCK = new TestClock();

  private static TestVitrine vitrine;
  private static TestVitrine other;
  private static TestClient program;
  private static Warranty warranty;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startTrusting(CLOCK, "127.0.0.1");
    other = vitrine.beside();
    Shop shop = new Shop(vitrine);
    shop.contact("northwind", AMELIA);
    program = shop.integrator();
    warranty = vitrine.vitrine().rooms().warranty();
    program.put(
        "/api/warranty/terms/KFR-35",
        """
        {"months": 24, "covers": {"en": "Compressor", "zh-CN": "压缩机"}, "claimsAt": "service@example.com"}\
        """);
  }

  @AfterAll
  static void stop() {
    other.close();
    vitrine.close();
  }

  @Test
  void whoever_has_the_card_sees_what_is_covered_and_nothing_else() {
    String serial = piece();
    JsonNode found = TestClient.json(byPassword(serial, password(serial)));
    assertThat(found.get("found").asBoolean()).isTrue();
    JsonNode cover = found.get("cover");
    assertThat(cover.fieldNames())
        .toIterable()
        .containsExactly("product", "covered", "until", "voided", "parts", "covers", "claimsAt");
    assertThat(cover.get("until").asText()).isEqualTo(warranty.today().plusMonths(24).toString());
    assertThat(cover.get("covers").get("zh-CN").asText()).isEqualTo("压缩机");
  }

  @Test
  void a_password_is_taken_as_people_type_it() {
    String serial = piece();
    String password = password(serial);
    String typed = password.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o');
    assertFound(byPassword(serial.toLowerCase(Locale.ROOT), typed));
  }

  @Test
  void whoever_bought_it_is_recognised_by_what_was_recorded() {
    String serial = piece();
    program.put("/api/warranty/pieces/" + serial, "{\"identities\": [\"+86 138-0013-8000\"]}");
    assertFound(look(serial, "identity", "+8613800138000"));
    assertThat(look(serial, "identity", "+8613800138001").body()).isEqualTo(NOTHING);
    assertThat(look(serial, "password", "+8613800138000").body())
        .as("an identity is no password")
        .isEqualTo(NOTHING);
    assertThat(program.json("/api/warranty/pieces/" + serial).get("identities").toString())
        .isEqualTo("[\"8000\"]");
  }

  @Test
  void the_same_identity_at_two_pieces_leaves_nothing_in_common() {
    List<String> serials = List.of(piece(), piece());
    serials.forEach(
        serial ->
            program.put("/api/warranty/pieces/" + serial, "{\"identities\": [\"13800138000\"]}"));
    assertThat(
            vitrine
                .vitrine()
                .database()
                .find(
                    "test.hmacs",
                    "SELECT encode(hmac, 'hex') AS hmac FROM warranty_identity WHERE piece ="
                        + " ANY($1)",
                    row -> row.getString("hmac"),
                    (Object)
                        serials.stream()
                            .map(serial -> new WarrantySerial(serial).key())
                            .toArray(String[]::new)))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatever_is_wrong_is_answered_by_the_same_bytes() {
    String known = piece();
    String locked = piece();
    String password = password(locked);
    IntStream.range(0, LookUps.TRIES).forEach(time -> byPassword(locked, WRONG));
    String unknown = "NO-" + SERIALS.incrementAndGet();
    String lockedUnknown = "NO-" + SERIALS.incrementAndGet();
    IntStream.range(0, LookUps.TRIES).forEach(time -> byPassword(lockedUnknown, WRONG));
    List<HttpResponse<String>> answers =
        Stream.of(
                byPassword(known, WRONG),
                byPassword(known, "x"),
                look(known, "identity", "13800138000"),
                look(known, "code", "0000-0000"),
                byPassword(unknown, WRONG),
                look(unknown, "identity", "13800138000"),
                look(unknown, "code", "0000-0000"),
                byPassword(locked, WRONG),
                byPassword(locked, password),
                byPassword(lockedUnknown, WRONG),
                byPassword(piece(), WRONG),
                byPassword("序列号 / 7", WRONG))
            .toList();
    assertThat(answers).extracting(HttpResponse::body).containsOnly(NOTHING);
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(answers)
        .extracting(answer -> headers(answer).toString())
        .containsOnly(headers(answers.getFirst()).toString());
  }

  /** All but the hour. */
  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  @Test
  void after_five_wrong_tries_over_two_nodes_only_a_mailed_code_works_for_a_day() {
    String serial = piece();
    String password = password(serial);
    IntStream.range(0, LookUps.TRIES)
        .forEach(
            time ->
                assertThat(look(time % 2 == 0 ? vitrine : other, serial, "password", WRONG).body())
                    .isEqualTo(NOTHING));

    assertThat(look(vitrine, serial, "password", password).body()).isEqualTo(NOTHING);
    assertThat(look(other, serial, "password", password).body()).isEqualTo(NOTHING);
    assertFound(look(other, serial, "code", mailedCode(serial)));
    assertFound(look(vitrine, serial, "password", password));

    IntStream.range(0, LookUps.TRIES).forEach(time -> byPassword(serial, WRONG));
    CLOCK.pass(Duration.ofHours(23));
    assertThat(byPassword(serial, password).body()).isEqualTo(NOTHING);
    CLOCK.pass(Duration.ofHours(2));
    assertFound(byPassword(serial, password));
  }

  @Test
  void a_right_try_makes_good_what_was_wrong_before() {
    String serial = piece();
    String password = password(serial);
    for (int round = 0; round < 3; round++) {
      IntStream.range(1, LookUps.TRIES).forEach(time -> byPassword(serial, WRONG));
      assertFound(byPassword(serial, password));
    }
  }

  @Test
  void the_owner_is_told_once_that_somebody_guesses() {
    String serial = piece();
    IntStream.range(0, LookUps.TRIES + 3).forEach(time -> byPassword(serial, WRONG));
    warranty.clockWork().round();
    assertThat(mails(serial)).as("the fifth may still be right").isEmpty();

    CLOCK.pass(Duration.ofMinutes(1));
    warranty.clockWork().round();
    warranty.clockWork().round();

    assertThat(mails(serial)).hasSize(1);
    assertThat(mails(serial).getFirst()).contains("five times");
  }

  @Test
  void wrong_codes_do_not_shut_off_the_next_one_that_is_mailed() {
    String serial = piece();
    String first = mailedCode(serial);
    LookUpTryRepository tries = new LookUpTryRepository();
    IntStream.range(0, LookUps.CODE_TRIES)
        .forEach(
            time ->
                tries.admits(
                    vitrine.vitrine().database(),
                    new WarrantySerial(serial),
                    LookUpWay.CODE,
                    LookUps.CODE_TRIES,
                    CLOCK.instant(),
                    Optional.empty()));
    assertThat(look(serial, "code", first).body()).isEqualTo(NOTHING);
    assertFound(look(serial, "code", mailedCode(serial)));
  }

  @Test
  void whoever_asks_meanwhile_does_not_wait_for_what_is_mailed() throws Exception {
    String serial = piece();
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<?> mailing =
          vitrine
              .vitrine()
              .database()
              .inTransaction(
                  transaction -> {
                    transaction.execute("test.hold", "LOCK TABLE mail IN SHARE MODE");
                    IntStream.range(0, LookUps.TRIES).forEach(time -> byPassword(serial, WRONG));
                    CLOCK.pass(Duration.ofMinutes(1));
                    wish(serial);
                    Future<?> begun = pool.submit(() -> warranty.clockWork().round());
                    await("it waits to mail", LookUpIT::somebodyWaits);
                    assertThat(free("warranty_code_wish", serial)).isEqualTo(1);
                    assertThat(free("warranty_try", serial)).isEqualTo(1);
                    return begun;
                  });
      mailing.get();
    }
    await("both mails", () -> mails(serial).size() == 2);
  }

  private static boolean somebodyWaits() {
    return !TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'mail'::regclass")
        .isEmpty();
  }

  /** How many rows about this serial nobody holds. */
  private static int free(String table, String serial) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT serial_key FROM %s WHERE serial_key = folded_number('%s') FOR UPDATE SKIP LOCKED"
                .formatted(table, serial))
        .size();
  }

  @Test
  void a_code_works_once_and_for_an_hour() {
    String serial = piece();
    String used = mailedCode(serial);
    assertFound(look(serial, "code", used));
    assertThat(look(serial, "code", used).body()).isEqualTo(NOTHING);
    String late = mailedCode(serial);
    CLOCK.pass(Duration.ofMinutes(61));
    assertThat(look(serial, "code", late).body()).isEqualTo(NOTHING);
  }

  @Test
  void whoever_wishes_for_codes_does_not_learn_whether_there_is_such_a_piece() {
    String serial = piece();
    List<HttpResponse<String>> answers =
        Stream.of(serial, serial, serial, serial, serial, "NO-" + SERIALS.incrementAndGet())
            .map(
                one -> {
                  HttpResponse<String> answer = wish(one);
                  warranty.clockWork().round();
                  return answer;
                })
            .toList();
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(204);
    assertThat(mails(serial)).as("three an hour").hasSize(3);
  }

  @Test
  void whatever_is_typed_for_a_serial_is_looked_after_and_forgotten() {
    assertThat(wish("ﬃ".repeat(80)).statusCode()).isEqualTo(204);
    assertThat(byPassword("ﬃ".repeat(80), WRONG).body()).isEqualTo(NOTHING);

    warranty.clockWork().round();

    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                """
                SELECT serial_key FROM warranty_code_wish WHERE due_at IS NOT NULL
                 UNION ALL SELECT serial_key FROM warranty_errand\
                """))
        .isEmpty();
  }

  @Test
  void too_much_from_one_network_is_stopped_at_every_node_before_anything_is_looked_at() {
    String[] from = from();
    String serial = "NO-" + SERIALS.incrementAndGet();
    String body = "{\"serial\": \"%s\", \"password\": \"x\"}".formatted(serial);
    List<Integer> answers =
        IntStream.range(0, 60)
            .mapToObj(
                time ->
                    TestClient.unknown(time % 2 == 0 ? vitrine : other)
                        .post("/api/warranty/look-up", body, from)
                        .statusCode())
            .toList();
    assertThat(answers.subList(0, 50)).containsOnly(200);
    assertThat(answers.subList(55, 60)).containsOnly(429);
  }

  @Test
  void one_thing_is_asked_for_and_no_more() {
    assertField("password", "{\"serial\": \"A-1\"}");
    assertField("password", "{\"serial\": \"A-1\", \"password\": \"x\", \"code\": \"y\"}");
    assertField("serial", "{\"password\": \"x\"}");
    assertField("serial", "{\"serial\": \"%s\", \"password\": \"x\"}".formatted("9".repeat(81)));
    assertField(
        "password", "{\"serial\": \"A-1\", \"password\": \"%s\"}".formatted("9".repeat(201)));
  }

  private static void assertField(String field, String body) {
    HttpResponse<String> answer =
        TestClient.unknown(vitrine).post("/api/warranty/look-up", body, from());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
  }

  @Test
  void a_card_is_made_once_unless_it_is_made_again() {
    String serial = piece();
    String first = password(serial);
    assertThat(cards(serial, false).get("cards")).as("it is printed already").isEmpty();
    String second = cards(serial, true).at("/cards/0/password").asText();

    assertThat(second).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(byPassword(serial, first).body()).isEqualTo(NOTHING);
    assertFound(byPassword(serial, second));
  }

  @Test
  void the_cards_of_an_order_say_which_are_made() {
    String serial = piece();
    password(serial);
    String fresh = piece();
    JsonNode pieces = program.json("/api/warranty/cards?order=so-9").get("pieces");
    assertThat(pieces.findValuesAsText("serial")).contains(serial, fresh);
    for (JsonNode piece : pieces) {
      if (piece.get("serial").asText().equals(fresh)) {
        assertThat(piece.has("madeAt")).isFalse();
      }
      if (piece.get("serial").asText().equals(serial)) {
        assertThat(piece.has("madeAt")).isTrue();
      }
    }
  }

  private static String piece() {
    String serial = "AC-" + SERIALS.incrementAndGet();
    assertThat(
            program
                .put(
                    "/api/warranty/pieces/" + serial,
                    """
                    {"product": "KFR-35", "company": "northwind", "order": "SO-9", "shippedOn": "%s"}\
                    """
                        .formatted(warranty.today()))
                .statusCode())
        .isEqualTo(201);
    return serial;
  }

  private static String password(String serial) {
    return cards(serial, false).at("/cards/0/password").asText();
  }

  private static JsonNode cards(String serial, boolean again) {
    return TestClient.json(
        program.post(
            "/api/warranty/cards",
            "{\"serials\": [\"%s\"], \"again\": %s}".formatted(serial, again)));
  }

  private static String mailedCode(String serial) {
    wish(serial);
    warranty.clockWork().round();
    Matcher code = CODE.matcher(mails(serial).getLast());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private static HttpResponse<String> wish(String serial) {
    return TestClient.unknown(vitrine)
        .post("/api/warranty/codes", "{\"serial\": \"%s\"}".formatted(serial), from());
  }

  private static List<String> mails(String serial) {
    return new TestMailbox(vitrine)
        .to(AMELIA).stream().filter(mail -> mail.matches("(?s).*\\b" + serial + "\\b.*")).toList();
  }

  private static HttpResponse<String> byPassword(String serial, String password) {
    return look(serial, "password", password);
  }

  private static HttpResponse<String> look(String serial, String by, String secret) {
    return look(vitrine, serial, by, secret);
  }

  /** Each from a network of its own. */
  private static HttpResponse<String> look(
      TestVitrine node, String serial, String by, String secret) {
    return TestClient.unknown(node)
        .post(
            "/api/warranty/look-up",
            "{\"serial\": \"%s\", \"%s\": \"%s\"}".formatted(serial, by, secret),
            from());
  }

  private static String[] from() {
    int network = NETWORKS.incrementAndGet();
    return new String[] {
      "X-Forwarded-For", "198.18.%d.%d".formatted(network / 250, network % 250 + 1)
    };
  }

  private static void assertFound(HttpResponse<String> answer) {
    assertThat(TestClient.json(answer).get("found").asBoolean()).as(answer.body()).isTrue();
  }
}
