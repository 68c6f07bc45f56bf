package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

class EventStreamIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;

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
  void events_carry_what_the_socket_carries_and_go_on_from_the_last_one() throws IOException {
    String last;
    try (Stream stream = new Stream("orders/SO-1", null)) {
      await("the page", () -> stream.has("\"page\""));
      shop.good("SO-1", "r1", "Assembly", 7);
      await("the patch", () -> stream.has("\"patch\""));
      last = stream.lastId();
    }
    shop.good("SO-1", "r2", "Assembly", 8);
    try (Stream again = new Stream("orders/SO-1", last)) {
      await("what was missed", () -> again.has("\"through\":15"));
      assertThat(again.has("\"page\"")).isFalse();
    }
  }

  @Test
  void what_is_not_there_is_gone_here_too() throws IOException {
    try (Stream stream = new Stream("orders/SO-none", null)) {
      await("gone", () -> stream.has("\"gone\":\"not-found\""));
    }
    assertThat(TestClient.unknown(vitrine).get("/live/events?watch=orders").statusCode())
        .isEqualTo(401);
    assertThat(customer.get("/live/events").statusCode()).isEqualTo(422);
  }

  /** A browser keeps the connection of a stream that has ended, for the next request. */
  @Test
  void a_stream_that_was_ended_is_left_and_disturbs_nobody() throws IOException {
    shop.order("SO-2");
    TestClient leaving = shop.contact("northwind", "ben@northwind.example");
    List<Stream> streams = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      streams.add(new Stream("orders/SO-2", null, leaving));
    }
    try (Stream staying = new Stream("orders/SO-2", null)) {
      await("the page", () -> staying.has("\"page\""));
      for (Stream stream : streams) {
        await("their page", () -> stream.has("\"page\""));
      }
      leaving.delete("/api/session");
      for (Stream stream : streams) {
        await("its end", stream::hasEnded);
      }
      shop.good("SO-2", "r1", "Assembly", 9);
      await("the patch", () -> staying.has("\"patch\""));
    }
  }

  /** An event stream, read line by line. */
  private static final class Stream implements AutoCloseable {
    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Stream(String topic, String since) throws IOException {
      this(topic, since, customer);
    }

    private Stream(String topic, String since, TestClient who) throws IOException {
      socket = new Socket("localhost", vitrine.port());
      OutputStream out = socket.getOutputStream();
      String head =
          "GET /live/events?watch=%s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\n%s\r\n"
              .formatted(
                  topic,
                  who.identity()[0],
                  who.identity()[1],
                  since == null ? "" : "Last-Event-ID: " + since + "\r\n");
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.flush();
      Thread.startVirtualThread(this::read);
    }

    private void read() {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      } catch (IOException | RuntimeException closed) {
        // The test has seen what it came for.
      }
      ended = true;
    }

    private boolean hasEnded() {
      return ended;
    }

    private boolean has(String text) {
      return lines.stream().anyMatch(line -> line.contains(text));
    }

    private String lastId() {
      return lines.stream()
          .filter(line -> line.startsWith("id: "))
          .reduce((one, later) -> later)
          .orElseThrow()
          .substring(4);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
