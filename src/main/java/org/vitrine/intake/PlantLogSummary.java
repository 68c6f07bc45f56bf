package org.vitrine.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.production.Routing;

/**
 * What became of a log. Each of its rows is counted once: as taken, known, refused or left.
 *
 * @param known reports that were here before, or that the file says twice
 * @param refused rows of which nothing was kept
 */
public record PlantLogSummary(
    PlantLog log,
    Routing routing,
    Map<SaveOutcome, Integer> orders,
    int taken,
    int known,
    List<RefusedRow> refused,
    List<StageTally> stages) {

  /** Of a log whose orders were taken one by one. */
  static PlantLogSummary together(List<PlantLogSummary> parts) {
    PlantLog log = PlantLog.together(parts.stream().map(PlantLogSummary::log).toList());
    Routing routing = parts.getFirst().routing();
    return new PlantLogSummary(
        log,
        routing,
        parts.stream()
            .flatMap(part -> part.orders().entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum)),
        parts.stream().mapToInt(PlantLogSummary::taken).sum(),
        parts.stream().mapToInt(PlantLogSummary::known).sum(),
        parts.stream()
            .flatMap(part -> part.refused().stream())
            .sorted(Comparator.comparingLong(RefusedRow::line))
            .toList(),
        StageTally.of(log, routing));
  }

  /** How many rows are done, however that ended. */
  int rowsDone() {
    return taken + known + refused.size();
  }

  public int orders(SaveOutcome outcome) {
    return orders.getOrDefault(outcome, 0);
  }

  /** Rows that were not delivered since somebody stopped it. */
  public int left() {
    return log.rows() - rowsDone();
  }

  /** True where all of it was here before. */
  public boolean nothingNew() {
    return taken == 0
        && left() == 0
        && orders(SaveOutcome.CREATED) == 0
        && orders(SaveOutcome.CHANGED) == 0;
  }

  /** What rows of the same order said differently, and what was taken. */
  public List<String> contradictions() {
    return log.orders().stream().flatMap(order -> order.contradictions().stream()).toList();
  }
}
