package org.vitrine.visits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/** As whom somebody of the house goes: each has a cadence of its own. */
public enum VisitRole {
  ACCOUNT_MANAGER,
  DEPARTMENT_HEAD;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static VisitRole of(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Rejection.Invalid("", "Must be account-manager or department-head"));
  }
}
