package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Optional;

/** Another system did not answer, or not as it should. The sentence holds no secret. */
public final class SourceFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final FaultKind kind;
  private final Duration retryAfter;

  /** What is wrong, as those who look after it can act on. */
  public enum FaultKind {
    /** We ask too often. */
    @JsonProperty("throttled")
    THROTTLED,
    /** It is not there, or broken at the moment. */
    @JsonProperty("away")
    AWAY,
    /** It does not know us, or we may not. */
    @JsonProperty("denied")
    DENIED,
    /** It refuses the question. */
    @JsonProperty("refused")
    REFUSED,
    /** The answer is none that we understand. */
    @JsonProperty("unreadable")
    UNREADABLE,
    /** The address is none that we may connect to. */
    @JsonProperty("forbidden")
    FORBIDDEN,
    /** The mapping does not fit what is there. */
    @JsonProperty("mapping")
    MAPPING,
    /** So much is gone at once that it is rather a mistake over there, or in the filter. */
    @JsonProperty("doubtful")
    DOUBTFUL;

    /** Whether the same question may be answered in a moment. */
    boolean passes() {
      return this == THROTTLED || this == AWAY;
    }
  }

  SourceFault(FaultKind kind, String sentence, Optional<Duration> retryAfter) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.retryAfter = retryAfter.orElse(null);
  }

  static SourceFault unreadable(String sentence) {
    return new SourceFault(FaultKind.UNREADABLE, sentence, Optional.empty());
  }

  FaultKind kind() {
    return kind;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
