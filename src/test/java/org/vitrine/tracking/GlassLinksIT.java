package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

class GlassLinksIT {
  private static final int AT_ONCE = 100;
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;
  private static int count;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    shop.company("contoso", "Contoso");
  }

  /** Time passes in these tests, and sessions with it. */
  @BeforeEach
  void signIn() {
    administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_link_ends_with_its_makers_employment() {
    String order = order();
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    Token hers = make(amelia, order);
    Token ours = make(administrator, order);
    assertEnds(hers, () -> change("amelia@northwind.example", "customer", "\"northwind\"", true));
    assertThat(open(ours).statusCode()).isEqualTo(200);
    assertThat(newest("glass-link-revoked").at("/subject").asText()).isEqualTo(order);
    assertThat(newest("glass-link-revoked").at("/actor").asText())
        .isEqualTo("wu.min@foshan.example");
  }

  @Test
  void a_link_ends_when_its_maker_leaves_the_company() {
    TestClient moving = shop.contact("northwind", "moving@northwind.example");
    Token link = make(moving, order());
    assertEnds(link, () -> change("moving@northwind.example", "customer", "\"contoso\"", false));
  }

  @Test
  void a_link_ends_when_one_of_the_plant_becomes_a_contact() {
    TestClient li = shop.staff(Role.ACCOUNT_MANAGER, "li.wen@foshan.example");
    Token link = make(li, order());
    assertEnds(link, () -> change("li.wen@foshan.example", "customer", "\"contoso\"", false));
  }

  @Test
  void a_link_stays_while_its_maker_may_still_see_the_order() {
    TestClient jonas = shop.contact("northwind", "jonas@northwind.example");
    Token link = make(jonas, order());
    change("jonas@northwind.example", "distributor", "\"contoso\", \"northwind\"", false);
    assertThat(open(link).statusCode()).isEqualTo(200);
  }

  @Test
  void a_program_takes_back_what_it_made() {
    String links = "/api/orders/" + order() + "/links";
    TestClient program = shop.integrator();
    JsonNode made = TestClient.json(program.post(links, "{}"));
    assertThat(program.json(links).at("/links/0/id")).isEqualTo(made.get("id"));
    String url = made.get("url").asText();
    assertEnds(
        new Token(url.substring(url.indexOf('#') + 1)),
        () -> program.delete(links + "/" + made.get("id").asText()));
  }

  @Test
  void a_link_ends_with_the_key_that_made_it() {
    JsonNode key =
        TestClient.json(
            administrator.post(
                "/api/keys", "{\"name\": \"erp\", \"scopes\": [\"orders\", \"read\"]}"));
    TestClient erp = TestClient.withKey(vitrine, new Token(key.at("/key").asText()));
    assertEnds(
        make(erp, order()), () -> administrator.delete("/api/keys/" + key.at("/id").asText()));
  }

  @Test
  void a_link_that_runs_out_shows_its_last_within_moments() {
    Token link = make(administrator, order());
    try (TestWatcher holder = holder(link)) {
      CLOCK.pass(Duration.ofDays(1).plusSeconds(1));
      await("the socket closes", holder::isClosed);
      assertThat(holder.gone("glass")).isIn("ended", "revoked");
    }
  }

  /** A crowd may be told to come back: then it does. */
  private static int answerTo(Supplier<HttpResponse<String>> request) {
    int status = request.get().statusCode();
    while (status == 503) {
      status = request.get().statusCode();
    }
    return status;
  }

  @Test
  void an_order_has_so_many_open_links_and_no_more_however_many_are_made_at_once()
      throws Exception {
    String order = order();
    List<Integer> answers =
        atOnce(60, () -> answerTo(() -> administrator.post(links(order), "{\"days\": 1}")));
    assertThat(answers).filteredOn(status -> status == 201).hasSize(50);
    assertThat(answers).filteredOn(status -> status != 201).containsOnly(409);
    JsonNode listed = administrator.json(links(order)).at("/links");
    assertThat(administrator.delete(links(order) + "/" + listed.at("/0/id").asText()).statusCode())
        .isEqualTo(204);
    assertThat(administrator.post(links(order), "{}").statusCode()).isEqualTo(201);
  }

  @Test
  void however_many_ask_for_a_new_link_one_mail_is_written() throws Exception {
    TestClient rosa = shop.contact("northwind", "rosa@northwind.example");
    String order = order();
    Token link = make(rosa, order);
    revoke(rosa, order);
    assertThat(atOnce(AT_ONCE, () -> ask(link))).containsOnly(204);
    await("the mail", () -> letters(order).size() == 1);
    CLOCK.pass(Duration.ofMinutes(61));
    ask(link);
    await("another an hour later", () -> letters(order).size() == 2);
    assertThat(letters(order)).containsOnly("rosa@northwind.example");
  }

  @Test
  void nobody_is_written_to_about_a_link_that_works() {
    TestClient nina = shop.contact("northwind", "nina@northwind.example");
    String working = order();
    String ended = order();
    Token still = make(nina, working);
    Token over = make(nina, ended);
    revoke(nina, ended);

    ask(still);
    ask(over);

    await("the mail about the other", () -> letters(ended).size() == 1);
    assertThat(letters(working)).isEmpty();
  }

  @Test
  void where_its_maker_has_left_the_account_manager_is_asked() {
    shop.staff(Role.ACCOUNT_MANAGER, "chen@foshan.example");
    change("chen@foshan.example", "account-manager", "\"northwind\"", false);
    TestClient gone = shop.contact("northwind", "gone@northwind.example");
    String order = order();
    Token link = make(gone, order);
    change("gone@northwind.example", "customer", "\"contoso\"", false);
    ask(link);
    await("the mail", () -> letters(order).equals(List.of("chen@foshan.example")));
    change("chen@foshan.example", "account-manager", "", false);
  }

  @Test
  void a_maker_whom_no_letter_reaches_is_no_fault() {
    TestClient local = shop.staff(Role.OPERATOR, "line4@localhost");
    String order = order();
    Token link = make(local, order);
    revoke(local, order);
    ask(link);
    await(
        "it is noted",
        () -> newest("glass-link-asked-again").at("/subject").asText().equals(order));
    assertThat(letters(order)).isEmpty();
  }

  /** The link is looked through until the right of its maker ends. */
  private static void assertEnds(Token link, Runnable loss) {
    try (TestWatcher holder = holder(link)) {
      loss.run();
      await("the socket closes", holder::isClosed);
      assertThat(holder.gone("glass")).isEqualTo("revoked");
    }
    assertThat(open(link).statusCode()).isEqualTo(410);
  }

  private static TestWatcher holder(Token link) {
    Token session = vitrine.vitrine().rooms().links().open(link, Sessions.From.NOWHERE);
    TestWatcher holder =
        new TestWatcher(vitrine, TestClient.withSession(vitrine, session)).watch("glass");
    await("the page", () -> holder.page("glass") != null);
    return holder;
  }

  private static Token make(TestClient by, String order) {
    HttpResponse<String> made = by.post(links(order), "{\"days\": 1}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String url = TestClient.json(made).at("/url").asText();
    return new Token(url.substring(url.indexOf('#') + 1));
  }

  private static void revoke(TestClient by, String order) {
    long id = by.json(links(order)).at("/links/0/id").asLong();
    assertThat(by.delete(links(order) + "/" + id).statusCode()).isEqualTo(204);
  }

  private static HttpResponse<String> open(Token link) {
    return TestClient.unknown(vitrine)
        .post("/api/glass-session", "{\"token\": \"%s\"}".formatted(link.text()));
  }

  private static int ask(Token link) {
    return TestClient.unknown(vitrine)
        .post("/api/glass-request", "{\"token\": \"%s\"}".formatted(link.text()))
        .statusCode();
  }

  private static String order() {
    String number = "SO-" + ++count;
    shop.order(number);
    return number;
  }

  private static String links(String order) {
    return "/api/orders/" + order + "/links";
  }

  private static void change(String email, String role, String companies, boolean disabled) {
    long id = administrator.json("/api/people?q=" + email).at("/people/0/id").asLong();
    HttpResponse<String> answer =
        administrator.put(
            "/api/people/" + id,
            "{\"name\": \"%s\", \"role\": \"%s\", \"companies\": [%s], \"disabled\": %s}"
                .formatted(email, role, companies, disabled));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static JsonNode newest(String action) {
    return administrator.json("/api/audit?limit=1&action=" + action).at("/entries/0");
  }

  /** To whom mails about an order went. */
  private static List<String> letters(String order) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT recipient FROM mail WHERE subject LIKE '%% %s %%'".formatted(order));
  }

  private static <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<T>> tries = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < times; i++) {
        tries.add(
            threads.submit(
                () -> {
                  go.await();
                  return what.call();
                }));
      }
      go.countDown();
    }
    List<T> answers = new ArrayList<>();
    for (Future<T> one : tries) {
      answers.add(one.get());
    }
    return answers;
  }
}
