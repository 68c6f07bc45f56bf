package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a survey is. */
public enum SurveyState {
  @JsonProperty("draft")
  DRAFT,
  /** It asks from the moment on that it says. */
  @JsonProperty("open")
  OPEN,
  @JsonProperty("closed")
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SurveyState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
