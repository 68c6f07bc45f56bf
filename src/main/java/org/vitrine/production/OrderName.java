package org.vitrine.production;

import org.vitrine.orders.OrderNumber;

/**
 * What a report calls the order that it is about.
 *
 * @param text the order's number, or that of one of its work orders
 * @param isWorkOrder true where it says that it is a work order's; else an order's goes before
 */
record OrderName(String text, boolean isWorkOrder) {

  static OrderName of(Report report) {
    return report.order() == null
        ? new OrderName(report.reference().workOrder(), true)
        : new OrderName(report.order(), false);
  }

  /** Whether it is this number of an order. */
  boolean isNumber(String number) {
    return !isWorkOrder
        && (text.equals(number) || OrderNumber.key(text).equals(OrderNumber.key(number)));
  }
}
