package org.vitrine.mail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a mail is. */
public enum MailState {
  /** It is tried, now or later. */
  @JsonProperty("waiting")
  WAITING,
  @JsonProperty("sent")
  SENT,
  /** It was refused for good, or tried for three days: staff decide. */
  @JsonProperty("set-aside")
  SET_ASIDE,
  /** No mail server was configured: staff pass on what it says. */
  @JsonProperty("kept")
  KEPT
}
