package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.PASSWORD;
import static org.vitrine.fixtures.SignedUp.credentials;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;

class SignInIT {
  private final TestClock clock = new TestClock();
  private final TestVitrine vitrine = TestVitrine.startAt(clock);
  private final SignedUp people = new SignedUp(vitrine);
  private final TestMailbox mailbox = new TestMailbox(vitrine);
  private final TestBrowser browser = new TestBrowser(vitrine);

  @AfterEach
  void close() {
    vitrine.close();
  }

  @Test
  void a_contact_asks_for_a_link_and_comes_in_by_it_once() {
    assertThat(ask(browser, AMELIA).statusCode()).isEqualTo(204);
    String link = mailbox.token(AMELIA, 1);

    assertThat(asked(browser, link)).isTrue();
    assertThat(enter(browser, link).body()).contains("Amelia Hart").contains("northwind");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    assertThat(enter(new TestBrowser(vitrine), link).statusCode()).isEqualTo(410);
  }

  @Test
  void another_browser_has_to_confirm() {
    ask(browser, AMELIA);
    String link = mailbox.token(AMELIA, 1);
    TestBrowser another = new TestBrowser(vitrine);

    assertThat(asked(another, link)).isFalse();
    assertThat(asked(browser, Token.random().text())).isFalse();
    assertThat(enter(another, link).statusCode()).isEqualTo(200);
  }

