package org.vitrine.acts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.acts.HoldWish.HeldPart;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.Progress;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;

/** A stage of a line that a hold is about. */
record StageUnderWay(int line, StageProgress progress) {

  /** Where each of the lines that are meant is, or the stage that is. */
  static Stream<StageUnderWay> of(OrderSnapshot order, HeldPart part) {
    return lines(order, part)
        .filter(line -> line.getValue().state().isOpen())
        .map(
            line ->
                new StageUnderWay(
                    line.getKey(),
                    part.stage()
                        .map(code -> stage(line.getValue(), code))
                        .orElseGet(() -> current(line.getValue()))));
  }

  /** Those of what is meant that stand still. */
  static Stream<StageUnderWay> held(OrderSnapshot order, HeldPart part) {
    return lines(order, part)
        .flatMap(
            line ->
                line.getValue().stages().stream()
                    .filter(stage -> stage.hold().isPresent())
                    .filter(
                        stage ->
                            part.stage()
                                .filter(code -> !stage.stage().code().equals(code))
                                .isEmpty())
                    .map(stage -> new StageUnderWay(line.getKey(), stage)));
  }

  private static Stream<Map.Entry<Integer, Progress>> lines(OrderSnapshot order, HeldPart part) {
    Map<Integer, Progress> all = order.progress();
    Optional<Integer> wanted = part.line().or(() -> part.stage().map(stage -> onlyLine(all)));
    wanted
        .filter(line -> !all.containsKey(line))
        .ifPresent(
            line -> {
              throw new Rejection.Invalid("line", "The order has no line " + line);
            });
    return all.entrySet().stream()
        .filter(line -> wanted.filter(one -> !one.equals(line.getKey())).isEmpty());
  }

  private static int onlyLine(Map<Integer, Progress> all) {
    if (all.size() != 1) {
      throw new Rejection.Invalid("line", "The order has several lines: give the line");
    }
    return all.keySet().iterator().next();
  }

  private static StageProgress stage(Progress line, String code) {
    return line.stages().stream()
        .filter(stage -> stage.stage().code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Rejection.Invalid("stage", "The line has no stage “" + code + "”"));
  }

  private static StageProgress current(Progress line) {
    return line.stage()
        .map(stage -> stage(line, stage.code()))
        .orElseGet(() -> line.stages().getFirst());
  }

  /** What is through cannot be held. */
  boolean canBeHeld() {
    return !progress.complete() && progress.state() != StageState.UNVERIFIED;
  }

  boolean isHeldFor(LocalizedText reason) {
    return progress.hold().filter(hold -> reason.equals(hold.reason())).isPresent();
  }

  Holds.StageOfLine named() {
    return new Holds.StageOfLine(line, progress.stage().code());
  }
}
