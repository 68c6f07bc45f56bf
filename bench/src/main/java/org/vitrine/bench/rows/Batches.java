package org.vitrine.bench.rows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Archive;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.ReportStatement;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 8. */
final class Batches implements Row {
  private static final int CLIENTS = 2;
  private static final int BATCH = 1_000;
  private static final int ORDERS = 1_000;
  private static final int ORDERS_OF_BATCH = 100;
  private static final String[] CONTENDERS = {"Vitrine", "raw batch SQL", "COPY"};

  @Override
  public int number() {
    return 8;
  }

  @Override
  public String job() {
    return "Batches of 1,000 reports";
  }

  @Override
  public String method() {
    return """
    %1$d clients send one batch after the other: 10 reports of each of %2$d orders. Vitrine is sent them over HTTP as a JSON array; \
    raw batch SQL is the statement by which Vitrine writes, to the letter, with ready-made arrays over JDBC; COPY puts as many rows into the event table alone, \
    with its indexes and its foreign key, and looks at nothing else. The peers have a database of their own in the same PostgreSQL. \
    The ratio is reports per second of the server's core, where PostgreSQL and Vitrine are together.\
    """
        .formatted(CLIENTS, ORDERS_OF_BATCH);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  /** Sends one batch. */
  @FunctionalInterface
  private interface Sender {
    void send() throws Exception;
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final Plant plant;
    private final Postgres peers;
    private final ReportStatement statement;
    private final AtomicInteger batches = new AtomicInteger();

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.plant = new Plant(vitrine);
      plant.takeOrders(1, ORDERS);
      Archive archive = Archive.in(lab, database, "peers");
      archive.add(1, ORDERS, 2);
      archive.settle();
      this.peers = archive.database();
      this.statement = ReportStatement.of(lab);
    }

    private List<Finding> findings() throws Exception {
      turn(this::overHttp, lab.warmUp().multipliedBy(3).dividedBy(2));
      turn(this::rawSql, lab.warmUp().dividedBy(4));
      turn(this::copy, lab.warmUp().dividedBy(4));
      Series series =
          new Rounds()
              .of(CONTENDERS[0], round -> turn(this::overHttp, lab.round()))
              .of(CONTENDERS[1], round -> turn(this::rawSql, lab.round()))
              .of(CONTENDERS[2], round -> turn(this::copy, lab.round()))
              .run(lab.rounds());
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.atLeast(
                  0.8,
                  "Reports per CPU second, Vitrine / raw batch SQL",
                  series.ratio("raw batch SQL", "Vitrine", "cpu"),
                  "x")
              .because(
                  "what Vitrine does besides is to read each report from JSON, to check it against"
                      + " the plan of its order, to answer for it, and to follow with filters and"
                      + " pages; the raw statement is handed arrays that the other core made."));
      findings.add(
          Finding.atLeast(
                  0.35,
                  "Reports per CPU second, Vitrine / COPY",
                  series.ratio("COPY", "Vitrine", "cpu"),
                  "x")
              .because(
                  "COPY looks for nobody's repetition, locks no order, numbers nothing and raises"
                      + " no version."));
      for (String contender : CONTENDERS) {
        findings.add(
            Finding.beside("CPU per report, " + contender, series.of(contender, "cpu"), "µs"));
        findings.add(
            Finding.beside("Reports a second, " + contender, series.of(contender, "rate"), ""));
      }
      findings.add(
          Finding.beside(
              "PostgreSQL's part of it, Vitrine", series.of("Vitrine", "database"), "µs"));
      return findings;
    }

    /** A client's way to send a batch, once it is connected. */
    @FunctionalInterface
    private interface Way {
      Sender connect() throws Exception;
    }

