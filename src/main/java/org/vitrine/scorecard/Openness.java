package org.vitrine.scorecard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** To whom the numbers of the months are opened, besides staff. */
public enum Openness {
  /** To everybody, without an account. */
  PUBLIC,
  /** To customers and distributors who are signed in. */
  CUSTOMERS,
  NOBODY;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Openness> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  static Openness of(String code) {
    return find(code).orElseThrow();
  }
}
