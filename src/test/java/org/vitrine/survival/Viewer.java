package org.vitrine.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.vitrine.fixtures.Patched;
import org.vitrine.platform.json.Json;

/**
 * An open page, as a browser keeps it: it applies patches, remembers its cursor, and when its
 * connection breaks tries again, at whatever node, with the same pauses as the page does.
 */
final class Viewer implements AutoCloseable {
  private static final int COME_WITHIN_MILLIS = 2_000;
  private static final int FIRST_WAIT_MILLIS = 250;
  private static final int LONGEST_WAIT_MILLIS = 4_000;

  /** Who looks, by the header that says so, and at what. */
  record Seat(String identity, String audience, String topic) {
    /** What all see who see the same. */
    String view() {
      return audience + " " + topic;
    }
  }

  private final Seat seat;
  private final int[] doors;
  private final boolean byEvents;
  private final Random random;
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);
  private volatile Transport transport;
  private volatile JsonNode page = NullNode.getInstance();
  private volatile boolean closed;
  private volatile int breaks;
  private String cursor;
  private int attempt;

  Viewer(Seat seat, int[] doors, boolean byEvents, long seed) {
    this.seat = seat;
    this.doors = doors;
    this.byEvents = byEvents;
    this.random = new Random(seed);
    thread.start();
  }

  Seat seat() {
    return seat;
  }

  JsonNode page() {
    return page;
  }

  /** How often its connection was lost. */
  int breaks() {
    return breaks;
  }

  private void run() {
    Pause.millis(random.nextInt(COME_WITHIN_MILLIS));
    while (!closed) {
      try (Transport open = connect()) {
        transport = open;
        attempt = 0;
        while (!closed) {
          open.hear().ifPresent(this::take);
        }
      } catch (IOException broken) {
        breaks++;
        int longest = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(attempt++, 8));
        Pause.millis(longest / 2 + random.nextInt(longest / 2));
      }
    }
  }

  private Transport connect() throws IOException {
    int door = doors[random.nextInt(doors.length)];
    return byEvents
        ? new Transport.Events(door, seat.identity(), seat.topic(), cursor)
        : new Transport.WebSocket(door, seat.identity(), seat.topic(), cursor);
  }

  private void take(String text) {
    JsonNode message = Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    if (!seat.topic().equals(message.path("topic").asText())) {
      return;
    }
    if (message.has("page")) {
      page = message.get("page");
    } else if (message.has("patch")) {
      page = Patched.of(page, message.get("patch"));
    } else if (message.has("gone")) {
      page = message;
    }
    cursor = Optional.ofNullable(message.get("cursor")).map(JsonNode::asText).orElse(cursor);
  }

  @Override
  public void close() {
    closed = true;
    Transport open = transport;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
