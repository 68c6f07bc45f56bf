package org.vitrine.bench.rows;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Guests;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.PageServer;

/** Row 21. */
final class LongLists implements Row {
  private static final int OPEN = 2_000;
  private static final int ALL = 10_000;
  private static final int ASKED = 60;
  private static final int UNTIL_WARM = 100;

  /**
   * Where it takes long, a page comes without its rows and asks for them: as many as p95 leaves.
   */
  private static final int BARE_AT_MOST = ASKED / 20;

  private static final int REPORTED_AT_ONCE = 250;

  @Override
  public int number() {
    return 21;
  }

  @Override
  public String job() {
    return "The board with 2,000 orders, a company with 10,000, and where staff begin";
  }

  @Override
  public String method() {
    return """
    A company has %,d orders, of which %,d are in flight; the others are completed. One at a time over one kept connection, %d times each: \
    the board with all that it shows first (as the page loads), the company’s list of orders in the same way, 50 orders of it over HTTP, 50 that a text is found in, \
    and `GET /api/today` of somebody who may do everything and looks after that company. \
    Beside it: bare Vert.x, which sends a constant body of the size of the board.\
    """
        .formatted(ALL, OPEN, ASKED);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Vitrine vitrine;
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String staff;
    private final String contact;
    private final PageServer peer;
    private final int size;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      Postgres database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      Plant plant = new Plant(vitrine);
      plant.takeOrders(1, ALL);
      complete(OPEN + 1, ALL);
      begin(1, OPEN);
      Guests guests = new Guests(vitrine);
      database.execute(
          """
          DELETE FROM membership m USING person p WHERE p.id = m.person_id AND p.email = 'guest0@guests.example';
          INSERT INTO membership (person_id, company_id)
          SELECT p.id, c.id FROM person p, company c
           WHERE c.code = 'northwind' AND (p.email = 'guest0@guests.example' OR p.role = 'administrator');
          ANALYZE\
          """);
      this.staff = vitrine.cookieHeader().replace("Cookie: ", "");
      this.contact = guests.signIn(0);
      awaitSummaries(database);
      awaitReaders(database);
      for (int n = 0; n < UNTIL_WARM; n++) {
        ask("/board", staff);
        ask("/orders", contact);
      }
      this.size = ask("/board", staff).body().length;
      this.peer = PageServer.bareVertx(lab, size);
    }

    /** What completes an order: each stage finished, and what was demanded measured. */
    private void complete(int first, int last) throws Exception {
      for (String kind : List.of("Assembly", "Final test", "Packing")) {
        report(first, last, kind, "\"operation\": \"%s\", \"kind\": \"finished\"".formatted(kind));
      }
      report(
          first,
          last,
          "capacity",
          "\"kind\": \"reading\", \"requirement\": \"capacity\", \"value\": 3500");
    }

    private void begin(int first, int last) throws Exception {
      report(
          first,
          last,
          "begun",
          "\"operation\": \"Assembly\", \"kind\": \"progressed\", \"good\": 100");
    }

    private void report(int first, int last, String id, String what) throws Exception {
      for (int from = first; from <= last; from += REPORTED_AT_ONCE) {
        String batch =
            IntStream.range(from, Math.min(last + 1, from + REPORTED_AT_ONCE))
                .mapToObj(
                    n ->
                        """
                        {"id": "%s", "order": "%s", "line": 1, %s, "source": "scan", "station": "s",
                         "actor": "Zhang San", "happenedAt": "2026-10-05T08:00:00Z"}\
                        """
                            .formatted(id, Plant.order(n), what))
                .collect(Collectors.joining(",", "[", "]"));
        vitrine.post("/api/reports", batch);
      }
    }

