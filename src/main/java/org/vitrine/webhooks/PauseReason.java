package org.vitrine.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why an endpoint is told nothing for now. */
enum PauseReason {
  BY_HAND,
  /** It said that it is there no longer (410). */
  GONE,
  /** Nothing but failures, for days. */
  FAILING;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static PauseReason of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }
}
