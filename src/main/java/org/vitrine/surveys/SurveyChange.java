package org.vitrine.surveys;

import java.util.Optional;
import org.vitrine.platform.changes.Change;

/** What other rooms, and open pages, hear of surveys; never of an anonymous answer. */
public final class SurveyChange {
  /** Something became of a survey; the key is its code. */
  public static final String KIND = "survey";

  private SurveyChange() {}

  static Change of(SurveyCode code, long version) {
    return new Change(KIND, code.text(), version, Optional.empty());
  }
}
