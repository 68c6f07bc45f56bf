package org.vitrine.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vitrine.fixtures.Patched;
import org.vitrine.platform.json.Json;

/** A client without a network: it keeps the pages that the frames lead to. */
final class TestSocket implements Transport, AutoCloseable {
  private final ExecutorService loop =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final Map<String, JsonNode> pages = new ConcurrentHashMap<>();
  private final Map<String, String> cursors = new ConcurrentHashMap<>();
  private final Map<String, String> gone = new ConcurrentHashMap<>();
  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final WatchResolver resolver;
  private volatile Connection connection;
  private volatile int closedWith;

  TestSocket(WatchResolver resolver) {
    this.resolver = resolver;
  }

  TestSocket as(Connection itself) {
    connection = itself;
    return this;
  }

  TestSocket watch(String topic) {
    return watch(topic, Optional.empty());
  }

  /** Goes on from a page that it had before. */
  TestSocket resume(String topic, JsonNode page, String cursor) {
    pages.put(topic, page);
    return watch(topic, Optional.of(cursor));
  }

  private TestSocket watch(String topic, Optional<String> since) {
    loop.execute(() -> resolver.watch(connection, topic, since));
    return this;
  }

  JsonNode page(String topic) {
    return pages.getOrDefault(topic, Json.object());
  }

  String cursor(String topic) {
    return cursors.get(topic);
  }

  String gone(String topic) {
    return gone.get(topic);
  }

  List<JsonNode> messages() {
    return messages;
  }

  /** The code that it was closed with; 0 while it is open. */
  int closedWith() {
    return closedWith;
  }

  @Override
  public void write(Frame frame) {
    String event = frame.event().toString(StandardCharsets.UTF_8);
    JsonNode message = Json.read(event.substring(event.indexOf("data: ") + 6), JsonNode.class);
    messages.add(message);
    String topic = message.path("topic").asText();
    if (message.has("page")) {
      pages.put(topic, message.get("page"));
    }
    if (message.has("patch")) {
      pages.put(topic, Patched.of(page(topic), message.get("patch")));
    }
    if (message.has("cursor")) {
      cursors.put(topic, message.get("cursor").asText());
    }
    if (message.has("gone")) {
      gone.put(topic, message.get("gone").asText());
    }
  }

  @Override
  public Executor loop() {
    return loop;
  }

  @Override
  public boolean takesMore() {
    return closedWith == 0;
  }

  @Override
  public void flush() {}

  @Override
  public void listenNoMore() {}

  @Override
  public void listen() {}

  @Override
  public void ping() {}

  @Override
  public void close(int code, String reason) {
    closedWith = code;
  }

  /** Leaves, as one whose connection breaks. */
  @Override
  public void close() {
    loop.execute(connection::closed);
  }
}
