package org.vitrine.bench.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Archive;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 11. */
final class Growth implements Row {
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int EVENTS_EACH = 20;
  private static final int AT_ONCE = 25_000;
  private static final int SENDERS = 8;
  private static final double PER_SECOND = 300;

  /** Coprime to every thousand: it visits all orders, far from one another. */
  private static final long STRIDE = 7_919;

  @Override
  public int number() {
    return 11;
  }

  @Override
  public String job() {
    return "Growth: from 1,000 orders to as many as the time allows";
  }

  @Override
  public String method() {
    return """
        Two nodes of Vitrine on two databases in one PostgreSQL: %1$,d orders, and as many as are written in the time that the row has (at most %2$,d), each with %3$d events; \
        standings, lines and requirements with them. At %4$d a second, pages that are not in memory are read, then reports are sent, each of another order. \
        CPU is Vitrine's and PostgreSQL's together."""
        .formatted(FEW, MANY, EVENTS_EACH, (int) PER_SECOND);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  /** An installation and how many orders it has. */
  private record Site(
      String name, Vitrine vitrine, Plant plant, int orders, AtomicInteger visited) {
    private int nextOrder() {
      return 1 + (int) (visited.getAndIncrement() * STRIDE % orders);
    }
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Duration fillFor;
    private final Site small;
    private final Site large;
    private long eventsWritten;
    private double importSeconds;
    private long bytes;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.fillFor = lab.isQuick() ? Duration.ofSeconds(5) : Duration.ofSeconds(100);
      this.database = Postgres.startIn(lab);
      Archive few = Archive.in(lab, database, "few");
      few.add(1, FEW, EVENTS_EACH);
      few.settle();
      Archive many = Archive.in(lab, database, "many");
      int orders = fill(many);
      this.small = site("few", few.database(), FEW);
      this.large = site("many", many.database(), orders);
    }

    private int fill(Archive archive) {
      long began = System.nanoTime();
      int orders = 0;
      while (orders < MANY && System.nanoTime() - began < fillFor.toNanos()) {
        archive.add(orders + 1, orders + AT_ONCE, EVENTS_EACH);
        orders += AT_ONCE;
      }
      importSeconds = (System.nanoTime() - began) / 1e9;
      eventsWritten = (long) orders * EVENTS_EACH;
      archive.settle();
      bytes = archive.database().number("SELECT pg_database_size(current_database())");
      return orders;
    }

    private Site site(String name, Postgres on, int orders) throws Exception {
      Vitrine vitrine = Vitrine.start(lab, on);
      return new Site(name, vitrine, new Plant(vitrine), orders, new AtomicInteger());
    }

    private List<Finding> findings() throws Exception {
      for (Site site : List.of(small, large)) {
        turn(site, lab.warmUp().dividedBy(2));
      }
      Series series =
          new Rounds()
              .of("small", round -> turn(small, lab.round()))
              .of("large", round -> turn(large, lab.round()))
              .run(lab.rounds());
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.atMost(
                  1.15,
                  "CPU per page read, large / small",
                  series.ratio("large", "small", "page"),
                  "x")
              .because(
                  "the pages of a larger table and its indexes lie in the system's memory, not all in PostgreSQL's own, and are fetched from there."));
      findings.add(
          Finding.atMost(
              1.3, "CPU per report, large / small", series.ratio("large", "small", "report"), "x"));
      findings.add(
          Finding.beside(
              "Page read, p50, large / small", series.ratio("large", "small", "page p50"), "x"));
      findings.add(
          Finding.beside(
              "Report, p50, large / small", series.ratio("large", "small", "report p50"), "x"));
      for (String site : List.of("small", "large")) {
        findings.add(Finding.beside("CPU per page read, " + site, series.of(site, "page"), "µs"));
        findings.add(Finding.beside("CPU per report, " + site, series.of(site, "report"), "µs"));
      }
      findings.add(Finding.beside("Orders, large", Interval.exactly(large.orders()), ""));
      findings.add(Finding.beside("Events, large", Interval.exactly(eventsWritten), ""));
      findings.add(
          Finding.beside(
              "Events a second, written by INSERT … SELECT with all indexes",
              Interval.exactly(eventsWritten / importSeconds),
              ""));
      findings.add(
          Finding.beside(
              "On disk, per event, all tables and indexes",
              Interval.exactly((double) bytes / eventsWritten),
              "bytes"));
      return findings;
    }

    private Map<String, Double> turn(Site site, Duration lasting) throws Exception {
      forgetPages(site);
      Measured pages = run(site, lasting, due -> page(site));
      Measured reports =
          run(
              site,
              lasting,
              due -> report(site, site.plant().report(site.nextOrder(), Instant.now())));
      return Map.of(
          "page", pages.cpu(),
          "page p50", pages.p50(),
          "report", reports.cpu(),
          "report p50", reports.p50());
    }

    /** A company that has no orders changes, after which no page is believed. */
    private static void forgetPages(Site site) throws Exception {
      site.vitrine()
          .put(
              "/api/companies/idle",
              "{\"name\": \"Idle %d\", \"kind\": \"customer\", \"tier\": \"gold\"}"
                  .formatted(System.nanoTime()));
    }

    private static byte[] page(Site site) {
      return "GET /api/orders/%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
          .formatted(Plant.order(site.nextOrder()), site.vitrine().keyHeader())
          .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] report(Site site, String body) {
      byte[] payload = body.getBytes(StandardCharsets.UTF_8);
      return "POST /api/reports HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
          .formatted(site.vitrine().keyHeader(), payload.length, body)
          .getBytes(StandardCharsets.UTF_8);
    }

    /** CPU in µs, latency from when it was due in ms. */
    private record Measured(double cpu, double p50) {}

    /** What to send when something is due. */
    @FunctionalInterface
    private interface Request {
      byte[] of(OpenLoop.Due due);
    }

    private Measured run(Site site, Duration lasting, Request request) throws Exception {
      Cpu cpu = site.vitrine().cpu();
      Cpu databaseCpu = database.cpu();
      Latencies latencies = new Latencies();
      List<OpenLoop.Sender> senders = new ArrayList<>();
      for (int n = 0; n < SENDERS; n++) {
        senders.add(sender(lab.keep(new Publisher(site.vitrine().port())), request, latencies));
      }
      int count = OpenLoop.run(PER_SECOND, lasting, senders);
      double used = (cpu.usedNanos() + databaseCpu.usedNanos()) / 1e3;
      return new Measured(used / count, latencies.percentile(50));
    }

    private static OpenLoop.Sender sender(Publisher client, Request request, Latencies latencies) {
      return due -> {
        send(client, request.of(due));
        synchronized (latencies) {
          latencies.record(Duration.between(due.at(), Instant.now()).toNanos());
        }
      };
    }

    private static void send(Publisher client, byte[] request) throws IOException {
      client.send(request);
      client.hearAnswer();
    }
  }
}
