package org.vitrine.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be done with what somebody said, as the demo's script calls it. */
enum VoiceDoing {
  @JsonProperty("see")
  SEE,
  @JsonProperty("answer")
  ANSWER,
  @JsonProperty("ask")
  ASK,
  @JsonProperty("note")
  NOTE,
  @JsonProperty("handOn")
  HAND_ON,
  @JsonProperty("assign")
  ASSIGN,
  @JsonProperty("close")
  CLOSE,
  @JsonProperty("reopen")
  REOPEN,
  @JsonProperty("thank")
  THANK
}
