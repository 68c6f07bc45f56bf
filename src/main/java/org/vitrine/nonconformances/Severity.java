package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad it is, in the words of inspection; the worst first. */
public enum Severity {
  /** Somebody may be hurt, or the law is broken. */
  @JsonProperty("critical")
  CRITICAL,
  /** What was made does not do what it is for. */
  @JsonProperty("major")
  MAJOR,
  /** It does, and is still not as it was ordered. */
  @JsonProperty("minor")
  MINOR,
  /** It is as it was ordered, and yet somebody should look at it. */
  @JsonProperty("observation")
  OBSERVATION;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Severity> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
