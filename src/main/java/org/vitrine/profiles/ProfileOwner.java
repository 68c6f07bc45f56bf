package org.vitrine.profiles;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose agreement something comes from. */
public enum ProfileOwner {
  @JsonProperty("company")
  COMPANY,
  @JsonProperty("tier")
  TIER,
  /** What the house does for everybody of whom nothing was agreed. */
  @JsonProperty("default")
  DEFAULT
}
