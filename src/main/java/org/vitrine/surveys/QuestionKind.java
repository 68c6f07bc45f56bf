package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a question is answered. */
public enum QuestionKind {
  @JsonProperty("score-0-10")
  SCORE_0_10,
  @JsonProperty("score-1-5")
  SCORE_1_5,
  /** One of several, or more. */
  @JsonProperty("choice")
  CHOICE,
  /** All of several, the best first. */
  @JsonProperty("rank")
  RANK,
  @JsonProperty("open")
  OPEN,
  /** The first words that come to mind, each with what the answerer thinks of it. */
  @JsonProperty("association")
  ASSOCIATION,
  /** A sentence that is begun. */
  @JsonProperty("completion")
  COMPLETION,
  /** What one would do, or expect, in a situation that is told. */
  @JsonProperty("situation")
  SITUATION,
  /** One of several pictures, and why. */
  @JsonProperty("picture")
  PICTURE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
