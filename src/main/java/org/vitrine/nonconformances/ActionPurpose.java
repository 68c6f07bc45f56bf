package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an action is for that a nonconformance raised. */
public enum ActionPurpose {
  /** Nothing more of it reaches anybody. */
  CONTAINMENT,
  /** What is the cause of it is no more. */
  CORRECTION,
  /** It does not happen elsewhere, nor again. */
  PREVENTION;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ActionPurpose of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
