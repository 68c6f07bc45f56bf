package org.vitrine.production;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.calendars.CalendarFollower;
import org.vitrine.calendars.MovedByCalendar;
import org.vitrine.calendars.SupersededCalendar;
import org.vitrine.orders.History;
import org.vitrine.orders.Line;
import org.vitrine.orders.LineRule;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.ReportedWork;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to how products are made. */
public final class Routings implements LineRule, CalendarFollower {
  private static final int MOST = 2_000;

  private final Database database;
  private final Clock clock;
  private final RoutingRepository repository = new RoutingRepository();
  private final History history;

  public Routings(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.history = new History(changes);
  }

  /** What became of a routing that was saved; {@code orders} says how many orders it moved. */
  public record SavedRouting(SaveOutcome outcome, int orders) {}

  /** Creates the routing or changes it; every order made by it is looked at anew. */
  public SavedRouting save(Routing wanted, String actor) {
    Routing checked = wanted.checked();
    return database.inTransaction(transaction -> save(transaction, checked, actor));
  }

  private SavedRouting save(Queries transaction, Routing wanted, String actor) {
    repository.lock(transaction, wanted.code());
    Optional<Routing> before = repository.find(transaction, wanted.code());
    if (before.isPresent() && before.get().equals(wanted)) {
      return new SavedRouting(SaveOutcome.UNCHANGED, 0);
    }
    if (before.isEmpty() && repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("The limit of %,d routings has been reached".formatted(MOST));
    }
    requireCalendars(transaction, wanted);
    repository.save(transaction, wanted);
    requireDemandedStages(transaction, wanted);
    int orders = history.routingChanged(transaction, wanted.code(), actor, clock.instant());
    return new SavedRouting(before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED, orders);
  }

  private void requireCalendars(Queries transaction, Routing wanted) {
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

  /** Routings are held first, as by whoever changes or plans by one, then the orders. */
  @Override
  public MovedByCalendar calendarSuperseded(Queries transaction, SupersededCalendar calendar) {
    List<String> concerned = workedBy(calendar.code(), repository.holdAll(transaction));
    List<OrderId> orders = repository.openOrders(transaction, concerned);
    int moved =
        history.calendarChanged(
            transaction, orders, calendar.code(), calendar.actor(), calendar.at());
    return new MovedByCalendar(moved, 0);
  }

  @Override
  public MovedByCalendar followersOf(Queries queries, String calendar) {
    List<String> concerned = workedBy(calendar, repository.list(queries));
    return new MovedByCalendar(repository.openOrders(queries, concerned).size(), 0);
  }

  private static List<String> workedBy(String calendar, List<Routing> all) {
    return all.stream().filter(routing -> routing.isWorkedBy(calendar)).map(Routing::code).toList();
  }

  public Optional<Routing> find(String code) {
    return repository.find(database, code);
  }

  /** The same, held as it is until the transaction ends. */
  public Optional<Routing> held(Queries transaction, String code) {
    return repository.findToPlanBy(transaction, code);
  }

  public List<Routing> all() {
    return repository.list(database);
  }

  @Override
  public void require(Queries transaction, List<Line> lines) {
    Map<String, Routing> routings = held(transaction, fieldsByRouting(lines));
    for (int at = 0; at < lines.size(); at++) {
      Line line = lines.get(at);
      for (int of = 0; of < line.requirements().size(); of++) {
        Requirement requirement = line.requirements().get(of);
        if (routings.get(line.routing()).stage(requirement.stage()).isEmpty()) {
          throw new Rejection.Invalid(
              "lines[%d].requirements[%d].stage".formatted(at, of),
              "The routing “%s” has no stage “%s”, which the requirement “%s” refers to"
                  .formatted(line.routing(), requirement.stage(), requirement.code()));
        }
      }
    }
  }

  @Override
  public Set<ReportedWork> known(
      Queries transaction, Line line, Collection<ReportedWork> reported) {
    LineTally tally = LineTally.of(line, toPlanBy(transaction, line.routing(), "lines"));
    return reported.stream().filter(tally::knows).collect(Collectors.toSet());
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

  /** In one order everywhere, so that no two wait for each other. */
  private Map<String, Routing> held(Queries transaction, Map<String, String> fieldsByCode) {
    Map<String, Routing> routings = new TreeMap<>();
    fieldsByCode.forEach((code, field) -> routings.put(code, toPlanBy(transaction, code, field)));
    return routings;
  }

  private Routing toPlanBy(Queries transaction, String code, String field) {
    return repository
        .findToPlanBy(transaction, code)
        .orElseThrow(() -> new Rejection.Invalid(field, "There is no routing “" + code + "”"));
  }
}
