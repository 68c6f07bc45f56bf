package org.vitrine.bench.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Guests;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Memory;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 19. */
final class DesignReview implements Row {
  private static final int EACH = 100;
  private static final int FULL = 10_000;
  private static final int LONGEST = 300;
  private static final int AT_ONCE = 4;
  private static final int ASKED = 200;
  private static final Duration GROUPS_AT_LATEST = Duration.ofMinutes(10);

  @Override
  public int number() {
    return 19;
  }

  @Override
  public String job() {
    return "A design review with 10,000 proposals";
  }

  @Override
  public String method() {
    return """
        10,000 English sentences (banking77) are proposed over HTTP by 100 people of %d companies, %d at once. \
        Then, one at a time over HTTP: %d times what is alike to a text, the cards to judge next, and the list of groups. \
        Beside it: PostgreSQL's pg_trgm asked for the three nearest of the same texts, with a GIN index, over one kept connection. \
        Groups are those that Vitrine found by itself; CPU until then is that of Vitrine from the last proposal on."""
        .formatted(Guests.COMPANIES, AT_ONCE, ASKED);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final Guests guests;
    private final List<String> texts;
    private final List<String> cookies = new ArrayList<>();
    private final String review;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.guests = new Guests(vitrine);
      this.texts =
          Sentences.read(lab.project().resolve("../shared/data/sentences/banking77.csv"))
              .texts()
              .values()
              .stream()
              .limit(FULL)
              .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
              .toList();
      for (int guest = 0; guest * EACH < texts.size(); guest++) {
        cookies.add(guests.signIn(guest));
      }
      Instant now = Instant.now();
      this.review =
          "/api/reviews/"
              + guests
                  .say(
                      "POST",
                      "/api/reviews",
                      "{\"title\": \"Measured\", \"question\": \"What next?\", \"opens\": \"%s\", \"closes\": \"%s\", \"proposalsEach\": %d}"
                          .formatted(now, now.plus(Duration.ofDays(7)), EACH))
                  .get("number")
                  .asText();
    }

    private List<Finding> findings() throws Exception {
      double proposed = propose();
      Cpu cpu = vitrine.cpu();
      long began = System.nanoTime();
      long groups = waitForGroups();
      double grouped = (System.nanoTime() - began) / 1e9;
      double groupedCpu = cpu.usedNanos() / 1e9;
      makePeer();
      Series series =
          new Rounds()
              .of("Vitrine", round -> asked(round))
              .of("pg_trgm", round -> askedPeer(round))
              .run(lab.rounds());
      Memory.collect(vitrine.pid());
      return List.of(
          Finding.atMost(50, "What is alike, p95", series.of("Vitrine", "alike"), "ms"),
          Finding.atMost(100, "Cards, p95", series.of("Vitrine", "cards"), "ms"),
          Finding.atMost(100, "The list of groups, p95", series.of("Vitrine", "groups"), "ms"),
          Finding.beside("The three nearest of pg_trgm, p95", series.of("pg_trgm", "alike"), "ms"),
          Finding.beside(
              "What is alike / pg_trgm", series.ratio("Vitrine", "pg_trgm", "alike"), "x"),
          Finding.beside("Proposals taken a second", Interval.exactly(proposed), ""),
          Finding.beside("Until all are in groups", Interval.exactly(grouped), "s"),
          Finding.beside("CPU until then", Interval.exactly(groupedCpu), "s"),
          Finding.beside("Groups", Interval.exactly(groups), ""),
          Finding.beside(
              "Live heap", Interval.exactly(Memory.liveHeap(vitrine.pid()) / 1e6), "MB"));
    }

    /** Returns how many were taken a second. */
    private double propose() throws Exception {
      long began = System.nanoTime();
      AtomicInteger next = new AtomicInteger();
      try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
        Callable<Void> proposer =
            () -> {
              for (int at = next.getAndIncrement(); at < texts.size(); at = next.getAndIncrement()) {
                guests.say(
                    "POST",
                    review + "/proposals",
                    "{\"text\": \"" + escaped(texts.get(at)) + "\"}",
                    cookies.get(at / EACH));
              }
              return null;
            };
        List<Future<Void>> working = new ArrayList<>();
        for (int one = 0; one < AT_ONCE; one++) {
          working.add(threads.submit(proposer));
        }
        for (Future<Void> one : working) {
          one.get();
        }
      }
      return texts.size() / ((System.nanoTime() - began) / 1e9);
    }

    private static String escaped(String text) {
      return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }

    private long waitForGroups() throws InterruptedException {
      long end = System.nanoTime() + GROUPS_AT_LATEST.toNanos();
      while (database.number("SELECT count(*) FROM proposal WHERE group_id IS NULL") > 0) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("Not all proposals are in groups");
        }
        Thread.sleep(500);
      }
      return database.number("SELECT count(*) FROM proposal_group");
    }

    private void makePeer() {
      database.execute(
          """
          CREATE EXTENSION IF NOT EXISTS pg_trgm;
          CREATE TABLE peer AS SELECT number, text FROM proposal;
          CREATE INDEX ON peer USING gin (text gin_trgm_ops);
          ANALYZE peer""");
    }

    private Map<String, Double> asked(int round) throws Exception {
      return Map.of(
          "alike", p95(round, text -> review + "/proposals/alike?text=" + encoded(text)),
          "cards", p95(round, text -> review + "/cards"),
          "groups", groups());
    }

    private double groups() throws Exception {
      Latencies latencies = new Latencies();
      for (int n = 0; n < ASKED; n++) {
        long began = System.nanoTime();
        guests.say("GET", review + "/groups", "");
        latencies.record(System.nanoTime() - began);
      }
      return latencies.percentile(95);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Asking {
      String of(String text);
    }

    private double p95(int round, Asking asking) throws Exception {
      Latencies latencies = new Latencies();
      for (int n = 0; n < ASKED; n++) {
        int at = (round * ASKED + n) * 37 % texts.size();
        String cookie = cookies.get(at % cookies.size());
        long began = System.nanoTime();
        guests.say("GET", asking.of(texts.get(at)), "", cookie);
        latencies.record(System.nanoTime() - began);
      }
      return latencies.percentile(95);
    }

    private Map<String, Double> askedPeer(int round) throws Exception {
      Latencies latencies = new Latencies();
      try (Connection connection = database.connect();
          Statement threshold = connection.createStatement();
          PreparedStatement nearest =
              connection.prepareStatement(
                  "SELECT number FROM peer WHERE text % ? ORDER BY similarity(text, ?) DESC LIMIT 3")) {
        threshold.execute("SET pg_trgm.similarity_threshold = 0.4");
        for (int n = 0; n < ASKED; n++) {
          String text = texts.get((round * ASKED + n) * 37 % texts.size());
          nearest.setString(1, text);
          nearest.setString(2, text);
          long began = System.nanoTime();
          try (ResultSet found = nearest.executeQuery()) {
            while (found.next()) {
              found.getLong(1);
            }
          }
          latencies.record(System.nanoTime() - began);
        }
      }
      return Map.of("alike", latencies.percentile(95));
    }
  }
}
