package org.vitrine.production;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.RoutingVersions;
import org.vitrine.orders.RoutingVersions.MadeLine;
import org.vitrine.orders.RoutingVersions.RoutingChange;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OpenLines.OpenLine;
import org.vitrine.production.Routings.SavedRouting;

/**
 * Supersedes a routing, and says which orders follow. The routing is held first, then its orders:
 * no report is taken meanwhile that was checked against what it was.
 */
final class RoutingWriter {
  private static final int MOST = 2_000;

  private final RoutingRepository repository;
  private final OpenLines openLines;
  private final RoutingVersions versions;
  private final Audit audit;
  private final Clock clock;

  RoutingWriter(
      RoutingRepository repository,
      OpenLines openLines,
      RoutingVersions versions,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.openLines = openLines;
    this.versions = versions;
    this.audit = audit;
    this.clock = clock;
  }

  SavedRouting save(Queries transaction, RoutingEdit edit, Actor by) {
    String code = edit.wanted().code();
    repository.lock(transaction, code);
    Optional<RoutingVersion> before = repository.find(transaction, code);
    if (before.filter(edit::changesNothing).isPresent()) {
      return unchanged(transaction, edit, before.get(), by);
    }
    before.ifPresent(edit::requireCurrent);
    if (before.isEmpty() && repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("The limit of %,d routings has been reached".formatted(MOST));
    }
    requireCalendars(transaction, edit.wanted());
    Instant now = clock.instant();
    List<MadeLine> open = held(transaction, edit);
    int version = repository.save(transaction, edit.wanted(), named(by), now);
    before.ifPresent(old -> part(transaction, edit, old, open));
    requireDemandedStages(transaction, edit.wanted());
    List<OrderId> moved = versions.followers(transaction, code);
    versions.moved(transaction, moved, new RoutingChange(code, version, named(by), now));
    record(transaction, edit, before, version, moved.size(), by);
    return new SavedRouting(
        before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED, version, moved.size());
  }

  /** Nothing about the routing itself; but what still keeps an older version may be moved. */
  private SavedRouting unchanged(
      Queries transaction, RoutingEdit edit, RoutingVersion there, Actor by) {
    if (edit.orders() == OrdersInFlight.KEEP) {
      return new SavedRouting(SaveOutcome.UNCHANGED, there.version(), 0);
    }
    String code = there.routing().code();
    List<OrderId> moved = versions.release(transaction, code, held(transaction, edit));
    requireDemandedStages(transaction, edit.wanted());
    versions.moved(
        transaction, moved, new RoutingChange(code, there.version(), named(by), clock.instant()));
    if (!moved.isEmpty()) {
      record(transaction, edit, Optional.of(there), there.version(), moved.size(), by);
    }
    return new SavedRouting(SaveOutcome.UNCHANGED, there.version(), moved.size());
  }

  void requireCalendars(Queries transaction, Routing wanted) {
    Map<String, String> fields = new LinkedHashMap<>();
    Optional.ofNullable(wanted.calendar()).ifPresent(code -> fields.put(code, "calendar"));
    for (int at = 0; at < wanted.stages().size(); at++) {
      String code = wanted.stages().get(at).calendar();
      if (code != null) {
        fields.putIfAbsent(code, "stages[%d].calendar".formatted(at));
      }
    }
    if (fields.isEmpty()) {
      return;
    }
    for (String code : repository.unknownCalendars(transaction, fields.keySet())) {
      throw new Rejection.Invalid(fields.get(code), "There is no calendar “" + code + "”");
    }
  }

  /** Holds the routing and its orders; returns the lines that move, as they are by what it was. */
  private List<MadeLine> held(Queries transaction, RoutingEdit edit) {
    String code = edit.wanted().code();
    repository.hold(transaction, code);
    versions.lock(transaction, code);
    return edit.orders() == OrdersInFlight.MOVE ? open(transaction, code) : List.of();
  }

  /** What follows, and what keeps the version before. */
  private void part(
      Queries transaction, RoutingEdit edit, RoutingVersion before, List<MadeLine> open) {
    String code = before.routing().code();
    if (edit.orders() == OrdersInFlight.KEEP) {
      versions.keepBegun(transaction, code, before.version());
      return;
    }
    versions.keepOthers(transaction, code, before.version(), open);
    versions.release(transaction, code, open);
  }

  private List<MadeLine> open(Queries transaction, String code) {
    return openLines.of(transaction, code).stream().map(OpenLine::place).toList();
  }

  /** A requirement whose stage went away would no longer be looked at: a failure would vanish. */
  private void requireDemandedStages(Queries transaction, Routing wanted) {
    for (String stage : repository.demandedStages(transaction, wanted.code())) {
      if (wanted.stage(stage).isEmpty()) {
        throw new Rejection.Conflict(
            "Orders have requirements for the stage “"
                + stage
                + "”, so it cannot be removed from the routing");
      }
    }
  }

  /** As the history names who did something. */
  private static String named(Actor by) {
    return by.kind() == Actor.ActorKind.KEY ? "key " + by.name() : by.name();
  }

  private void record(
      Queries transaction,
      RoutingEdit edit,
      Optional<RoutingVersion> before,
      int version,
      int moved,
      Actor by) {
    Optional<Routing> was = before.map(RoutingVersion::routing);
    Routing wanted = edit.wanted();
    Map<String, Object> detail =
        new AuditedDifference()
            .of("version", before.map(RoutingVersion::version), Optional.of(version))
            .of("name", was.map(Routing::name), Optional.of(wanted.name()))
            .of("calendar", was.map(Routing::calendar), Optional.ofNullable(wanted.calendar()))
            .of("stages", was.map(RoutingWriter::codes), Optional.of(codes(wanted)))
            .detail();
    detail.put("orders", edit.orders());
    detail.put("moved", moved);
    audit.record(
        transaction, by, AuditAction.ROUTING_CHANGED, wanted.code(), Optional.empty(), detail);
  }

  private static List<String> codes(Routing routing) {
    return routing.stages().stream().map(Stage::code).toList();
  }
}
