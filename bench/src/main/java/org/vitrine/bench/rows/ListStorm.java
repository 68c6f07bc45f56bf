package org.vitrine.bench.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 14. */
final class ListStorm implements Row {
  private static final int COMING_AND_GOING = 50;
  private static final double REPORTS_A_SECOND = 40;

  @Override
  public int number() {
    return 14;
  }

  @Override
  public String job() {
    return "A storm of list watchers beside open pages";
  }

  @Override
  public String method() {
    return """
        %d reports a second on %d orders with a watcher each, from due to screen; then the same while %d clients watch the list of all orders, \
        hang up and come back with the cursor that they have, again and again."""
        .formatted((int) REPORTS_A_SECOND, SteadyReports.ORDERS, COMING_AND_GOING);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Postgres database = Postgres.startIn(lab);
    Vitrine vitrine = Vitrine.start(lab, database);
    SteadyReports reports = new SteadyReports(vitrine, 2 * lab.rounds() + 2);
    Crowd pages =
        Crowd.start(
            lab,
            "pages",
            Crowd.Plan.watching(vitrine, SteadyReports.ORDERS, SteadyReports.ORDERS));
    Crowd lists =
        Crowd.start(
            lab,
            "lists",
            Crowd.Plan.of(vitrine.port(), COMING_AND_GOING, "/live")
                .withHeader(vitrine.cookieHeader())
                .saying("{\"watch\":\"orders\"{since}}"));
    pages.connect();
    reports.warmUp(lab, pages);
    Series series =
        new Rounds()
            .of("calm", round -> latencies(reports, lab, pages))
            .of("storm", round -> storm(lists, () -> latencies(reports, lab, pages)))
            .run(lab.rounds());
    return List.of(
        Finding.atMost(
            3, "Due to screen, p50, storm / calm", series.ratio("storm", "calm", "p50"), "x"),
        Finding.beside("Due to screen, p99, storm / calm", series.ratio("storm", "calm", "p99"), "x"),
        Finding.beside("Due to screen, p50, calm", series.of("calm", "p50"), "ms"),
        Finding.beside("Due to screen, p50, storm", series.of("storm", "p50"), "ms"),
        Finding.beside("Due to screen, p99, calm", series.of("calm", "p99"), "ms"),
        Finding.beside("Due to screen, p99, storm", series.of("storm", "p99"), "ms"),
        Finding.beside("Lists that were shown in a round", series.of("storm", "lists"), ""));
  }

  private static Map<String, Double> latencies(SteadyReports reports, Lab lab, Crowd pages)
      throws Exception {
    reports.turnToNewOrders(pages);
    return SameNode.points(reports.latencies(REPORTS_A_SECOND, lab.round(), pages));
  }

  private interface Measured {
    Map<String, Double> run() throws Exception;
  }

  /** What is measured while they come and go. */
  private static Map<String, Double> storm(Crowd lists, Measured measured) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger shown = new AtomicInteger();
    Thread storm = Thread.ofPlatform().start(() -> comeAndGo(lists, over, shown));
    Map<String, Double> points = measured.run();
    over.set(true);
    storm.join();
    if (shown.get() == 0) {
      throw new IllegalStateException("No list was shown");
    }
    return Map.of(
        "p50", points.get("p50"), "p99", points.get("p99"), "lists", (double) shown.get());
  }

  private static void comeAndGo(Crowd lists, AtomicBoolean over, AtomicInteger shown) {
    try {
      while (!over.get()) {
        lists.comeBack();
        shown.addAndGet(COMING_AND_GOING);
        lists.drop();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
