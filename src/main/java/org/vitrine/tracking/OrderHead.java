package org.vitrine.tracking;

import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.orders.Order;
import org.vitrine.production.OrderSummary;

/** What an order is, as its page and its row in lists begin. */
record OrderHead(
    String number,
    Optional<String> customerReference,
    StatusPage.Buyer company,
    LocalDate placedOn) {

  static OrderHead of(OrderSummary summary, Audience audience) {
    Order order = summary.snapshot().order();
    return new OrderHead(
        order.number().value(),
        Optional.ofNullable(order.customerReference())
            .filter(reference -> audience.seesCustomerReference()),
        buyer(summary.snapshot().company(), audience),
        order.placedOn());
  }

  private static StatusPage.Buyer buyer(Company company, Audience audience) {
    return new StatusPage.Buyer(
        Optional.of(company.code()).filter(code -> audience.seesCustomerReference()),
        company.name(),
        Optional.of(company.tier()).filter(tier -> audience.seesTier()));
  }
}
