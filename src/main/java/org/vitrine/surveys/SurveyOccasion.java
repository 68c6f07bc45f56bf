package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** When somebody is asked. */
public enum SurveyOccasion {
  /** All of an order has left and arrived. */
  @JsonProperty("after-order")
  AFTER_ORDER,
  /** A complaint was solved. */
  @JsonProperty("after-complaint")
  AFTER_COMPLAINT,
  /** In rounds, the next half a year after this one. */
  @JsonProperty("half-yearly")
  HALF_YEARLY,
  @JsonProperty("once")
  ONCE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SurveyOccasion of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
