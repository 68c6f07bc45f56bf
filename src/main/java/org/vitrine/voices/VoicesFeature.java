package org.vitrine.voices;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;

/** What customers say, who answers, and how well that is done. */
public final class VoicesFeature {
  private VoicesFeature() {}

  public static Feature of(
      Departments departments,
      CommitmentProfiles profiles,
      CareQuestions questions,
      VoiceSettings settings,
      Figures figures,
      Guards guards) {
    return Feature.named("voices")
        .answering(
            new FigureRoutes(figures, guards),
            new DepartmentRoutes(departments, guards),
            new CommitmentRoutes(profiles, questions, settings, guards));
  }
}
