package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of thing the plant says happened. */
public enum ReportKind {
  @JsonProperty("started")
  STARTED,
  @JsonProperty("progressed")
  PROGRESSED,
  @JsonProperty("finished")
  FINISHED,
  @JsonProperty("held")
  HELD,
  @JsonProperty("resumed")
  RESUMED,
  @JsonProperty("reading")
  READING,
  /** Something can be seen in a picture: it counts nothing, and nothing begins by it. */
  @JsonProperty("seen")
  SEEN,
  /** What an earlier report said did not happen: it corrects that one, and counts for nothing. */
  @JsonProperty("withdrawn")
  WITHDRAWN;

  /** Whether somebody worked on something. */
  boolean isWork() {
    return this == STARTED || this == PROGRESSED || this == FINISHED;
  }
}
