package org.vitrine.promises;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;
import org.vitrine.orders.OrderId;

/**
 * The ledger of an order, as it is watched.
 *
 * @param name as whoever watches writes it
 * @param reader whose people watch it; absent for staff
 */
record PromiseTopic(String name, OrderId order, Optional<CompanyId> reader) implements Topic {
  @Override
  public Optional<String> subject() {
    return Optional.of(String.valueOf(order.value()));
  }

  @Override
  public Optional<Long> company() {
    return reader.map(CompanyId::value);
  }
}
