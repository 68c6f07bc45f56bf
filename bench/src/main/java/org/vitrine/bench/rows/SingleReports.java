package org.vitrine.bench.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Archive;
import org.vitrine.bench.lab.ClosedLoop;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.ReportStatement;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.lab.Wrk;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 7. */
final class SingleReports implements Row {
  private static final int CLIENTS = 32;
  private static final int ORDERS = 1_000;

  /** Longer than other rounds: pgbench connects anew in each. */
  private static final Duration TURN = Duration.ofSeconds(3);

  private static final String[] CONTENDERS = {"Vitrine", "pgbench", "pgbench with NOTIFY"};

  @Override
  public int number() {
    return 7;
  }

  @Override
  public String job() {
    return "Single reports over HTTP";
  }

  @Override
  public String method() {
    return """
        %1$d clients send one report after the other, each of one of %2$,d orders. Vitrine is sent them by wrk over HTTP as JSON and answers each once it is on disk; \
        pgbench runs the statement by which Vitrine writes, to the letter, prepared, one transaction a report with as many clients, in a database of its own in the same PostgreSQL; \
        once more with a `pg_notify` inside the transaction. PostgreSQL and Vitrine share the server's core, the clients have the other one. A turn lasts %3$d s."""
        .formatted(CLIENTS, ORDERS, TURN.toSeconds());
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
    private final ClosedLoop pgbench;
    private final String statement;
    private int run;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      new Plant(vitrine).takeOrders(1, ORDERS);
      this.wrk = new Wrk(lab, CLIENTS);
      Archive peers = Archive.in(lab, database, "peers");
      peers.add(1, ORDERS, 2);
      peers.settle();
      this.pgbench = new ClosedLoop(lab, peers.database(), CLIENTS);
      this.statement = ReportStatement.of(lab).forPgbench(ORDERS);
    }

    private List<Finding> findings() throws Exception {
      vitrinesTurn(lab.warmUp().multipliedBy(3).dividedBy(2));
      Series series =
          new Rounds()
              .of(CONTENDERS[0], round -> vitrinesTurn(TURN))
              .of(CONTENDERS[1], round -> pgbenchsTurn(statement))
              .of(CONTENDERS[2], round -> pgbenchsTurn(withNotify()))
              .run(lab.rounds());
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.atLeast(
                  0.7,
                  "Reports a second, Vitrine / pgbench",
                  series.ratio("Vitrine", "pgbench", "rate"),
                  "x")
              .because(
                  "HTTP and JSON share the core with PostgreSQL; what makes up for them is that reports of several clients are one statement and one wait for the disk."));
      findings.add(
          Finding.atLeast(
                  3,
                  "Reports a second, Vitrine / pgbench with NOTIFY",
                  series.ratio("Vitrine", "pgbench with NOTIFY", "rate"),
                  "x")
              .because(
                  "NOTIFY holds a lock of the whole cluster until the disk has the commit: the slower the disk, the more it costs."));
      for (String contender : CONTENDERS) {
        findings.add(
            Finding.beside("Reports a second, " + contender, series.of(contender, "rate"), ""));
        findings.add(
            Finding.beside(
                "CPU per report, " + contender + ", with PostgreSQL",
                series.of(contender, "cpu"),
                "µs"));
      }
      findings.add(
          Finding.beside(
              "PostgreSQL's part of it, Vitrine", series.of("Vitrine", "database"), "µs"));
      findings.add(
          Finding.beside(
              "Reports a statement, Vitrine",
              Interval.exactly(
                  (double) database.rowsOf("%SKIP LOCKED%") / database.runsOf("%SKIP LOCKED%")),
              ""));
      return findings;
    }

    private Map<String, Double> vitrinesTurn(Duration lasting) throws Exception {
      Cpu cpu = vitrine.cpu();
      Cpu databaseCpu = database.cpu();
      long before = written();
      Wrk.Answered answered = wrk.run(vitrine.port(), lasting, script());
      double databasePart = databaseCpu.usedNanos() / 1e3 / answered.requests();
      double own = cpu.usedNanos() / 1e3 / answered.requests();
      requireWritten(written() - before, answered.requests());
      return Map.of(
          "rate", answered.perSecond(), "cpu", own + databasePart, "database", databasePart);
    }

    private long written() {
      return database.number("SELECT count(*) FROM event WHERE kind = 'reported'");
    }

    /** Those that were under way when wrk stopped listening may be on disk too. */
    private static void requireWritten(long written, long answered) {
      if (written < answered || written > answered + CLIENTS) {
        throw new IllegalStateException(answered + " were answered, " + written + " are on disk");
      }
    }

    private Map<String, Double> pgbenchsTurn(String script) throws Exception {
      ClosedLoop.Committed committed = pgbench.run(TURN, script);
      return Map.of(
          "rate",
          committed.perSecond(),
          "cpu",
          committed.cpuNanos() / 1e3 / committed.transactions());
    }

    private String withNotify() {
      int sql = statement.indexOf("WITH incoming");
      return statement.substring(0, sql)
          + "BEGIN;\n"
          + statement.substring(sql)
          + "SELECT pg_notify('reports', '');\nCOMMIT;\n";
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
              '{"id":"w%d-%%d","order":"B-%%d","operation":"Assembly","kind":"progressed","good":1,"source":"scan","station":"station 4","actor":"Zhang San","happenedAt":"2026-11-20T10:00:00Z"}',
              n, math.random(%d)))
          end
          """
          .formatted(key[0], key[1], ++run, ORDERS);
    }
  }
}
