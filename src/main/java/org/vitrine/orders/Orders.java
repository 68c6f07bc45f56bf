package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.orders.History.NewEvent;
import org.vitrine.orders.OrderRepository.LineThatLeft;
import org.vitrine.orders.Placing.WordOf;
import org.vitrine.orders.PromiseRevisions.PromiseRevision;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to what was bought.
 *
 * <p>Rows are locked in one order everywhere, so that no two transactions wait for each other: a
 * company, then routings by their code, then orders by their key, then what hangs on an order
 * (decision 0044). What needs an order to know its routings reads it without a lock first.
 */
public final class Orders {
  private final Database database;
  private final Companies companies;
  private final LineRule lineRule;
  private final Clock clock;
  private final OrderRepository repository = new OrderRepository();
  private final WorkOrderRepository workOrders = new WorkOrderRepository();
  private final OrderEdits edits;
  private final HouseDecisions decisions = new HouseDecisions();
  private final History history;

  public Orders(
      Database database, Companies companies, LineRule lineRule, Changes changes, Clock clock) {
    this.database = database;
    this.companies = companies;
    this.lineRule = lineRule;
    this.clock = clock;
    this.edits = new OrderEdits(companies);
    this.history = new History(changes);
  }

  /** The order as it is sent, for whoever is to edit it; throws where there is none. */
  public OrderAsPlaced asPlaced(OrderNumber number) {
    return database.inTransaction(
        transaction -> edits.current(transaction, repository.require(transaction, number)));
  }

  /**
   * The order that somebody means, as reports do.
   *
   * @param ofWork whether it is named by a work order of it
   */
  public Optional<Order> meant(OrderNumber number, boolean ofWork) {
    return repository.meant(database, number, ofWork);
  }

  /** A number that is free, counted on as most of the newest are; nothing where none has digits. */
  public Optional<OrderNumber> nextNumber() {
    return edits.nextNumber(database);
  }

  /**
   * What became of an order that was placed.
   *
   * @param before what it was; absent where it is unchanged
   */
  public record PlacedOrder(
      @JsonIgnore OrderId id,
      OrderNumber number,
      long version,
      SaveOutcome outcome,
      @JsonIgnore Optional<OrderBefore> before) {

    static PlacedOrder unchanged(OrderId id, OrderNumber number, long version) {
      return new PlacedOrder(id, number, version, SaveOutcome.UNCHANGED, Optional.empty());
    }
  }

  /**
   * Creates the order or changes it to this, as an ERP likes it; the same again changes nothing.
   */
  public PlacedOrder place(OrderNumber number, PlaceOrder wanted, String source, String actor) {
    return place(number, wanted, Placing.whole(Optional.empty(), true, source, actor));
  }

