package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** Pieces that go from one owner to another; the clock goes on when it is told to. */
class TransferIT {
  private static final Pattern LINK = Pattern.compile("/warranty/take-over#([A-Za-z0-9_-]{43})");
  private static final AtomicInteger NETWORKS = new AtomicInteger();
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestMailbox mails;
  private static TestClient amelia;
  private static TestClient ines;
  private static TestClient otto;
  private static TestClient anybody;
  private static int pieces;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startTrusting(CLOCK, "127.0.0.1");
    shop = new Shop(vitrine);
    mails = new TestMailbox(vitrine);
    anybody = TestClient.unknown(vitrine);
    shop.integrator().put("/api/warranty/terms/KFR-35", "{\"months\": 24}");
  }

  /** Sessions end sooner than transfers can be undone. */
  @BeforeEach
  void signIn() {
    amelia = shop.contact("northwind", "amelia@northwind.example");
    ines = shop.contact("contoso", "ines@contoso.example");
    otto = shop.contact("fabrikam", "otto@fabrikam.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  /** A piece that was shipped to Northwind; returns its serial. */
  private static String piece() {
    String serial = "SN-" + ++pieces;
    HttpResponse<String> saved =
        shop.integrator()
            .put(
                "/api/warranty/pieces/" + serial,
                "{\"product\": \"KFR-35\", \"company\": \"northwind\", \"shippedOn\":"
                    + " \"2026-03-01\"}");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    return serial;
  }

  private static JsonNode offered(TestClient by, String serial) {
    HttpResponse<String> made = offering(by, serial);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return TestClient.json(made);
  }

  private static HttpResponse<String> offering(TestClient by, String serial) {
    return by.post("/api/warranty/transfers", "{\"serial\": %s}".formatted(Json.text(serial)));
  }

  private static HttpResponse<String> taking(TestClient by, String secret) {
    return by.post("/api/warranty/transfers/acceptances", "{\"secret\": \"%s\"}".formatted(secret));
  }

  private static HttpResponse<String> looking(String secret) {
    return looking(anybody, secret, from());
  }

  private static HttpResponse<String> looking(TestClient by, String secret, String... from) {
    return by.post("/api/warranty/transfers/look", "{\"secret\": \"%s\"}".formatted(secret), from);
  }

  /** Each from a network of its own. */
  private static String[] from() {
    int network = NETWORKS.incrementAndGet();
    return new String[] {
      "X-Forwarded-For", "198.18.%d.%d".formatted(network / 250, network % 250 + 1)
    };
  }

  private static HttpResponse<String> confirming(String secret, String name) {
    return anybody.post(
        "/api/warranty/transfers/confirmations",
        "{\"secret\": \"%s\", \"name\": \"%s\"}".formatted(secret, name),
        from());
  }

  private static List<String> own(TestClient by) {
    return by.json("/api/warranty/pieces?limit=500").get("pieces").findValuesAsText("serial");
  }

  private static String link(String address) {
    Matcher link = LINK.matcher(mails.to(address).getLast());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  @Test
  void whoever_has_the_code_takes_the_piece_over_with_its_cover_and_both_are_told() {
    String serial = piece();
    JsonNode offer = offered(amelia, serial);
    String code = offer.get("code").asText();
    assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(), "SELECT encode(hash, 'escape') FROM piece_transfer_secret"))
        .as("only its hash is kept")
        .noneMatch(hash -> hash.contains(code) || hash.contains(code.replace("-", "")));

    JsonNode seen = TestClient.json(looking(code.toLowerCase().replace("-", " ")));
    assertThat(seen.get("serial").asText()).isEqualTo(serial);
    assertThat(seen.get("coveredUntil").asText()).isEqualTo("2028-03-01");
    assertThat(own(amelia)).as("looking changes nothing").contains(serial);

    assertThat(taking(ines, code).statusCode()).isEqualTo(200);

    assertThat(own(amelia)).doesNotContain(serial);
    assertThat(own(ines)).contains(serial);
    assertThat(mails.to("amelia@northwind.example").getLast())
        .contains(serial, "contoso", "/warranty");
    assertThat(mails.to("ines@contoso.example").getLast()).contains(serial, "Northwind Climate");
    assertThat(taking(otto, code).statusCode()).as("once").isEqualTo(410);
  }

  @Test
  void whoever_was_recognised_as_its_buyer_is_not_any_more() {
    String serial = piece();
    HttpResponse<String> kept =
        shop.integrator()
            .put("/api/warranty/pieces/" + serial, "{\"identities\": [\"+86 138 0013 8000\"]}");
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
    String known =
        "SELECT piece FROM warranty_identity WHERE piece = folded_number('%s')".formatted(serial);
    assertThat(TestDatabase.find(vitrine.databaseUrl(), known)).hasSize(1);
    taking(ines, offered(amelia, serial).get("code").asText());
    assertThat(TestDatabase.find(vitrine.databaseUrl(), known)).isEmpty();
  }

  @Test
  void one_piece_is_offered_so_often_a_day() {
    String serial = piece();
    for (int at = 0; at < 20; at++) {
      offered(amelia, serial);
    }
    assertThat(offering(amelia, serial).statusCode()).isEqualTo(429);
    CLOCK.pass(Duration.ofDays(1));
    signIn();
    offered(amelia, serial);
  }

  @Test
  void a_piece_of_somebody_else_is_offered_by_nobody() {
    String serial = piece();
    assertThat(offering(ines, serial).statusCode()).isEqualTo(404);
    assertThat(offering(ines, "SN-there-is-none").statusCode()).isEqualTo(404);
    assertThat(TestClient.json(offering(ines, serial)).get("detail").asText())
        .isEqualTo("Your company has no such piece");
  }

  @Test
  void what_was_guessed_withdrawn_or_has_run_out_opens_nothing() {
    String serial = piece();
    JsonNode first = offered(amelia, serial);
    String second = offered(amelia, serial).get("code").asText();
    assertThat(taking(ines, first.get("code").asText()).statusCode())
        .as("a new code ends the one before")
        .isEqualTo(410);
    JsonNode third = offered(amelia, serial);
    assertThat(looking(second).body()).isEqualTo(looking("0000-0000-0000-0000").body());
    String id = third.get("transfer").asText();
    assertThat(ines.delete("/api/warranty/transfers/" + id).statusCode()).isEqualTo(404);
    assertThat(amelia.delete("/api/warranty/transfers/" + id).statusCode()).isEqualTo(204);
    assertThat(amelia.delete("/api/warranty/transfers/" + id).statusCode()).isEqualTo(204);
    assertThat(taking(ines, third.get("code").asText()).statusCode()).isEqualTo(410);
    String last = offered(amelia, serial).get("code").asText();
    CLOCK.pass(Duration.ofDays(14));
    signIn();
    assertThat(taking(ines, last).statusCode()).isEqualTo(410);
    assertThat(own(amelia)).contains(serial);
  }

  @Test
  void nobody_takes_over_what_is_their_own() {
    String serial = piece();
    assertThat(taking(amelia, offered(amelia, serial).get("code").asText()).statusCode())
        .isEqualTo(409);
  }

  @Test
  void either_side_undoes_it_within_thirty_days() {
    String given = piece();
    JsonNode offer = offered(amelia, given);
    taking(ines, offer.get("code").asText());
    String undo = "/api/warranty/transfers/" + offer.get("transfer").asText() + "/undo";
    assertThat(otto.post(undo, "{}").statusCode()).as("somebody else").isEqualTo(404);
    CLOCK.pass(Duration.ofDays(29));
    signIn();
    assertThat(ines.post(undo, "{}").statusCode()).isEqualTo(204);
    assertThat(amelia.post(undo, "{}").statusCode()).as("again").isEqualTo(204);
    assertThat(own(amelia)).contains(given);
    assertThat(own(ines)).doesNotContain(given);
    assertThat(mails.to("amelia@northwind.example").getLast()).contains(given, "contoso");
    assertThat(mails.to("ines@contoso.example").getLast()).contains(given);

    JsonNode again = offered(amelia, given);
    taking(ines, again.get("code").asText());
    String other = "/api/warranty/transfers/" + again.get("transfer").asText() + "/undo";
    assertThat(amelia.post(other, "{}").statusCode()).as("by the giver").isEqualTo(204);
    assertThat(own(amelia)).contains(given);
  }

  @Test
  void after_thirty_days_or_once_it_was_passed_on_it_stays() {
    String serial = piece();
    JsonNode first = offered(amelia, serial);
    taking(ines, first.get("code").asText());
    JsonNode second = offered(ines, serial);
    taking(otto, second.get("code").asText());
    assertThat(
            amelia
                .post("/api/warranty/transfers/" + first.get("transfer").asText() + "/undo", "{}")
                .statusCode())
        .isEqualTo(409);
    CLOCK.pass(Duration.ofDays(31));
    signIn();
    assertThat(
            ines.post("/api/warranty/transfers/" + second.get("transfer").asText() + "/undo", "{}")
                .statusCode())
        .isEqualTo(410);
    assertThat(own(otto)).contains(serial);
  }

  @Test
  void undoing_ends_what_the_receiver_offered() {
    String serial = piece();
    JsonNode first = offered(amelia, serial);
    taking(ines, first.get("code").asText());
    String passedOn = offered(ines, serial).get("code").asText();
    amelia.post("/api/warranty/transfers/" + first.get("transfer").asText() + "/undo", "{}");
    assertThat(taking(otto, passedOn).statusCode()).isEqualTo(410);
    assertThat(own(amelia)).contains(serial);
  }

  @Test
  void without_an_account_an_address_becomes_the_owner_and_signs_in_later() {
    String serial = piece();
    String code = offered(amelia, serial).get("code").asText();
    String address = "li.na." + pieces + "@home.example";
    HttpResponse<String> asked =
        anybody.post(
            "/api/warranty/transfers/addresses",
            "{\"secret\": \"%s\", \"address\": \"%s\", \"language\": \"zh-CN\"}"
                .formatted(code, address.toUpperCase()),
            from());
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    assertThat(mails.to(address)).hasSize(1);
    assertThat(mails.to(address).getFirst()).contains("转让给您", serial);
    String link = link(address);
    assertThat(TestClient.json(looking(link)).get("address").asText()).isEqualTo(address);
    assertThat(own(amelia)).as("looking changes nothing").contains(serial);

    assertThat(confirming(link, "李娜").statusCode()).isEqualTo(200);

    assertThat(own(amelia)).doesNotContain(serial);
    assertThat(confirming(link, "李娜").statusCode()).as("once").isEqualTo(410);
    assertThat(taking(ines, code).statusCode()).as("nor by its code").isEqualTo(410);
    assertThat(mails.to(address).getLast()).contains("保修随产品转移");
    assertThat(mails.to("amelia@northwind.example").getLast()).contains("李娜");
    assertThat(own(signedIn(address))).containsExactly(serial);
  }

  /** Whoever has this address, signed in by the link that they are mailed. */
  private static TestClient signedIn(String address) {
    int before = mails.to(address).size();
    assertThat(
            anybody
                .post("/api/sign-in/link", "{\"email\": \"%s\"}".formatted(address))
                .statusCode())
        .isLessThan(300);
    String link = mails.token(address, before + 1);
    return TestClient.withSession(
        vitrine, Entrance.open(vitrine.vitrine(), new Token(link)).session());
  }

  @Test
  void an_address_that_is_known_takes_it_for_its_company_and_none_of_the_house_does() {
    String serial = piece();
    String code = offered(amelia, serial).get("code").asText();
    ask(code, "ines@contoso.example");
    assertThat(confirming(link("ines@contoso.example"), "").statusCode()).isEqualTo(200);
    assertThat(own(ines)).contains(serial);

    shop.staff(Role.OPERATOR, "wu.min@plant.example");
    String other = offered(ines, serial).get("code").asText();
    ask(other, "wu.min@plant.example");
    assertThat(confirming(link("wu.min@plant.example"), "Wu Min").statusCode()).isEqualTo(409);
    assertThat(own(ines)).contains(serial);
  }

  private static HttpResponse<String> ask(String code, String address) {
    return anybody.post(
        "/api/warranty/transfers/addresses",
        "{\"secret\": \"%s\", \"address\": \"%s\"}".formatted(code, address),
        from());
  }

  @Test
  void one_code_is_sent_to_few_addresses_and_a_link_is_no_code() {
    String code = offered(amelia, piece()).get("code").asText();
    for (int at = 0; at < 5; at++) {
      assertThat(ask(code, "somebody-%d@home.example".formatted(at)).statusCode()).isEqualTo(200);
    }
    assertThat(ask(code, "one-more@home.example").statusCode()).isEqualTo(429);
    String link = link("somebody-0@home.example");
    assertThat(ask(link, "another@home.example").statusCode()).isEqualTo(410);
    assertThat(confirming(code, "Somebody").statusCode()).as("nor a code a link").isEqualTo(410);
    assertThat(ask(code, "nobody").statusCode()).isEqualTo(422);
  }

  @Test
  void of_several_who_take_it_at_once_one_has_it() throws Exception {
    String serial = piece();
    String code = offered(amelia, serial).get("code").asText();
    List<TestClient> takers = List.of(ines, otto, ines, otto);
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(takers.size())) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> taken = new ArrayList<>();
      for (TestClient taker : takers) {
        taken.add(
            pool.submit(
                () -> {
                  start.await();
                  return taking(taker, code).statusCode();
                }));
      }
      start.countDown();
      for (Future<Integer> one : taken) {
        answers.add(one.get());
      }
    }
    assertThat(answers).containsOnly(200, 410).containsOnlyOnce(200);
    assertThat(own(ines).contains(serial)).isNotEqualTo(own(otto).contains(serial));
  }

  @Test
  void a_distributor_hands_over_many_and_each_customer_confirms() {
    String first = piece();
    String second = piece();
    String csv =
        "\ufeffSerial;Address;Language\r\n%s;zhao@home.example;zh-CN\r\n%s;smith@home.example;\r\n"
            .formatted(first.toLowerCase(), second);
    JsonNode batch = batch(amelia, csv);
    assertThat(batch.get("offered").asInt()).isEqualTo(2);
    assertThat(own(amelia)).as("nothing moves until they confirm").contains(first, second);
    assertThat(mails.to("zhao@home.example").getLast()).contains("转让给您");

    assertThat(confirming(link("zhao@home.example"), "赵").statusCode()).isEqualTo(200);

    assertThat(own(amelia)).contains(second).doesNotContain(first);
  }

  @Test
  void rows_that_cannot_be_offered_are_said_and_the_others_go() {
    String fine = piece();
    String csv =
        "serial,address\n%s,kim@home.example\nSN-none,kim@home.example\n%s,again@home.example\n\n,x@y.example\n%s,nobody\n"
            .formatted(fine, fine, piece());
    JsonNode batch = batch(amelia, csv);
    assertThat(batch.get("offered").asInt()).isEqualTo(1);
    assertThat(batch.get("refused").asInt()).isEqualTo(4);
    assertThat(batch.get("rows").findValuesAsText("line")).containsExactly("2", "3", "4", "6", "7");
    assertThat(mails.to("kim@home.example")).hasSize(1);
    assertThat(mails.to("again@home.example")).isEmpty();
    assertThat(
            amelia
                .post("/api/warranty/transfer-batches", "a,b\n1,2\n", "Content-Type", "text/csv")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_piece_that_was_offered_too_often_holds_up_no_others() {
    String often = piece();
    for (int at = 0; at < 20; at++) {
      offered(amelia, often);
    }
    JsonNode batch =
        batch(
            amelia,
            "serial,address\n%s,lee@home.example\n%s,lee@home.example\n".formatted(often, piece()));
    assertThat(batch.get("offered").asInt()).isEqualTo(1);
    assertThat(batch.at("/rows/0/problem").asText()).contains("20 times");
    assertThat(mails.to("lee@home.example")).hasSize(1);
  }

  @Test
  void so_many_addresses_a_day_are_asked_for_one_giver_by_whatever_way_and_how_many_at_once()
      throws Exception {
    JsonNode offer = offered(amelia, piece());
    String code = offer.get("code").asText();
    String another = offered(amelia, piece()).get("code").asText();
    String file = "serial,address\n%s,full@home.example\n".formatted(piece());
    TransferMailRepository asked = new TransferMailRepository();
    CompanyId giver = company("northwind");
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<HttpResponse<String>>> answers =
          vitrine
              .vitrine()
              .database()
              .inTransaction(
                  transaction -> {
                    asked.hold(transaction, giver);
                    List<Future<HttpResponse<String>>> begun =
                        List.of(
                            pool.submit(() -> ask(code, "full@home.example")),
                            pool.submit(() -> sending(amelia, file)));
                    await("both wait", () -> waiting() == 2);
                    for (int at = 0; at < 2_000; at++) {
                      asked.add(transaction, offer.get("transfer").asLong(), CLOCK.instant());
                    }
                    return begun;
                  });
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(429);
      }
    }
    assertThat(mails.to("full@home.example")).isEmpty();
    CLOCK.pass(Duration.ofDays(1));
    assertThat(ask(another, "full@home.example").statusCode()).isEqualTo(200);
  }

  private static CompanyId company(String code) {
    return vitrine.vitrine().rooms().companies().find(code).orElseThrow().id();
  }

  private static int waiting() {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT pid FROM pg_locks
             WHERE NOT granted AND locktype = 'advisory'
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())\
            """)
        .size();
  }

  @Test
  void what_is_asked_of_a_code_is_asked_less_and_less_often_from_one_place_at_all_nodes() {
    String[] place = from();
    try (TestVitrine other = vitrine.beside()) {
      List<TestClient> nodes = List.of(anybody, TestClient.unknown(other));
      List<Integer> answers =
          IntStream.range(0, 60)
              .mapToObj(at -> looking(nodes.get(at % 2), "0000-0000-0000-0000", place).statusCode())
              .toList();
      assertThat(answers.subList(0, 50)).containsOnly(410);
      assertThat(answers.subList(55, 60)).containsOnly(429);
    }
  }

  @Test
  void two_links_for_a_new_address_are_confirmed_at_once_by_one_new_owner() throws Exception {
    String first = piece();
    String second = piece();
    String address = "twice@home.example";
    batch(amelia, "serial,address\n%s,%s\n%s,%s\n".formatted(first, address, second, address));
    List<String> links =
        mails.to(address).stream()
            .map(LINK::matcher)
            .filter(Matcher::find)
            .map(link -> link.group(1))
            .toList();
    assertThat(links).hasSize(2);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<HttpResponse<String>>> answers =
          vitrine
              .vitrine()
              .database()
              .inTransaction(
                  transaction -> {
                    new TransferMailRepository().holdAddress(transaction, "Twice@Home.Example");
                    List<Future<HttpResponse<String>>> begun =
                        links.stream()
                            .map(link -> pool.submit(() -> confirming(link, "Twice")))
                            .toList();
                    await("both wait", () -> waiting() == 2);
                    return begun;
                  });
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
      }
    }
    assertThat(own(signedIn(address))).containsExactlyInAnyOrder(first, second);
  }

  private static JsonNode batch(TestClient by, String csv) {
    HttpResponse<String> answer = sending(by, csv);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }

  private static HttpResponse<String> sending(TestClient by, String csv) {
    return by.post("/api/warranty/transfer-batches", csv, "Content-Type", "text/csv");
  }

  @Test
  void neither_side_reads_anything_of_the_other_behind_its_wall() {
    String serial = piece();
    JsonNode offer = offered(amelia, serial);
    taking(ines, offer.get("code").asText());
    String id = offer.get("transfer").asText();
    assertThat(asPortal("contoso", "SELECT id::text FROM piece_transfer")).contains(id);
    assertThat(asPortal("contoso", "SELECT side FROM piece_transfer_side WHERE transfer = " + id))
        .containsExactly("receiver");
    assertThat(asPortal("northwind", "SELECT side FROM piece_transfer_side WHERE transfer = " + id))
        .containsExactly("giver");
    assertThat(asPortal("fabrikam", "SELECT id::text FROM piece_transfer")).doesNotContain(id);
    assertThat(asPortal("northwind", "SELECT serial FROM warranty_piece")).doesNotContain(serial);
  }

  private static List<String> asPortal(String company, String sql) {
    long id = vitrine.vitrine().rooms().companies().find(company).orElseThrow().id().value();
    return vitrine
        .vitrine()
        .database()
        .onBehalfOf(
            Optional.of(id), queries -> queries.find("test.portal", sql, row -> row.getString(0)));
  }
}