    private Map<String, Double> turn(Way way, Duration lasting) throws Exception {
      List<Sender> senders = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        senders.add(way.connect());
      }
      Cpu cpu = vitrine.cpu();
      Cpu databaseCpu = database.cpu();
      long began = System.nanoTime();
      double sent = sendAll(senders, began + lasting.toNanos()) * (double) BATCH;
      double seconds = (System.nanoTime() - began) / 1e9;
      double databasePart = databaseCpu.usedNanos() / 1e3 / sent;
      return Map.of(
          "rate",
          sent / seconds,
          "cpu",
          databasePart + cpu.usedNanos() / 1e3 / sent,
          "database",
          databasePart);
    }

    private static int sendAll(List<Sender> senders, long until) throws Exception {
      List<Future<Integer>> sending = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(senders.size())) {
        for (Sender sender : senders) {
          sending.add(
              threads.submit(
                  () -> {
                    int sent = 0;
                    while (System.nanoTime() < until) {
                      sender.send();
                      sent++;
                    }
                    return sent;
                  }));
        }
        int all = 0;
        for (Future<Integer> one : sending) {
          all += one.get();
        }
        return all;
      }
    }

    /** Batches begin at any order, so that two clients meet as they would. */
    private static int firstOrder() {
      return 1 + ThreadLocalRandom.current().nextInt(ORDERS - ORDERS_OF_BATCH);
    }

    private Sender overHttp() throws Exception {
      Publisher client = lab.keep(new Publisher(vitrine.port(), vitrine.keyHeader()));
      return () ->
          client.post(
              "/api/reports",
              plant.reports(firstOrder(), ORDERS_OF_BATCH, BATCH / ORDERS_OF_BATCH, Instant.now()));
    }

    private Sender rawSql() throws Exception {
      Connection connection = lab.keep(peers.connect());
      connection.createStatement().execute("SET ROLE vitrine_app");
      PreparedStatement prepared = connection.prepareStatement(statement.forJdbc());
      prepared.unwrap(PGStatement.class).setPrepareThreshold(1);
      return () -> write(connection, prepared);
    }

    private void write(Connection connection, PreparedStatement prepared) throws SQLException {
      int first = firstOrder();
      String batch = "p" + batches.incrementAndGet() + "-";
      OffsetDateTime now = OffsetDateTime.now();
      Object[] values = {
        array(connection, "bigint", i -> (long) (first + i % ORDERS_OF_BATCH)),
        array(connection, "text", i -> Plant.order(first + i % ORDERS_OF_BATCH)),
        array(connection, "text", i -> batch + i),
        array(connection, "timestamptz", i -> now.toString()),
        array(connection, "text", i -> "scan"),
        array(connection, "text", i -> "Zhang San"),
        array(connection, "text", i -> ReportStatement.SENDER),
        array(connection, "text", i -> ReportStatement.BODY),
        array(connection, "bigint", i -> 0L),
        now,
        array(connection, "text", i -> null),
        array(connection, "boolean", i -> null),
        array(connection, "text", i -> null)
      };
      List<Integer> parameters = statement.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        prepared.setObject(i + 1, values[parameters.get(i) - 1]);
      }
      int written = 0;
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          written++;
        }
      }
      if (written != BATCH) {
        throw new IllegalStateException(written + " of " + BATCH + " were written");
      }
    }

    private static Array array(Connection connection, String type, IntFunction<Object> value)
        throws SQLException {
      Object[] values = new Object[BATCH];
      Arrays.setAll(values, value);
      return connection.createArrayOf(type, values);
    }

    /** Versions far above those that the statement gives. */
    private Sender copy() throws Exception {
      Connection connection = lab.keep(peers.connect());
      return () -> {
        int batch = batches.incrementAndGet();
        int first = firstOrder();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
          rows.append(
              "1\t%d\t%d\treported\tc%d-%d\t2026-11-20T10:00:00Z\t2026-11-20T10:00:01Z\tscan\tZhang San\t%s\n"
                  .formatted(
                      first + i % ORDERS_OF_BATCH,
                      1_000_000_000L * (1 + batch) + i,
                      batch,
                      i,
                      ReportStatement.BODY));
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY event (company_id, order_id, version, kind, report_id, happened_at,"
                    + " recorded_at, source, actor, body) FROM STDIN",
                new ByteArrayInputStream(bytes));
      };
    }
  }
}
