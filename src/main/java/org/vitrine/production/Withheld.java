package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why there is no forecast. */
public enum Withheld {
  /** A stage is held, and nobody knows for how long. */
  @JsonProperty("held")
  HELD,
  /** A mandatory requirement failed. */
  @JsonProperty("failed")
  FAILED,
  /** A stage is being looked into. */
  @JsonProperty("doubted")
  DOUBTED,
  /** Nothing was heard yet, or a remaining stage has no usual time. */
  @JsonProperty("unknown")
  UNKNOWN
}
