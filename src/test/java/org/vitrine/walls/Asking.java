package org.vitrine.walls;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.walls.Asker.CUSTOMER;
import static org.vitrine.walls.Asker.DISTRIBUTOR;
import static org.vitrine.walls.Asker.ELSEWHERE;
import static org.vitrine.walls.Asker.GLASS;
import static org.vitrine.walls.Asker.NOWHERE;

import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.Rejection;
import org.vitrine.walls.Matrix.Question;

/** Asks a question of the matrix, and holds the answers against what the table says. */
final class Asking {
  /** Whoever is not answered is to be told of by name: a stream that says nothing never ends. */
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);

  private Asking() {}

  /** By everybody. */
  static void byAll(World world, Question question) {
    by(world, question, EnumSet.allOf(Asker.class));
  }

  /** By those whom a wall keeps from what is another company's: all others see it anyway. */
  static void byTheWalled(World world, Question question) {
    Set<Asker> walled = EnumSet.of(CUSTOMER, DISTRIBUTOR, ELSEWHERE, NOWHERE, GLASS);
    if (isOfContacts(question.path())) {
      walled.add(Asker.ACCOUNT_MANAGER);
    }
    by(world, question, walled);
  }

  private static void by(World world, Question question, Set<Asker> askers) {
    assertTimeoutPreemptively(
        ANSWERED_WITHIN, () -> ask(world, question, askers), () -> "no answer to " + question);
  }

  private static void ask(World world, Question question, Set<Asker> askers) {
    SoftAssertions all = new SoftAssertions();
    for (Asker asker : askers) {
      Map<Whose, String> said = new EnumMap<>(Whose.class);
      Supplier<TestClient> client = comingIn(world, question, asker);
      Whose[] each =
          World.asksForSomething(question.path() + question.body())
              ? Whose.values()
              : new Whose[] {Whose.OWN};
      for (Whose whose : each) {
        said.put(whose, said(world, question, asker, whose, patiently(client), all));
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
    TestClient client = patiently(() -> world.visitor(asker));
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
    String path = patiently(() -> world.filled(question.path(), asker, whose));
    String body = patiently(() -> world.filled(question.body(), asker, whose));
    HttpResponse<String> answer = answer(client, question.method(), path, body);
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

  /** What is asked about is made at the doors of rooms, which a busy machine closes for a while. */
  private static <T> T patiently(Supplier<T> making) {
    for (int tries = 1; tries < 5; tries++) {
      try {
        return making.get();
      } catch (Rejection.Unavailable busy) {
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
    return making.get();
  }

  /** A busy machine says when to come again: whoever is told so does, a few times. */
  private static HttpResponse<String> answer(
      TestClient client, String method, String path, String body) {
    HttpResponse<String> answer = null;
    for (int tries = 0; tries < 5; tries++) {
      answer = body.isEmpty() ? client.ask(method, path) : client.ask(method, path, body);
      Optional<String> comeBack = answer.headers().firstValue("retry-after");
      if (answer.statusCode() != 503 || comeBack.isEmpty()) {
        break;
      }
      LockSupport.parkNanos(Duration.ofSeconds(Long.parseLong(comeBack.get())).toNanos());
    }
    return answer;
  }

  /**
   * An account manager sees every order, but only the contacts in their care and mails to them; a
   * program that places orders reads them as it placed them and how the house numbers them, and
   * nothing else.
   */
  private static boolean mayReadNothingForeign(Asker asker, String path) {
    return switch (asker) {
      case ACCOUNT_MANAGER -> isOfContacts(path);
      case KEY_ORDERS ->
          !path.matches(
              "/api/order-numbers/next|/api/orders/[^/]+/(placed|promise|routing-version)");
      default -> !asker.readsEverything();
    };
  }

  private static boolean isOfContacts(String path) {
    return path.matches("/api/(people|mail)\\b.*");
  }

  private static String watched(
      World world,
      Question question,
      Asker asker,
      Whose whose,
      TestClient client,
      SoftAssertions all) {
    String topic = patiently(() -> world.filled(question.path(), asker, whose));
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
    String topic = patiently(() -> world.filled(question.path(), asker, whose));
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
}
