package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a customer says to another date. */
public enum DelayAnswer {
  @JsonProperty("accept")
  ACCEPT,
  /** To some of the lines, or to a part that comes first. */
  @JsonProperty("accept-part")
  ACCEPT_PART,
  /** They name a day themselves. */
  @JsonProperty("other-day")
  OTHER_DAY,
  @JsonProperty("decline")
  DECLINE,
  @JsonProperty("call-me")
  CALL_ME;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static DelayAnswer of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether a date is agreed on by it. */
  public boolean isConsent() {
    return this == ACCEPT || this == ACCEPT_PART;
  }
}
