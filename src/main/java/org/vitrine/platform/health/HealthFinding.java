package org.vitrine.platform.health;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * How one part of the installation is. Pages and mails make a sentence of it by the words {@code
 * health.KIND.SAYS}.
 *
 * @param leads to where something can be done about it
 * @param facts what the sentence names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HealthFinding(
    String kind,
    HealthState state,
    String says,
    Optional<String> leads,
    @JsonAnyGetter Map<String, Object> facts) {

  /** The worst first. */
  public enum HealthState {
    @JsonProperty("bad")
    BAD,
    @JsonProperty("warn")
    WARN,
    @JsonProperty("ok")
    OK
  }

  public static HealthFinding ok(String kind, String says, Map<String, Object> facts) {
    return new HealthFinding(kind, HealthState.OK, says, Optional.empty(), facts);
  }

  public static HealthFinding warn(String kind, String says, Map<String, Object> facts) {
    return new HealthFinding(kind, HealthState.WARN, says, Optional.empty(), facts);
  }

  public static HealthFinding bad(String kind, String says, Map<String, Object> facts) {
    return new HealthFinding(kind, HealthState.BAD, says, Optional.empty(), facts);
  }

  public HealthFinding leadingTo(String address) {
    return new HealthFinding(kind, state, says, Optional.of(address), facts);
  }
}
