package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.meetings.Matter.MatterPlace;
import org.vitrine.meetings.OrderMatterRepository.DueLook;
import org.vitrine.meetings.OrderMatterRepository.StageYield;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.json.Json;
import org.vitrine.production.LineState;
import org.vitrine.production.Measurement;
import org.vitrine.production.OperationProgress;
import org.vitrine.production.OrderState;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Progress;
import org.vitrine.production.StageProgress;
import org.vitrine.production.Verdict;

/**
 * What agendas are made of in one order, and what its stages came to: a pure function of where the
 * order stands. Judges nothing itself.
 *
 * @param matters requirements that failed and promises that slipped; what is solved by now is there
 *     too, and says so
 * @param kept whether its first promise was kept; absent where it is not through, or had none
 */
record OrderMatters(
    List<Matter> matters,
    List<StageYield> yields,
    Optional<LocalDate> endedOn,
    Optional<Boolean> kept) {
  private static final int MANDATORY = 4;
  private static final int OPTIONAL = 2;
  private static final int WITHDRAWN = 5;
  private static final int FEW_DAYS = 3;
  private static final int SOME_DAYS = 10;

  /**
   * @param seen requirements that are known to have failed, whatever they are now
   * @param zone where the plant is: there days begin
   */
  static OrderMatters of(OrderSummary summary, Collection<DueLook> seen, ZoneId zone) {
    Order order = summary.snapshot().order();
    List<Matter> matters = new ArrayList<>();
    List<StageYield> yields = new ArrayList<>();
    for (Line line : order.lines()) {
      Progress progress = summary.lines().get(line.number());
      for (StageProgress stage : progress.stages()) {
        stage.measurements().stream()
            .flatMap(one -> failed(summary, line, stage, one, seen).stream())
            .forEach(matters::add);
        yielded(line, stage, zone).ifPresent(yields::add);
      }
    }
    matters.addAll(slipped(summary));
    Optional<Instant> ended =
        summary.state() == OrderState.COMPLETED
            ? summary.lines().values().stream()
                .filter(line -> line.state() == LineState.COMPLETED)
                .flatMap(line -> line.stages().getLast().ended().stream())
                .max(Instant::compareTo)
            : Optional.empty();
    Optional<LocalDate> endedOn = ended.map(at -> at.atZone(zone).toLocalDate());
    Optional<LocalDate> promised = summary.promise().flatMap(Promise::original);
    return new OrderMatters(
        matters, yields, endedOn, endedOn.flatMap(day -> promised.map(by -> !day.isAfter(by))));
  }

  private static Optional<Matter> failed(
      OrderSummary summary,
      Line line,
      StageProgress stage,
      Measurement measured,
      Collection<DueLook> seen) {
    Requirement requirement = measured.requirement();
    Optional<Instant> before =
        seen.stream()
            .filter(one -> one.line() == line.number())
            .filter(one -> one.requirement().equals(requirement.code()))
            .map(DueLook::happenedAt)
            .findFirst();
    boolean fails = measured.verdict() == Verdict.FAILED;
    Optional<Instant> at = measured.failedSince().filter(any -> fails).or(() -> before);
    return at.map(
        happened -> {
          ObjectNode facts = facts(summary, line);
          facts.set("stage", Json.tree(stage.stage().name()));
          facts.put("at", stage.stage().code());
          facts.set("requirement", Json.tree(requirement.name()));
          facts.put("failed", measured.failedUnits()).put("measured", measured.measured());
          return new Matter(
              MatterKind.REQUIREMENT,
              "%d/%d/%s"
                  .formatted(
                      summary.snapshot().order().id().value(), line.number(), requirement.code()),
              Optional.of(summary.snapshot().order().company()),
              new MatterPlace(
                  Optional.of(summary.snapshot().order().id().value()),
                  Optional.of(summary.snapshot().order().number().value()),
                  product(line),
                  Optional.of(stage.stage().code()),
                  Optional.of(requirement.code()),
                  Optional.empty()),
              facts,
              requirement.mandatory() ? MANDATORY : OPTIONAL,
              happened,
              fails && line.cancelled() == null);
        });
  }

  private static ObjectNode facts(OrderSummary summary, Line line) {
    ObjectNode facts = Json.object().put("order", summary.snapshot().order().number().value());
    if (!line.product().isBlank()) {
      facts.set("product", Json.tree(line.product()));
    }
    return facts;
  }

  private static Optional<String> product(Line line) {
    return Optional.of(line.product()).filter(name -> !name.isBlank()).map(LocalizedText::toString);
  }

  /** Each word that moved a day later, or took it back. */
  private static List<Matter> slipped(OrderSummary summary) {
    List<Matter> found = new ArrayList<>();
    summary
        .snapshot()
        .promises()
        .ofOrder()
        .ifPresent(promise -> slips(summary, Optional.empty(), promise, found));
    for (Line line : summary.snapshot().order().lines()) {
      Optional.ofNullable(summary.snapshot().promises().ofLines().get(line.number()))
          .ifPresent(promise -> slips(summary, Optional.of(line), promise, found));
    }
    return found;
  }

  private static void slips(
      OrderSummary summary, Optional<Line> line, Promise promise, List<Matter> found) {
    LocalDate before = promise.original().orElse(null);
    for (int word = 0; word < promise.revisions().size(); word++) {
      Promise.Revision revision = promise.revisions().get(word);
      LocalDate date = revision.date().orElse(null);
      if (before != null && (date == null || date.isAfter(before))) {
        found.add(slip(summary, line, word + 1, before, revision));
      }
      before = date;
    }
  }

  private static Matter slip(
      OrderSummary summary,
      Optional<Line> line,
      int word,
      LocalDate before,
      Promise.Revision revision) {
    Order order = summary.snapshot().order();
    ObjectNode facts = Json.object().put("order", order.number().value());
    facts.put("before", before.toString());
    revision.date().ifPresent(date -> facts.put("date", date.toString()));
    Optional.ofNullable(revision.reason())
        .ifPresent(reason -> facts.set("reason", Json.tree(reason)));
    return new Matter(
        MatterKind.PROMISE,
        "%d/%s/%d".formatted(order.id().value(), line.map(Line::number).orElse(0), word),
        Optional.of(order.company()),
        new MatterPlace(
            Optional.of(order.id().value()),
            Optional.of(order.number().value()),
            line.or(() -> Optional.of(order.lines().getFirst())).flatMap(OrderMatters::product),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        facts,
        revision
            .date()
            .map(date -> weight(ChronoUnit.DAYS.between(before, date)))
            .orElse(WITHDRAWN),
        revision.at(),
        summary.state().inFlight());
  }

  private static int weight(long days) {
    return days <= FEW_DAYS ? 2 : days <= SOME_DAYS ? 3 : 4;
  }

  private static Optional<StageYield> yielded(Line line, StageProgress stage, ZoneId zone) {
    long first =
        stage.operations().stream()
            .map(OperationProgress::good)
            .mapToLong(amount -> amount.thousandths())
            .sum();
    long rejected = stage.rejected().plus(stage.scrapped()).thousandths();
    return stage
        .ended()
        .filter(at -> first + rejected > 0)
        .map(
            at ->
                new StageYield(
                    line.number(),
                    stage.stage().code(),
                    line.product().toString(),
                    at.atZone(zone).toLocalDate(),
                    first,
                    rejected));
  }
}
