package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What stands on somebody's badge. A printed one of ours says what it is in front, one that the
 * house has anyway does not; either is the same badge, in any letters and any width.
 */
record Badge(@JsonValue String value) {
  static final String PREFIX = "VT-BADGE:";

  static final int LONGEST = 80;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Badge {
    value = value == null ? "" : Blanks.stripped(value);
    if (isPrinted(value)) {
      value = Blanks.stripped(value.substring(PREFIX.length()));
    }
    if (value.isEmpty()) {
      throw new Rejection.Invalid("badge", "Scan the badge, or type what stands on it");
    }
    TextLimit.atMost("badge", value, LONGEST);
  }

  /** Whether a scanned text says of itself that it is a badge. */
  static boolean isPrinted(String text) {
    return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  String key() {
    return OrderNumber.key(value);
  }

  /** As it is printed. */
  String printed() {
    return PREFIX + value;
  }
}
