package org.vitrine.bench.rows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 15. */
final class Messages implements Row {
  private static final int OPEN = 5_000;
  private static final int SENDERS = 4;
  private static final int LOOKS = 20;
  private static final double REPORTS_A_SECOND = 40;
  private static final double SAID_A_SECOND = 10;

  @Override
  public int number() {
    return 15;
  }

  @Override
  public String job() {
    return "Messages beside reports, and an inbox with 5,000 of them";
  }

  @Override
  public String method() {
    return """
        %d reports a second on %d orders with a watcher each, from due to screen; then the same while %d messages a second are said, with %,d open. \
        Beside it: from asking for the inbox until its first page (the 500 that are due first) is there, and how many messages a second can be said, one after the other on %d connections."""
        .formatted(
            (int) REPORTS_A_SECOND, SteadyReports.ORDERS, (int) SAID_A_SECOND, OPEN, SENDERS);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Postgres database = Postgres.startIn(lab);
    Vitrine vitrine = Vitrine.start(lab, database);
    SteadyReports reports = new SteadyReports(vitrine, 2 * lab.rounds() + 2);
    double sayable = fill(vitrine, lab.isQuick() ? OPEN / 10 : OPEN);
    Crowd pages =
        Crowd.start(
            lab,
            "pages",
            Crowd.Plan.watching(vitrine, SteadyReports.ORDERS, SteadyReports.ORDERS));
    pages.connect();
    reports.warmUp(lab, pages);
    Series series =
        new Rounds()
            .of("calm", round -> latencies(reports, lab, pages))
            .of("messages", round -> besideMessages(vitrine, reports, lab, pages))
            .of("inbox", round -> Map.of("first", inbox(vitrine), "said", sayable))
            .run(lab.rounds());
    return List.of(
        Finding.atMost(
            3, "Due to screen, p50, with messages / calm", series.ratio("messages", "calm", "p50"), "x"),
        Finding.atMost(
            500, "The inbox, from asking to its first page, median", series.of("inbox", "first"), "ms"),
        Finding.beside("Due to screen, p50, calm", series.of("calm", "p50"), "ms"),
        Finding.beside("Due to screen, p50, with messages", series.of("messages", "p50"), "ms"),
        Finding.beside("Due to screen, p99, with messages", series.of("messages", "p99"), "ms"),
        Finding.beside("Messages that can be said", series.of("inbox", "said"), "/s"));
  }

  private static String message(int n) {
    return """
        {"order": "%s", "stage": "assembly", "kind": "complaint", "text": "Unit %d shows %d g a year, we accept three"}"""
        .formatted(Plant.order(1 + n % SteadyReports.ORDERS), n, n % 17);
  }

  /** Returns how many a second were said, as fast as that goes. */
  private static double fill(Vitrine vitrine, int messages) throws Exception {
    long began = System.nanoTime();
    List<Future<?>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
      for (int part = 0; part < SENDERS; part++) {
        int first = part;
        parts.add(threads.submit(() -> say(vitrine, first, messages)));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    }
    return messages * 1e9 / (System.nanoTime() - began);
  }

  private static Void say(Vitrine vitrine, int first, int messages) throws IOException {
    try (Publisher connection = new Publisher(vitrine.port(), vitrine.cookieHeader())) {
      for (int n = first; n < messages; n += SENDERS) {
        connection.post("/api/voices", message(n));
      }
    }
    return null;
  }

  private static Map<String, Double> latencies(SteadyReports reports, Lab lab, Crowd pages)
      throws Exception {
    reports.turnToNewOrders(pages);
    return SameNode.points(reports.latencies(REPORTS_A_SECOND, lab.round(), pages));
  }

  private static Map<String, Double> besideMessages(
      Vitrine vitrine, SteadyReports reports, Lab lab, Crowd pages) throws Exception {
    List<Publisher> connections = new ArrayList<>();
    List<OpenLoop.Sender> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      Publisher connection = new Publisher(vitrine.port(), vitrine.cookieHeader());
      connections.add(connection);
      senders.add(due -> connection.post("/api/voices", message(due.n())));
    }
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<Integer> said = beside.submit(() -> OpenLoop.run(SAID_A_SECOND, lab.round(), senders));
      Map<String, Double> points = latencies(reports, lab, pages);
      said.get();
      return points;
    } finally {
      connections.forEach(Publisher::close);
    }
  }

  /** Milliseconds until the first page is there, the median of some. */
  private static double inbox(Vitrine vitrine) throws Exception {
    double[] looks = new double[LOOKS];
    for (int look = 0; look < LOOKS; look++) {
      looks[look] = firstPage(vitrine);
    }
    Arrays.sort(looks);
    return looks[LOOKS / 2];
  }

  private static double firstPage(Vitrine vitrine) throws Exception {
    String[] cookie = vitrine.cookieHeader().split(": ", 2);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + vitrine.port() + "/live/events?watch=inbox"))
            .header(cookie[0], cookie[1])
            .build();
    long began = System.nanoTime();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        lines
            .filter(line -> line.startsWith("data:") && line.contains("\"page\""))
            .findFirst()
            .orElseThrow();
        return (System.nanoTime() - began) / 1e6;
      } finally {
        http.shutdownNow();
      }
    }
  }
}
