package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/** The manufacturer's own number of an order, as it stands on paper: SO-1001. */
public record OrderNumber(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderNumber {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new Rejection.Invalid(
          "number",
          "An order number must have 1 to 40 letters, digits, dots, dashes or underscores");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
