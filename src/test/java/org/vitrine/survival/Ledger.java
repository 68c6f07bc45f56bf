package org.vitrine.survival;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was said, what was acknowledged, and whether the database has it so. */
final class Ledger {
  private static final String EVENTS =
      """
      SELECT o.number, o.version AS newest, e.version, e.report_id
        FROM orders o
        JOIN event e ON e.order_id = o.id""";

  private static final String REPORTS =
      """
      SELECT o.number || '/' || e.report_id
        FROM orders o
        JOIN event e ON e.order_id = o.id
       WHERE e.report_id IS NOT NULL""";

  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

  void say(String order, String report) {
    said.add(name(order, report));
  }

  /** The node said that it has it, as this version of the order. */
  void acknowledge(String order, String report, long version) {
    acknowledged.put(name(order, report), version);
  }

  /** The database was set back: what it does not know any more, nobody may count on. */
  void forgetWhatWasLost(OwnPostgres postgres) {
    Map<String, Long> before = Map.copyOf(acknowledged);
    Set<String> left = Set.copyOf(postgres.find(REPORTS));
    before.keySet().stream().filter(report -> !left.contains(report)).forEach(acknowledged::remove);
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** What is not as it should be, in sentences; nothing where all is well. */
  List<String> faults(OwnPostgres postgres) {
    List<String> faults = new ArrayList<>();
    // What is acknowledged from here on may be missing from what is read.
    Map<String, Long> expected = Map.copyOf(acknowledged);
    Map<String, Long> versions = new HashMap<>();
    Map<String, Long> newest = new HashMap<>();
    Map<String, Set<Long>> byOrder = new HashMap<>();
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(EVENTS)) {
      while (rows.next()) {
        String order = rows.getString("number");
        newest.put(order, rows.getLong("newest"));
        if (!byOrder
            .computeIfAbsent(order, number -> ConcurrentHashMap.newKeySet())
            .add(rows.getLong("version"))) {
          faults.add("%s has version %d twice".formatted(order, rows.getLong("version")));
        }
        String report = rows.getString("report_id");
        if (report != null && versions.put(name(order, report), rows.getLong("version")) != null) {
          faults.add("The report %s of %s is there twice".formatted(report, order));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    newest.forEach(
        (order, version) -> {
          if (byOrder.get(order).size() != version) {
            faults.add("%s is at %d, with %s".formatted(order, version, byOrder.get(order)));
          }
        });
    expected.forEach(
        (report, version) -> {
          if (!version.equals(versions.get(report))) {
            faults.add(
                "%s was acknowledged at %d, the database has it at %s"
                    .formatted(report, version, versions.get(report)));
          }
        });
    versions.keySet().stream()
        .filter(report -> !said.contains(report))
        .forEach(report -> faults.add("Nobody ever said " + report));
    return faults;
  }

  private static String name(String order, String report) {
    return order + "/" + report;
  }
}
