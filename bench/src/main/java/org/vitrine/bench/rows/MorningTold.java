package org.vitrine.bench.rows;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Archive;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Interval;

/** Row 25. */
final class MorningTold implements Row {
  private static final int OPEN = 100_000;
  private static final int QUICK_OPEN = 5_000;
  private static final int FINISHED = 20_000;
  private static final int QUICK_FINISHED = 1_000;
  private static final int EVENTS_EACH = 5;
  private static final int AT_ONCE = 20_000;
  private static final int ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** What happened so far is nobody's news. */
  private static final String HEARD =
      """
      UPDATE event SET xid = '2';
      UPDATE order_summary SET plant_zone = '%s';
      INSERT INTO past_order (order_id, version) SELECT id, version FROM orders;
      INSERT INTO past_line (order_id, line, routing, product, quantity, promised_on, heard, stages, held_from, held_until,
                             finished_at, is_expected)
      SELECT id, 1, 'split-ac', 'KFR-' || id %% 200, 1000000, promised_on, ARRAY[at, at + interval '20 hours'],
             ARRAY['assembly', 'final-inspection'], '{}', '{}',
             CASE WHEN id > %d THEN at + (50 + id %% 90) * interval '1 hour' END, true
        FROM (SELECT id, promised_on, now() - (200 + id %% 97) * interval '1 hour' AS at FROM orders) o\
      """;

  /** As if it had been told a day ago, and otherwise. */
  private static final String NEXT_MORNING =
      """
      UPDATE past_line
         SET told_at = told_at - interval '1 day', told_half = told_half - interval '5 days',
             told_nine_of_ten = told_nine_of_ten - interval '5 days'
       WHERE finished_at IS NULL;
      UPDATE forecast_night SET told_through = 0\
      """;

  private static final String TOLD = "SELECT count(*) FROM event WHERE kind = 'forecast-told'";
  private static final String TOLD_THROUGH = "SELECT max(told_through) FROM forecast_night";
  private static final String OWED =
      "SELECT count(*) FROM (SELECT FROM owed_change LIMIT 1) AS one";

  @Override
  public int number() {
    return 25;
  }

  @Override
  public String job() {
    return "Forecasts: a morning on which 100,000 open orders are told anew";
  }

  @Override
  public String method() {
    return """
    The program and its database on one core, %1$,d open orders and %2$,d finished lines. What is told is set back by a day \
    and some days off, so that every order moves; then the morning is told again. Counted is the CPU time of Vitrine and \
    PostgreSQL from the first thousand orders to the last, whatever else both do meanwhile: each range reckoned, written to \
    the order's history, noted for who judges it, and announced to open pages. Told apart: until everybody who reads what \
    happens to orders has followed.\
    """
        .formatted(OPEN, FINISHED);
  }

  @Override
  public Duration longest() {
    return Duration.ofMinutes(120);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final int open;
    private final List<Double> vitrines = new ArrayList<>();
    private final List<Double> databases = new ArrayList<>();
    private final List<Double> both = new ArrayList<>();
    private final List<Double> walls = new ArrayList<>();
    private final List<Double> followed = new ArrayList<>();

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.open = lab.isQuick() ? QUICK_OPEN : OPEN;
      int all = open + (lab.isQuick() ? QUICK_FINISHED : FINISHED);
      Postgres server = Postgres.startIn(lab);
      Archive archive = Archive.in(lab, server, "morning");
      for (int first = 1; first <= all; first += AT_ONCE) {
        archive.add(first, Math.min(all, first + AT_ONCE - 1), EVENTS_EACH);
      }
      this.database = archive.database();
      database.execute(HEARD.formatted(ZoneId.systemDefault().getId(), open));
      archive.settle();
      this.vitrine = Vitrine.start(lab, database);
    }

    private List<Finding> findings() throws Exception {
      await("the first night", () -> database.number("SELECT count(*) FROM forecast_night") == 1);
      // What was there before is found another time: that is not the morning's work.
      database.execute("UPDATE search_source SET filled_at = now() WHERE filled_at IS NULL");
      if (told() == 0) {
        database.execute("UPDATE forecast_night SET told_through = 0");
      }
      await("the first morning", () -> told() >= open && isTold());
      for (int round = 0; round < (lab.isQuick() ? 1 : ROUNDS); round++) {
        await("everybody has followed", () -> database.number(OWED) == 0);
        round();
      }
      return List.of(
          Finding.atMost(60, "CPU of both, 100,000 orders told anew", interval(both), "s"),
          Finding.beside("… of Vitrine", interval(vitrines), "s"),
          Finding.beside("… of PostgreSQL", interval(databases), "s"),
          Finding.beside("By the clock, both on one core", interval(walls), "s"),
          Finding.beside(
              "CPU of both from then on, until everybody has followed", interval(followed), "s"));
    }

    private void round() throws Exception {
      long before = told();
      database.execute(NEXT_MORNING);
      await("the next morning", () -> told() > before);
      long begun = told();
      Cpu cpu = vitrine.cpu();
      Cpu databaseCpu = database.cpu();
      long began = System.nanoTime();
      await("all are told", this::isTold);
      double wall = (System.nanoTime() - began) / 1e9;
      double ofVitrine = cpu.usedNanos() / 1e9;
      double ofDatabase = databaseCpu.usedNanos() / 1e9;
      double each = (double) OPEN / (told() - begun);
      vitrines.add(ofVitrine * each);
      databases.add(ofDatabase * each);
      both.add((ofVitrine + ofDatabase) * each);
      walls.add(wall * each);
      await("everybody has followed", () -> database.number(OWED) == 0);
      followed.add((cpu.usedNanos() + databaseCpu.usedNanos()) / 1e9 * OPEN / open);
    }

    private long told() {
      return database.number(TOLD);
    }

    private boolean isTold() {
      return database.number(TOLD_THROUGH) == Long.MAX_VALUE;
    }

    private interface Condition {
      boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!condition.holds()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("In vain was waited until " + what);
        }
        Thread.sleep(100);
      }
    }

    private static Interval interval(List<Double> values) {
      return Interval.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
