package org.vitrine.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.vitrine.orders.OrderActs;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;

/**
 * The door to one act on several orders. Each is done by itself and in full, as if it were the only
 * one, or refused by itself, the others regardless.
 */
public final class SeveralOrders {
  private final OrderActs acts;
  private final Holds holds;
  private final Calendars calendars;
  private final ZoneId plantZone;

  /**
   * @param plantZone decides when a day begins
   */
  public SeveralOrders(OrderActs acts, Holds holds, Calendars calendars, ZoneId plantZone) {
    this.acts = acts;
    this.holds = holds;
    this.calendars = calendars;
    this.plantZone = plantZone;
  }

  /**
   * What became of one of them.
   *
   * @param outcome changed, unchanged or refused
   * @param reason why it was refused; {@code field} where that is said of one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record OrderOutcome(
      OrderNumber order,
      String outcome,
      Optional<Long> version,
      Optional<String> field,
      Optional<String> reason) {

    private static OrderOutcome done(OrderNumber order, long version, SaveOutcome outcome) {
      return new OrderOutcome(
          order,
          outcome.name().toLowerCase(Locale.ROOT),
          Optional.of(version),
          Optional.empty(),
          Optional.empty());
    }

    private static OrderOutcome refused(OrderNumber order, Rejection rejection) {
      Optional<String> field =
          rejection instanceof Rejection.Invalid invalid
              ? Optional.of(invalid.field())
              : Optional.empty();
      return new OrderOutcome(
          order, "refused", Optional.empty(), field, Optional.of(rejection.getMessage()));
    }
  }

  /** What became of each, in the order in which they were named. */
  List<OrderOutcome> act(ActOnOrders wish, Caller caller) {
    if (wish.act() != OrdersAct.HOLD
        && wish.act() != OrdersAct.RESUME
        && !caller.may(Permission.PLACE_ORDERS)) {
      throw new Rejection.Forbidden("Only those who place orders may do this with them");
    }
    WorkingDays days = WorkingDays.of(calendars, plantZone);
    List<OrderOutcome> outcomes = new ArrayList<>();
    for (OrderNumber number : wish.orders()) {
      try {
        outcomes.add(act(number, wish, days, caller));
      } catch (Rejection rejection) {
        outcomes.add(OrderOutcome.refused(number, rejection));
      }
    }
    return outcomes;
  }

  private OrderOutcome act(OrderNumber number, ActOnOrders wish, WorkingDays days, Caller caller) {
    ActingOne by = ActingOne.of(caller);
    return switch (wish.act()) {
      case PROMISE -> placed(acts.reviseAll(number, known -> promised(known, wish, days), by));
      case CANCEL -> placed(acts.cancel(number, Optional.empty(), wish.reason(), by));
      case REINSTATE -> placed(acts.reinstate(number, Optional.empty(), by));
      case HOLD -> held(holds.hold(number, new HoldWish(null, null, wish.reason()), caller));
      case RESUME -> held(holds.resume(number, HeldPart.ALL, caller));
    };
  }

  /** What is said in the place of this day; nothing where there is none that could move. */
  private static Optional<GivenPromise> promised(
      Optional<LocalDate> known, ActOnOrders wish, WorkingDays days) {
    if (wish.workingDays() == null) {
      return Optional.of(new GivenPromise(wish.date(), wish.toBeConfirmed(), wish.reason()));
    }
    return known.map(
        day -> new GivenPromise(days.moved(day, wish.workingDays()), null, wish.reason()));
  }

  private static OrderOutcome placed(PlacedOrder placed) {
    return OrderOutcome.done(placed.number(), placed.version(), placed.outcome());
  }

  private static OrderOutcome held(Holds.ActedOn acted) {
    return OrderOutcome.done(acted.number(), acted.version(), acted.outcome());
  }
}
