package org.vitrine.reviews;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What becomes of a proposal. */
public enum AnswerKind {
  @JsonProperty("adopted")
  ADOPTED,
  /** Adopted with a change. */
  @JsonProperty("changed")
  CHANGED,
  @JsonProperty("declined")
  DECLINED,
  /** Another proposal says the same, and is answered for both. */
  @JsonProperty("same")
  SAME;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AnswerKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
