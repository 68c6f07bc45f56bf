package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Frames that no browser sends (RFC 6455, 5): their socket closes, and nobody else notices. */
@Timeout(30)
class FramesIT {
  private static final int FINAL_TEXT = 0x81;
  private static final Duration SOON = Duration.ofSeconds(5);

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.order("SO-1");
    customer = shop.contact("northwind", "amelia@northwind.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  static Stream<Arguments> frames() {
    return Stream.of(
        Arguments.of("larger than a frame may be", masked(FINAL_TEXT, new byte[4_097])),
        Arguments.of(
            "said to be of 2^62 bytes", head(FINAL_TEXT, 255).putLong(1L << 62).putInt(0).array()),
        Arguments.of("of a negative length", head(FINAL_TEXT, 255).putLong(-1).putInt(0).array()),
        Arguments.of("in fragments without an end", fragments()),
        Arguments.of("not masked", new byte[] {(byte) FINAL_TEXT, 2, '{', '}'}),
        Arguments.of("with a reserved bit", masked(FINAL_TEXT | 0x40, "{}".getBytes())),
        Arguments.of("of a kind that is not", masked(0x83, "{}".getBytes())),
        Arguments.of("a control frame that is too long", masked(0x89, new byte[126])),
        Arguments.of("not UTF-8", masked(FINAL_TEXT, new byte[] {(byte) 0xc3, 0x28})),
        Arguments.of("binary", masked(0x82, "{\"watch\":\"orders\"}".getBytes())),
        Arguments.of("not JSON", masked(FINAL_TEXT, "watch orders".getBytes())),
        Arguments.of("JSON of another shape", masked(FINAL_TEXT, "[1]".getBytes())),
        Arguments.of("nested without an end", masked(FINAL_TEXT, "[".repeat(4_000).getBytes())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void a_frame_that_must_not_be_ends_its_socket_and_no_other(String what, byte[] frame) {
    try (RawConnection attacker = connected();
        TestWatcher other = new TestWatcher(vitrine, customer).watch("orders/SO-1")) {
      await("the page", () -> other.page("orders/SO-1") != null);
      attacker.send(frame);
      assertThat(attacker.closes()).isLessThan(SOON);
      int before = other.messages().size();
      shop.good("SO-1", "r" + System.nanoTime(), "Assembly", 1);
      await("news for the others", () -> other.messages().size() > before);
      assertThat(other.isClosed()).isFalse();
    }
  }

  private static RawConnection connected() {
    RawConnection connection = new RawConnection(vitrine);
    int status =
        connection
            .send(
                "GET /live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n%s: %s\r\n\r\n"
                    .formatted(customer.identity()[0], customer.identity()[1]))
            .reply()
            .status();
    assertThat(status).isEqualTo(101);
    return connection;
  }

  private static byte[] fragments() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(masked(0x01, "{".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 10; i++) {
      all.writeBytes(masked(0x00, new byte[1_000]));
    }
    return all.toByteArray();
  }

  /** By a mask of zeros, which leaves the bytes as they are. */
  private static byte[] masked(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.putInt(0).put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  private static ByteBuffer head(int first, int length) {
    return ByteBuffer.allocate(14).put((byte) first).put((byte) length);
  }
}
