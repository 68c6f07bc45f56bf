package org.vitrine.health;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.PageEntry;

/** How the installation is: a page, letters where something turns bad, and what grows. */
public final class HealthFeature {
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Duration KEEP = Duration.ofHours(1);

  private HealthFeature() {}

  public static Feature of(
      Database database,
      Health health,
      Backups backups,
      HealthGround ground,
      Optional<URI> publicUrl,
      HealthSentence sentence,
      Mailer mailer,
      Guards guards,
      Clock clock) {
    HealthAlerts alerts =
        new HealthAlerts(
            database, health, new Colleagues(), new Contacts(), mailer, sentence, clock);
    CertificateChecks certificate = new CertificateChecks(publicUrl);
    return Feature.named("health")
        .answering(new HealthPageRoutes(health, guards))
        .showing(
            PageEntry.of("/health", "health/pages/health.js")
                .needing(Permission.SET_HOUSE.code())
                .inMenu(MANAGE, 95, "nav.health"))
        .checkedBy(
            new HouseChecks(ground, backups), new MachineChecks(health, ground.data()), certificate)
        .doing(
            new Chore("certificate", LOOK, () -> certificate.look(clock.instant())),
            new Chore("health alerts", LOOK, alerts::look),
            new Chore("health sizes", KEEP, health::keepSizes));
  }
}
