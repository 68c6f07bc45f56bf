package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** On which side of a transfer somebody is. */
enum TransferSide {
  GIVER,
  RECEIVER;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TransferSide of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
