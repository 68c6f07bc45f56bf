package org.vitrine.visits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/** How somebody is met. */
public enum VisitKind {
  VISIT,
  CALL;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static VisitKind of(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Rejection.Invalid("", "Must be visit or call"));
  }
}
