package org.vitrine.live;

import static org.vitrine.fixtures.TestWatcher.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** Whatever one client says, what others see moves on. */
class MutatedMessagesIT {
  private static final int MUTATIONS = 1_000;
  private static final int BETWEEN_LOOKS = 100;

  /** What is longer is not read at all. */
  private static final int LONGEST_MESSAGE = 4_000;

  private static final int LONGEST_HEADER = 7_500;

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;

  private final long seed = Long.getLong("vitrine.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    shop.order("SO-1");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void whatever_a_client_says_the_pages_of_others_move_on() {
    System.out.println("MutatedMessagesIT: -Dvitrine.seed=" + seed);
    try (TestWatcher other =
        new TestWatcher(vitrine, customer).watch("orders/SO-1").watch("orders")) {
      await("its pages", () -> other.page("orders/SO-1") != null && other.page("orders") != null);
      TestWatcher client = new TestWatcher(vitrine, customer);
      for (int n = 1; n <= MUTATIONS; n++) {
        if (client.isClosed()) {
          client = new TestWatcher(vitrine, customer);
        }
        if (n % 10 == 0) {
          String topic = random.nextBoolean() ? "orders" : "orders/SO-1";
          stream(random.nextBoolean() ? topic : mutated(topic), since(other, LONGEST_HEADER));
        } else {
          say(client, message(other));
        }
        if (n % BETWEEN_LOOKS == 0) {
          seeThatPagesMove(other, n);
        }
      }
      client.close();
    }
  }

  private static void seeThatPagesMove(TestWatcher other, int n) {
    shop.good("SO-1", "r" + n, "Assembly", 1);
    int expected = n / BETWEEN_LOOKS;
    await(
        "the page moves",
        () -> other.page("orders/SO-1").at("/lines/1/stages/assembly/through").asInt() == expected);
    await(
        "the list moves",
        () -> other.page("orders").at("/rows/SO-1/lines/1/through").asInt() == expected);
    try (TestWatcher newcomer = new TestWatcher(vitrine, customer).watch("orders/SO-1")) {
      await("whoever comes sees it", () -> newcomer.page("orders/SO-1") != null);
    }
  }

  private String message(TestWatcher other) {
    String topic = List.of("orders/SO-1", "orders", "board", "glass").get(random.nextInt(4));
    String name = random.nextInt(3) == 0 ? mutated(topic) : topic;
    String proper =
        random.nextInt(8) == 0
            ? Json.text(Json.object().put("unwatch", name))
            : Json.text(
                Json.object().put("watch", name).put("since", since(other, LONGEST_MESSAGE)));
    return random.nextInt(4) == 0 ? mutated(proper) : proper;
  }

  /** A cursor of one of the pages, or what could be taken for one. */
  private String since(TestWatcher other, int longest) {
    String cursor = other.cursor(random.nextBoolean() ? "orders" : "orders/SO-1");
    return switch (random.nextInt(5)) {
      case 0 -> cursor;
      case 1 -> filled(cursor, "," + random.nextInt(1_000), longest);
      case 2 -> filled(cursor.replaceFirst("\\..*", ".1:1:1"), ",1", longest);
      case 3 -> filled("", String.valueOf((char) (' ' + random.nextInt(90))), longest);
      default -> mutated(cursor);
    };
  }

  private String filled(String start, String part, int longest) {
    StringBuilder text = new StringBuilder(start);
    for (int length = longest / 2 + random.nextInt(longest / 2);
        text.length() + part.length() < length; ) {
      text.append(part);
    }
    return text.toString();
  }

  /** With something left out, doubled, or put in. */
  private String mutated(String text) {
    StringBuilder mutated = new StringBuilder(text);
    for (int times = 1 + random.nextInt(3); times > 0 && !mutated.isEmpty(); times--) {
      int from = random.nextInt(mutated.length());
      int to = from + random.nextInt(mutated.length() - from + 1);
      switch (random.nextInt(3)) {
        case 0 -> mutated.delete(from, to);
        case 1 -> mutated.insert(to, mutated.substring(from, to));
        default ->
            mutated.insert(
                from,
                List.of("\0", "\uD83D\uDE00", "\"", "[[[{", "%n", "-1", "é", "//")
                    .get(random.nextInt(8)));
      }
      mutated.setLength(Math.min(mutated.length(), LONGEST_MESSAGE));
    }
    return mutated.toString();
  }

  private static void say(TestWatcher client, String message) {
    try {
      client.say(message);
    } catch (RuntimeException closed) {
      // It said something before that closed its socket.
    }
  }

  /** Begins to hear events, and leaves. */
  private static void stream(String topic, String since) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      connection.send(
          """
          GET /live/events?watch=%s HTTP/1.1\r
          Host: localhost\r
          %s: %s\r
          Last-Event-ID: %s\r
          \r
          """
              .formatted(
                  URLEncoder.encode(topic, StandardCharsets.UTF_8),
                  customer.identity()[0],
                  customer.identity()[1],
                  since.replaceAll("[^ -~]", "?")));
      connection.read(12);
    }
  }
}
