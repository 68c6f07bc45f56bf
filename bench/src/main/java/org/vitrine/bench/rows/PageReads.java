package org.vitrine.bench.rows;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.lab.Wrk;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.PageServer;

/** Row 6. */
final class PageReads implements Row {
  private static final int CONNECTIONS = 32;
  private static final int REPORTS = 20;
  private static final String PATH = "/api/orders/" + Plant.order(1);

  @Override
  public int number() {
    return 6;
  }

  @Override
  public String job() {
    return "Status page over HTTP, 200 and 304";
  }

  @Override
  public String method() {
    return """
        wrk asks over %d kept-alive connections for one order's page, as somebody who is signed in, as fast as it is answered; then again with the page's tag (304). \
        Bare Vert.x has a constant body of the same size and no router, nginx a static file of the same size. The ratio is pages per second of the server's CPU; \
        for Vitrine that is its whole process and PostgreSQL together."""
        .formatted(CONNECTIONS);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final Wrk wrk;
    private final int size;
    private final List<PageServer> peers;
    private final String etag;
    private long pages;
    private long read;
    private long whoAsks;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.wrk = new Wrk(lab, CONNECTIONS);
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      Plant plant = new Plant(vitrine);
      plant.takeOrders(1, 1);
      for (int n = 0; n < REPORTS; n++) {
        vitrine.post("/api/reports", plant.report(1, Instant.now()));
      }
      HttpResponse<String> page = page();
      this.size = page.body().getBytes(StandardCharsets.UTF_8).length;
      this.etag = page.headers().firstValue("ETag").orElseThrow();
      this.peers = List.of(PageServer.bareVertx(lab, size), PageServer.nginx(lab, size));
    }

    private HttpResponse<String> page() throws Exception {
      String[] cookie = vitrine.cookieHeader().split(": ", 2);
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + vitrine.port() + PATH))
                  .header(cookie[0], cookie[1])
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }

    private List<Finding> findings() throws Exception {
      Rounds rounds = new Rounds();
      Rounds warmUp = new Rounds();
      for (boolean whole : new boolean[] {true, false}) {
        rounds.of(name("Vitrine", whole), round -> vitrinesTurn(whole, lab.round()));
        warmUp.of(name("Vitrine", whole), round -> vitrinesTurn(whole, lab.warmUp()));
        for (PageServer peer : peers) {
          rounds.of(name(peer.name(), whole), round -> turn(peer, whole, lab.round()));
          warmUp.of(
              name(peer.name(), whole), round -> turn(peer, whole, lab.warmUp().dividedBy(3)));
        }
      }
      warmUp.run(1);
      pages = 0;
      read = 0;
      whoAsks = 0;
      Series series = rounds.run(lab.rounds());
      List<Finding> findings = new ArrayList<>();
      findings.add(ratio(series, 0.9, "bare Vert.x", true));
      findings.add(ratio(series, 0.95, "bare Vert.x", false));
      findings.add(ratio(series, 0.6, "nginx", true));
      findings.add(ratio(series, 0.6, "nginx", false));
      findings.add(
          Finding.atMost(
              0,
              "Statements that read an order, for all %,d pages".formatted(pages),
              Interval.exactly(read),
              ""));
      findings.add(
          Finding.beside(
              "Statements that ask who holds the session, for all of them",
              Interval.exactly(whoAsks),
              ""));
      for (boolean whole : new boolean[] {true, false}) {
        for (String name : List.of("Vitrine", "bare Vert.x", "nginx")) {
          String contender = name(name, whole);
          findings.add(
              Finding.beside("CPU per answer, " + contender, series.of(contender, "cpu"), "µs"));
          findings.add(
              Finding.beside("Answers a second, " + contender, series.of(contender, "rate"), ""));
        }
      }
      findings.add(Finding.beside("Size of the page", Interval.exactly(size), "bytes"));
      return findings;
    }

    private static String name(String contender, boolean whole) {
      return contender + (whole ? ", 200" : ", 304");
    }

    private static Finding ratio(Series series, double atLeast, String peer, boolean whole) {
      return Finding.atLeast(
              atLeast,
              "Answers per CPU second, Vitrine / " + name(peer, whole),
              series.ratio(name(peer, whole), name("Vitrine", whole), "cpu"),
              "x")
          .because(
              "Vitrine's answer carries six more headers for safety, and each time it is looked up who asks and whether the page is still true.");
    }

    private Map<String, Double> vitrinesTurn(boolean whole, Duration lasting) throws Exception {
      Cpu cpu = vitrine.cpu();
      Cpu databaseCpu = database.cpu();
      long readBefore = database.runsOf("%lines_of(o.id)%");
      long asksBefore = database.runsOf("%FROM session s%");
      Wrk.Answered answered =
          wrk.run(vitrine.port(), lasting, script(PATH, etag, whole, vitrine.cookieHeader()));
      pages += answered.requests();
      long used = cpu.usedNanos() + databaseCpu.usedNanos();
      read += database.runsOf("%lines_of(o.id)%") - readBefore;
      whoAsks += database.runsOf("%FROM session s%") - asksBefore;
      return Map.of("cpu", used / 1e3 / answered.requests(), "rate", answered.perSecond());
    }

    private Map<String, Double> turn(PageServer peer, boolean whole, Duration lasting)
        throws Exception {
      peer.cpu().usedNanos();
      Wrk.Answered answered =
          wrk.run(
              peer.port(),
              lasting,
              script(peer.path(), peer.etag(), whole, vitrine.cookieHeader()));
      return Map.of(
          "cpu", peer.cpu().usedNanos() / 1e3 / answered.requests(), "rate", answered.perSecond());
    }

    /** Everybody is asked with the same headers. */
    private static String script(String path, String etag, boolean whole, String header) {
      String[] cookie = header.split(": ", 2);
      return """
          wrk.path = "%s"
          wrk.headers["%s"] = "%s"
          wrk.headers["If-None-Match"] = '%s'
          """
          .formatted(path, cookie[0], cookie[1], whole ? "\"another\"" : etag);
    }
  }
}
