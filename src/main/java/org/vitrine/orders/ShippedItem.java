package org.vitrine.orders;

import org.vitrine.platform.Rejection;

/** So much of a line that left with a shipment. */
public record ShippedItem(Integer line, Integer quantity) {
  private static final int MOST = 1_000_000_000;

  public ShippedItem {
    if (line == null || line < 1 || line > 9_999) {
      throw new Rejection.Invalid(
          "line", "“%s” is no line number: give one from 1 to 9999".formatted(written(line)));
    }
    if (quantity == null || quantity < 1 || quantity > MOST) {
      throw new Rejection.Invalid(
          "quantity",
          "“%s” is not what can leave: give a whole number from 1 to %d"
              .formatted(written(quantity), MOST));
    }
  }

  private static String written(Integer number) {
    return number == null ? "" : number.toString();
  }
}
