package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of open orders when the routing changes by which they are made. */
public enum OrdersInFlight {
  /** Lines that the plant has reported of keep the version that they have; others follow. */
  @JsonProperty("keep")
  KEEP,
  /** All that are not over are made by the new version. */
  @JsonProperty("move")
  MOVE
}
