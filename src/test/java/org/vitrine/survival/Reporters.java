package org.vitrine.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.vitrine.platform.json.Json;

/**
 * The plant: it reports without a pause, and says again, at whatever node, what was not
 * acknowledged, under the same ids.
 */
final class Reporters implements AutoCloseable {
  private static final List<String> OPERATIONS = List.of("Assembly", "Final test", "Packing");
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BETWEEN_MILLIS = 150;
  private static final int AGAIN_MILLIS = 250;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String[] identity;
  private final int[] doors;
  private final List<String> orders;
  private final Ledger ledger;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger saidAgain = new AtomicInteger();
  private final AtomicInteger alreadyKnown = new AtomicInteger();
  private final AtomicInteger unavailable = new AtomicInteger();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean pausing;
  private volatile boolean closed;

  Reporters(String[] identity, int[] doors, List<String> orders, Ledger ledger) {
    this.identity = identity;
    this.doors = doors;
    this.orders = orders;
    this.ledger = ledger;
  }

  void start(int count, long seed) {
    for (int n = 0; n < count; n++) {
      String name = "r" + n;
      Random random = new Random(seed + n);
      Thread.startVirtualThread(() -> report(name, random));
    }
  }

  /** Says nothing new; what was said is said again until it is acknowledged. */
  void pause() {
    pausing = true;
  }

  void goOn() {
    pausing = false;
  }

  /** Whether all that was said is acknowledged. */
  boolean isDone() {
    return pausing && busy.get() == 0;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  String summary() {
    return "%d reports acknowledged; %d times one was said again, %d of them were known already; %d times a node was unavailable and said when to come back"
        .formatted(ledger.acknowledged(), saidAgain.get(), alreadyKnown.get(), unavailable.get());
  }

  private void report(String name, Random random) {
    for (int batch = 0; !closed; batch++) {
      Pause.millis(random.nextInt(2 * BETWEEN_MILLIS));
      busy.incrementAndGet();
      if (!pausing) {
        say(reports(name + "-" + batch, random), random);
      }
      busy.decrementAndGet();
    }
  }

  private record Said(String order, String id, String json) {}

  private List<Said> reports(String batch, Random random) {
    List<Said> reports = new ArrayList<>();
    for (int n = 0; n <= random.nextInt(4); n++) {
      String order = orders.get(random.nextInt(orders.size()));
      String id = batch + "-" + n;
      reports.add(
          new Said(
              order,
              id,
              """
              {"id": "%s", "order": "%s", "operation": "%s", "kind": "progressed", "good": %d,
               "source": "machine", "happenedAt": "%s"}"""
                  .formatted(
                      id,
                      order,
                      OPERATIONS.get(random.nextInt(OPERATIONS.size())),
                      1 + random.nextInt(3),
                      Instant.now().minus(Duration.ofDays(1)))));
    }
    reports.forEach(report -> ledger.say(report.order(), report.id()));
    return reports;
  }

  private void say(List<Said> reports, Random random) {
    String body = reports.stream().map(Said::json).collect(Collectors.joining(",", "[", "]"));
    for (boolean first = true; !closed; first = false) {
      if (!first) {
        saidAgain.addAndGet(reports.size());
      }
      try {
        HttpResponse<String> answer = post(doors[random.nextInt(doors.length)], body);
        if (isAcknowledged(answer, first)) {
          return;
        }
      } catch (IOException lost) {
        // It may have been taken, or not: say it again.
      }
      Pause.millis(AGAIN_MILLIS);
    }
  }

  private HttpResponse<String> post(int door, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/api/reports"))
            .timeout(PATIENCE)
            .header(identity[0], identity[1])
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private boolean isAcknowledged(HttpResponse<String> answer, boolean first) {
    if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
      unavailable.incrementAndGet();
      return false;
    }
    if (answer.statusCode() != 200) {
      faults.add("A report was answered with %d: %s".formatted(answer.statusCode(), answer.body()));
      return false;
    }
    JsonNode outcomes = Json.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    outcomes.get("taken").forEach(this::acknowledge);
    outcomes.get("known").forEach(this::acknowledge);
    if (first && !outcomes.get("known").isEmpty()) {
      faults.add("What was never said is known: " + outcomes.get("known"));
    }
    alreadyKnown.addAndGet(outcomes.get("known").size());
    outcomes.get("refused").forEach(refused -> faults.add("A report was refused: " + refused));
    return true;
  }

  private void acknowledge(JsonNode outcome) {
    ledger.acknowledge(
        outcome.get("order").asText(), outcome.get("id").asText(), outcome.get("version").asLong());
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
  }
}
