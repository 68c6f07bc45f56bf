package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.calendars.CalendarFollower;
import org.vitrine.calendars.MovedByCalendar;
import org.vitrine.calendars.SupersededCalendar;
import org.vitrine.orders.History;
import org.vitrine.orders.Line;
import org.vitrine.orders.LineRule;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.ReportedWork;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.RoutingVersions;
import org.vitrine.orders.RoutingVersions.LineRouting;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.LineMoves.LineMove;
import org.vitrine.production.LineMoves.LineVersion;
import org.vitrine.production.OpenLineRepository.Making;

/** The door to how products are made. */
public final class Routings implements LineRule, CalendarFollower {
  private static final int VERSIONS_TOLD = 100;

  private final Database database;
  private final RoutingRepository repository = new RoutingRepository();
  private final OpenLineRepository openLines = new OpenLineRepository();
  private final RoutingVersions versions;
  private final History history;
  private final RoutingWriter writer;
  private final LineMoves lineMoves;
  private final RoutingEffects effects;
  private final StageTimes times;
  private final ReportedOperations operations;

  public Routings(Database database, Changes changes, Audit audit, Clock clock) {
    this.database = database;
    this.versions = new RoutingVersions(changes);
    this.history = new History(changes);
    OrderSnapshotRepository snapshots = new OrderSnapshotRepository(new ParsedRoutings());
    OpenLines open = new OpenLines(snapshots);
    this.effects = new RoutingEffects(repository, open, snapshots);
    this.operations = new ReportedOperations(database, clock);
    this.times = new StageTimes(snapshots);
    this.lineMoves = new LineMoves(repository, snapshots, versions, clock);
    this.writer = new RoutingWriter(repository, open, versions, audit, clock);
  }

  /**
   * What became of a routing that was saved.
   *
   * @param version the one that it came to
   * @param orders how many orders are made by it from now on, and were told so
   */
  public record SavedRouting(SaveOutcome outcome, int version, int orders) {}

  /** What would become of a routing, and of orders in flight. */
  record Preview(SaveOutcome outcome, @JsonUnwrapped RoutingEffects.Effects effects) {}

  /** Creates the routing or supersedes what it was; the orders that follow are looked at anew. */
  public SavedRouting save(RoutingEdit edit, Actor by) {
    RoutingEdit checked = edit.checked();
    return database.inTransaction(transaction -> writer.save(transaction, checked, by));
  }

  /** What that would do to orders in flight; nothing is saved. Refused as saving would be. */
  Preview preview(Routing wanted) {
    Routing checked = wanted.checked();
    Optional<RoutingVersion> before = repository.find(database, checked.code());
    writer.requireCalendars(database, checked);
    SaveOutcome outcome =
        before
            .map(
                there ->
                    there.routing().equals(checked) ? SaveOutcome.UNCHANGED : SaveOutcome.CHANGED)
            .orElse(SaveOutcome.CREATED);
    return new Preview(outcome, effects.of(database, checked));
  }

  /** What the plant calls its operations. */
  ReportedOperations operations() {
    return operations;
  }

  /** How long its stages really took. */
  List<StageTimes.StageTime> times(String code) {
    return times.of(database, require(code, Optional.empty()).routing());
  }

  /** The same for programs of the house: lines in production keep what they have. */
  public SavedRouting save(Routing wanted, String actor) {
    return save(RoutingEdit.to(wanted), Actor.system(actor));
  }

  /** By what the lines of an order are made, in their order. */
  List<LineVersion> of(OrderNumber number) {
    return lineMoves.of(database, number);
  }

  /** Moves lines of an order that is not over to the newest version, or to one that is named. */
  List<LineVersion> move(OrderNumber number, LineMove move, String actor) {
    return database.inTransaction(transaction -> lineMoves.move(transaction, number, move, actor));
  }

  /** Routings are held first, as by whoever changes or plans by one, then the orders. */
  @Override
  public MovedByCalendar calendarSuperseded(Queries transaction, SupersededCalendar calendar) {
    List<RoutingVersion> held = repository.holdAll(transaction);
    List<OrderId> orders = workedBy(transaction, calendar.code(), held);
    int moved =
        history.calendarChanged(
            transaction, orders, calendar.code(), calendar.actor(), calendar.at());
    return new MovedByCalendar(moved, 0);
  }

  @Override
  public MovedByCalendar followersOf(Queries queries, String calendar) {
    return new MovedByCalendar(workedBy(queries, calendar, repository.list(queries)).size(), 0);
  }

