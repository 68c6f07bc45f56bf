package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.vitrine.fixtures.TestWatcher.await;

import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.walls.Matrix.Question;

/**
 * Every route, asked by everybody for everything, as {@code matrix/*.txt} says: as it is built,
 * with the conditions of the queries taken away, and with row level security taken away.
 */
class MatrixIT {
  private static final int QUERIES_WITH_A_COMPANY = 12;

  /** Whoever is not answered is to be told of by name: a stream that says nothing never ends. */
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);

  private static final String DISABLE_ROW_LEVEL_SECURITY =
      """
      DO $$
      DECLARE one regclass;
      BEGIN
        FOR one IN SELECT oid::regclass FROM pg_class WHERE relrowsecurity LOOP
          EXECUTE 'ALTER TABLE ' || one || ' DISABLE ROW LEVEL SECURITY';
        END LOOP;
      END $$""";

  private final Matrix matrix = Matrix.read();

  @TestFactory
  Stream<DynamicTest> both_walls_stand() {
    World world = new World(TestVitrine.start());
    return tests(world, List.of(dynamicTest("every route has its line", () -> isComplete(world))));
  }

  @TestFactory
  Stream<DynamicTest> row_level_security_holds_alone() {
    WithoutConditions queries = new WithoutConditions();
    World world = new World(TestVitrine.rewording(queries));
    return tests(
        world,
        List.of(
            dynamicTest(
                "the conditions were taken away",
                () ->
                    assertThat(queries.rewritten())
                        .hasSizeGreaterThanOrEqualTo(QUERIES_WITH_A_COMPANY))));
  }

  @TestFactory
  Stream<DynamicTest> the_queries_hold_alone() {
    World world = new World(TestVitrine.start());
    TestDatabase.execute(world.vitrine().databaseUrl(), DISABLE_ROW_LEVEL_SECURITY);
    return tests(world, List.of());
  }

  /** The proof that the tests above can fail. */
  @Test
  void without_either_wall_every_leak_is_found() {
    try (World world = new World(TestVitrine.rewording(new WithoutConditions()))) {
      TestDatabase.execute(world.vitrine().databaseUrl(), DISABLE_ROW_LEVEL_SECURITY);
      List<String> leaking =
          matrix.questions().stream()
              .filter(question -> fails(world, question))
              .map(Question::toString)
              .toList();
      assertThat(leaking)
          .contains(
              "GET /api/orders",
              "GET /api/orders?after={order}",
              "GET /api/orders/{order}",
              "GET /api/orders/{order}/events",
              "GET /api/orders/{order}/links",
              "POST /api/orders/{order}/links",
              "DELETE /api/orders/{order}/links/{link}",
              "WATCH orders/{order}",
              "GET /api/voices",
              "GET /api/voices/{voice}",
              "POST /api/voices/{voice}/answers",
              "GET /api/actions",
              "GET /api/actions/{action}",
              "WATCH actions",
              "WATCH voices",
              "WATCH voices/{voice}");
      assertThatThrownBy(() -> nothingOfOthersIsCounted(world)).isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> nothingOfOthersIsSent(world)).isInstanceOf(AssertionError.class);
    }
  }

  private static boolean fails(World world, Question question) {
    try {
      askInTime(world, question);
      return false;
    } catch (AssertionError found) {
      return true;
    }
  }

  private Stream<DynamicTest> tests(World world, List<DynamicTest> last) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Question question : matrix.questions()) {
      tests.add(dynamicTest(question.toString(), () -> askInTime(world, question)));
    }
    tests.add(dynamicTest("counts", () -> nothingOfOthersIsCounted(world)));
    tests.add(dynamicTest("frames", () -> nothingOfOthersIsSent(world)));
    tests.addAll(last);
    return tests.stream().onClose(world::close);
  }

  private void isComplete(World world) {
    List<Endpoint> endpoints = world.vitrine().vitrine().endpoints();
    for (Endpoint endpoint : endpoints) {
      assertThat(matrix.questions())
          .as("who gets what from %s %s", endpoint.method(), endpoint.path())
          .anyMatch(question -> question.asks(endpoint));
    }
    for (Question question : matrix.questions()) {
      assertThat(question.answers()).as(question.toString()).containsOnlyKeys(Asker.values());
      assertThat(endpoints).as("a route for %s", question).anyMatch(question::asks);
    }
  }

  private static void askInTime(World world, Question question) {
    assertTimeoutPreemptively(
        ANSWERED_WITHIN, () -> ask(world, question), () -> "no answer to " + question);
  }

  static void ask(World world, Question question) {
    SoftAssertions all = new SoftAssertions();
    for (Asker asker : Asker.values()) {
      Map<Whose, String> said = new EnumMap<>(Whose.class);
      Supplier<TestClient> client = comingIn(world, question, asker);
      Whose[] each =
          World.asksForSomething(question.path() + question.body())
              ? Whose.values()
              : new Whose[] {Whose.OWN};
      for (Whose whose : each) {
        said.put(whose, said(world, question, asker, whose, client.get(), all));
      }
      if (asker.isBlind() && each.length > 1 && isAlike(question, asker)) {
        all.assertThat(said.get(Whose.FOREIGN))
            .as("%s: what is foreign and what is not there answer %s alike", question, asker)
            .isEqualTo(said.get(Whose.GUESSED));
      }
    }
    all.assertAll();
  }

  /** Where sessions may end, each question is asked in one of its own. */
  private static Supplier<TestClient> comingIn(World world, Question question, Asker asker) {
    if (question.endsSessions()) {
      world.comeInAnew();
      return () -> world.client(asker);
    }
    TestClient client = world.visitor(asker);
    return () -> client;
  }

  /** The table cannot allow a difference either, but where somebody belongs to both companies. */
  private static boolean isAlike(Question question, Asker asker) {
    Matrix.Answers answers = question.answers().get(asker);
    return asker != Asker.ELSEWHERE || answers.foreign().equals(answers.guessed());
  }

  private static String said(
      World world,
      Question question,
      Asker asker,
      Whose whose,
      TestClient client,
      SoftAssertions all) {
    if (question.isWatch()) {
      return watched(world, question, asker, whose, client, all);
    }
    return question.isEvents()
        ? streamed(world, question, asker, whose, client, all)
        : answered(world, question, asker, whose, client, all);
  }

  private static String answered(
      World world,
      Question question,
      Asker asker,
      Whose whose,
      TestClient client,
      SoftAssertions all) {
    String path = world.filled(question.path(), asker, whose);
    String body = world.filled(question.body(), asker, whose);
    HttpResponse<String> answer =
        body.isEmpty()
            ? client.ask(question.method(), path)
            : client.ask(question.method(), path, body);
    String what = "%s as %s, %s: %s".formatted(question, asker, whose, answer.body());
    all.assertThat(String.valueOf(answer.statusCode()))
        .as(what)
        .isEqualTo(question.answers().get(asker).to(whose));
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    if (mayReadNothingForeign(asker, path)) {
      all.assertThat(world.leaksIn(headers + answer.body(), asker, path + body)).as(what).isEmpty();
    }
    return answer.statusCode() + "\n" + headers + "\n" + answer.body();
  }

  /** An account manager sees every order, but only the contacts in their care and mails to them. */
  private static boolean mayReadNothingForeign(Asker asker, String path) {
    return !asker.readsEverything()
        || asker == Asker.ACCOUNT_MANAGER && path.matches("/api/(people|mail)\\b.*");
  }

  private static String watched(
      World world,
      Question question,
      Asker asker,
      Whose whose,
      TestClient client,
      SoftAssertions all) {
    String topic = world.filled(question.path(), asker, whose);
    String what = "%s as %s, %s".formatted(question, asker, whose);
    String said;
    try (TestWatcher watcher = new TestWatcher(world.vitrine(), client).watch(topic)) {
      await(what, () -> watcher.page(topic) != null || watcher.gone(topic) != null);
      said = watcher.page(topic) != null ? "page" : watcher.gone(topic);
      if (!asker.readsEverything()) {
        all.assertThat(world.leaksIn(watcher.messages().toString(), asker, topic))
            .as(what)
            .isEmpty();
      }
    } catch (CompletionException e) {
      said =
          String.valueOf(((WebSocketHandshakeException) e.getCause()).getResponse().statusCode());
    }
    all.assertThat(said).as(what).isEqualTo(question.answers().get(asker).to(whose));
    return said;
  }

  /**
   * A cursor of this history from before anything happened; of the little that a caller may know.
   */
  private static String longAgo(TestClient client, String topic) {
    try (Stream<String> lines = client.lines("/live/events?watch=" + topic).body()) {
      return lines
          .filter(line -> line.startsWith("id: ") || line.startsWith("data:"))
          .findFirst()
          .filter(line -> line.startsWith("id: "))
          .map(line -> line.substring(4).replaceFirst("[.].*", ".3:3:"))
          .orElse("3:3:");
    }
  }

  private static String streamed(
      World world,
      Question question,
      Asker asker,
      Whose whose,
      TestClient client,
      SoftAssertions all) {
    String topic = world.filled(question.path(), asker, whose);
    String what = "%s as %s, %s".formatted(question, asker, whose);
    HttpResponse<Stream<String>> stream =
        client.lines("/live/events?watch=" + topic + "&since=" + longAgo(client, topic));
    String first;
    try (Stream<String> lines = stream.body()) {
      // That the database is away, as on a busy machine, is no answer about the topic.
      Iterator<String> data =
          lines.filter(line -> line.startsWith("data:") && line.contains("\"topic\":")).iterator();
      first = stream.statusCode() == 200 ? data.next() : "";
      if (first.contains("\"patch\":{\"rows\"")) {
        first += data.next();
      }
    }
    if (!asker.readsEverything()) {
      all.assertThat(world.leaksIn(first, asker, topic)).as(what).isEmpty();
    }
    String said =
        stream.statusCode() != 200
            ? String.valueOf(stream.statusCode())
            : first.contains("\"gone\":\"not-found\"") ? "not-found" : "page";
    all.assertThat(said).as(what).isEqualTo(question.answers().get(asker).to(whose));
    return said;
  }

  /** What one may read stays the same to the letter, whatever another company does. */
  private static void nothingOfOthersIsCounted(World world) {
    Map<Asker, List<String>> reads = new EnumMap<>(Asker.class);
    List.of(Asker.CUSTOMER, Asker.DISTRIBUTOR, Asker.ELSEWHERE)
        .forEach(
            asker ->
                reads.put(
                    asker,
                    List.of(
                        "/api/orders?limit=2",
                        "/api/orders",
                        world.filled("/api/orders/{order}/events", asker, Whose.OWN),
                        world.filled("/api/orders/{order}/links", asker, Whose.OWN),
                        "/api/voices",
                        "/api/actions",
                        world.filled(
                            "/api/voices/alike?order={order}&text=complaint", asker, Whose.OWN))));
    reads.put(Asker.ACCOUNT_MANAGER, List.of("/api/people", "/api/mail"));
    Map<Asker, TestClient> clients = new EnumMap<>(Asker.class);
    reads.keySet().forEach(asker -> clients.put(asker, world.client(asker)));
    // What the house mails of its own accord may come in between, and not each time.
    Map<Asker, List<String>> before = Map.of();
    Map<Asker, List<String>> after = said(reads, clients);
    for (int tries = 0; tries < 5 && !after.equals(before); tries++) {
      before = said(reads, clients);
      world.canary().stirs();
      after = said(reads, clients);
    }
    assertThat(after).isEqualTo(before);
  }

  private static Map<Asker, List<String>> said(
      Map<Asker, List<String>> reads, Map<Asker, TestClient> clients) {
    Map<Asker, List<String>> said = new EnumMap<>(Asker.class);
    reads.forEach(
        (asker, paths) ->
            said.put(
                asker,
                paths.stream()
                    .map(path -> clients.get(asker).get(path))
                    .map(answer -> answer.statusCode() + answer.body())
                    .toList()));
    return said;
  }

  /** While all watch all they can, the other company stirs: no frame goes out to anybody else. */
  private static void nothingOfOthersIsSent(World world) {
    Map<Asker, TestWatcher> watchers = new EnumMap<>(Asker.class);
    try {
      for (Asker asker :
          List.of(Asker.CUSTOMER, Asker.DISTRIBUTOR, Asker.ELSEWHERE, Asker.NOWHERE, Asker.GLASS)) {
        TestWatcher watcher = new TestWatcher(world.vitrine(), world.client(asker));
        List.of("orders/" + Canary.ORDER, "board", "glass", "voices", "actions", "orders")
            .forEach(watcher::watch);
        watcher.watch(world.filled("orders/{order}", asker, Whose.OWN));
        watchers.put(asker, watcher);
        await("an answer to each watch of " + asker, () -> watcher.messages().size() == 7);
        watcher.say("{\"watch\": \"orders\", \"since\": \"3:3:\"}");
        await("an answer to a cursor of long ago", () -> watcher.messages().size() > 7);
      }
      Map<Asker, Integer> before = onceAllIsStill(watchers);
      world.canary().stirs();
      Thread.sleep(1_500);
      assertThat(heard(watchers)).isEqualTo(before);
      world.shop().good("SO-northwind", "own-" + System.nanoTime(), "Assembly", 1);
      TestWatcher customer = watchers.get(Asker.CUSTOMER);
      await("one's own news", () -> customer.messages().size() > before.get(Asker.CUSTOMER));
      watchers.forEach(
          (asker, watcher) ->
              assertThat(
                      world.leaksIn(
                          watcher.messages().stream()
                              .filter(message -> message.has("page") || message.has("patch"))
                              .toList()
                              .toString(),
                          asker,
                          ""))
                  .as(asker + " hears of nobody else")
                  .isEmpty());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      watchers.values().forEach(TestWatcher::close);
    }
  }

  /** What their own news of before come to, once nothing more of it arrives. */
  private static Map<Asker, Integer> onceAllIsStill(Map<Asker, TestWatcher> watchers)
      throws InterruptedException {
    Map<Asker, Integer> heard = Map.of();
    for (int looks = 0; !heard.equals(heard(watchers)) && looks < 20; looks++) {
      heard = heard(watchers);
      Thread.sleep(2_000);
    }
    return heard;
  }

  private static Map<Asker, Integer> heard(Map<Asker, TestWatcher> watchers) {
    Map<Asker, Integer> messages = new EnumMap<>(Asker.class);
    watchers.forEach(
        (asker, watcher) ->
            messages.put(
                asker, (int) watcher.messages().stream().filter(m -> m.has("topic")).count()));
    return messages;
  }
}