  @Test
  void a_link_lasts_fifteen_minutes() {
    ask(browser, AMELIA);
    String link = mailbox.token(AMELIA, 1);
    clock.pass(Duration.ofMinutes(15));

    assertThat(enter(browser, link).statusCode()).isEqualTo(410);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void of_a_hundred_that_bring_one_link_one_comes_in() throws Exception {
    ask(browser, AMELIA);
    String link = mailbox.token(AMELIA, 1);

    List<Integer> answers = atOnce(100, () -> enter(new TestBrowser(vitrine), link).statusCode());

    assertThat(counted(answers)).isEqualTo(Map.of(200, 1L, 410, 99L));
  }

  @Test
  void truncated_swapped_and_invented_links_open_nothing() {
    ask(browser, AMELIA);
    String link = mailbox.token(AMELIA, 1);

    for (String wrong :
        List.of(
            link.substring(0, 42),
            link + "A",
            link.toLowerCase(java.util.Locale.ROOT),
            Token.random().text())) {
      assertThat(enter(browser, wrong).statusCode()).isEqualTo(410);
    }
    assertThat(enter(browser, link).statusCode()).isEqualTo(200);
  }

  @Test
  void a_known_and_an_unknown_address_are_answered_with_the_same_bytes() {
    assertThat(seen(ask(new TestBrowser(vitrine), AMELIA)))
        .isEqualTo(seen(ask(new TestBrowser(vitrine), "nobody@northwind.example")));
    assertThat(seen(password(new TestBrowser(vitrine), LI_WEN, "wrong")))
        .isEqualTo(seen(password(new TestBrowser(vitrine), "nobody@works.example", "wrong")))
        .isEqualTo(seen(password(new TestBrowser(vitrine), AMELIA, "wrong")));
    mailbox.token(AMELIA, 1);
    assertThat(mailbox.to("nobody@northwind.example")).isEmpty();
  }

  @Test
  void the_administrator_of_the_first_hour_is_answered_like_anybody() {
    vitrine
        .vitrine()
        .rooms()
        .people()
        .save(List.of(), "Administrator", "administrator@localhost", Role.ADMINISTRATOR);

    assertThat(seen(ask(new TestBrowser(vitrine), "administrator@localhost")))
        .isEqualTo(seen(ask(new TestBrowser(vitrine), "nobody@localhost")))
        .isEqualTo(seen(ask(new TestBrowser(vitrine), AMELIA)));
    assertThat(seen(password(new TestBrowser(vitrine), "administrator@localhost", "wrong")))
        .isEqualTo(seen(password(new TestBrowser(vitrine), "nobody@localhost", "wrong")));
    mailbox.token(AMELIA, 1);
    assertThat(mailbox.to("administrator@localhost")).isEmpty();
  }

  @Test
  void links_are_not_poured_into_a_mailbox() {
    for (int i = 0; i < 6; i++) {
      assertThat(ask(new TestBrowser(vitrine), AMELIA).statusCode()).isEqualTo(204);
    }
    mailbox.token(AMELIA, 3);
    clock.pass(Duration.ofMinutes(2));
    ask(new TestBrowser(vitrine), AMELIA);
    mailbox.token(AMELIA, 4);

    assertThat(mailbox.to(AMELIA)).hasSize(4);
  }

  @Test
  void whoever_keeps_asking_leaves_the_owner_a_link_that_works() {
    TestBrowser stranger = new TestBrowser(vitrine);
    for (int i = 0; i < 3; i++) {
      ask(stranger, AMELIA);
    }
    mailbox.token(AMELIA, 3);
    int letters = 3;
    for (int wait : List.of(1, 2, 4, 8, 10)) {
      clock.pass(Duration.ofMinutes(wait));
      ask(stranger, AMELIA);
      mailbox.token(AMELIA, ++letters);
    }

    assertThat(enter(browser, mailbox.token(AMELIA, letters)).statusCode()).isEqualTo(200);
  }

  @Test
  void staff_come_in_with_their_password() {
    assertThat(password(browser, LI_WEN, PASSWORD).body()).contains("\"hasPassword\":true");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    assertThat(password(new TestBrowser(vitrine), "Li.Wen@Works.Example", PASSWORD).statusCode())
        .isEqualTo(200);
  }

  @Test
  void guessing_is_slowed_down_for_known_and_unknown_addresses_alike() {
    for (String email : List.of(LI_WEN, "nobody@works.example")) {
      TestBrowser guesser = new TestBrowser(vitrine);
      for (int i = 0; i < 5; i++) {
        assertThat(password(guesser, email, "wrong " + i).statusCode()).isEqualTo(401);
      }
      HttpResponse<String> sixth = password(guesser, email, "wrong");
      assertThat(sixth.statusCode()).isEqualTo(429);
      assertThat(sixth.headers().firstValue("Retry-After")).contains("1");
    }
    assertThat(password(browser, LI_WEN, PASSWORD).statusCode()).isEqualTo(429);
    clock.pass(Duration.ofSeconds(1));
    assertThat(password(browser, LI_WEN, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void each_wait_is_longer_than_the_one_before_and_none_longer_than_a_quarter_of_an_hour() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      HttpResponse<String> answer = password(browser, LI_WEN, "wrong");
      if (answer.statusCode() == 429) {
        long wait = Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
        waits.add(wait);
        clock.pass(Duration.ofSeconds(wait));
        password(browser, LI_WEN, "wrong");
      }
    }
    assertThat(waits).startsWith(1L, 2L, 4L, 8L, 16L).isSorted().endsWith(900L);
  }

  @Test
  void a_crowd_of_guesses_at_once_counts_as_a_crowd() throws Exception {
    List<Integer> answers =
        atOnce(40, () -> password(new TestBrowser(vitrine), LI_WEN, "wrong").statusCode());

    assertThat(counted(answers)).isEqualTo(Map.of(401, 5L, 429, 35L));
  }

  @Test
  void whoever_guesses_elsewhere_does_not_lock_the_owner_out() {
    TestBrowser home = new TestBrowser(vitrine);
    password(home, LI_WEN, PASSWORD);
    home.delete("/api/session", "");
    for (int i = 0; i < 10; i++) {
      password(browser, LI_WEN, "wrong");
    }
    assertThat(password(new TestBrowser(vitrine), LI_WEN, PASSWORD).statusCode()).isEqualTo(429);

    assertThat(password(home, LI_WEN, PASSWORD).statusCode()).isEqualTo(200);
    assertThat(people.enter(LI_WEN).get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_signs_out_everywhere_else_is_known_here_only() {
    TestBrowser lost = new TestBrowser(vitrine);
    TestBrowser home = new TestBrowser(vitrine);
    password(lost, LI_WEN, PASSWORD);
    password(home, LI_WEN, PASSWORD);
    assertThat(home.delete("/api/sessions", "").statusCode()).isEqualTo(204);
    for (int i = 0; i < 6; i++) {
      password(browser, LI_WEN, "wrong");
    }

    assertThat(password(lost, LI_WEN, PASSWORD).statusCode()).isEqualTo(429);
    assertThat(password(home, LI_WEN, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_tries_one_account_on_and_on_is_slowed_down_at_their_place_in_the_end()
      throws Exception {
    String insistent = "stranger@works.example";
    atOnce(255, () -> password(new TestBrowser(vitrine), insistent, "wrong").statusCode());
    atOnce(10, () -> password(new TestBrowser(vitrine), insistent, "wrong").statusCode());

    assertThat(password(browser, LI_WEN, PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void whoever_tries_one_account_on_and_on_slows_nobody_else_at_the_same_place() {
    for (int i = 0; i < 70; i++) {
      password(new TestBrowser(vitrine), "stranger@works.example", "wrong");
    }

    assertThat(password(browser, LI_WEN, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_place_that_was_slowed_down_is_free_again_once_somebody_comes_in_there() throws Exception {
    guessAround("a", 50);
    assertThat(password(browser, LI_WEN, PASSWORD).statusCode()).isEqualTo(429);
    clock.pass(Duration.ofMinutes(1));
    assertThat(password(browser, LI_WEN, PASSWORD).statusCode()).isEqualTo(200);

    assertThat(guessAround("b", 8)).containsOnly(401);
  }

  @Test
  void while_a_place_is_slowed_down_known_and_unknown_addresses_are_answered_alike()
      throws Exception {
    guessAround("a", 50);

    assertThat(seen(password(new TestBrowser(vitrine), LI_WEN, "wrong")))
        .isEqualTo(seen(password(new TestBrowser(vitrine), "nobody@works.example", "wrong")))
        .containsEntry("status", 429);
  }

  @Test
  void what_strangers_try_fills_no_trail() throws Exception {
    long before = trail();
    guessAround("a", 20);
    for (int i = 0; i < 20; i++) {
      browser.post(
          "/api/sign-in/second-factor",
          "{\"challenge\":\"%s\",\"code\":\"000000\"}".formatted(Token.random().text()));
      enter(browser, Token.random().text());
      browser.get("/sign-in/open-id/callback?code=x&state=" + i);
    }
    for (int i = 0; i < 10; i++) {
      ask(browser, "nobody-" + i + "@works.example");
    }
    ask(browser, AMELIA);
    mailbox.token(AMELIA, 1);

    assertThat(trail() - before).as("one refusal, and the mail").isEqualTo(2);
  }

  @Test
  void without_a_provider_nobody_comes_back_from_one() {
    assertThat(browser.get("/sign-in/open-id/callback?code=x&state=y").statusCode()).isEqualTo(404);
    assertThat(browser.get("/api/sign-in/open-id").statusCode()).isEqualTo(404);
  }

  /** Wrong passwords for as many addresses that nobody has; what each is answered. */
  private List<Integer> guessAround(String name, int many) throws Exception {
    List<Integer> answers = new ArrayList<>();
    AtomicInteger count = new AtomicInteger();
    for (int round = 0; round < many; round += 10) {
      answers.addAll(
          atOnce(
              Math.min(10, many - round),
              () -> {
                String email = "%s-%d@works.example".formatted(name, count.incrementAndGet());
                return password(new TestBrowser(vitrine), email, "wrong").statusCode();
              }));
    }
    return answers;
  }

  private long trail() {
    return vitrine
        .vitrine()
        .database()
        .find("test.trail", "SELECT count(*) AS n FROM audit", row -> row.getLong("n"))
        .getFirst();
  }

  @Test
  void a_browser_that_somebody_else_came_in_by_has_no_better_chances() {
    TestBrowser amelias = people.enter(AMELIA);
    for (int i = 0; i < 5; i++) {
      password(amelias, LI_WEN, "wrong");
    }
    assertThat(password(amelias, LI_WEN, PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void a_planted_session_is_worth_nothing_after_signing_in() {
    TestBrowser attacker = people.enter(AMELIA);
    String planted = attacker.cookies().get("vitrine");
    browser.cookies().put("vitrine", planted);

    password(browser, LI_WEN, PASSWORD);

    assertThat(browser.cookies().get("vitrine")).isNotEqualTo(planted);
    assertThat(browser.get("/api/me").body()).contains("Li Wen");
    assertThat(attacker.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void cookies_are_for_the_server_only() {
    List<String> cookies = password(browser, LI_WEN, PASSWORD).headers().allValues("Set-Cookie");

    assertThat(cookies)
        .hasSize(2)
        .allMatch(
            cookie ->
                cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax")
                    && cookie.contains("Path=/"));
  }

  @Test
  void whoever_is_disabled_comes_in_by_nothing() {
    var vitrinePeople = vitrine.vitrine().rooms().people();
    vitrinePeople.save(List.of(), "Zhao", "zhao@works.example", Role.OPERATOR);
    TestBrowser zhao = people.enter("zhao@works.example");
    zhao.put("/api/me/password", "{\"password\":\"" + PASSWORD + "\"}");
    ask(browser, "zhao@works.example");
    String link = mailbox.token("zhao@works.example", 1);
    vitrine
        .vitrine()
        .database()
        .execute("test.disable", "UPDATE person SET disabled_at = now() WHERE email LIKE 'zhao%'");

    assertThat(enter(browser, link).statusCode()).isEqualTo(410);
    assertThat(password(browser, "zhao@works.example", PASSWORD).statusCode()).isEqualTo(401);
    ask(browser, "zhao@works.example");
    ask(browser, AMELIA);
    mailbox.token(AMELIA, 1);
    assertThat(mailbox.to("zhao@works.example")).hasSize(1);
  }

  @Test
  void what_is_wrong_with_a_request_is_said_by_its_field() {
    assertThat(browser.post("/api/sign-in/link", "{}").body()).contains("\"field\":\"email\"");
    assertThat(ask(browser, "a@b.example\\r\\nBcc: eve@evil.example").statusCode()).isEqualTo(422);
    assertThat(browser.post("/api/session", "{}").body()).contains("\"field\":\"token\"");
    assertThat(browser.post("/api/sign-in/password", "{\"email\":\"a@b.example\"}").body())
        .contains("\"field\":\"password\"");
    assertThat(browser.post("/api/sign-in/asked", "{}").body()).isEqualTo("{\"asked\":false}");
  }

  @Test
  void the_page_is_told_which_ways_in_there_are() {
    assertThat(browser.get("/api/sign-in/options").body())
        .isEqualTo("{\"manufacturer\":\"Foshan Comfort Works\",\"mail\":false}");
  }

  @Test
  void what_was_done_is_written_down() {
    ask(browser, AMELIA);
    enter(browser, mailbox.token(AMELIA, 1));
    password(browser, LI_WEN, "wrong");
    password(browser, "a-password-in-the-wrong-field@works.example", "wrong");

    TestBrowser desk = people.enter(LI_WEN);
    assertThat(desk.get("/api/audit?actor=somebody&action=sign-in-refused&subject=li.wen").body())
        .as("a wrong password is nobody's in particular")
        .contains(LI_WEN);
    String audit = desk.get("/api/audit").body();
    assertThat(audit)
        .contains("link-asked", "signed-in", "sign-in-refused", "password-changed")
        .doesNotContain("a-password-in-the-wrong-field");
  }

  @Test
  void whoever_holds_a_link_sees_whose_it_is_but_not_their_whole_address() {
    ask(browser, AMELIA);
    String token = mailbox.token(AMELIA, 1);
    TestBrowser elsewhere = new TestBrowser(vitrine);

    assertThat(elsewhere.post("/api/sign-in/asked", "{\"token\":\"" + token + "\"}").body())
        .isEqualTo("{\"asked\":false,\"email\":\"a…@northwind.example\"}");
    enter(browser, token);
    assertThat(elsewhere.post("/api/sign-in/asked", "{\"token\":\"" + token + "\"}").body())
        .isEqualTo("{\"asked\":false}");
  }

  private static HttpResponse<String> ask(TestBrowser browser, String email) {
    return browser.post("/api/sign-in/link", "{\"email\":\"" + email + "\"}");
  }

  private static HttpResponse<String> enter(TestBrowser browser, String token) {
    return browser.post("/api/session", "{\"token\":\"" + token + "\"}");
  }

  private static boolean asked(TestBrowser browser, String token) {
    return browser
        .json(browser.post("/api/sign-in/asked", "{\"token\":\"" + token + "\"}"))
        .get("asked")
        .asBoolean();
  }

  private static HttpResponse<String> password(TestBrowser browser, String email, String password) {
    return browser.post("/api/sign-in/password", credentials(email, password));
  }

  /** Everything that somebody outside sees, but for the random secret of their browser. */
  private static Map<String, Object> seen(HttpResponse<String> response) {
    Map<String, Object> seen = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) ->
                seen.put(
                    name,
                    values.stream()
                        .map(value -> value.replaceFirst("=[A-Za-z0-9_-]{43};", "=…;"))
                        .toList()));
    seen.put("status", response.statusCode());
    seen.put("body", response.body());
    return seen;
  }

  private static <T> Map<T, Long> counted(List<T> answers) {
    return answers.stream().collect(Collectors.groupingBy(x -> x, Collectors.counting()));
  }

  private static <T> List<T> atOnce(int crowd, Callable<T> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < crowd; i++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> one : all) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
