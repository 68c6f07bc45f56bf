package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/**
 * What is another company's takes no other time than what does not exist: measured by turns and
 * printed; only a gross difference fails.
 */
class ExistenceTimingIT {
  private static final int TURNS = 150;
  private static final double GROSS = 3;

  private static World world;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    world = new World(TestVitrine.start());
    customer = world.client(Asker.CUSTOMER);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET | /api/orders/{order} | {}",
        "GET | /api/orders/{order}/events | {}",
        "GET | /api/orders/{order}/links | {}",
        "POST | /api/orders/{order}/links | {}",
        "DELETE | /api/orders/{own-order}/links/{link} | {}",
        "DELETE | /api/sessions/{session} | {}",
        "PUT | /api/me/company | {\"code\": \"{company}\"}",
        "POST | /api/session | {\"token\": \"{sign-in}\"}"
      })
  void a_stopwatch_tells_nothing(String method, String path, String body) {
    String[] foreign = filled(path, body, Whose.FOREIGN);
    String[] guessed = filled(path, body, Whose.GUESSED);
    long[] foreignNanos = new long[TURNS];
    long[] guessedNanos = new long[TURNS];
    for (int turn = -20; turn < TURNS; turn++) {
      long one = ask(method, foreign);
      long other = ask(method, guessed);
      if (turn >= 0) {
        foreignNanos[turn] = one;
        guessedNanos[turn] = other;
      }
    }
    double ratio = median(foreignNanos) / median(guessedNanos);
    System.out.printf(
        "%s %s: foreign %.2f ms, unknown %.2f ms%n",
        method, path, median(foreignNanos) / 1e6, median(guessedNanos) / 1e6);
    assertThat(ratio).isBetween(1 / GROSS, GROSS);
  }

  private static String[] filled(String path, String body, Whose whose) {
    return new String[] {
      world.filled(path, Asker.CUSTOMER, whose), world.filled(body, Asker.CUSTOMER, whose)
    };
  }

  private static long ask(String method, String[] request) {
    TestClient client =
        request[0].equals("/api/session") ? TestClient.unknown(world.vitrine()) : customer;
    long from = System.nanoTime();
    int status =
        method.equals("GET")
            ? client.get(request[0]).statusCode()
            : client.ask(method, request[0], request[1]).statusCode();
    assertThat(status).isIn(404, 410);
    return System.nanoTime() - from;
  }

  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
