package org.vitrine.survival;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks every node several times a second how it is, whatever goes on. */
final class Watchman implements AutoCloseable {
  private static final long BETWEEN_MILLIS = 250;

  private final Map<Node, Boolean> ready = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;
  private volatile long slowestMillis;

  Watchman(List<Node> nodes) {
    for (Node node : nodes) {
      Thread.startVirtualThread(() -> watch(node));
    }
  }

  /** Whether it said when last asked that it can serve. */
  boolean isReady(Node node) {
    return ready.getOrDefault(node, false);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The longest that a node took to say that it lives. */
  long slowestMillis() {
    return slowestMillis;
  }

  private void watch(Node node) {
    while (!closed) {
      int life = node.life();
      long from = System.nanoTime();
      Optional<HttpResponse<String>> live = node.ask("/health/live");
      long took = (System.nanoTime() - from) / 1_000_000;
      boolean ranAllTheTime = node.runs() && node.life() == life;
      if (ranAllTheTime && !closed) {
        slowestMillis = Math.max(slowestMillis, took);
        if (live.map(HttpResponse::statusCode).orElse(0) != 200) {
          faults.add("Node %s did not say that it lives: %s".formatted(node.name(), live));
        }
      }
      ready.put(node, node.ask("/health/ready").map(HttpResponse::statusCode).orElse(0) == 200);
      Pause.millis(BETWEEN_MILLIS);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
