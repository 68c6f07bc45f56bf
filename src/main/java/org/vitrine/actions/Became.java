package org.vitrine.actions;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody says became of an action. */
enum Became {
  @JsonProperty("done")
  DONE,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  @JsonProperty("worked")
  WORKED,
  @JsonProperty("reopened")
  REOPENED
}
