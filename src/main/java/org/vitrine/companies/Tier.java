package org.vitrine.companies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How close a company is to the house; platinum first. */
public enum Tier {
  @JsonProperty("standard")
  STANDARD,
  @JsonProperty("silver")
  SILVER,
  @JsonProperty("gold")
  GOLD,
  @JsonProperty("platinum")
  PLATINUM
}
