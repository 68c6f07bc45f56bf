package org.vitrine.traceability;

import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/** Which lots left, in PostgreSQL. */
final class ShippingRepository {
  private static final String FORGET =
      """
      DELETE FROM shipped_lot
       WHERE order_id = $1\
      """;

  private static final String ADD =
      """
      INSERT INTO shipped_lot (node, order_id, shipment, line, company_id, thousandths, left_on, delivered_on)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)\
      """;

  void forget(Queries transaction, OrderId order) {
    transaction.execute("trace.forget_shipped", FORGET, order.value());
  }
}
