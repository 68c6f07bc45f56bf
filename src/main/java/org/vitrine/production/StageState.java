package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a stage stands: the light behind its pane. */
public enum StageState {
  /** Nothing heard from it yet: dusk. */
  @JsonProperty("waiting")
  WAITING,
  /** Reported and not through, or through with a mandatory measurement open: lit. */
  @JsonProperty("running")
  RUNNING,
  /** Stopped, with a sentence why. */
  @JsonProperty("held")
  HELD,
  /** A mandatory requirement failed. */
  @JsonProperty("failed")
  FAILED,
  /** Something may be wrong with it, whatever was reported: it is being looked into. */
  @JsonProperty("doubted")
  DOUBTED,
  /**
   * Later stages say that it was begun, the plant reported nothing of it: frosted, and not done.
   */
  @JsonProperty("under-way")
  UNDER_WAY,
  /** Later stages say that all passed it, the plant did not report all of it: frosted. */
  @JsonProperty("unverified")
  UNVERIFIED,
  /** Reported through, and nothing mandatory open or failed: clear. */
  @JsonProperty("met")
  MET
}
