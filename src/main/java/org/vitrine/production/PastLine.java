package org.vitrine.production;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.vitrine.forecasts.PastOrder;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.PastOrder.PastHold;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Promise;

/**
 * A line of which something was heard, for whoever learns from it how long such lines take, and
 * tells others.
 *
 * @param quantity absent where nobody said
 * @param promised the day for which it is promised now
 * @param past what was heard of it, its stages by their codes
 * @param isExpected whether it may be said when it is ready: not of what is held, has failed, or is
 *     in doubt
 */
public record PastLine(
    int number,
    String routing,
    Optional<Amount> quantity,
    Optional<LocalDate> promised,
    PastOrder past,
    boolean isExpected) {
  private static final double THOUSAND = 1_000;

  /** Whether it is held now. */
  public boolean isHeld() {
    return past.held().stream().anyMatch(hold -> hold.until().isEmpty());
  }

  /** Those of an order; a line that was cancelled tells nothing. */
  public static List<PastLine> of(OrderSnapshot snapshot) {
    Map<Integer, Progress> progress = snapshot.progress();
    boolean inFlight = OrderState.of(snapshot.order(), progress.values()).inFlight();
    List<PastLine> lines = new ArrayList<>();
    for (Line line : snapshot.order().lines()) {
      Progress one = progress.get(line.number());
      boolean over = !one.state().isOpen() || !inFlight;
      if (one.state() != LineState.CANCELLED && (one.state() == LineState.COMPLETED || !over)) {
        of(snapshot, line, one).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private static Optional<PastLine> of(OrderSnapshot snapshot, Line line, Progress progress) {
    Map<Instant, Heard> heard = new TreeMap<>();
    List<PastHold> held = new ArrayList<>();
    Set<String> holding = new HashSet<>();
    Instant heldSince = null;
    int furthest = -1;
    List<Stage> stages = progress.stages().stream().map(StageProgress::stage).toList();
    for (Report report : snapshot.reportsOn(line.number())) {
      if (report.kind() == ReportKind.SEEN) {
        continue; // Where a picture was taken says nothing of how far it is.
      }
      Optional<Stage> stage = snapshot.stageOf(report);
      furthest = Math.max(furthest, stage.map(stages::indexOf).orElse(-1));
      if (furthest >= 0) {
        heard.put(report.happenedAt(), new Heard(report.happenedAt(), stages.get(furthest).code()));
      }
      String at = stage.map(Stage::code).orElse("");
      if (report.kind() == ReportKind.HELD) {
        heldSince = holding.isEmpty() ? report.happenedAt() : heldSince;
        holding.add(at);
      } else if (report.kind() == ReportKind.RESUMED && holding.remove(at) && holding.isEmpty()) {
        held.add(new PastHold(heldSince, Optional.of(report.happenedAt())));
      }
    }
    if (heard.isEmpty()) {
      return Optional.empty();
    }
    if (!holding.isEmpty()) {
      held.add(new PastHold(heldSince, Optional.empty()));
    }
    boolean done = progress.state() == LineState.COMPLETED;
    return Optional.of(
        new PastLine(
            line.number(),
            line.routing(),
            Optional.ofNullable(line.quantity()),
            snapshot.promises().of(line.number()).flatMap(Promise::current),
            new PastOrder(
                snapshot.order().id().value() + "/" + line.number(),
                String.valueOf(line.product()),
                line.quantity() == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(line.quantity().thousandths() / THOUSAND),
                List.copyOf(heard.values()),
                done ? progress.heardAt() : Optional.empty(),
                held),
            progress.isExpected()));
  }
}
