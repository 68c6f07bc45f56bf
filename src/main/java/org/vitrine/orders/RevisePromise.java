package org.vitrine.orders;

import java.time.LocalDate;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;

/**
 * Another word on a date, as people say it.
 *
 * @param line of which it is said; absent for the whole order
 * @param reason the customer reads it; needed where a date moves or is withdrawn
 * @param cause with {@code side} and {@code askedBy} what {@link PromiseGround} holds
 */
public record RevisePromise(
    Integer line,
    LocalDate date,
    Boolean toBeConfirmed,
    LocalizedText reason,
    PromiseCause cause,
    PromiseSide side,
    String askedBy) {
  public RevisePromise {
    GivenPromise.requireOneOf(date, toBeConfirmed);
    LocalizedText.requireAtMost("reason", reason, 500);
    LocalizedText.requireLanguages("reason", reason);
    PromiseGround ground = new PromiseGround(cause, side, askedBy);
    side = ground.side();
    askedBy = ground.askedBy();
    if (line != null && line < 1) {
      throw new Rejection.Invalid("line", "A line number must be from 1 to 9999");
    }
  }

  GivenPromise given() {
    return new GivenPromise(date, toBeConfirmed, reason, cause, side, askedBy);
  }
}
