package org.vitrine.tracking;

import java.util.Set;
import org.vitrine.access.Caller;

/** For whom a page is made; each has its own, and what is not named here they do not see. */
public sealed interface Audience {
  Audience STAFF = new Staff();
  Audience CUSTOMER = new Customer();

  /** People of the manufacturer, and its programs. */
  record Staff() implements Audience {}

  /** People of the company that bought. */
  record Customer() implements Audience {}

  /** Whoever holds a glass link that shows these fields beyond stages and dates. */
  record Glass(Set<GlassField> fields) implements Audience {
    public Glass {
      fields = Set.copyOf(fields);
    }
  }

  /** The page that somebody who signed in, or a program, reads. */
  static Audience of(Caller caller) {
    return caller instanceof Caller.SignedIn person && !person.role().isStaff() ? CUSTOMER : STAFF;
  }

  default String code() {
    return switch (this) {
      case Staff staff -> "staff";
      case Customer customer -> "customer";
      case Glass glass -> "glass";
    };
  }

  default boolean seesActors() {
    return this instanceof Staff;
  }

  default boolean seesTier() {
    return this instanceof Staff;
  }

  default boolean seesUnmappedOperations() {
    return this instanceof Staff;
  }

  /** How the plant calls what it makes is its own affair. */
  default boolean seesWorkOrders() {
    return this instanceof Staff;
  }

  /** The buyer's own purchase order number is theirs: a glass link may be passed on. */
  default boolean seesCustomerReference() {
    return !(this instanceof Glass);
  }

  /** Why a promise moved and who said so; a glass link shows the dates. */
  default boolean seesReasons() {
    return !(this instanceof Glass);
  }

  /** Pieces that were rejected or scrapped stand in each operation and in each report. */
  default boolean seesFaults() {
    return sees(GlassField.OPERATIONS) || sees(GlassField.REPORTS);
  }

  default boolean sees(GlassField field) {
    return !(this instanceof Glass glass) || glass.fields().contains(field);
  }
}
