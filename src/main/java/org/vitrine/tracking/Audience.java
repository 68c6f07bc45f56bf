package org.vitrine.tracking;

import org.vitrine.accounts.Caller;

/** For whom a page is made; each has its own, and what is not named here they do not see. */
public enum Audience {
  STAFF,
  CUSTOMER,
  GLASS;

  /** The page that a caller reads. */
  public static Audience of(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> person.role().isStaff() ? STAFF : CUSTOMER;
      case Caller.Key key -> STAFF;
      case Caller.Glass glass -> GLASS;
    };
  }

  boolean seesActors() {
    return this == STAFF;
  }

  boolean seesTier() {
    return this == STAFF;
  }

  boolean seesUnmappedOperations() {
    return this == STAFF;
  }

  /** The buyer's own purchase order number is theirs: a glass link may be passed on. */
  boolean seesCustomerReference() {
    return this != GLASS;
  }

  /** What was measured, beyond the verdict. */
  boolean seesReadings() {
    return this != GLASS;
  }

  boolean seesOperations() {
    return this != GLASS;
  }
}
