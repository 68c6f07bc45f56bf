package org.vitrine.visits;

import java.util.HashMap;
import java.util.Map;
import org.vitrine.platform.database.Queries;

/** How often companies of each tier are met, in PostgreSQL. */
final class TouchIntervalRepository {
  private static final String ALL =
      """
      SELECT tier, days
        FROM touch_interval\
      """;

  private static final String LOCK =
      """
      LOCK TABLE touch_interval IN SHARE ROW EXCLUSIVE MODE\
      """;

  private static final String SAVE =
      """
      INSERT INTO touch_interval (tier, days)
      VALUES ($1, $2)
      ON CONFLICT (tier) DO UPDATE SET days = excluded.days\
      """;

  Map<String, Integer> all(Queries queries) {
    Map<String, Integer> all = new HashMap<>();
    queries.find(
        "touch_interval.all", ALL, row -> all.put(row.getString("tier"), row.getInteger("days")));
    return all;
  }

  /** One changes them at a time: what is written down of it is what was there. */
  void lock(Queries transaction) {
    transaction.execute("touch_interval.lock", LOCK);
  }

  void save(Queries transaction, String tier, int days) {
    transaction.execute("touch_interval.save", SAVE, tier, days);
  }
}