  /**
   * The same, as it is said: throws {@link Rejection.ChangedMeanwhile} where it was edited since
   * the edit began, and {@link Rejection.Invalid} where it waives what it may not.
   */
  public PlacedOrder place(OrderNumber number, PlaceOrder wanted, Placing placing) {
    wanted.requireRealDates(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return database.inTransaction(transaction -> place(transaction, number, wanted, placing));
  }

  /**
   * Creates the order where there is none. Of one that is there, only what it leaves open is filled
   * in (a product, a quantity): for sources that know less of an order than whoever sold it. A
   * number that is no order's but that of a work order means the order of that.
   */
  public PlacedOrder complete(OrderNumber number, PlaceOrder known, String source, String actor) {
    return database.inTransaction(
        transaction -> complete(transaction, number, known, source, actor));
  }

  private PlacedOrder complete(
      Queries transaction, OrderNumber number, PlaceOrder known, String source, String actor) {
    Set<String> held = holdRoutings(transaction, number);
    Optional<Order> there = repository.lock(transaction, number);
    if (there.isEmpty()) {
      Optional<PlacedOrder> made = workOrders.orderOf(transaction, number);
      if (made.isPresent()) {
        return made.get();
      }
      PlacedOrder placed = place(transaction, number, known, Placing.by(source, actor));
      requireUndisturbed(placed.outcome() == SaveOutcome.CREATED);
      return placed;
    }
    String company = companies.require(transaction, there.get().company()).code();
    PlaceOrder completed = there.get().completedBy(known, company);
    requireUndisturbed(held.containsAll(completed.routings()));
    return place(transaction, number, completed, Placing.by(source, actor));
  }

  /** Before the order is locked: what its lines are made by stays as it is until it is written. */
  Set<String> holdRoutings(Queries transaction, OrderNumber number) {
    Set<String> held = new HashSet<>(repository.routings(transaction, number));
    lineRule.hold(transaction, held);
    return held;
  }

  /**
   * In what the one line of an order is counted, where it says: by its unit or, where it has a
   * quantity and no unit, in pieces. Nothing where there is no such order, or several lines.
   */
  public Optional<Unit> unit(OrderNumber number) {
    return repository.unit(database, number);
  }

  /** The newest line with this product, in whatever language of ours that is written. */
  public Optional<OrderedLine> newestLine(String product) {
    return repository.newestLine(database, product);
  }

  /**
   * How often what is planned of these orders has changed, by their keys; those that are not there
   * are missing. Reports do not count.
   */
  public Map<String, Long> planVersions(Collection<OrderNumber> numbers) {
    return repository.planVersions(database, numbers);
  }

  /** Somebody placed the order, or gave it other routings, after it was read without a lock. */
  static void requireUndisturbed(boolean undisturbed) {
    if (!undisturbed) {
      throw new Rejection.Unavailable(
          "The order is being changed; try again in a second", Duration.ofSeconds(1));
    }
  }

  PlacedOrder place(Queries transaction, OrderNumber number, PlaceOrder given, Placing placing) {
    Company company = companies.hold(transaction, given.company());
    lineRule.holdFor(transaction, given.lines());
    boolean created = repository.create(transaction, company.id(), number);
    Order before = repository.lock(transaction, number).orElseThrow();
    placing
        .startedFrom()
        .ifPresent(
            version ->
                edits.requireUnchanged(
                    transaction, created ? Optional.empty() : Optional.of(before), given, version));
    if (!created && !before.company().equals(company.id())) {
      throw new Rejection.Conflict(
          "Order "
              + number
              + " belongs to another company; the company of an order cannot be changed");
    }
    if (!placing.mayWaive()) {
      NewWaivers.requireNone(before, given);
    }
    lineRule.require(transaction, before.id(), given.lines());
    PlaceOrder said = given.inUnitsOf(before);
    PlaceOrder wanted =
        placing.word() == WordOf.PROGRAM ? decisions.kept(transaction, before, said) : said;
    if (ClosedLines.areAny(wanted)) {
      ClosedLines.requireBegun(before, wanted, repository.reportedWork(transaction, before.id()));
    }
    Instant now = clock.instant();
    Map<Integer, PromiseWord> promised = repository.currentPromises(transaction, before.id());
    OrderEntries changes = new OrderEntries(now, placing.source(), placing.actor());
    if (created) {
      changes.add(EventKind.PLACED, wanted);
    } else if (OrderEntries.differs(before, wanted)) {
      requireReportedLines(transaction, before, wanted);
      changes.add(EventKind.CHANGED, wanted);
    }
    List<PromiseRevision> revisions =
        PromiseRevisions.between(promised, numbers(before.lines()), wanted).stream()
            .map(one -> one.agreedBy(placing.offer()))
            .toList();
    List<NewEvent> entries = changes.and(before, wanted, revisions);
    if (entries.isEmpty()) {
      return PlacedOrder.unchanged(before.id(), before.number(), before.version());
    }
    if (!created && placing.word() == WordOf.HOUSE) {
      List<PromiseWord> revised = revisions.stream().map(PromiseRevision::word).toList();
      decisions.remember(transaction, before, promised, revised, wanted);
    }
    LocalDate original =
        before.promisedOn() == null && wanted.promise() != null
            ? wanted.promise().date()
            : before.promisedOn();
    repository.change(transaction, before.id(), company.id(), wanted, original);
    if (!before.lines().equals(OrderEntries.kept(wanted.lines()))) {
      repository.replaceLines(transaction, before.id(), company.id(), wanted.lines());
    }
    if (concernWorkOrders(before, wanted)) {
      workOrders.replace(transaction, before.id(), company.id(), wanted);
    }
    history.append(transaction, before.id(), entries, now);
    return new PlacedOrder(
        before.id(),
        before.number(),
        before.version() + entries.size(),
        created ? SaveOutcome.CREATED : SaveOutcome.CHANGED,
        Optional.of(
            created
                ? OrderBefore.NOTHING
                : OrderBefore.of(before, company.code(), promised, wanted)));
  }

  /** What the plant has reported of must neither vanish nor mean something else unnoticed. */
  private void requireReportedLines(Queries transaction, Order before, PlaceOrder wanted) {
    Map<Integer, List<ReportedWork>> reported =
        repository.reportedWork(transaction, before.id()).stream()
            .collect(Collectors.groupingBy(ReportedWork::line, TreeMap::new, Collectors.toList()));
    Map<Integer, Line> kept =
        wanted.lines().stream().collect(Collectors.toMap(Line::number, line -> line));
    reported.forEach((number, work) -> requireFits(number, kept.get(number), work));
    requireShippedLines(transaction, before, kept);
    if (wanted.movesReported()) {
      return;
    }
    for (Line line : before.lines()) {
      List<ReportedWork> work = reported.get(line.number());
      Line after = kept.get(line.number());
      if (work != null && !after.routing().equals(line.routing())) {
        throw new ReroutedLine(line.routing(), after)
            .told(work, lineRule.known(transaction, after, work)::contains);
      }
    }
  }

  private void requireShippedLines(Queries transaction, Order before, Map<Integer, Line> kept) {
    for (LineThatLeft left : repository.linesThatLeft(transaction, before.id())) {
      Line after = kept.get(left.line());
      if (after == null) {
        throw new Rejection.Conflict(
            "Some of line "
                + left.line()
                + " has left, so it cannot be removed; withdraw its shipments first");
      }
      if (left.inParts() && Unit.isCounted(after.unit())) {
        throw new Rejection.Conflict(
            "Line "
                + left.line()
                + " has shipments with decimals; its unit must be one such as m or kg");
      }
    }
  }

  private static void requireFits(int number, Line after, List<ReportedWork> work) {
    if (after == null) {
      throw new Rejection.Conflict(
          "Line "
              + number
              + " has reports and cannot be removed; give it a reason in “cancelled” instead");
    }
    if (work.stream().anyMatch(ReportedWork::inParts) && Unit.isCounted(after.unit())) {
      throw new Rejection.Conflict(
          "Line " + number + " has reports with decimals; its unit must be one such as m or kg");
    }
  }

  /** A number leads to a line as long as that stands, and its order does. */
  private static boolean concernWorkOrders(Order before, PlaceOrder wanted) {
    return Stream.concat(before.lines().stream(), wanted.lines().stream())
        .anyMatch(line -> !line.workOrders().isEmpty());
  }

  private static Set<Integer> numbers(List<Line> lines) {
    return lines.stream().map(Line::number).collect(Collectors.toSet());
  }
}
