package org.vitrine.bench.rows;

import java.time.Duration;
import java.time.Instant;
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
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 16. */
final class NoticesWritten implements Row {
  private static final int CLIENTS = 8;
  private static final int BUSY_ORDERS = 500;
  private static final int BEGUN_A_TURN = 100;
  private static final int READERS = 20;
  private static final Duration TURN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String READERS_OF_NORTHWIND =
      """
      INSERT INTO person (name, email, role, created_at)
      SELECT 'Reader ' || n, 'reader' || n || '@northwind.example', 'customer', now() FROM generate_series(1, %d) n;
      INSERT INTO membership (person_id, company_id)
      SELECT p.id, c.id FROM person p, company c WHERE c.code = 'northwind' AND p.email LIKE 'reader%%@northwind.example';
      INSERT INTO notice_choice (person_id, topic, mode)
      SELECT id, 'stages', 'at-once' FROM person WHERE email LIKE 'reader%%@northwind.example'"""
          .formatted(READERS);

  @Override
  public int number() {
    return 16;
  }

  @Override
  public String job() {
    return "Notices beside reports";
  }

  @Override
  public String method() {
    return """
        %1$d clients send one report after the other, of %2$d orders of which there is nothing to tell. \
        In half of the turns, %3$d other orders begin a stage meanwhile, of which %4$d people want to be told at once: \
        %5$,d notices, each with its own number, counted until the last is written. PostgreSQL and Vitrine share a core."""
        .formatted(CLIENTS, BUSY_ORDERS, BEGUN_A_TURN, READERS, BEGUN_A_TURN * READERS);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final Plant plant;
    private final Wrk wrk;
    private int firstFresh = BUSY_ORDERS + 1;
    private int run;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.plant = new Plant(vitrine);
      plant.takeOrders(1, BUSY_ORDERS);
      vitrine.post("/api/reports", plant.reports(1, BUSY_ORDERS, 1, Instant.now()));
      this.wrk = new Wrk(lab, CLIENTS);
      database.execute(READERS_OF_NORTHWIND);
    }

    private List<Finding> findings() throws Exception {
      wrk.run(vitrine.port(), lab.warmUp(), script());
      Series series =
          new Rounds()
              .of("quiet", round -> reports(() -> 0L))
              .of("told", round -> reports(this::begin))
              .run(lab.rounds());
      return List.of(
          Finding.atLeast(
              0.8,
              "Reports a second while notices are written / while none are",
              series.ratio("told", "quiet", "rate"),
              "x"),
          Finding.beside("Reports a second while notices are written", series.of("told", "rate"), ""),
          Finding.beside("Notices written a second", series.of("told", "notices"), ""),
          Finding.beside(
              "CPU of Vitrine and PostgreSQL, told", series.of("told", "cpu"), "µs per report"),
          Finding.beside(
              "CPU of Vitrine and PostgreSQL, quiet", series.of("quiet", "cpu"), "µs per report"));
    }

    /** What happens beside the reports; answers how many notices come of it. */
    @FunctionalInterface
    private interface Beside {
      long happens() throws Exception;
    }

    private Map<String, Double> reports(Beside beside) throws Exception {
      long before = written();
      long began = System.nanoTime();
      long expected = beside.happens();
      Cpu cpu = vitrine.cpu();
      Cpu databaseCpu = database.cpu();
      Wrk.Answered answered = wrk.run(vitrine.port(), TURN, script());
      double used = (cpu.usedNanos() + databaseCpu.usedNanos()) / 1e3 / answered.requests();
      awaitWritten(before + expected);
      double seconds = (System.nanoTime() - began) / 1e9;
      return Map.of(
          "rate", answered.perSecond(), "notices", (written() - before) / seconds, "cpu", used);
    }

    private long begin() throws Exception {
      plant.takeOrders(firstFresh, firstFresh + BEGUN_A_TURN - 1);
      vitrine.post("/api/reports", plant.reports(firstFresh, BEGUN_A_TURN, 1, Instant.now()));
      firstFresh += BEGUN_A_TURN;
      return (long) BEGUN_A_TURN * READERS;
    }

    private long written() {
      return database.number("SELECT count(*) FROM notice WHERE kind = 'stage-begun'");
    }

    private void awaitWritten(long expected) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (written() < expected) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "Only %d of %d notices were written".formatted(written(), expected));
        }
        Thread.sleep(20);
      }
    }

    private String script() {
      String[] key = vitrine.keyHeader().split(": ", 2);
      return """
          local n = 0
          wrk.method = "POST"
          wrk.path = "/api/reports"
          wrk.headers["%s"] = "%s"
          request = function()
            n = n + 1
            return wrk.format(nil, nil, nil, string.format(
              '{"id":"n%d-%%d","order":"B-%%d","operation":"Assembly","kind":"progressed","good":1,"source":"scan","station":"station 4","actor":"Zhang San","happenedAt":"%s"}',
              n, math.random(%d)))
          end
          """
          .formatted(key[0], key[1], ++run, Instant.now(), BUSY_ORDERS);
    }
  }
}