  /** The orders with lines that are made by a version, new or old, which this calendar concerns. */
  private List<OrderId> workedBy(Queries queries, String calendar, List<RoutingVersion> newest) {
    List<Making> concerned = new ArrayList<>();
    newest.stream()
        .filter(one -> one.routing().isWorkedBy(calendar))
        .forEach(one -> concerned.add(new Making(one.routing().code(), Optional.empty())));
    repository.keptByLines(queries).stream()
        .filter(one -> one.routing().isWorkedBy(calendar))
        .forEach(
            one -> concerned.add(new Making(one.routing().code(), Optional.of(one.version()))));
    return openLines.ordersBy(queries, concerned);
  }

  public Optional<Routing> find(String code) {
    return find(database, code);
  }

  public Optional<Routing> find(Queries queries, String code) {
    return repository.find(queries, code).map(RoutingVersion::routing);
  }

  /** This version of it, or the newest where none is named. */
  RoutingVersion require(String code, Optional<Integer> version) {
    RoutingVersion newest =
        repository
            .find(database, code)
            .orElseThrow(() -> new Rejection.NotFound("There is no routing “" + code + "”"));
    if (version.isEmpty() || version.get() == newest.version()) {
      return newest;
    }
    return repository
        .findSuperseded(database, code, version.get())
        .orElseThrow(
            () ->
                new Rejection.NotFound(
                    "The routing “%s” has no version %d".formatted(code, version.get())));
  }

  /** What it was before, the newest first. */
  List<RoutingVersion> superseded(String code) {
    return repository.superseded(database, code, VERSIONS_TOLD);
  }

  /** The same, held as it is until the transaction ends. */
  public Optional<Routing> held(Queries transaction, String code) {
    return repository.findToPlanBy(transaction, code).map(RoutingVersion::routing);
  }

  public List<Routing> all() {
    return newest().stream().map(RoutingVersion::routing).toList();
  }

  /** All of them, as they are now. */
  List<RoutingVersion> newest() {
    return repository.list(database);
  }

  /** How many open orders are made by them, by their codes. */
  Map<String, Long> openOrders() {
    return openLines.count(database);
  }

  @Override
  public void hold(Queries transaction, Collection<String> routings) {
    Map<String, String> fields = new TreeMap<>();
    routings.forEach(code -> fields.put(code, "lines"));
    held(transaction, fields);
  }

  /** Where in an order each routing is first named, in the order in which routings are held. */
  private static Map<String, String> fieldsByRouting(List<Line> lines) {
    Map<String, String> fields = new TreeMap<>();
    for (int at = 0; at < lines.size(); at++) {
      fields.putIfAbsent(lines.get(at).routing(), "lines[%d].routing".formatted(at));
    }
    return fields;
  }

  @Override
  public void holdFor(Queries transaction, List<Line> lines) {
    held(transaction, fieldsByRouting(lines));
  }

  @Override
  public void require(Queries transaction, OrderId order, List<Line> lines) {
    Map<String, RoutingVersion> newest = held(transaction, fieldsByRouting(lines));
    if (lines.stream().allMatch(line -> line.requirements().isEmpty())) {
      return;
    }
    Map<Integer, LineRouting> before = versions.of(transaction, order);
    for (int at = 0; at < lines.size(); at++) {
      Line line = lines.get(at);
      Routing routing =
          Optional.ofNullable(before.get(line.number()))
              .filter(kept -> kept.routing().equals(line.routing()))
              .flatMap(LineRouting::kept)
              .flatMap(version -> repository.findSuperseded(transaction, line.routing(), version))
              .orElseGet(() -> newest.get(line.routing()))
              .routing();
      requireStages("lines[%d]".formatted(at), line, routing);
    }
  }

  private static void requireStages(String field, Line line, Routing routing) {
    for (int of = 0; of < line.requirements().size(); of++) {
      Requirement requirement = line.requirements().get(of);
      if (routing.stage(requirement.stage()).isEmpty()) {
        throw new Rejection.Invalid(
            "%s.requirements[%d].stage".formatted(field, of),
            "The routing “%s” has no stage “%s”, which the requirement “%s” refers to"
                .formatted(line.routing(), requirement.stage(), requirement.code()));
      }
    }
  }

  @Override
  public Set<ReportedWork> known(
      Queries transaction, Line line, Collection<ReportedWork> reported) {
    LineTally tally = LineTally.of(line, toPlanBy(transaction, line.routing(), "lines").routing());
    return reported.stream().filter(tally::knows).collect(Collectors.toSet());
  }

  /** In one order everywhere, so that no two wait for each other. */
  private Map<String, RoutingVersion> held(Queries transaction, Map<String, String> fieldsByCode) {
    Map<String, RoutingVersion> routings = new TreeMap<>();
    fieldsByCode.forEach((code, field) -> routings.put(code, toPlanBy(transaction, code, field)));
    return routings;
  }

  private RoutingVersion toPlanBy(Queries transaction, String code, String field) {
    return repository
        .findToPlanBy(transaction, code)
        .orElseThrow(() -> new Rejection.Invalid(field, "There is no routing “" + code + "”"));
  }
}
