package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a promise moves, of a list, so that it can be counted; the reason says it in words. */
public enum PromiseCause {
  CAPACITY("capacity", PromiseSide.OURS),
  MACHINE("machine", PromiseSide.OURS),
  STAFF("staff", PromiseSide.OURS),
  PLANNING("planning", PromiseSide.OURS),
  QUALITY("quality", PromiseSide.OURS),
  SUPPLIER_LATE("supplier-late", PromiseSide.SUPPLIER),
  SUPPLIER_QUALITY("supplier-quality", PromiseSide.SUPPLIER),
  /** They want another day: a new agreement, not a slip. */
  CUSTOMER_ASKED("customer-asked", PromiseSide.CUSTOMER),
  /** They want something else than was ordered. */
  CUSTOMER_CHANGE("customer-change", PromiseSide.CUSTOMER),
  /** It waits for their approval, their payment or their papers. */
  CUSTOMER_APPROVAL("customer-approval", PromiseSide.CUSTOMER),
  FORCE_MAJEURE("force-majeure", PromiseSide.FORCE_MAJEURE),
  TRANSPORT("transport", PromiseSide.OURS),
  OTHER("other", PromiseSide.OURS);

  private final String code;
  private final PromiseSide usualSide;

  PromiseCause(String code, PromiseSide usualSide) {
    this.code = code;
    this.usualSide = usualSide;
  }

  @JsonValue
  public String code() {
    return code;
  }

  /** Whose it is where nobody says otherwise. */
  public PromiseSide usualSide() {
    return usualSide;
  }

  /** Only these can be said to be on the customer's side. */
  public boolean isTheCustomers() {
    return usualSide == PromiseSide.CUSTOMER;
  }
}
