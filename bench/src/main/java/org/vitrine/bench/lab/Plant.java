package org.vitrine.bench.lab;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /** Takes the orders from the first to the last. */
  public void takeOrders(int first, int last) throws IOException, InterruptedException {
    for (int n = first; n <= last; n++) {
      vitrine.put("/api/orders/" + order(n), ORDER.formatted(order(n)));
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

  /** Several reports of several orders at once: first one of each order, then the next of each. */
  public String reports(int firstOrder, int orders, int ofEach, Instant at) {
    return IntStream.range(0, orders * ofEach)
        .mapToObj(i -> report(firstOrder + i % orders, at))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The version of an order, as the database has it. */
  public static long version(Postgres database, int order) {
    return database.number("SELECT version FROM orders WHERE number = ?", order(order));
  }
}
