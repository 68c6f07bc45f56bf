package org.vitrine.visits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/** Where a visit stands; what was missed stays missed. */
public enum VisitState {
  PLANNED,
  MADE,
  MISSED,
  CANCELLED,
  /** Its time has passed without a word. */
  NOT_NOTED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static VisitState of(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid("", "Must be planned, made, missed, cancelled or not-noted"));
  }
}
