package org.vitrine.today;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * How one part of the installation is; the page makes a sentence of it.
 *
 * @param leads to where something can be done about it
 * @param facts what the sentence names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HouseFinding(
    String kind,
    FindingState state,
    String says,
    Optional<String> leads,
    @JsonAnyGetter Map<String, Object> facts) {

  /** The worst first. */
  enum FindingState {
    @JsonProperty("bad")
    BAD,
    @JsonProperty("warn")
    WARN,
    @JsonProperty("ok")
    OK
  }

  static HouseFinding ok(String kind, String says, Map<String, Object> facts) {
    return new HouseFinding(kind, FindingState.OK, says, Optional.empty(), facts);
  }

  static HouseFinding warn(String kind, String says, Map<String, Object> facts) {
    return new HouseFinding(kind, FindingState.WARN, says, Optional.empty(), facts);
  }

  static HouseFinding bad(String kind, String says, Map<String, Object> facts) {
    return new HouseFinding(kind, FindingState.BAD, says, Optional.empty(), facts);
  }

  HouseFinding leadingTo(String address) {
    return new HouseFinding(kind, state, says, Optional.of(address), facts);
  }
}
