package org.vitrine.profiles;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;

/** What was agreed with each company, and what it gets by its tier. */
public final class ProfilesFeature {
  private ProfilesFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(Profiles profiles, Database pages, Guards guards) {
    ProfileReader reader = new ProfileReader(profiles, profiles.database);
    AgreementReader agreements = new AgreementReader(profiles, profiles.database);
    return Feature.named("profiles")
        .answering(
            new ProfileRoutes(reader, profiles.desk(), guards),
            new AgreementRoutes(agreements, guards))
        .watchedBy(new ProfileTopics(profiles, reader.over(pages), agreements.over(pages)));
  }
}
