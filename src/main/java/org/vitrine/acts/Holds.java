package org.vitrine.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vitrine.access.Caller;
import org.vitrine.acts.HoldWish.HeldPart;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Report;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Reports;
import org.vitrine.production.Reports.ReportOutcome;
import org.vitrine.production.Sender;
import org.vitrine.production.Source;
import org.vitrine.production.StageProgress;
import org.vitrine.tracking.Tracking;

/**
 * The door to orders that stand still. A hold is what the plant would report, said by hand of the
 * stage where each line is, so that pages, notices and forecasts know it as any other.
 */
public final class Holds {
  private final Tracking tracking;
  private final OrderSnapshots snapshots;
  private final Reports reports;
  private final Clock clock;

  public Holds(Tracking tracking, OrderSnapshots snapshots, Reports reports, Clock clock) {
    this.tracking = tracking;
    this.snapshots = snapshots;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * What became of an order.
   *
   * @param stages those that stand still, or go on, since this
   * @param refused those that did not, because something came in between
   */
  public record ActedOn(
      OrderNumber number,
      long version,
      SaveOutcome outcome,
      List<StageOfLine> stages,
      List<RefusedStage> refused) {

    private static ActedOn nothing(OrderSnapshot order) {
      return new ActedOn(
          order.order().number(),
          order.order().version(),
          SaveOutcome.UNCHANGED,
          List.of(),
          List.of());
    }

    /**
     * Each stage by what became of its report. Where all are refused, so is the whole.
     *
     * @param said the stages in the order of their reports
     */
    static ActedOn of(OrderNumber number, List<StageOfLine> said, List<ReportOutcome> outcomes) {
      List<StageOfLine> stages = new ArrayList<>();
      List<RefusedStage> refused = new ArrayList<>();
      SaveOutcome outcome = SaveOutcome.UNCHANGED;
      long version = 0;
      for (ReportOutcome one : outcomes) {
        StageOfLine stage = said.get(one.index());
        switch (one) {
          case ReportOutcome.Taken taken -> {
            stages.add(stage);
            version = Math.max(version, taken.version());
            outcome = SaveOutcome.CHANGED;
          }
          case ReportOutcome.Known known -> {
            stages.add(stage);
            version = Math.max(version, known.version());
          }
          case ReportOutcome.Refused not ->
              refused.add(new RefusedStage(stage.line(), stage.stage(), not.reason()));
        }
      }
      if (stages.isEmpty()) {
        throw new Rejection.Conflict(refused.getFirst().reason());
      }
      return new ActedOn(number, version, outcome, stages, refused);
    }
  }

  /** A stage of a line. */
  public record StageOfLine(int line, String stage) {}

  /** A stage of a line of which it could not be said. */
  public record RefusedStage(int line, String stage, String reason) {}

  /** Holds what of it is under way; what is held for the same reason stays as it is. */
  ActedOn hold(OrderNumber number, HoldWish wish, Caller caller) {
    OrderSnapshot order = read(number);
    if (order.order().cancelReason() != null) {
      throw new Rejection.Conflict("It is cancelled, so nothing of it can be held");
    }
    List<StageUnderWay> open =
        StageUnderWay.of(order, wish.part()).filter(StageUnderWay::canBeHeld).toList();
    if (open.isEmpty()) {
      throw new Rejection.Conflict("Nothing of it is under way that could be held");
    }
    List<StageUnderWay> free = open.stream().filter(one -> !one.isHeldFor(wish.reason())).toList();
    return say(order, free, ReportKind.HELD, Optional.of(wish.reason()), caller);
  }

  /** Lets go on what is held. */
  ActedOn resume(OrderNumber number, HeldPart part, Caller caller) {
    OrderSnapshot order = read(number);
    List<StageUnderWay> held = StageUnderWay.held(order, part).toList();
    return say(order, held, ReportKind.RESUMED, Optional.empty(), caller);
  }

  private OrderSnapshot read(OrderNumber number) {
    return snapshots.newest(List.of(tracking.require(number, Optional.empty()))).stream()
        .findFirst()
        .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
  }

  private ActedOn say(
      OrderSnapshot order,
      List<StageUnderWay> stages,
      ReportKind kind,
      Optional<LocalizedText> reason,
      Caller caller) {
    OrderNumber number = order.order().number();
    if (stages.isEmpty()) {
      return ActedOn.nothing(order);
    }
    List<Supplier<Report>> said = new ArrayList<>();
    for (StageUnderWay one : stages) {
      Report report = report(number, one, kind, reason.orElse(null));
      said.add(() -> report);
    }
    return ActedOn.of(
        number,
        stages.stream().map(StageUnderWay::named).toList(),
        reports.take(said, Sender.of(caller)));
  }

  private Report report(
      OrderNumber number, StageUnderWay stage, ReportKind kind, LocalizedText reason) {
    return new Report(
        new Report.Reference(UUID.randomUUID().toString(), number.value(), null),
        new Report.Place(stage.line(), stage.progress().stage().code(), null),
        kind,
        Report.Pieces.NONE,
        Report.Reading.NONE,
        reason,
        new Report.Origin(Source.MANUAL, null, null),
        new Report.Timing(null, after(stage.progress())));
  }

  /** Now; a station whose clock goes a little fast must not be the later one. */
  private Instant after(StageProgress progress) {
    Instant now = clock.instant();
    return progress
        .newest()
        .map(newest -> newest.happenedAt().plusMillis(1))
        .filter(now::isBefore)
        .orElse(now);
  }
}
