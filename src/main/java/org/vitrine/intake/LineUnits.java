package org.vitrine.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.intake.PlantLog.LogEntry;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Rejection;

/**
 * The rows of a log against the units of the lines that they are about.
 *
 * <ul>
 *   <li>An order that is there knows its unit; of any other, most rows that name one do.
 *   <li>A row that names another unit is refused, and so is a fraction of what is counted in
 *       pieces.
 *   <li>Where such a row takes back or corrects another, that one is refused too: the order must
 *       not claim what somebody has said is wrong.
 * </ul>
 */
final class LineUnits {
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<LogEntry, RefusedRow> refused = new LinkedHashMap<>();

  private LineUnits() {}

  /**
   * The log without the rows that do not fit.
   *
   * @param known the unit of an order that is there; asked only of those of which it matters
   */
  static PlantLog settle(PlantLog log, Function<OrderNumber, Optional<Unit>> known) {
    Map<String, List<LogEntry>> byOrder =
        log.entries().stream().collect(Collectors.groupingBy(entry -> entry.row().order().key()));
    LineUnits settling = new LineUnits();
    for (WorkOrder order : log.orders()) {
      List<LogEntry> entries = byOrder.get(order.number().key());
      if (entries.stream().anyMatch(LineUnits::matters)) {
        settling.settle(order, known.apply(order.number()).or(order::unit), entries);
      }
    }
    return settling.units.isEmpty() && settling.refused.isEmpty()
        ? log
        : log.without(settling.refused, settling.units);
  }

  private static boolean matters(LogEntry entry) {
    return entry.row().unit() != null || !entry.row().isWhole();
  }

  private void settle(WorkOrder order, Optional<Unit> unit, List<LogEntry> entries) {
    unit.ifPresent(known -> units.put(order.number().key(), known));
    Map<String, LogEntry> byId = new HashMap<>();
    entries.forEach(entry -> byId.put(entry.report().id(), entry));
    for (LogEntry entry : entries) {
      try {
        entry.row().requireUnit(unit.orElse(null));
      } catch (Rejection.Invalid invalid) {
        refused.put(entry, RefusedRow.at(entry.line(), invalid));
      }
    }
    for (LogEntry entry : List.copyOf(refused.keySet())) {
      refuseCorrected(entry, byId);
    }
  }

  private void refuseCorrected(LogEntry by, Map<String, LogEntry> byId) {
    List<LogEntry> chain = new ArrayList<>(List.of(by));
    while (!chain.isEmpty()) {
      LogEntry correction = chain.removeLast();
      LogEntry corrected = byId.get(correction.report().reference().corrects());
      if (corrected != null && !refused.containsKey(corrected)) {
        refused.put(corrected, RefusedRow.doubted(corrected.line(), correction.line()));
        chain.add(corrected);
      }
    }
  }
}
