package org.vitrine.devices;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;

/** All gauges, in memory until one changes: a reading that names one costs no query. */
final class KnownGauges {
  private final GaugeRepository repository = new GaugeRepository();
  private final AtomicReference<Map<String, Gauge>> known = new AtomicReference<>();
  private final AtomicLong forgotten = new AtomicLong();

  Map<String, Gauge> byKey(Queries queries) {
    Map<String, Gauge> before = known.get();
    if (before != null) {
      return before;
    }
    long reading = forgotten.get();
    Map<String, Gauge> now = new HashMap<>();
    repository.all(queries).forEach(gauge -> now.put(gauge.code().key(), gauge));
    if (forgotten.get() == reading) {
      known.set(now);
      if (forgotten.get() != reading) {
        known.compareAndSet(now, null); // Somebody saved one just then.
      }
    }
    return now;
  }

  /** By what a report calls it. */
  Optional<Gauge> find(Queries queries, String called) {
    return Optional.ofNullable(byKey(queries).get(OrderNumber.key(called)));
  }

  void heard(Collection<Change> changes) {
    if (changes.stream().anyMatch(change -> change.kind().equals(GaugeChange.KIND))) {
      forget();
    }
  }

  void forget() {
    forgotten.incrementAndGet();
    known.set(null);
  }
}
