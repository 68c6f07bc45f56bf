package org.vitrine.platform;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether saving something made it, changed it or found it as it was. */
public enum SaveOutcome {
  @JsonProperty("created")
  CREATED,
  @JsonProperty("changed")
  CHANGED,
  @JsonProperty("unchanged")
  UNCHANGED
}
