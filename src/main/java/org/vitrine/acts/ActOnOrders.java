package org.vitrine.acts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.PromiseCause;
import org.vitrine.orders.PromiseGround;
import org.vitrine.orders.PromiseSide;
import org.vitrine.platform.Rejection;

/**
 * One thing to do with several orders.
 *
 * @param date for a promise: the new day
 * @param workingDays for a promise: by how many of the plant's working days each moves; negative
 *     for earlier
 * @param toBeConfirmed for a promise: true where there is no day any longer
 * @param reason the customers read it; not needed to let orders go on or take them up again
 * @param cause for a promise: why, of a list; that a customer asked is said of one order at a time
 * @param side for a promise: whose side that is on
 */
record ActOnOrders(
    OrdersAct act,
    List<OrderNumber> orders,
    LocalDate date,
    Integer workingDays,
    Boolean toBeConfirmed,
    LocalizedText reason,
    PromiseCause cause,
    PromiseSide side) {
  private static final int MOST_ORDERS = 200;
  private static final int MOST_DAYS = 250;

  /** What is to be done. */
  enum OrdersAct {
    @JsonProperty("promise")
    PROMISE,
    @JsonProperty("hold")
    HOLD,
    @JsonProperty("resume")
    RESUME,
    @JsonProperty("cancel")
    CANCEL,
    @JsonProperty("reinstate")
    REINSTATE;

    boolean needsReason() {
      return this == PROMISE || this == HOLD || this == CANCEL;
    }
  }

  ActOnOrders {
    if (act == null) {
      throw new Rejection.Invalid("act", "One of promise, hold, resume, cancel and reinstate");
    }
    if (orders == null || orders.isEmpty() || orders.size() > MOST_ORDERS) {
      throw new Rejection.Invalid("orders", "Name 1 to 200 orders");
    }
    Set<String> known = new HashSet<>();
    orders = orders.stream().filter(number -> known.add(number.key())).toList();
    if (act.needsReason() && (reason == null || reason.isBlank())) {
      throw new Rejection.Invalid("reason", "Give the reason: the customers read it");
    }
    LocalizedText.requireAtMost("reason", reason, 500);
    LocalizedText.requireLanguages("reason", reason);
    requireGround(act, cause, side);
    int words =
        (date == null ? 0 : 1) + (workingDays == null ? 0 : 1) + (isOpen(toBeConfirmed) ? 1 : 0);
    if (words != (act == OrdersAct.PROMISE ? 1 : 0)) {
      throw new Rejection.Invalid(
          "date",
          "A promise needs one of date, workingDays and toBeConfirmed; nothing else has any");
    }
    if (workingDays != null && (workingDays == 0 || Math.abs(workingDays) > MOST_DAYS)) {
      throw new Rejection.Invalid("workingDays", "From 1 to 250 days later, or -1 to -250 earlier");
    }
  }

  GivenPromise promising(LocalDate day) {
    return new GivenPromise(day, toBeConfirmed, reason, cause, side, null);
  }

  private static void requireGround(OrdersAct act, PromiseCause cause, PromiseSide side) {
    if (act != OrdersAct.PROMISE && cause != null) {
      throw new Rejection.Invalid("cause", "Only a promise moves for a cause of this list");
    }
    if (act != OrdersAct.PROMISE && side != null) {
      throw new Rejection.Invalid("side", "Only a promise is on anybody's side");
    }
    if (cause == PromiseCause.CUSTOMER_ASKED) {
      throw new Rejection.Invalid(
          "cause", "Say it of each order by itself, with who of the customer asked");
    }
    new PromiseGround(cause, side, null);
  }

  private static boolean isOpen(Boolean toBeConfirmed) {
    return Boolean.TRUE.equals(toBeConfirmed);
  }
}
