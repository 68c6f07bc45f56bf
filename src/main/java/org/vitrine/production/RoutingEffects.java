package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RoutingVersions.MadeLine;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OpenLines.OpenLine;
import org.vitrine.production.RoutingRepository.DemandedStage;

/** What a change of a routing would do to orders in flight, told before it is done. */
final class RoutingEffects {
  /** So many are looked at, the newest first; and so many of those that change are told. */
  private static final int LOOKED_AT = 500;

  private static final int TOLD = 50;
  private static final int ORDERS_AT_ONCE = 50;
  private static final int NAMED = 10;

  private final RoutingRepository repository;
  private final OpenLines openLines;
  private final OrderSnapshotRepository snapshots;

  RoutingEffects(
      RoutingRepository repository, OpenLines openLines, OrderSnapshotRepository snapshots) {
    this.repository = repository;
    this.openLines = openLines;
    this.snapshots = snapshots;
  }

  /**
   * Everything that is told.
   *
   * @param looked how many orders in production were looked at
   * @param changes the lines whose picture would change, were all open orders moved
   * @param refusals what would refuse it
   */
  record Effects(
      OpenOrders orders, int looked, List<LineEffect> changes, List<StageInDemand> refusals) {}

  /**
   * How many orders there are.
   *
   * @param following that have a line which follows the newest version in any case
   * @param keeping that have a line which keeps what it has, unless all are moved
   * @param onOlder of these, those that keep a version before the present one already
   */
  record OpenOrders(int open, int following, int keeping, int onOlder) {}

  /**
   * What becomes of a line.
   *
   * @param gone codes of stages, as {@code added}
   * @param stage where it is now; absent where it is nowhere yet
   * @param hidden operations that were shown in stages, and no longer would be
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record LineEffect(
      OrderNumber order,
      int line,
      List<String> gone,
      List<String> added,
      BeforeAfter<String> stage,
      List<StageEffect> stages,
      List<String> hidden) {
    boolean isNothing() {
      return gone.isEmpty()
          && added.isEmpty()
          && stage == null
          && stages.isEmpty()
          && hidden.isEmpty();
    }
  }

  /** What something was and what it would be; absent where it was or would be nothing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BeforeAfter<T>(T before, T after) {
    static <T> BeforeAfter<T> between(Optional<T> before, Optional<T> after) {
      return before.equals(after)
          ? null
          : new BeforeAfter<>(before.orElse(null), after.orElse(null));
    }
  }

  /** What becomes of a stage that is in both; only what differs. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StageEffect(String stage, BeforeAfter<StageState> state, BeforeAfter<Amount> through) {}

  /**
   * Requirements of a stage that goes.
   *
   * @param withMove true where it is refused only if all are moved
   * @param orders at most ten of them
   */
  record StageInDemand(String stage, boolean withMove, List<OrderNumber> orders) {}

  Effects of(Queries queries, Routing wanted) {
    List<OpenLine> open = openLines.of(queries, wanted.code());
    List<OpenLine> begun =
        open.stream()
            .filter(line -> !line.follows())
            .sorted(Comparator.comparing((OpenLine line) -> line.order().value()).reversed())
            .toList();
    List<LineEffect> changes = new ArrayList<>();
    List<OrderId> looked = begun.stream().map(OpenLine::order).distinct().limit(LOOKED_AT).toList();
    for (int from = 0; from < looked.size() && changes.size() < TOLD; from += ORDERS_AT_ONCE) {
      List<OrderId> some = looked.subList(from, Math.min(from + ORDERS_AT_ONCE, looked.size()));
      changes.addAll(changes(queries, some, begun, wanted));
    }
    return new Effects(
        counted(open),
        looked.size(),
        changes.stream().limit(TOLD).toList(),
        refusals(queries, wanted, open));
  }

  private static OpenOrders counted(List<OpenLine> open) {
    return new OpenOrders(
        orders(open.stream()),
        orders(open.stream().filter(OpenLine::follows)),
        orders(open.stream().filter(line -> !line.follows())),
        orders(open.stream().filter(line -> line.kept().isPresent())));
  }

  private static int orders(Stream<OpenLine> lines) {
    return (int) lines.map(OpenLine::order).distinct().count();
  }

  private List<LineEffect> changes(
      Queries queries, List<OrderId> orders, List<OpenLine> begun, Routing wanted) {
    List<LineEffect> changes = new ArrayList<>();
    for (OrderSnapshot snapshot :
        snapshots.read(queries, Optional.empty(), orders, Map.of()).reversed()) {
      Map<Integer, Progress> progress = snapshot.progress();
      for (Line line : snapshot.order().lines()) {
        if (begun.stream().anyMatch(one -> is(one, snapshot, line))) {
          LineEffect effect = effect(snapshot, line, progress.get(line.number()), wanted);
          if (!effect.isNothing()) {
            changes.add(effect);
          }
        }
      }
    }
    return changes;
  }

  private static boolean is(OpenLine one, OrderSnapshot snapshot, Line line) {
    return one.order().equals(snapshot.order().id()) && one.line() == line.number();
  }

  private static LineEffect effect(
      OrderSnapshot snapshot, Line line, Progress before, Routing wanted) {
    Progress after = Progress.derivedFrom(line, wanted, snapshot.tally().byId().values());
    Map<String, StageProgress> then = new TreeMap<>();
    after.stages().forEach(stage -> then.put(stage.stage().code(), stage));
    List<String> gone = new ArrayList<>();
    List<StageEffect> stages = new ArrayList<>();
    for (StageProgress stage : before.stages()) {
      StageProgress other = then.remove(stage.stage().code());
      if (other == null) {
        gone.add(stage.stage().code());
        continue;
      }
      BeforeAfter<StageState> state =
          BeforeAfter.between(Optional.of(stage.state()), Optional.of(other.state()));
      BeforeAfter<Amount> through =
          BeforeAfter.between(Optional.of(stage.through()), Optional.of(other.through()));
      if (state != null || through != null) {
        stages.add(new StageEffect(stage.stage().code(), state, through));
      }
    }
    Set<String> hidden = unmapped(after);
    hidden.removeAll(unmapped(before));
    return new LineEffect(
        snapshot.order().number(),
        line.number(),
        gone,
        wanted.stages().stream().map(Stage::code).filter(then::containsKey).toList(),
        BeforeAfter.between(before.stage().map(Stage::code), after.stage().map(Stage::code)),
        stages,
        hidden.stream().sorted().toList());
  }

  private static Set<String> unmapped(Progress progress) {
    Set<String> names = new HashSet<>();
    progress.unmapped().forEach(operation -> names.add(operation.name()));
    return names;
  }

  private List<StageInDemand> refusals(Queries queries, Routing wanted, List<OpenLine> open) {
    Map<MadeLine, OpenLine> byPlace = new HashMap<>();
    open.forEach(line -> byPlace.put(line.place(), line));
    Map<String, List<DemandedStage>> byStage = new TreeMap<>();
    repository.demandsOutside(queries, wanted).stream()
        .filter(demand -> byPlace.containsKey(demand.place()))
        .forEach(
            demand ->
                byStage.computeIfAbsent(demand.stage(), code -> new ArrayList<>()).add(demand));
    return byStage.entrySet().stream()
        .map(
            one ->
                new StageInDemand(
                    one.getKey(),
                    one.getValue().stream()
                        .noneMatch(demand -> byPlace.get(demand.place()).follows()),
                    one.getValue().stream()
                        .map(DemandedStage::number)
                        .distinct()
                        .limit(NAMED)
                        .toList()))
        .toList();
  }
}
