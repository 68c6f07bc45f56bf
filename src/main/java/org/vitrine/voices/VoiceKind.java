package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody wants who says something. */
public enum VoiceKind {
  @JsonProperty("wish")
  WISH,
  @JsonProperty("question")
  QUESTION,
  @JsonProperty("complaint")
  COMPLAINT,
  /** What is answered when we ask, after the delivery, how a product does. */
  @JsonProperty("care")
  CARE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static VoiceKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
