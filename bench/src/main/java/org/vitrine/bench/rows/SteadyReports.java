package org.vitrine.bench.rows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Latencies;

/** Single reports, each when it is due, spread over many orders that are watched once each. */
final class SteadyReports {
  static final int ORDERS = 100;
  static final int SENDERS = 8;

  private static final double SHARE_OF_A_CORE = 0.30;
  private static final double LEAST = 20;
  private static final double MOST = 400;
  private static final int WARM_UPS = 6;

  private final Vitrine vitrine;
  private final Plant plant;
  private int firstOrder = 1;

  SteadyReports(Vitrine vitrine, int turns) throws IOException, InterruptedException {
    this.vitrine = vitrine;
    this.plant = new Plant(vitrine);
    plant.takeOrders(1, ORDERS * (turns + WARM_UPS + 1));
  }

  int firstOrder() {
    return firstOrder;
  }

  /** The next turn has orders of its own: nobody reports without end on the same ones. */
  void turnToNewOrders(Crowd... watchers) throws IOException, InterruptedException {
    firstOrder += ORDERS;
    for (Crowd crowd : watchers) {
      crowd.watchInstead(firstOrder);
      crowd.heard();
    }
  }

  /** Some twelve thousand changes, each seen by these. */
  void warmUp(Lab lab, Crowd... watchers) throws Exception {
    for (int i = 0; i < (lab.isQuick() ? 1 : WARM_UPS); i++) {
      turnToNewOrders(watchers);
      send(MOST, Duration.ofSeconds(5));
    }
  }

  int send(double perSecond, Duration lasting) throws Exception {
    List<Publisher> connections = new ArrayList<>();
    List<OpenLoop.Sender> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      Publisher connection = new Publisher(vitrine.port(), vitrine.keyHeader());
      connections.add(connection);
      senders.add(
          due ->
              connection.post(
                  "/api/reports", plant.report(firstOrder + due.n() % ORDERS, due.at())));
    }
    try {
      return OpenLoop.run(perSecond, lasting, senders);
    } finally {
      connections.forEach(Publisher::close);
    }
  }

  /** From due to received; every watcher ended where the database is. */
  Latencies latencies(double perSecond, Duration lasting, Crowd watchers) throws Exception {
    send(perSecond, lasting);
    awaitLastState(watchers);
    return watchers.heard().latencies();
  }

  void awaitLastState(Crowd watchers) throws IOException, InterruptedException {
    plant.awaitLastState(watchers, firstOrder, ORDERS);
  }

  /** How many reports a second keep the server's core, PostgreSQL on it, at 30 %. */
  double rateAtThirtyPercent(Duration lasting) throws Exception {
    Cpu program = vitrine.cpu();
    Cpu database = vitrine.database().cpu();
    int sent = send(50, lasting);
    double secondsEach = (program.usedNanos() + database.usedNanos()) / 1e9 / sent;
    return Math.rint(Math.clamp(SHARE_OF_A_CORE / secondsEach, LEAST, MOST));
  }
}
