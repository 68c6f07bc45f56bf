package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vitrine.intake.ReadingWriter.ReadingSummary;
import org.vitrine.platform.SaveOutcome;

/**
 * What became of a file, or in a dry run would have.
 *
 * @param orders how many orders were created, changed and unchanged; absent for a file of shipments
 * @param shipments the same of shipments; absent for every other file
 * @param reports how many reports were taken and known; absent where the file is no log and holds
 *     no readings
 * @param refused how many orders, shipments, or rows of a log, were refused
 * @param refusals the first of them
 * @param written the first orders, or shipments, that were created or changed
 * @param left what was not looked at since it was stopped
 * @param remarks what else there is to say of the file
 * @param detail what somebody who looks on wants to know
 */
record ImportAnswer(
    boolean dryRun,
    int rows,
    Map<String, Integer> orders,
    Map<String, Integer> shipments,
    Map<String, Integer> reports,
    int refused,
    List<Refusal> refusals,
    List<Written> written,
    int left,
    List<String> remarks,
    @JsonUnwrapped ImportDetail detail) {
  private static final int MOST_NAMED = 1_000;

  /** An order, a shipment of it, or a row, of which nothing was kept. */
  record Refusal(
      String order,
      String shipment,
      long line,
      String column,
      String reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedCell> also) {
    private static Refusal of(String order, RefusedRow row) {
      return of(order, null, row);
    }

    private static Refusal of(String order, String shipment, RefusedRow row) {
      return new Refusal(
          order, shipment, row.line(), row.column(), row.reason(), RefusedCell.of(row.also()));
    }
  }

  /** What else is wrong with what was refused. */
  record RefusedCell(long line, String column, String reason) {
    /** A row's fault, and the others that were found with it. */
    static List<RefusedCell> all(RefusedRow row) {
      return Stream.concat(of(List.of(row)).stream(), of(row.also()).stream()).toList();
    }

    private static List<RefusedCell> of(List<RefusedRow> rows) {
      return rows.stream()
          .map(row -> new RefusedCell(row.line(), row.column(), row.reason()))
          .toList();
    }
  }

  /** An order, or a shipment of it, and the line of the file on which it begins. */
  record Written(String order, String shipment, long line, SaveOutcome outcome) {}

  /**
   * What somebody who looks on wants to know.
   *
   * @param run the number of its record; absent of a dry run
   * @param seen what a dry run depended on, as one word: sent along, the import is refused if it
   *     would be another by then
   * @param outcomes what becomes of each order or shipment, where that is asked for
   */
  record ImportDetail(Long run, String seen, List<RowOutcome> outcomes) {}

  static ImportAnswer of(OrderSheetSummary summary, boolean dryRun, ImportDetail detail) {
    return new ImportAnswer(
        dryRun,
        summary.sheet().rows(),
        counts(summary.outcomes()),
        null,
        null,
        summary.refused().size(),
        summary.refused().stream()
            .limit(MOST_NAMED)
            .map(refused -> Refusal.of(refused.order(), refused.row()))
            .toList(),
        summary.written().stream()
            .map(one -> new Written(one.order(), null, one.line(), one.outcome()))
            .toList(),
        summary.left(),
        summary.sheet().remarks(),
        detail);
  }

  static ImportAnswer of(ShipmentSheetSummary summary, boolean dryRun, ImportDetail detail) {
    return new ImportAnswer(
        dryRun,
        summary.sheet().rows(),
        null,
        counts(summary.outcomes()),
        null,
        summary.refused().size(),
        summary.refused().stream()
            .limit(MOST_NAMED)
            .map(refused -> Refusal.of(refused.order(), refused.shipment(), refused.row()))
            .toList(),
        summary.written().stream()
            .map(one -> new Written(one.order(), one.shipment(), one.line(), one.outcome()))
            .toList(),
        summary.left(),
        summary.sheet().remarks(),
        detail);
  }

  static ImportAnswer of(PlantLogSummary summary, boolean dryRun, ImportDetail detail) {
    return new ImportAnswer(
        dryRun,
        summary.log().rows(),
        counts(summary.orders()),
        null,
        new TreeMap<>(Map.of("taken", summary.taken(), "known", summary.known())),
        summary.refused().size(),
        summary.refused().stream()
            .limit(MOST_NAMED)
            .map(row -> Refusal.of(summary.log().order(row), row))
            .toList(),
        List.of(),
        summary.left(),
        remarks(summary),
        detail);
  }

  static ImportAnswer of(ReadingSummary summary, boolean dryRun, ImportDetail detail) {
    return new ImportAnswer(
        dryRun,
        summary.sheet().rows(),
        null,
        null,
        new TreeMap<>(Map.of("taken", summary.taken(), "known", summary.known())),
        summary.refused().size(),
        summary.refused().stream()
            .limit(MOST_NAMED)
            .map(row -> Refusal.of(summary.order(row), row))
            .toList(),
        List.of(),
        summary.left(),
        summary.sheet().remarks(),
        detail);
  }

  private static List<String> remarks(PlantLogSummary summary) {
    List<String> remarks = new ArrayList<>(summary.log().remarks());
    if (!summary.log().ignoredColumns().isEmpty()) {
      remarks.add("Columns not used: " + String.join(", ", summary.log().ignoredColumns()));
    }
    remarks.addAll(summary.contradictions());
    return remarks.stream().limit(MOST_NAMED).toList();
  }

  static Map<String, Integer> counts(Map<SaveOutcome, Integer> outcomes) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SaveOutcome outcome : SaveOutcome.values()) {
      counts.put(outcome.name().toLowerCase(Locale.ROOT), outcomes.getOrDefault(outcome, 0));
    }
    return counts;
  }
}
