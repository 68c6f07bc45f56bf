package org.vitrine.tracking;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;
import org.vitrine.orders.OrderId;

/** What can be watched of orders. */
sealed interface OrderTopic extends Topic {

  Audience audience();

  /** The status page of one order. */
  record SingleOrder(OrderId order, String name, Audience audience) implements OrderTopic {
    @Override
    public Optional<String> subject() {
      return Optional.of(String.valueOf(order.value()));
    }
  }

  /** A list of orders. */
  sealed interface OrderList extends OrderTopic {
    /** Whose orders; absent for all companies'. */
    Optional<CompanyId> owner();

    boolean inFlightOnly();

    @Override
    default Optional<Long> company() {
      return owner().map(CompanyId::value);
    }

    default boolean mayHold(Optional<Long> company) {
      return company().isEmpty() || company.isEmpty() || company().equals(company);
    }
  }

  /** A company's orders, or all of them for staff. */
  record AllOrders(Optional<CompanyId> owner) implements OrderList {
    @Override
    public String name() {
      return OrderTopics.LIST;
    }

    @Override
    public Audience audience() {
      return owner.isPresent() ? Audience.CUSTOMER : Audience.STAFF;
    }

    @Override
    public boolean inFlightOnly() {
      return false;
    }
  }

  /** Every order in flight, for staff. */
  record Board() implements OrderList {
    @Override
    public String name() {
      return OrderTopics.BOARD;
    }

    @Override
    public Optional<CompanyId> owner() {
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