    private static void awaitSummaries(Postgres database) throws InterruptedException {
      while (database.number(
              "SELECT count(*) FROM order_summary s JOIN orders o ON o.id = s.order_id WHERE"
                  + " s.version < o.version")
          > 0) {
        Thread.sleep(500);
      }
      long open = database.number("SELECT count(*) FROM order_concern");
      if (open != OPEN) {
        throw new IllegalStateException(open + " orders are in flight");
      }
    }

    /** What was taken and reported is still told, and made to be found, when lists are ready. */
    private static void awaitReaders(Postgres database) throws InterruptedException {
      while (database.number(
              "SELECT count(*) FROM orders o LEFT JOIN told_order t ON t.order_id = o.id WHERE"
                  + " t.version IS DISTINCT FROM o.version")
          > 0) {
        Thread.sleep(500);
      }
      while (database.number("SELECT count(*) FROM search_entry WHERE kind = 'order'") < ALL) {
        Thread.sleep(500);
      }
    }

    private List<Finding> findings() throws Exception {
      Map<String, String> asked =
          Map.of(
              "board", "/board",
              "today", "/api/today",
              "part", "/api/orders?company=northwind&limit=50",
              "found", "/api/orders?company=northwind&limit=50&q=77");
      new Rounds().of("Vitrine", round -> points(asked)).run(1); // Warm.
      Series series =
          new Rounds()
              .of("Vitrine", round -> points(asked))
              .of("bare Vert.x", round -> Map.of("board", p95(peer.port(), peer.path(), staff)))
              .run(lab.rounds());
      return List.of(
          Finding.atMost(100, "The board, p95", series.of("Vitrine", "board"), "ms"),
          Finding.atMost(100, "The company’s list, p95", series.of("Vitrine", "list"), "ms"),
          Finding.atMost(100, "50 of its orders, p95", series.of("Vitrine", "part"), "ms"),
          Finding.atMost(100, "50 found by a text, p95", series.of("Vitrine", "found"), "ms"),
          Finding.atMost(100, "Today, p95", series.of("Vitrine", "today"), "ms"),
          Finding.beside(
              "As many bytes from bare Vert.x, p95", series.of("bare Vert.x", "board"), "ms"),
          Finding.beside("Size of the board", Interval.exactly(size / 1e3), "kB"));
    }

    private Map<String, Double> points(Map<String, String> asked) throws Exception {
      return Map.of(
          "board", page("/board", staff),
          "list", page("/orders", contact),
          "today", p95(vitrine.port(), asked.get("today"), staff),
          "part", p95(vitrine.port(), asked.get("part"), staff),
          "found", p95(vitrine.port(), asked.get("found"), staff));
    }

    private double page(String path, String cookie) throws Exception {
      return p95(vitrine.port(), path, cookie, Measurement::hasRows);
    }

    /** A page that comes without what it shows would be quick, and empty. */
    private static boolean hasRows(HttpResponse<byte[]> page) {
      return new String(page.body(), StandardCharsets.UTF_8).contains("\"cursor\"");
    }

    private HttpResponse<byte[]> ask(String path, String cookie) throws Exception {
      return ask(vitrine.port(), path, cookie);
    }

    private HttpResponse<byte[]> ask(int port, String path, String cookie) throws Exception {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                  .header("Cookie", cookie)
                  .build(),
              BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode());
      }
      return answer;
    }

    private double p95(int port, String path, String cookie) throws Exception {
      return p95(port, path, cookie, answer -> true);
    }

    private double p95(
        int port, String path, String cookie, Predicate<HttpResponse<byte[]>> isWhole)
        throws Exception {
      Latencies latencies = new Latencies();
      int bare = 0;
      for (int n = 0; n < ASKED; n++) {
        long began = System.nanoTime();
        HttpResponse<byte[]> answer = ask(port, path, cookie);
        latencies.record(System.nanoTime() - began);
        bare += isWhole.test(answer) ? 0 : 1;
      }
      if (bare > BARE_AT_MOST) {
        throw new IllegalStateException(bare + " times " + path + " came without its rows");
      }
      return latencies.percentile(95);
    }
  }
}
