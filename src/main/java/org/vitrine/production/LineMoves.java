package org.vitrine.production;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.RoutingVersions;
import org.vitrine.orders.RoutingVersions.LineRouting;
import org.vitrine.orders.RoutingVersions.RoutingChange;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** By which versions of their routings the lines of one order are made, and moving them. */
final class LineMoves {
  private final RoutingRepository repository;
  private final OrderSnapshotRepository snapshots;
  private final RoutingVersions versions;
  private final Clock clock;

  LineMoves(
      RoutingRepository repository,
      OrderSnapshotRepository snapshots,
      RoutingVersions versions,
      Clock clock) {
    this.repository = repository;
    this.snapshots = snapshots;
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * By what a line is made.
   *
   * @param version the one that it is made by
   * @param newest the newest that there is of its routing
   */
  record LineVersion(int line, String routing, int version, int newest) {}

  /**
   * What is wanted.
   *
   * @param line absent where all lines that stand are meant
   * @param version absent where the newest is meant
   */
  record LineMove(Integer line, Integer version) {}

  List<LineVersion> of(Queries queries, OrderNumber number) {
    return of(queries, require(queries, number));
  }

  private OrderId require(Queries queries, OrderNumber number) {
    return repository
        .order(queries, number)
        .orElseThrow(() -> new Rejection.NotFound("There is no order " + number));
  }

  private List<LineVersion> of(Queries queries, OrderId order) {
    List<LineVersion> lines = new ArrayList<>();
    for (LineRouting line : versions.of(queries, order).values()) {
      int newest = repository.find(queries, line.routing()).orElseThrow().version();
      lines.add(new LineVersion(line.line(), line.routing(), line.kept().orElse(newest), newest));
    }
    lines.sort(Comparator.comparing(LineVersion::line));
    return lines;
  }

  /** Routings are held before the order, as by whoever plans; returns what the lines are then. */
  List<LineVersion> move(Queries transaction, OrderNumber number, LineMove move, String actor) {
    OrderId order = require(transaction, number);
    Map<String, RoutingVersion> newest = held(transaction, order);
    versions.lock(transaction, order);
    Map<Integer, LineRouting> before = versions.of(transaction, order);
    if (!before.values().stream().map(LineRouting::routing).allMatch(newest::containsKey)) {
      throw new Rejection.Unavailable(
          "The order is being changed; try again in a second", Duration.ofSeconds(1));
    }
    Set<String> moved = new TreeSet<>();
    for (Line line : lines(transaction, order, move)) {
      RoutingVersion target = target(transaction, newest.get(line.routing()), move);
      requireStages(line, target);
      Optional<Integer> kept =
          Optional.of(target.version())
              .filter(version -> version != newest.get(line.routing()).version());
      if (!kept.equals(before.get(line.number()).kept())) {
        versions.keep(transaction, order, line.number(), kept);
        moved.add(line.routing());
      }
    }
    for (String code : moved) {
      int version = move.version() == null ? newest.get(code).version() : move.version();
      versions.moved(
          transaction, List.of(order), new RoutingChange(code, version, actor, clock.instant()));
    }
    return of(transaction, order);
  }

  private Map<String, RoutingVersion> held(Queries transaction, OrderId order) {
    Map<String, RoutingVersion> held = new HashMap<>();
    versions.of(transaction, order).values().stream()
        .map(LineRouting::routing)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(code -> held.put(code, repository.findToPlanBy(transaction, code).orElseThrow()));
    return held;
  }

  /** The lines that are meant and in work: what is finished keeps the stages that it had. */
  private List<Line> lines(Queries transaction, OrderId order, LineMove move) {
    OrderSnapshot snapshot =
        snapshots.read(transaction, Optional.empty(), List.of(order), Map.of()).getFirst();
    if (!OrderState.of(snapshot.order(), snapshot.progress().values()).inFlight()) {
      throw new Rejection.Conflict("The order is over, so it keeps the stages that it had");
    }
    List<Line> lines =
        snapshot.order().lines().stream()
            .filter(line -> snapshot.progress().get(line.number()).state().isOpen())
            .filter(line -> move.line() == null || move.line().equals(line.number()))
            .toList();
    if (lines.isEmpty()) {
      throw new Rejection.Invalid(
          "line", "The order has no line %d in work".formatted(move.line()));
    }
    if (move.version() != null && lines.stream().map(Line::routing).distinct().count() > 1) {
      throw new Rejection.Invalid("line", "The lines have several routings: give the line");
    }
    return lines;
  }

  /** A requirement whose stage went away would no longer be looked at. */
  private static void requireStages(Line line, RoutingVersion target) {
    for (Requirement requirement : line.requirements()) {
      if (target.routing().stage(requirement.stage()).isEmpty()) {
        throw new Rejection.Conflict(
            "Version %d of the routing “%s” has no stage “%s”, which the requirement “%s” refers to"
                .formatted(
                    target.version(), line.routing(), requirement.stage(), requirement.code()));
      }
    }
  }

  private RoutingVersion target(Queries transaction, RoutingVersion newest, LineMove move) {
    if (move.version() == null || move.version() == newest.version()) {
      return newest;
    }
    String code = newest.routing().code();
    return repository
        .findSuperseded(transaction, code, move.version())
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "version",
                    "The routing “%s” has no version %d".formatted(code, move.version())));
  }
}
