package org.vitrine.production;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;

/**
 * Where a line stands: a pure function of its routing, the plant's reports and what was required.
 *
 * <ul>
 *   <li>The order in which reports arrive never matters, nor how often the same one does.
 *   <li>A report that was corrected does not count; its correction does.
 *   <li>An operation that no stage knows is kept apart for staff, never dropped; it shows that the
 *       line is in production.
 *   <li>No clock is read: instead of "late" it says until when the page may be believed.
 *   <li>How long something takes is counted in the hours in which its stage is worked on.
 *   <li>A stage in doubt is not met, but unmakes nothing: the line is as far as was reported.
 * </ul>
 *
 * @param stage where it is now: the furthest stage heard from, or the one after it once that is
 *     complete; absent before any stage was heard from
 * @param shortBy how many pieces fewer than were ordered it was completed with, as the plant closed
 *     its last stage or people declared it
 * @param unmapped operations that no stage of the routing knows
 * @param verifiedUntil after this, nothing was heard for longer than the stage usually takes
 * @param withheld why there is no forecast, where there is none and one would be expected
 */
public record Progress(
    LineState state,
    Optional<Stage> stage,
    Amount shortBy,
    List<StageProgress> stages,
    List<OperationProgress> unmapped,
    Optional<Instant> heardAt,
    Optional<Instant> verifiedUntil,
    Optional<PlannedFinish> forecast,
    Optional<Withheld> withheld) {

  /** The furthest stage that was heard from. */
  Optional<Stage> furthest() {
    return stages.reversed().stream()
        .filter(StageProgress::heardFrom)
        .findFirst()
        .map(StageProgress::stage);
  }

  /** The stages from where it is on of which something is left to do. */
  List<StageProgress> left(Amount quantity) {
    return stages.stream()
        .dropWhile(one -> stage.isPresent() && !one.stage().equals(stage.get()))
        .filter(one -> one.remaining(quantity) > 0)
        .toList();
  }

  /** Whether it may be said when it is ready, if that is known. */
  boolean isExpected() {
    return withheld.isEmpty() || withheld.get() == Withheld.UNKNOWN;
  }

  /**
   * Derives everything about a line from its plan and what the plant said of its order; reports on
   * other lines count only for what they correct.
   */
  public static Progress derivedFrom(Line line, Routing routing, Collection<Report> reports) {
    OrderTally tally =
        OrderTally.of(List.of(line), OrderRoutings.newest(Map.of(line.routing(), routing)));
    for (Report report : reports) {
      tally = tally.plus(report);
    }
    return derivedFrom(tally.lines().get(line.number()), WorkingTimes.AROUND_THE_CLOCK);
  }

  /** The same, from what was added up before. */
  static Progress derivedFrom(LineTally added, WorkingTimes times) {
    LineTally tally = added.settled();
    Line line = tally.line();
    List<StageProgress> reported = stages(tally);
    Optional<StageProgress> current = current(reported);
    Optional<Instant> heardAt = heardAt(tally, reported);
    LineState state = state(line, reported, heardAt);
    List<StageProgress> stages = tally.doubts().on(reported, current);
    Optional<Withheld> withheld = withheld(line, state, stages, current);
    return new Progress(
        state,
        current.map(StageProgress::stage),
        state == LineState.COMPLETED ? shortBy(line, stages) : Amount.NONE,
        stages,
        tally.unmapped().values().stream().map(OperationProgress::derivedFrom).toList(),
        heardAt,
        state.isOpen()
            ? current.flatMap(
                stage -> verifiedUntil(heardAt, stage.stage(), tally.routing(), times))
            : Optional.empty(),
        withheld.isPresent() || !state.isOpen()
            ? Optional.empty()
            : Optional.of(
                forecast(heardAt.orElseThrow(), tally, reported, current.orElseThrow(), times)),
        withheld);
  }

  private static Optional<Instant> heardAt(LineTally tally, List<StageProgress> stages) {
    return Stream.concat(
            stages.stream().flatMap(stage -> stage.newest().stream()),
            tally.unmapped().values().stream().map(OperationTally::newest))
        .map(Report::happenedAt)
        .max(Instant::compareTo);
  }

  /**
   * From the last stage to the first, since a later one says what an earlier one must have passed.
   */
  private static List<StageProgress> stages(LineTally tally) {
    List<StageProgress> derived = new ArrayList<>();
    LaterStages later = LaterStages.NONE;
    boolean over = tally.line().cancelled() != null || tally.line().closedShort() != null;
    for (Stage stage : tally.routing().stages().reversed()) {
      StageProgress progress =
          StageProgress.derivedFrom(tally.course(stage), tally.line().quantity(), later, over);
      later = later.and(progress, derived.isEmpty());
      over = over || derived.isEmpty() && progress.state() == StageState.MET;
      derived.add(progress);
    }
    return List.copyOf(derived.reversed());
  }

  private static Optional<StageProgress> current(List<StageProgress> stages) {
    for (int at = stages.size() - 1; at >= 0; at--) {
      if (stages.get(at).heardFrom()) {
        boolean passed = stages.get(at).state() == StageState.MET && at + 1 < stages.size();
        return Optional.of(stages.get(passed ? at + 1 : at));
      }
    }
    return Optional.empty();
  }

  /** What people declared of a line comes before what its reports say. */
  private static LineState state(Line line, List<StageProgress> stages, Optional<Instant> heardAt) {
    if (line.cancelled() != null) {
      return LineState.CANCELLED;
    }
    if (line.closedShort() != null) {
      return LineState.COMPLETED;
    }
    if (heardAt.isEmpty()) {
      return LineState.WAITING;
    }
    return stages.getLast().state() == StageState.MET
        ? LineState.COMPLETED
        : LineState.IN_PRODUCTION;
  }

  /** By the last stage, or, where that counts nothing, by the one that lost most. */
  private static Amount shortBy(Line line, List<StageProgress> stages) {
    if (line.closedShort() != null) {
      return declaredShort(line.quantity(), stages);
    }
    StageProgress last = stages.getLast();
    return last.countsPieces()
        ? last.shortBy()
        : stages.stream().map(StageProgress::shortBy).reduce(Amount.NONE, Amount::larger);
  }

  /** By the furthest stage that counted any; nothing where nobody knows how many were ordered. */
  private static Amount declaredShort(Amount quantity, List<StageProgress> stages) {
    return stages.reversed().stream()
        .map(StageProgress::through)
        .filter(through -> quantity != null && through.isPositive())
        .findFirst()
        .map(through -> quantity.lessAtLeastNothing(through))
        .orElse(Amount.NONE);
  }

  private static Optional<Instant> verifiedUntil(
      Optional<Instant> heardAt, Stage current, Routing routing, WorkingTimes times) {
    return current.usualHours() == null
        ? Optional.empty()
        : heardAt.map(
            at ->
                times
                    .of(routing, current)
                    .add(at, Duration.ofSeconds(Math.round(current.usualHours() * 3_600))));
  }

  private static Optional<Withheld> withheld(
      Line line, LineState state, List<StageProgress> stages, Optional<StageProgress> current) {
    if (!state.isOpen()) {
      return Optional.empty();
    }
    if (stages.stream().anyMatch(stage -> stage.state() == StageState.HELD)) {
      return Optional.of(Withheld.HELD);
    }
    if (stages.stream().anyMatch(stage -> stage.state() == StageState.FAILED)) {
      return Optional.of(Withheld.FAILED);
    }
    if (stages.stream().anyMatch(stage -> stage.state() == StageState.DOUBTED)) {
      return Optional.of(Withheld.DOUBTED);
    }
    boolean timed =
        current.isPresent()
            && stages.subList(stages.indexOf(current.get()), stages.size()).stream()
                .filter(stage -> stage.remaining(line.quantity()) > 0)
                .allMatch(stage -> stage.stage().usualHours() != null);
    return timed ? Optional.empty() : Optional.of(Withheld.UNKNOWN);
  }

  private static PlannedFinish forecast(
      Instant heardAt,
      LineTally tally,
      List<StageProgress> stages,
      StageProgress current,
      WorkingTimes times) {
    Amount quantity = tally.line().quantity();
    return PlannedFinish.from(
        heardAt,
        stages.subList(stages.indexOf(current), stages.size()).stream()
            .filter(stage -> stage.remaining(quantity) > 0)
            .map(
                stage ->
                    new PlannedFinish.Remaining(
                        times.of(tally.routing(), stage.stage()),
                        stage.stage().usualHours() * stage.remaining(quantity),
                        stage.stage().slowHours() * stage.remaining(quantity)))
            .toList());
  }
}
