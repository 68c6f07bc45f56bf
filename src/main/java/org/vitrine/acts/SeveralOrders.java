package org.vitrine.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.acts.ActOnOrders.OrdersAct;
import org.vitrine.acts.HoldWish.HeldPart;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.orders.OrderActs;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.web.Idempotency.SentOnce;

/**
 * The door to one act on several orders. Each is done by itself and in full, as if it were the only
 * one, or refused by itself, the others regardless.
 */
public final class SeveralOrders {
  private final OrderActs acts;
  private final Holds holds;
  private final Calendars calendars;
  private final ZoneId plantZone;
  private final DoneOrders done;

  /**
   * @param plantZone decides when a day begins
   */
  public SeveralOrders(
      OrderActs acts,
      Holds holds,
      Calendars calendars,
      Database database,
      ZoneId plantZone,
      Clock clock) {
    this.acts = acts;
    this.holds = holds;
    this.calendars = calendars;
    this.plantZone = plantZone;
    this.done = new DoneOrders(database, clock);
  }

  /**
   * What became of one of them.
   *
   * @param outcome changed, unchanged, refused, or unknown where the database did not say
   * @param reason why it was refused, or what of it was; {@code field} where that is said of one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record OrderOutcome(
      OrderNumber order,
      String outcome,
      Optional<Long> version,
      Optional<String> field,
      Optional<String> reason) {

    private static final String UNKNOWN = "unknown";

    boolean isUnknown() {
      return outcome.equals(UNKNOWN);
    }

    private static OrderOutcome done(
        OrderNumber order, long version, SaveOutcome outcome, Optional<String> reason) {
      return new OrderOutcome(
          order,
          outcome.name().toLowerCase(Locale.ROOT),
          Optional.of(version),
          Optional.empty(),
          reason);
    }

    /** A commit that nobody answered may have come about, so it is not said to be refused. */
    static OrderOutcome notDone(OrderNumber order, Rejection rejection) {
      Optional<String> field =
          rejection instanceof Rejection.Invalid invalid
              ? Optional.of(invalid.field())
              : Optional.empty();
      String outcome = rejection instanceof Rejection.Unavailable ? UNKNOWN : "refused";
      return new OrderOutcome(
          order, outcome, Optional.empty(), field, Optional.of(rejection.getMessage()));
    }
  }

  /**
   * What became of each, in the order in which they were named.
   *
   * @param sent under one key nothing is done twice with an order
   */
  List<OrderOutcome> act(ActOnOrders wish, Optional<SentOnce> sent, Caller caller) {
    if (wish.act() != OrdersAct.HOLD
        && wish.act() != OrdersAct.RESUME
        && !caller.may(Permission.PLACE_ORDERS)) {
      throw new Rejection.Forbidden("Only those who place orders may do this with them");
    }
    done.forgetOld();
    WorkingDays days = WorkingDays.of(calendars, plantZone);
    List<OrderOutcome> outcomes = new ArrayList<>();
    for (OrderNumber number : wish.orders()) {
      try {
        outcomes.add(act(number, wish, sent, days, caller));
      } catch (Rejection rejection) {
        outcomes.add(OrderOutcome.notDone(number, rejection));
      }
    }
    return outcomes;
  }

  private OrderOutcome act(
      OrderNumber number,
      ActOnOrders wish,
      Optional<SentOnce> sent,
      WorkingDays days,
      Caller caller) {
    return switch (wish.act()) {
      case PROMISE, CANCEL, REINSTATE ->
          done.once(sent, number, transaction -> placed(transaction, number, wish, days, caller));
      case HOLD ->
          done.onceAround(
              sent,
              number,
              () -> held(holds.hold(number, new HoldWish(null, null, wish.reason()), caller)));
      case RESUME ->
          done.onceAround(sent, number, () -> held(holds.resume(number, HeldPart.ALL, caller)));
    };
  }

  private OrderOutcome placed(
      Queries transaction, OrderNumber number, ActOnOrders wish, WorkingDays days, Caller caller) {
    ActingOne by = ActingOne.of(caller);
    PlacedOrder placed =
        switch (wish.act()) {
          case CANCEL -> acts.cancel(transaction, number, wish.reason(), by);
          case REINSTATE -> acts.reinstate(transaction, number, by);
          default -> acts.reviseAll(transaction, number, known -> promised(known, wish, days), by);
        };
    return OrderOutcome.done(placed.number(), placed.version(), placed.outcome(), Optional.empty());
  }

  /** What is said in the place of this day; nothing where there is none that could move. */
  private static Optional<GivenPromise> promised(
      Optional<LocalDate> known, ActOnOrders wish, WorkingDays days) {
    if (wish.workingDays() == null) {
      return Optional.of(wish.promising(wish.date()));
    }
    return known.map(day -> wish.promising(days.moved(day, wish.workingDays())));
  }

  private static OrderOutcome held(Holds.ActedOn acted) {
    Optional<String> refused =
        acted.refused().stream()
            .map(one -> "Line %d, %s: %s".formatted(one.line(), one.stage(), one.reason()))
            .reduce((one, other) -> one + "; " + other);
    return OrderOutcome.done(acted.number(), acted.version(), acted.outcome(), refused);
  }
}
