package org.vitrine.surveys;

import org.vitrine.orders.LocalizedText;

/** What the lowest and the highest score mean, in words. */
public record ScoreEnds(LocalizedText low, LocalizedText high) {
  private static final int LONGEST = 60;

  public ScoreEnds {
    SurveyText.require("low", low, LONGEST);
    SurveyText.require("high", high, LONGEST);
  }
}
