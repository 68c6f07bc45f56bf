package org.vitrine.recalls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What is done for a customer at our cost. */
public enum Remedy {
  REPLACE,
  REPAIR,
  REFUND;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Remedy of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }
}
