package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * A number under which the plant makes a line, as its systems print it. Two that differ only in
 * small letters and capitals, or in their width, are equal, as those of orders are.
 */
public record WorkOrderNumber(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WorkOrderNumber {
    value = value == null ? "" : Blanks.stripped(value);
    if (!OrderNumber.fits(value)) {
      throw new Rejection.Invalid(
          "",
          "“%s” is no number of a work order: that is %s"
              .formatted(Excerpt.of(value), OrderNumber.FITTING));
    }
  }

  String key() {
    return OrderNumber.key(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkOrderNumber number && key().equals(number.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
