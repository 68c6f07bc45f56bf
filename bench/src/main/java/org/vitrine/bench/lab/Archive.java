package org.vitrine.bench.lab;

import java.io.IOException;
import java.util.List;

/**
 * Orders with a history that were never reported over HTTP: written by SQL into the real schema,
 * with everything that the program keeps beside them.
 */
public final class Archive {
  private static final String BUYER =
      """
      INSERT INTO company (code, name, kind, tier, created_at)
      VALUES ('northwind', 'Northwind Climate', 'customer', 'gold', now())
      ON CONFLICT DO NOTHING""";

  private static final String ROUTING =
      """
      INSERT INTO routing (code, name, stages)
      VALUES ('split-ac', 'Split air conditioner',
              '[{"code": "assembly", "name": {"en": "Assembly", "zh-CN": "装配"}, "operations": ["Assembl*"], "usualHours": 48},
                {"code": "final-inspection", "name": {"en": "Final inspection", "zh-CN": "终检"},
                 "operations": ["Final*"], "usualHours": 24},
                {"code": "packing", "name": {"en": "Packing", "zh-CN": "包装"}, "operations": ["Pack*"], "usualHours": 12}]')
      ON CONFLICT DO NOTHING""";

  private static final String ORDERS =
      """
      INSERT INTO orders (company_id, number, number_key, customer_reference, placed_on, promised_on, version, plan_version)
      SELECT c.id, 'B-' || n, folded_number('B-' || n), 'PO-B-' || n, '2026-10-02', '2026-12-12', %3$d, 0
        FROM generate_series(%1$d, %2$d) n, company c
       WHERE c.code = 'northwind'
       ORDER BY n""";

  private static final String LINES =
      """
      INSERT INTO order_line (company_id, order_id, number, product, description, quantity, routing)
      SELECT company_id, id, 1, '"KFR-35"', '"split air conditioner"', 1000000, 'split-ac'
        FROM orders
       WHERE id BETWEEN %1$d AND %2$d""";

  private static final String REQUIREMENTS =
      """
      INSERT INTO requirement (company_id, order_id, line, code, position, stage, name, specification, unit, minimum,
                               maximum, mandatory, sample)
      SELECT company_id, id, 1, 'capacity', 1, 'final-inspection', '{"en": "Cooling capacity"}', '"3,500 W ± 5 %%"', 'W',
             3325, 3675, true, 1
        FROM orders
       WHERE id BETWEEN %1$d AND %2$d""";

  private static final String EVENTS =
      """
      INSERT INTO event (company_id, order_id, version, kind, report_id, happened_at, recorded_at, source, actor, body)
      SELECT o.company_id, o.id, v,
             CASE v WHEN 1 THEN 'placed' WHEN 2 THEN 'promised' ELSE 'reported' END,
             CASE WHEN v > 2 THEN 'A' || v END,
             timestamptz '2026-10-02' + v * interval '1 hour', timestamptz '2026-10-02' + v * interval '1 hour',
             CASE WHEN v > 2 THEN 'scan' ELSE 'import' END, 'Zhang San',
             CASE v WHEN 1 THEN '{}' WHEN 2 THEN '{"date": "2026-12-12"}' ELSE '%4$s' END::jsonb
        FROM orders o, generate_series(1, %3$d) v
       WHERE o.id BETWEEN %1$d AND %2$d
       ORDER BY o.id, v""";

  private static final String STANDINGS =
      """
      INSERT INTO order_summary (company_id, order_id, version, state, stage, promised_on, likely_on, heard_at)
      SELECT company_id, id, version, 'in-production', 'assembly', promised_on, '2026-12-10', timestamptz '2026-10-03'
        FROM orders
       WHERE id BETWEEN %1$d AND %2$d""";

  private final Postgres database;

  private Archive(Postgres database) {
    this.database = database;
  }

  /** In a database of its own in the same PostgreSQL, which gets Vitrine's schema. */
  public static Archive in(Lab lab, Postgres server, String name) throws IOException {
    Postgres database = server.another(name);
    lab.run(
        Core.CLIENT,
        List.of(
            lab.project().resolve("vitrine").toString(),
            "migrate",
            "--database-url",
            database.url()));
    database.execute(BUYER);
    database.execute(ROUTING);
    return new Archive(database);
  }

  public Postgres database() {
    return database;
  }

  /**
   * Orders B-first to B-last, whose ids are the same numbers, each with so many events. References
   * between tables are right by themselves and are not looked at.
   */
  public void add(int first, int last, int eventsEach) {
    for (String insert : List.of(ORDERS, LINES, REQUIREMENTS, EVENTS, STANDINGS)) {
      database.execute(
          "SET session_replication_role = replica; SET synchronous_commit = off; "
              + insert.formatted(first, last, eventsEach, ReportStatement.BODY));
    }
  }

  /** As the database keeps itself in time; then it has nothing to catch up on. */
  public void settle() {
    database.execute("VACUUM ANALYZE");
    database.execute("CHECKPOINT");
  }
}
