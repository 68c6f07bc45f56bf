package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Pictures of ours to choose among; pages draw them. */
public enum SurveyPicture {
  @JsonProperty("sun")
  SUN,
  @JsonProperty("clouds")
  CLOUDS,
  @JsonProperty("storm")
  STORM,
  @JsonProperty("bridge")
  BRIDGE,
  @JsonProperty("wall")
  WALL,
  @JsonProperty("path")
  PATH,
  @JsonProperty("hourglass")
  HOURGLASS,
  @JsonProperty("lighthouse")
  LIGHTHOUSE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
