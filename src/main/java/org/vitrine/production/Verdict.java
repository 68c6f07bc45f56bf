package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a requirement. */
public enum Verdict {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("passed")
  PASSED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("waived")
  WAIVED
}
