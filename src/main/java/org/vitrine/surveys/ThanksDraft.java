package org.vitrine.surveys;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * What everybody who answered is told with the results.
 *
 * @param words the thank-you
 * @param deeds what is done because of what was said
 */
public record ThanksDraft(LocalizedText words, List<ThanksDeed> deeds) {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_DEED = 240;
  private static final int MOST_DEEDS = 12;

  public ThanksDraft {
    SurveyText.require("words", words, LONGEST);
    deeds = deeds == null ? List.of() : List.copyOf(deeds);
    if (deeds.size() > MOST_DEEDS) {
      throw new Rejection.Invalid("deeds", "Name at most %d deeds".formatted(MOST_DEEDS));
    }
    for (int at = 0; at < deeds.size(); at++) {
      ThanksDeed deed = deeds.get(at);
      SurveyText.require("deeds[%d].text".formatted(at), deed.text(), LONGEST_DEED);
      if (deed.due() == null) {
        throw new Rejection.Invalid("deeds[%d].due".formatted(at), "Say by which day it is done");
      }
    }
  }

  /**
   * What is done.
   *
   * @param due the last day, where the plant is
   * @param owner by e-mail address; where there is one, it becomes an action
   */
  public record ThanksDeed(LocalizedText text, LocalDate due, String owner) {
    public ThanksDeed {
      owner = owner == null || owner.isBlank() ? null : owner.strip();
    }
  }
}
