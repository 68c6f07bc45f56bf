package org.vitrine.bench.lab;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plant that has orders in hand and reports on them, as an ERP tells Vitrine over HTTP. */
public final class Plant {
  private static final String ROUTING =
      """
      {"name": "Split air conditioner", "stages": [
        {"code": "assembly", "name": {"en": "Assembly", "zh-CN": "装配"}, "operations": ["Assembl*"], "usualHours": 48},
        {"code": "final-inspection", "name": {"en": "Final inspection", "zh-CN": "终检"},
         "operations": ["Final*"], "usualHours": 24},
        {"code": "packing", "name": {"en": "Packing", "zh-CN": "包装"}, "operations": ["Pack*"], "usualHours": 12}]}""";

  private static final String ORDER =
      """
      {"company": "northwind", "customerReference": "PO-%s", "placedOn": "2026-10-02",
       "promise": {"date": "2026-12-12"},
       "lines": [{"number": 1, "product": "KFR-35", "description": "split air conditioner", "quantity": 1000000,
                  "routing": "split-ac",
                  "requirements": [{"code": "capacity", "stage": "final-inspection", "name": "Cooling capacity",
                                    "ordered": "3,500 W ± 5 %%", "unit": "W", "minimum": 3325, "maximum": 3675}]}]}""";

  private static final String REPORT =
      """
      {"id": "%s", "order": "%s", "operation": "Assembly", "kind": "progressed", "good": 1, \
      "source": "scan", "station": "station 4", "actor": "Zhang San", "happenedAt": "%s"}""";

  private static final int AT_ONCE = 4;

  private final Vitrine vitrine;
  private final AtomicLong reports = new AtomicLong();

  public Plant(Vitrine vitrine) throws IOException, InterruptedException {
    this.vitrine = vitrine;
    vitrine.put(
        "/api/companies/northwind",
        "{\"name\": \"Northwind Climate\", \"kind\": \"customer\", \"tier\": \"gold\"}");
    vitrine.put("/api/routings/split-ac", ROUTING);
  }

  /** The number of the n-th order. */
  public static String order(int n) {
    return "B-" + n;
  }

  /** Takes the orders from the first to the last, a few at once. */
  public void takeOrders(int first, int last) throws IOException, InterruptedException {
    Semaphore free = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = first; n <= last; n++) {
        String order = order(n);
        free.acquire();
        threads.submit(
            () -> {
              try {
                return vitrine.put("/api/orders/" + order, ORDER.formatted(order));
              } finally {
                free.release();
              }
            });
      }
    }
    long taken = vitrine.database().number("SELECT count(*) FROM orders WHERE number LIKE 'B-%'");
    if (taken < last - first + 1) {
      throw new IllegalStateException("Only " + taken + " orders were taken");
    }
  }

  /** A report that one more piece of an order was assembled, to be sent at this moment. */
  public String report(int order, Instant at) {
    // Always six digits of a second, so that all reports are of one size.
    Instant moment = at.truncatedTo(ChronoUnit.MICROS);
    String text =
        "%s.%06dZ"
            .formatted(
                moment.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""),
                moment.getNano() / 1_000);
    return REPORT.formatted("R" + reports.incrementAndGet(), order(order), text);
  }

  /**
   * Several reports of several orders at once: first one of each order, then the next of each, a
   * microsecond apart from this moment on.
   */
  public String reports(int firstOrder, int orders, int ofEach, Instant at) {
    return IntStream.range(0, orders * ofEach)
        .mapToObj(i -> report(firstOrder + i % orders, at.plusNanos(1_000L * i)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The versions of so many orders, as the database has them. */
  public List<Long> versions(int firstOrder, int orders) {
    return vitrine
        .database()
        .numbers(
            "SELECT version FROM orders WHERE number = ANY(?) ORDER BY substr(number, 3)::int",
            (Object)
                IntStream.range(firstOrder, firstOrder + orders)
                    .mapToObj(Plant::order)
                    .toArray(String[]::new));
  }

  /** Waits until each of a crowd, spread over these orders, has the version of the database. */
  public void awaitLastState(Crowd crowd, int firstOrder, int orders)
      throws IOException, InterruptedException {
    List<Long> versions = versions(firstOrder, orders);
    crowd.awaitStates(watcher -> "." + versions.get(watcher % orders));
  }
}
