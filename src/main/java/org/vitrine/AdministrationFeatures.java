package org.vitrine;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.calendars.CalendarsFeature;
import org.vitrine.connectors.ConnectorsFeature;
import org.vitrine.feature.Feature;
import org.vitrine.health.HealthFeature;
import org.vitrine.health.HealthGround;
import org.vitrine.health.HealthSentence;
import org.vitrine.house.HouseFeature;
import org.vitrine.house.SetupGuide;
import org.vitrine.mail.Bounces;
import org.vitrine.people.CompaniesFeature;
import org.vitrine.people.PeopleFeature;
import org.vitrine.photos.PhotosFeature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.signin.SessionRoutes;
import org.vitrine.signin.SignIn;
import org.vitrine.signin.SignInFeature;

/**
 * The features by which the house itself is kept: who comes in, what it is called, when it works.
 */
final class AdministrationFeatures {
  private AdministrationFeatures() {}

  static List<Feature> of(
      Rooms rooms,
      Database pages,
      Guards guards,
      SessionRoutes sessionRoutes,
      Optional<SignIn.Provider> openId,
      Idempotency idempotency) {
    return List.of(
        CalendarsFeature.of(rooms.calendars, guards),
        HealthFeature.of(
            rooms.database,
            rooms.health,
            rooms.backups,
            new HealthGround(
                rooms.changes,
                rooms.mails,
                new Bounces(rooms.database),
                rooms.keys,
                rooms.forecasting,
                rooms.evidence,
                Optional.of(rooms.settings.data())
                    .filter(own -> rooms.settings.databaseUrl().isEmpty())),
            rooms.settings.publicUrl(),
            new HealthSentence(rooms.words, rooms.identity.zone()),
            rooms.mailer,
            guards,
            rooms.clock),
        HouseFeature.of(
            rooms.houseSettings,
            new SetupGuide(rooms.database, rooms.houseSettings, rooms.people, rooms.clock),
            rooms.examples,
            guards),
        ConnectorsFeature.of(rooms.connectors, guards),
        PhotosFeature.of(rooms.photos, guards, rooms.voices::companyOfHolder),
        SignInFeature.of(
            rooms.signIn,
            rooms.sessions,
            sessionRoutes,
            rooms.signIn.routes(
                sessionRoutes,
                guards,
                rooms.mails.isMailed(),
                openId,
                rooms.settings.publicUrl().orElse(null),
                rooms.address)),
        CompaniesFeature.of(
            rooms.database,
            pages,
            rooms.companies,
            rooms.merges,
            rooms.people,
            rooms.sessions,
            rooms.audit,
            guards),
        PeopleFeature.of(
            rooms.people,
            rooms.companies,
            rooms.keys,
            rooms.sessions,
            rooms.audit,
            rooms.mails,
            new Bounces(rooms.database),
            rooms.unsubscribing,
            guards,
            idempotency,
            rooms.settings.auditDays()));
  }
}
