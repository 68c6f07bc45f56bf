package org.vitrine.surveys;

import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.surveys.SurveyOutcome.OutcomeDeed;

/** What came of the round before, with which the next one begins. */
interface RoundBefore {

  /** Nothing where nobody was told yet. */
  Optional<ToldBefore> of(Queries queries, SurveyCode before);

  /**
   * What everybody was told who answered.
   *
   * @param words the thank-you
   * @param deeds what is done because of what was said, as it stands now
   */
  record ToldBefore(LocalizedText title, LocalizedText words, List<OutcomeDeed> deeds) {}
}
