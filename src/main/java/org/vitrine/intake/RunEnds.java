package org.vitrine.intake;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.intake.ImportTask.RefusedPart;
import org.vitrine.intake.ImportTask.RunEnd;
import org.vitrine.intake.ReadingWriter.ReadingSummary;
import org.vitrine.platform.SaveOutcome;

/** What the record of an import says in the end. */
final class RunEnds {
  private RunEnds() {}

  static RunEnd of(OrderSheetSummary summary) {
    return new RunEnd(
        counts(summary.outcomes(), summary.refused().size()),
        summary.refused().stream()
            .map(refused -> new RefusedPart(refused.order(), null, refused.row()))
            .toList());
  }

  static RunEnd of(ShipmentSheetSummary summary) {
    return new RunEnd(
        counts(summary.outcomes(), summary.refused().size()),
        summary.refused().stream()
            .map(refused -> new RefusedPart(refused.order(), refused.shipment(), refused.row()))
            .toList());
  }

  static RunEnd of(PlantLogSummary summary) {
    Map<String, Integer> counts = counts(summary.orders(), summary.refused().size());
    counts.put("taken", summary.taken());
    counts.put("known", summary.known());
    return new RunEnd(
        counts,
        summary.refused().stream()
            .map(row -> new RefusedPart(summary.log().order(row), null, row))
            .toList());
  }

  static RunEnd of(ReadingSummary summary) {
    Map<String, Integer> counts = counts(Map.of(), summary.refused().size());
    counts.put("taken", summary.taken());
    counts.put("known", summary.known());
    return new RunEnd(
        counts,
        summary.refused().stream()
            .map(row -> new RefusedPart(summary.order(row), null, row))
            .toList());
  }

  private static Map<String, Integer> counts(Map<SaveOutcome, Integer> outcomes, int refused) {
    Map<String, Integer> counts = new TreeMap<>();
    outcomes.forEach(
        (outcome, count) -> counts.put(outcome.name().toLowerCase(Locale.ROOT), count));
    counts.put("refused", refused);
    return counts;
  }
}
