package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What whoever says something is promised; each is counted apart. */
public enum Commitment {
  /** Somebody here has looked at it. */
  @JsonProperty("seen")
  SEEN,
  @JsonProperty("firstAnswer")
  FIRST_ANSWER,
  /** What the customer adds after the first answer is answered too. */
  @JsonProperty("nextAnswer")
  NEXT_ANSWER,
  @JsonProperty("solved")
  SOLVED;

  /** What tables call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Commitment of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
