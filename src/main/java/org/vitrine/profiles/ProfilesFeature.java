package org.vitrine.profiles;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;
import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.profiles.ProfileTopic.OwnAgreement;

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
        .showing(
            PageEntry.of("/agreement", "profiles/pages/agreement.js")
                .needing(Permission.SEE_AGREEMENT.code())
                .inMenu(MAIN, 47, "nav.agreement")
                .watching(OwnAgreement.NAME),
            PageEntry.of("/service-levels", "profiles/pages/tiers.js")
                .needing(Permission.KEEP_PROFILES.code())
                .inMenu(MANAGE, 33, "nav.tier-profiles"))
        .extending("/companies/:code", "profiles/pages/on-company.js")
        .watchedBy(new ProfileTopics(profiles, reader.over(pages), agreements.over(pages)))
        .doing(profiles.views().chore(), profiles.day().chore());
  }
}
