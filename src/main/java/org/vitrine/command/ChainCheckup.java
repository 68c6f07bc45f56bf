package org.vitrine.command;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.vitrine.platform.database.Database;
import org.vitrine.scorecard.MonthChain;
import org.vitrine.scorecard.MonthChain.ChainFinding;

/** Looks at the numbers of the months: whether each is what was frozen. */
final class ChainCheckup {
  private static final Duration COLD_START = Duration.ofSeconds(30);

  private ChainCheckup() {}

  /** Of a database whose schema is up to date. */
  static Finding finding(String url) {
    Vertx vertx = Vertx.vertx();
    try (Database database = new Database(vertx, url, 1)) {
      database.awaitConnection(COLD_START);
      return finding(MonthChain.check(database));
    } finally {
      vertx.close();
    }
  }

  private static Finding finding(ChainFinding found) {
    return found
        .misfit()
        .map(
            misfit ->
                Finding.fail(
                    "Numbers",
                    "Among the months that were frozen, %s: somebody changed the table scorecard_month. Compare it with a backup or with what was published"
                        .formatted(misfit)))
        .orElseGet(
            () ->
                Finding.ok(
                    "Numbers",
                    found.rows() == 0
                        ? "No month is frozen yet"
                        : "%d frozen, each as it was".formatted(found.rows())));
  }
}
