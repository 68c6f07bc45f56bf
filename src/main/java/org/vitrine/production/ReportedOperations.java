package org.vitrine.production;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** What the plant calls its operations, counted as reports come, a moment after them. */
final class ReportedOperations implements Subscriber {
  private static final int KEPT_DAYS = 400;
  private static final int MOST = 1_000;

  private final Database database;
  private final Clock clock;
  private final ReportedOperationRepository repository = new ReportedOperationRepository();

  ReportedOperations(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * An operation as the plant names it.
   *
   * @param reports how many there were
   * @param lastAt when the last of them was recorded
   * @param routings of the lines that it was reported of
   * @param product of the line that it was last reported of
   */
  record ReportedOperation(
      String name, long reports, Instant lastAt, List<String> routings, LocalizedText product) {}

  /** Those of so many days, the most frequent first. */
  List<ReportedOperation> ofDays(int days) {
    return repository.find(database, today().minusDays(days), MOST);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The migration V106 wrote down where it begins, by this name. */
  @Override
  public String name() {
    return "production.reported-operations";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderVersion.KIND);
  }

  @Override
  public Set<String> passesOver() {
    return Set.of(EventKind.FORECAST_TOLD.code());
  }

  @Override
  public void hear(Queries transaction, List<Change> events) {
    if (repository.count(transaction, events.stream().map(OrderVersion::of).toList()) > 0) {
      repository.forget(transaction, today().minusDays(KEPT_DAYS));
    }
  }
}
