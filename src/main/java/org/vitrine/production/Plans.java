package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.database.Database;

/**
 * Plans of orders, kept in memory. What is kept may have changed since, here or on another node:
 * writing a report compares the plan's version and the order's number (and to which order a work
 * order leads, where the report names one), and what a kept plan would refuse is asked of the
 * database again.
 */
final class Plans {
  private static final int PLANS_KEPT = 20_000;

  private final Database database;
  private final ReportRepository repository;
  private final Cache<OrderName, Plan> kept = Caffeine.newBuilder().maximumSize(PLANS_KEPT).build();

  Plans(Database database, ReportRepository repository) {
    this.database = database;
    this.repository = repository;
  }

  /** Those that are in memory, by what the order is called. */
  Map<OrderName, Plan> inMemory(Set<OrderName> names) {
    return kept.getAllPresent(names);
  }

  /** As they are now; those are missing whose order does not exist. */
  Map<OrderName, Plan> read(Set<OrderName> names) {
    Map<OrderName, Plan> plans = repository.plans(database, names);
    kept.putAll(plans);
    return plans;
  }

  void forget(Collection<OrderName> names) {
    kept.invalidateAll(names);
  }

  void forgetAll() {
    kept.invalidateAll();
  }
}
