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
  READING
}
