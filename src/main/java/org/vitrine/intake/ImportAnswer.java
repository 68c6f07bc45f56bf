package org.vitrine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.intake.OrderSheetSummary.WrittenOrder;
import org.vitrine.platform.SaveOutcome;

/**
 * What became of a file, or in a dry run would have.
 *
 * @param orders how many orders were created, changed and unchanged
 * @param reports how many reports were taken and known; absent for a file of orders
 * @param refused how many orders, or rows of a log, were refused
 * @param refusals the first of them
 * @param written the first orders that were created or changed
 * @param left what was not looked at since it was stopped
 * @param remarks what else there is to say of the file
 */
record ImportAnswer(
    boolean dryRun,
    int rows,
    Map<String, Integer> orders,
    Map<String, Integer> reports,
    int refused,
    List<Refusal> refusals,
    List<WrittenOrder> written,
    int left,
    List<String> remarks) {
  private static final int MOST_NAMED = 1_000;

  /** An order, or a row of one, of which nothing was kept. */
  record Refusal(String order, long line, String column, String reason) {
    private static Refusal of(String order, RefusedRow row) {
      return new Refusal(order, row.line(), row.column(), row.reason());
    }
  }

  static ImportAnswer of(OrderSheetSummary summary, boolean dryRun) {
    return new ImportAnswer(
        dryRun,
        summary.sheet().rows(),
        counts(summary.outcomes()),
        null,
        summary.refused().size(),
        summary.refused().stream()
            .limit(MOST_NAMED)
            .map(refused -> Refusal.of(refused.order(), refused.row()))
            .toList(),
        summary.written(),
        summary.left(),
        summary.sheet().remarks());
  }

  static ImportAnswer of(PlantLogSummary summary, boolean dryRun) {
    return new ImportAnswer(
        dryRun,
        summary.log().rows(),
        counts(summary.orders()),
        new TreeMap<>(Map.of("taken", summary.taken(), "known", summary.known())),
        summary.refused().size(),
        summary.refused().stream()
            .limit(MOST_NAMED)
            .map(row -> Refusal.of(summary.log().order(row), row))
            .toList(),
        List.of(),
        summary.left(),
        remarks(summary));
  }

  private static List<String> remarks(PlantLogSummary summary) {
    List<String> remarks = new ArrayList<>(summary.log().remarks());
    if (!summary.log().ignoredColumns().isEmpty()) {
      remarks.add("Columns not used: " + String.join(", ", summary.log().ignoredColumns()));
    }
    remarks.addAll(summary.contradictions());
    return remarks.stream().limit(MOST_NAMED).toList();
  }

  private static Map<String, Integer> counts(Map<SaveOutcome, Integer> outcomes) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SaveOutcome outcome : SaveOutcome.values()) {
      counts.put(outcome.name().toLowerCase(Locale.ROOT), outcomes.getOrDefault(outcome, 0));
    }
    return counts;
  }
}
