package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonProperty;

/** To whom a voice climbs when it is overdue, one after the other. */
public enum Rung {
  /** Whoever heads the department. */
  @JsonProperty("head")
  HEAD,
  @JsonProperty("account-manager")
  ACCOUNT_MANAGER,
  /** The person whom an administrator chose for it. */
  @JsonProperty("chosen")
  CHOSEN
}
