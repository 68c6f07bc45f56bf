package org.vitrine.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  /** What became of an order: the stages that stand still, or go on, since this. */
  public record ActedOn(
      OrderNumber number, long version, SaveOutcome outcome, List<StageOfLine> stages) {}

  /** A stage of a line. */
  public record StageOfLine(int line, String stage) {}

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
      return new ActedOn(number, order.order().version(), SaveOutcome.UNCHANGED, List.of());
    }
    List<Supplier<Report>> said = new ArrayList<>();
    for (StageUnderWay one : stages) {
      Report report = report(number, one, kind, reason.orElse(null));
      said.add(() -> report);
    }
    long version = written(reports.take(said, Sender.of(caller)), order.order().version());
    return new ActedOn(
        number, version, SaveOutcome.CHANGED, stages.stream().map(StageUnderWay::named).toList());
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

  /** All of them are written in one statement, or, where none fits any longer, none. */
  private static long written(List<ReportOutcome> outcomes, long before) {
    Stream<Long> versions =
        outcomes.stream()
            .filter(ReportOutcome.Taken.class::isInstance)
            .map(taken -> ((ReportOutcome.Taken) taken).version());
    return versions
        .max(Long::compare)
        .orElseThrow(
            () ->
                new Rejection.Conflict(
                    outcomes.stream()
                        .filter(ReportOutcome.Refused.class::isInstance)
                        .map(refused -> ((ReportOutcome.Refused) refused).reason())
                        .findFirst()
                        .orElse("It has changed since version " + before)));
  }
}
