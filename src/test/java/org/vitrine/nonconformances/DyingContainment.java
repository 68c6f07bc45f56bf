package org.vitrine.nonconformances;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.orders.Doubts;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.traceability.Criteria;
import org.vitrine.traceability.Traces;

/** Contains a lot, and stops for ever before a step that is named: to be killed there. */
final class DyingContainment {
  static final String REACHED = "reached";

  private DyingContainment() {}

  public static void main(String[] args) {
    Database database = new Database(Vertx.vertx(), args[0], 1, sql -> stopBefore(args[1], sql));
    database.answersWithin(Duration.ofSeconds(60));
    contain(database, Long.parseLong(args[2]), args[3]);
  }

  static ContainmentPlan contain(Database database, long number, String lot) {
    Changes changes = new Changes();
    Clock clock = Clock.systemUTC();
    ContainmentDesk desk =
        new ContainmentDesk(
            new Traces(database, changes, clock),
            new NonconformanceDesk(changes, clock),
            new DoubtLedger(new Doubts(changes, clock)));
    return database.inTransaction(
        transaction ->
            desk.contain(
                transaction,
                new NonconformanceNumber(number),
                new Criteria(List.of(lot), null, null, null, null),
                Optional.empty(),
                Actor.system("test")));
  }

  private static String stopBefore(String step, String sql) {
    if (sql.contains(step)) {
      System.out.println(REACHED);
      while (true) {
        try {
          Thread.sleep(Duration.ofDays(1));
        } catch (InterruptedException goOn) {
          // It waits to be killed.
        }
      }
    }
    return sql;
  }
}
