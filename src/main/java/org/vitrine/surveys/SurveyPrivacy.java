package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who may know whose an answer is; it never changes once somebody was asked. */
public enum SurveyPrivacy {
  /** The house sees who said what. */
  @JsonProperty("named")
  NAMED,
  /** Nobody of the house sees who said what; it is kept to bring the results back. */
  @JsonProperty("confidential")
  CONFIDENTIAL,
  /** Nobody can find out, and nothing is kept by which they could. */
  @JsonProperty("anonymous")
  ANONYMOUS;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SurveyPrivacy of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
