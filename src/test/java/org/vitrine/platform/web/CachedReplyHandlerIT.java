package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.RawConnection.Reply;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

class CachedReplyHandlerIT {
  private static final String PAGE = "/api/orders/SO-1";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    shop.order("SO-1");
    shop.good("SO-1", "r1", "Assembly", 5);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void what_lies_ready_is_answered_as_the_usual_way_answers() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      Reply ready = readyPage(connection);
      Reply usual = ask(connection, "Accept-Encoding", "identity;q=1");
      assertThat(ready).isEqualTo(usual);
      assertThat(ready.headers()).containsKeys("etag", "content-security-policy");
    }
  }

  @Test
  void what_lies_ready_says_that_nothing_changed() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      String tag = readyPage(connection).headers().get("etag");
      long before = fromMemory();
      for (String tags : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
        Reply unchanged = ask(connection, "If-None-Match", tags);
        assertThat(unchanged.status()).as(tags).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.headers()).containsEntry("etag", tag);
      }
      assertThat(ask(connection, "If-None-Match", "\"other\"").status()).isEqualTo(200);
      assertThat(fromMemory()).isGreaterThan(before);
    }
  }

  @Test
  void a_browser_gets_it_compressed() throws IOException {
    String plain = customer.get(PAGE).body();
    var compressed = customer.bytes(PAGE, "Accept-Encoding", "gzip, deflate, br, zstd");
    assertThat(compressed.headers().firstValue("content-encoding")).contains("gzip");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
  }

  @Test
  void every_form_says_that_there_are_others() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      String tag = readyPage(connection).headers().get("etag");
      for (String encodings : new String[] {"gzip", "gzip, br", "identity", "identity;q=1"}) {
        assertThat(ask(connection, "Accept-Encoding", encodings).headers())
            .containsEntry("vary", "Accept-Encoding");
        assertThat(ask(connection, "Accept-Encoding", encodings, "If-None-Match", tag).headers())
            .containsEntry("vary", "Accept-Encoding");
      }
    }
  }

  @Test
  void what_was_sent_compressed_lies_ready_so() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      readyPage(connection);
      Reply usual = ask(connection, "Accept-Encoding", "gzip, br");
      long before = fromMemory();
      for (int attempt = 0; attempt < 100 && fromMemory() == before; attempt++) {
        assertThat(ask(connection, "Accept-Encoding", "gzip, br")).isEqualTo(usual);
      }
      assertThat(fromMemory()).isGreaterThan(before);
      assertThat(usual.headers()).containsEntry("content-encoding", "gzip");
    }
  }

  @Test
  void answers_come_in_the_order_of_the_questions() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      String page = readyPage(connection).body();
      String ready = head(PAGE);
      String slow = head("/api/orders/SO-1/events");
      connection.send(ready + slow + ready + ready + slow + ready);
      for (boolean isPage : new boolean[] {true, false, true, true, false, true}) {
        Reply reply = connection.reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().equals(page)).isEqualTo(isPage);
      }
      assertThat(ask(connection).body()).isEqualTo(page);
    }
  }

  @Test
  void what_changed_is_never_answered_from_memory() {
    shop.order("SO-2");
    try (RawConnection connection = new RawConnection(vitrine)) {
      for (int pieces = 1; pieces <= 20; pieces++) {
        shop.good("SO-2", "r" + pieces, "Assembly", 1);
        String through = "\"through\":" + pieces;
        assertThat(connection.request("GET", "/api/orders/SO-2", identity()).body())
            .contains(through);
      }
    }
  }

  @Test
  void what_lies_ready_for_one_is_not_there_for_another() {
    TestClient other = shop.contact("hanse", "jonas@hanse.example");
    String[] stranger = other.identity();
    try (RawConnection connection = new RawConnection(vitrine)) {
      readyPage(connection);
      for (int i = 0; i < 3; i++) {
        assertThat(connection.request("GET", PAGE, stranger).status()).isEqualTo(404);
        assertThat(connection.request("GET", PAGE).status()).isEqualTo(401);
        assertThat(connection.request("GET", PAGE, "Cookie", "vitrine=x; vitrine=y").status())
            .isEqualTo(401);
      }
    }
  }

  @Test
  void a_request_that_is_not_plain_takes_the_usual_way() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      readyPage(connection);
      long before = fromMemory();
      assertThat(connection.request("GET", PAGE + "?as=glass", identity()).status()).isEqualTo(401);
      assertThat(connection.request("GET", "/api/orders/SO%2D1", identity()).status())
          .isEqualTo(200);
      assertThat(ask(connection, "Content-Length", "0").status()).isEqualTo(200);
      assertThat(connection.request("DELETE", PAGE, identity()).status()).isEqualTo(405);
      assertThat(fromMemory()).isEqualTo(before);
      assertThat(ask(connection, "Connection", "close").headers())
          .containsEntry("connection", "close");
    }
  }

  /** The page as it is answered once it and whoever asks are known. */
  private static Reply readyPage(RawConnection connection) {
    long before = fromMemory();
    for (int attempt = 0; attempt < 100; attempt++) {
      Reply reply = ask(connection);
      if (fromMemory() > before) {
        return reply;
      }
    }
    throw new AssertionError("Nothing is ever answered from memory");
  }

  private static Reply ask(RawConnection connection, String... headers) {
    return connection.request(
        "GET",
        PAGE,
        Stream.concat(Arrays.stream(identity()), Arrays.stream(headers)).toArray(String[]::new));
  }

  private static String[] identity() {
    return customer.identity();
  }

  private static String head(String path) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\n\r\n"
        .formatted(path, identity()[0], identity()[1]);
  }

  private static long fromMemory() {
    return Math.round(
        shop.integrator()
            .get("/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith("vitrine_http_from_memory_total"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum());
  }
}
