package org.vitrine.reviews;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whose word counts in a review. */
public enum WhoseWord {
  /** Each person's. */
  @JsonProperty("person")
  PERSON,
  /** One a company, whoever of its people says it; who says it later changes it. */
  @JsonProperty("company")
  COMPANY;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static WhoseWord of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
