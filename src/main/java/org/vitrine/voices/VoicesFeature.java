package org.vitrine.voices;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.photos.Photos;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.tracking.Tracking;

/** What customers say, who answers, and how well that is done. */
public final class VoicesFeature {
  private VoicesFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Voices voices,
      VoiceSettings settings,
      Tracking tracking,
      Photos photos,
      Database pages,
      Guards guards,
      Idempotency idempotency) {
    VoiceReader reader = voices.reader();
    Voices.AnsweringRules rules = voices.rules();
    return Feature.named("voices")
        .answering(
            new FigureRoutes(rules.figures(), guards),
            new VoiceRoutes(voices, reader, tracking, photos, guards, idempotency),
            new VoiceActRoutes(voices, reader, guards, idempotency),
            new MailQuestionRoutes(voices.questions(), guards),
            new DepartmentRoutes(rules.departments(), guards),
            new CommitmentRoutes(rules.profiles(), rules.questions(), settings, guards))
        .watchedBy(new VoiceTopics(voices, tracking, reader, pages))
        .hearing(voices.subscribers().toArray(Subscriber[]::new))
        .forgetting(List.of(voices.questions()::addSweeps));
  }
}
