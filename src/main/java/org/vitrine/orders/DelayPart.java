package org.vitrine.orders;

import java.time.LocalDate;
import org.vitrine.platform.Rejection;

/** What of a line comes first, where the rest comes later. */
public record DelayPart(Integer line, Amount quantity, LocalDate date) {
  public DelayPart {
    if (line == null || line < 1) {
      throw new Rejection.Invalid("line", "Say of which line a part comes first");
    }
    if (quantity == null || !quantity.isPositive()) {
      throw new Rejection.Invalid("quantity", "Say how much comes first: more than nothing");
    }
    if (date == null) {
      throw new Rejection.Invalid("date", "Say by when the part comes");
    }
  }
}
