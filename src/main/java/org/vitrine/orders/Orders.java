package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.orders.History.NewEvent;
import org.vitrine.orders.PlaceOrder.GivenPromise;
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
  private final History history;

  public Orders(
      Database database, Companies companies, LineRule lineRule, Changes changes, Clock clock) {
    this.database = database;
    this.companies = companies;
    this.lineRule = lineRule;
    this.clock = clock;
    this.history = new History(changes);
  }

  /** What became of an order that was placed. */
  public record PlacedOrder(
      @JsonIgnore OrderId id, OrderNumber number, long version, SaveOutcome outcome) {}

  /**
   * Creates the order or changes it to this, as an ERP likes it; the same again changes nothing.
   */
  public PlacedOrder place(OrderNumber number, PlaceOrder wanted, String source, String actor) {
    wanted.requireRealDates(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return database.inTransaction(transaction -> place(transaction, number, wanted, source, actor));
  }

  /**
   * Creates the order where there is none. Of one that is there, only what it leaves open is filled
   * in (a product, a quantity): for sources that know less of an order than whoever sold it.
   */
  public PlacedOrder complete(OrderNumber number, PlaceOrder known, String source, String actor) {
    return database.inTransaction(
        transaction -> complete(transaction, number, known, source, actor));
  }

  private PlacedOrder complete(
      Queries transaction, OrderNumber number, PlaceOrder known, String source, String actor) {
    Set<String> held = new HashSet<>(repository.routings(transaction, number));
    lineRule.hold(transaction, held);
    Optional<Order> there = repository.lock(transaction, number);
    if (there.isEmpty()) {
      PlacedOrder placed = place(transaction, number, known, source, actor);
      requireUndisturbed(placed.outcome() == SaveOutcome.CREATED);
      return placed;
    }
    String company = companies.require(transaction, there.get().company()).code();
    PlaceOrder completed = there.get().completedBy(known, company);
    requireUndisturbed(held.containsAll(completed.routings()));
    return place(transaction, number, completed, source, actor);
  }

  /** Somebody placed the order, or gave it other routings, after it was read without a lock. */
  private static void requireUndisturbed(boolean undisturbed) {
    if (!undisturbed) {
      throw new Rejection.Unavailable(
          "The order is being changed; try again in a second", Duration.ofSeconds(1));
    }
  }

  private PlacedOrder place(
      Queries transaction, OrderNumber number, PlaceOrder wanted, String source, String actor) {
    Company company = companies.require(transaction, wanted.company());
    lineRule.require(transaction, wanted.lines());
    boolean created = repository.create(transaction, company.id(), number);
    Order before = repository.lock(transaction, number).orElseThrow();
    if (!created && !before.company().equals(company.id())) {
      throw new Rejection.Conflict(
          "Order "
              + number
              + " belongs to another company; the company of an order cannot be changed");
    }
    Instant now = clock.instant();
    LocalDate promised = repository.currentPromise(transaction, before.id()).orElse(null);
    List<NewEvent> entries = new ArrayList<>();
    if (created) {
      entries.add(new NewEvent(EventKind.PLACED, now, source, actor, wanted));
    } else if (differs(before, wanted)) {
      requireReportedLines(transaction, before, wanted.lines());
      entries.add(new NewEvent(EventKind.CHANGED, now, source, actor, wanted));
    }
    entries.addAll(promiseEntries(promised, wanted.promise(), source, actor, now));
    entries.addAll(cancelEntries(before.cancelReason(), wanted.cancelled(), source, actor, now));
    if (entries.isEmpty()) {
      return new PlacedOrder(before.id(), before.number(), before.version(), SaveOutcome.UNCHANGED);
    }
    LocalDate original =
        before.promisedOn() == null && wanted.promise() != null
            ? wanted.promise().date()
            : before.promisedOn();
    repository.change(transaction, before.id(), company.id(), wanted, original);
    if (!before.lines().equals(inOrder(wanted.lines()))) {
      repository.replaceLines(transaction, before.id(), company.id(), wanted.lines());
    }
    history.append(transaction, before.id(), entries, now);
    return new PlacedOrder(
        before.id(),
        before.number(),
        before.version() + entries.size(),
        created ? SaveOutcome.CREATED : SaveOutcome.CHANGED);
  }

  private void requireReportedLines(Queries transaction, Order before, List<Line> wanted) {
    Set<Integer> kept = wanted.stream().map(Line::number).collect(Collectors.toSet());
    for (Integer line : repository.linesWithReports(transaction, before.id())) {
      if (!kept.contains(line)) {
        throw new Rejection.Conflict(
            "Line "
                + line
                + " has reports and cannot be removed; give it a reason in “cancelled” instead");
      }
    }
    for (Integer line : repository.linesThatLeft(transaction, before.id())) {
      if (!kept.contains(line)) {
        throw new Rejection.Conflict(
            "Some of line "
                + line
                + " has left, so it cannot be removed; withdraw its shipments first");
      }
    }
  }

  /**
   * A moved promise without a reason is refused: the customer would see a date move and not know
   * why.
   */
  private static List<NewEvent> promiseEntries(
      LocalDate before, GivenPromise given, String source, String actor, Instant now) {
    if (given == null || given.date().equals(before)) {
      return List.of();
    }
    boolean reasonGiven = given.reason() != null && !given.reason().isBlank();
    if (before != null && !reasonGiven) {
      throw new Rejection.Invalid(
          "promise.reason",
          "The promise moves from " + before + " to " + given.date() + ": give a reason");
    }
    EventKind kind = before == null ? EventKind.PROMISED : EventKind.PROMISE_REVISED;
    return List.of(new NewEvent(kind, now, source, actor, given));
  }

  private static List<NewEvent> cancelEntries(
      String before, String after, String source, String actor, Instant now) {
    if (Objects.equals(before, after)) {
      return List.of();
    }
    return after == null
        ? List.of(new NewEvent(EventKind.REINSTATED, now, source, actor, Map.of()))
        : List.of(new NewEvent(EventKind.CANCELLED, now, source, actor, Map.of("reason", after)));
  }

  private static boolean differs(Order before, PlaceOrder wanted) {
    return !Objects.equals(before.customerReference(), wanted.customerReference())
        || !Objects.equals(before.placedOn(), wanted.placedOn())
        || !before.lines().equals(inOrder(wanted.lines()));
  }

  private static List<Line> inOrder(List<Line> lines) {
    return lines.stream().sorted(Comparator.comparing(Line::number)).toList();
  }
}
