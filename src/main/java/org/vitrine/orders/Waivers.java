package org.vitrine.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.orders.History.NewEvent;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.WaiverRequest.WaiverAnswer;
import org.vitrine.orders.WaiverRequest.WaiverState;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to requirements that are let go. Where the house demands it, one person asks and another
 * agrees; until then the requirement counts, and no customer hears of it.
 */
public final class Waivers {
  private final Database database;
  private final LockedOrders orders;
  private final Audit audit;
  private final Clock clock;
  private final WaiverRepository repository = new WaiverRepository();
  private final History history;

  public Waivers(Database database, OrderActs acts, Audit audit, Changes changes, Clock clock) {
    this.database = database;
    this.orders = acts.locked();
    this.audit = audit;
    this.clock = clock;
    this.history = new History(changes);
  }

  /** What became of a requirement: waived, or asked for. */
  public record WaiverOutcome(
      OrderNumber number, long version, SaveOutcome outcome, WaiverState state) {}

  /** Those that were asked for, the newest first. */
  List<WaiverRequest> requests(Optional<OrderNumber> order, Optional<WaiverState> state) {
    if (order.isEmpty()) {
      return repository.find(database, Optional.empty(), state);
    }
    return repository
        .order(database, order.get())
        .map(id -> repository.find(database, Optional.of(id), state))
        .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
  }

  /** Lets a requirement go, or asks somebody else to agree. */
  WaiverOutcome waive(OrderNumber number, WaiverWish wish, Caller caller) {
    WaiverWish wanted = wish.withReason();
    ActingOne by = ActingOne.of(caller);
    return database.inTransaction(
        transaction -> {
          if (!repository.needsSecondPerson(transaction)) {
            return waived(transaction, number, wanted, by);
          }
          Order order = orders.lock(transaction, number);
          if (wanted.reason().equals(demand(order, wanted).waiver())) {
            return new WaiverOutcome(
                order.number(), order.version(), SaveOutcome.UNCHANGED, WaiverState.WAIVED);
          }
          if (open(transaction, order, wanted).isPresent()) {
            throw new Rejection.Conflict(
                "It is asked for already; somebody else has to confirm it");
          }
          repository.ask(
              transaction, order.id(), wanted, person(caller), by.actor(), clock.instant());
          return told(transaction, order, wanted, EventKind.WAIVER_ASKED, by, WaiverState.ASKED);
        });
  }

  private WaiverOutcome waived(
      Queries transaction, OrderNumber number, WaiverWish wish, ActingOne by) {
    PlacedOrder placed = change(transaction, number, wish, by);
    decide(transaction, placed.id(), wish, WaiverState.WAIVED, by, null);
    return new WaiverOutcome(
        placed.number(), placed.version(), placed.outcome(), WaiverState.WAIVED);
  }

  private PlacedOrder change(
      Queries transaction, OrderNumber number, WaiverWish wish, ActingOne by) {
    return orders.act(
        transaction,
        number,
        Placing.by(by.source(), by.actor()),
        (queries, order) -> {
          demand(order, wish);
          return placed ->
              placed.withLine(wish.line(), line -> line.waiving(wish.requirement(), wish.reason()));
        });
  }

