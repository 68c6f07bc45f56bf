package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Wording;
import org.vitrine.production.Measurement;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Progress;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;
import org.vitrine.production.Verdict;

/**
 * What of an order in flight wants looking after, besides its dates.
 *
 * @param points what keeps its stages from being met
 * @param floor where its open lines stand
 */
record OrderConcern(List<OpenPoint> points, List<StandingLine> floor) {

  /**
   * A mandatory requirement that failed, or that still waits though its stage is through.
   *
   * @param since when it failed; of one that waits, when its stage was through
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record OpenPoint(
      int line,
      String stage,
      Wording stageName,
      String requirement,
      Wording name,
      LocalizedText ordered,
      Verdict verdict,
      Optional<Instant> since) {}

  /**
   * The stage at which a line stands.
   *
   * @param since when that began, or was held; of one that waits, when the stage before was through
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record StandingLine(
      int line, String stage, Wording name, StageState state, Optional<Instant> since) {}

  static OrderConcern of(OrderSummary summary) {
    return new OrderConcern(
        open(summary)
            .flatMap(line -> line.getValue().stages().stream().flatMap(of -> points(line, of)))
            .toList(),
        open(summary).flatMap(line -> standing(line).stream()).toList());
  }

  private static Stream<Map.Entry<Integer, Progress>> open(OrderSummary summary) {
    return summary.lines().entrySet().stream().filter(line -> line.getValue().state().isOpen());
  }

  private static Stream<OpenPoint> points(Map.Entry<Integer, Progress> line, StageProgress stage) {
    return stage.measurements().stream()
        .filter(one -> one.requirement().mandatory())
        .filter(
            one ->
                one.verdict() == Verdict.FAILED
                    || one.verdict() == Verdict.PENDING && stage.complete())
        .map(one -> point(line.getKey(), stage, one));
  }

  private static OpenPoint point(int line, StageProgress stage, Measurement measurement) {
    return new OpenPoint(
        line,
        stage.stage().code(),
        stage.stage().name(),
        measurement.requirement().code(),
        measurement.requirement().name(),
        measurement.requirement().ordered(),
        measurement.verdict(),
        measurement.failedSince().or(stage::ended));
  }

  /** Before anything was heard, it stands before its first stage. */
  private static Optional<StandingLine> standing(Map.Entry<Integer, Progress> line) {
    List<StageProgress> stages = line.getValue().stages();
    int at =
        line.getValue()
            .stage()
            .map(stage -> stages.stream().map(StageProgress::stage).toList().indexOf(stage))
            .orElse(0);
    if (stages.isEmpty()) {
      return Optional.empty();
    }
    StageProgress stage = stages.get(at);
    Optional<Instant> before = at == 0 ? Optional.empty() : stages.get(at - 1).ended();
    return Optional.of(
        new StandingLine(
            line.getKey(),
            stage.stage().code(),
            stage.stage().name(),
            stage.state(),
            stage.hold().map(hold -> hold.happenedAt()).or(stage::began).or(() -> before)));
  }
}
