package org.vitrine.orders;

import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * On what ground a promise moves, beside the reason in words.
 *
 * <ul>
 *   <li>Where no side is said it is the cause's usual one; another may be said, but the customer's
 *       only of what is the customer's.
 *   <li>That the customer asked for another day is a new agreement: it says who of them did.
 *   <li>A date that moves or is withdrawn without a cause is {@link PromiseCause#OTHER} and ours,
 *       never in the house's favour.
 * </ul>
 *
 * @param askedBy who of the customer asked
 */
public record PromiseGround(PromiseCause cause, PromiseSide side, String askedBy) {
  private static final int LONGEST_NAME = 200;

  /** Throws {@link Rejection.Invalid} at cause, side or askedBy. */
  public PromiseGround {
    boolean isTheCustomers = cause != null && cause.isTheCustomers();
    if (side == PromiseSide.CUSTOMER && !isTheCustomers) {
      throw new Rejection.Invalid(
          "side",
          "On the customer's side is only customer-asked, customer-change and customer-approval");
    }
    TextLimit.atMost("askedBy", askedBy, LONGEST_NAME);
    String name = askedBy == null ? "" : Blanks.stripped(askedBy);
    askedBy = name.isEmpty() ? null : name;
    if (cause == PromiseCause.CUSTOMER_ASKED && askedBy == null) {
      throw new Rejection.Invalid("askedBy", "Say who of the customer asked for it");
    }
    if (askedBy != null && !isTheCustomers) {
      throw new Rejection.Invalid("askedBy", "Only where the cause is one of the customer's");
    }
    side = side == null && cause != null ? cause.usualSide() : side;
  }

  /** What counts where a date moves that was promised. */
  PromiseGround ofSlip() {
    return cause == null
        ? new PromiseGround(PromiseCause.OTHER, side == null ? PromiseSide.OURS : side, null)
        : this;
  }
}
