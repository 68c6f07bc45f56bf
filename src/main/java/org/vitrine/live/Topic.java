package org.vitrine.live;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.tracking.Audience;

/**
 * What can be watched. Two watchers of the same topic get the same frames, so it includes the
 * audience.
 */
sealed interface Topic {

  /** What the client calls it. */
  String name();

  Audience audience();

  /** The status page of one order. */
  record OrderPage(OrderId order, String name, Audience audience) implements Topic {}

  /** A list of orders. */
  sealed interface Rows extends Topic {
    /** Whose orders; absent for all companies'. */
    Optional<CompanyId> company();

    boolean inFlightOnly();

    default boolean mayHold(CompanyId owner) {
      return company().isEmpty() || company().get().equals(owner);
    }
  }

  /** A company's orders, or all of them for staff. */
  record OrderList(Optional<CompanyId> company) implements Rows {
    @Override
    public String name() {
      return "orders";
    }

    @Override
    public Audience audience() {
      return company.isPresent() ? Audience.CUSTOMER : Audience.STAFF;
    }

    @Override
    public boolean inFlightOnly() {
      return false;
    }
  }

  /** Every order in flight, for staff. */
  record Board() implements Rows {
    @Override
    public String name() {
      return "board";
    }

    @Override
    public Optional<CompanyId> company() {
      return Optional.empty();
    }

    @Override
    public Audience audience() {
      return Audience.STAFF;
    }

    @Override
    public boolean inFlightOnly() {
      return true;
    }
  }
}
