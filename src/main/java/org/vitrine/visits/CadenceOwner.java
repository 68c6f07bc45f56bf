package org.vitrine.visits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/** Who says how often somebody is met. */
public enum CadenceOwner {
  COMPANY,
  TIER,
  /** The house's interval of the tier, where no profile says anything. */
  INTERVAL,
  DEFAULT;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static CadenceOwner of(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Rejection.Invalid("", "Must be company, tier, interval or default"));
  }
}