  private static Requirement demand(Order order, WaiverWish wish) {
    Line line =
        order
            .line(wish.line())
            .orElseThrow(
                () -> new Rejection.Invalid("line", "The order has no line " + wish.line()));
    return line.requirement(wish.requirement())
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "requirement", "The line has no requirement “" + wish.requirement() + "”"));
  }

  /** Agrees to what somebody else asked for, for the reason that is sent along as it was read. */
  WaiverOutcome confirm(OrderNumber number, WaiverWish about, Caller caller) {
    return database.inTransaction(
        transaction -> {
          orders.holdRoutings(transaction, number);
          WaiverRequest asked = requireOpen(transaction, number, about);
          Optional<Long> person = person(caller);
          if (person.isEmpty() || person.equals(asked.person())) {
            throw new Rejection.Conflict(
                "Whoever asked for it cannot confirm it: two have to agree");
          }
          if (!asked.reason().equals(about.withReason().reason())) {
            throw new Rejection.Conflict(
                "It is asked for with another reason now; read that first");
          }
          return waived(transaction, number, about.because(asked.reason()), ActingOne.of(caller));
        });
  }

  /** Does not agree, and says why. */
  WaiverOutcome decline(OrderNumber number, WaiverWish about, Caller caller) {
    WaiverWish said = about.withReason();
    return database.inTransaction(
        transaction -> {
          requireOpen(transaction, number, said);
          Order order = orders.lock(transaction, number);
          ActingOne by = ActingOne.of(caller);
          decide(transaction, order.id(), said, WaiverState.DECLINED, by, said.reason().toString());
          return told(
              transaction, order, said, EventKind.WAIVER_DECLINED, by, WaiverState.DECLINED);
        });
  }

  /** Takes back what was waived, so that it counts again, or what was asked for. */
  WaiverOutcome takeBack(OrderNumber number, WaiverWish about, Caller caller) {
    WaiverWish counting = about.because(null);
    ActingOne by = ActingOne.of(caller);
    return database.inTransaction(
        transaction -> {
          orders.holdRoutings(transaction, number);
          Order order = orders.lock(transaction, number);
          demand(order, counting);
          if (open(transaction, order, counting).isPresent()) {
            decide(transaction, order.id(), counting, WaiverState.WITHDRAWN, by, null);
            return told(
                transaction, order, counting, EventKind.WAIVER_DECLINED, by, WaiverState.WITHDRAWN);
          }
          PlacedOrder placed = change(transaction, number, counting, by);
          return new WaiverOutcome(
              placed.number(), placed.version(), placed.outcome(), WaiverState.WITHDRAWN);
        });
  }

  private WaiverRequest requireOpen(Queries transaction, OrderNumber number, WaiverWish about) {
    return open(transaction, orders.lock(transaction, number), about)
        .orElseThrow(
            () -> new Rejection.Conflict("No waiver of it is asked for; somebody was faster"));
  }

  private Optional<WaiverRequest> open(Queries transaction, Order order, WaiverWish about) {
    return repository
        .find(transaction, Optional.of(order.id()), Optional.of(WaiverState.ASKED))
        .stream()
        .filter(one -> one.demand().line() == about.line())
        .filter(one -> one.demand().requirement().equals(about.requirement()))
        .findFirst();
  }

  private void decide(
      Queries transaction,
      OrderId order,
      WaiverWish about,
      WaiverState to,
      ActingOne by,
      String answer) {
    repository.decide(
        transaction, order, about, to, new WaiverAnswer(by.actor(), clock.instant(), answer));
  }

  private WaiverOutcome told(
      Queries transaction,
      Order order,
      WaiverWish wish,
      EventKind kind,
      ActingOne by,
      WaiverState state) {
    Instant now = clock.instant();
    Map<String, Object> body = new HashMap<>();
    body.put("line", wish.line());
    body.put("stage", demand(order, wish).stage());
    body.put("requirement", wish.requirement());
    if (wish.reason() != null) {
      body.put("reason", wish.reason());
    }
    history.append(
        transaction,
        order.id(),
        List.of(new NewEvent(kind, now, by.source(), by.actor(), body)),
        now);
    return new WaiverOutcome(order.number(), order.version() + 1, SaveOutcome.CHANGED, state);
  }

  private static Optional<Long> person(Caller caller) {
    return caller instanceof Caller.SignedIn signedIn
        ? Optional.of(signedIn.id())
        : Optional.empty();
  }

  /**
   * Whether an order that this caller sends whole may let go what is demanded: not past the second
   * person who would have to agree.
   */
  public boolean mayWaive(Caller caller) {
    return caller instanceof Caller.Key || caller.may(Permission.WAIVE) && !needsSecondPerson();
  }

  boolean needsSecondPerson() {
    return repository.needsSecondPerson(database);
  }

  void needSecondPerson(boolean needed, Actor by) {
    database.inTransaction(
        transaction -> {
          boolean before = repository.needsSecondPerson(transaction);
          repository.needSecondPerson(transaction, needed);
          AuditedDifference difference =
              new AuditedDifference().of("secondPerson", Optional.of(before), Optional.of(needed));
          if (!difference.isNothing()) {
            audit.record(
                transaction,
                by,
                AuditAction.SETTING_CHANGED,
                "waivers",
                Optional.empty(),
                difference.detail());
          }
          return needed;
        });
  }
}
