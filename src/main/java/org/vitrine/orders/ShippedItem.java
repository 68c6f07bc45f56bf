package org.vitrine.orders;

import org.vitrine.platform.Rejection;

/** So much of a line that left with a shipment, in the unit of the line. */
public record ShippedItem(Integer line, Amount quantity) {
  public ShippedItem {
    if (line == null || line < 1 || line > 9_999) {
      throw new Rejection.Invalid(
          "line",
          "“%s” is no line number: give one from 1 to 9999".formatted(line == null ? "" : line));
    }
    if (quantity == null || !quantity.isPositive()) {
      throw new Rejection.Invalid(
          "quantity",
          Amount.quoted(quantity == null ? "" : quantity.asWritten())
              + " is not what can leave: give a number above zero");
    }
  }
}
