package org.vitrine.notices;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;
import static org.vitrine.platform.web.MenuPlace.Group.OWN;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.platform.words.Words;
import org.vitrine.production.OrderSnapshots;

/** What people are told: their notices, how they choose them, and how these reach them. */
public final class NoticesFeature {
  private static final Duration MAILS_EVERY = Duration.ofSeconds(5);
  private static final Duration PUSHES_EVERY = Duration.ofSeconds(2);
  private static final Duration DIGESTS_EVERY = Duration.ofSeconds(30);
  private static final Duration RISKS_EVERY = Duration.ofSeconds(5);

  private NoticesFeature() {}

  /**
   * What it stands on.
   *
   * @param pages over which open pages are read, whatever else the database is asked
   * @param address where people reach us
   */
  public record NoticeGround(
      Database database,
      Database pages,
      OrderSnapshots snapshots,
      Mailer mailer,
      Unsubscribing unsubscribing,
      Outgoing outgoing,
      Words words,
      Supplier<URI> address,
      ZoneId plantZone,
      Clock clock) {}

  public static Feature of(Notices notices, Choices choices, NoticeGround ground, Guards guards) {
    NoticeMails mails =
        new NoticeMails(
            ground.database(),
            ground.mailer(),
            ground.unsubscribing(),
            ground.words(),
            ground.plantZone(),
            ground.clock());
    RiskWatch risks =
        new RiskWatch(
            ground.database(), notices, ground.snapshots(), ground.plantZone(), ground.clock());
    PushDevices devices = new PushDevices(ground.database(), ground.clock());
    NoticePushes pushes =
        new NoticePushes(
            ground.database(),
            devices,
            new PushMessages(ground.words()),
            ground.address(),
            ground.outgoing(),
            NoticePushes.PATIENCE,
            ground.clock());
    return Feature.named("notices")
        .answering(
            new NoticeRoutes(notices, guards),
            new ChoiceRoutes(choices, guards),
            new PushRoutes(devices, guards))
        .watchedBy(new NoticeTopics(notices.over(ground.pages())))
        .showing(
            PageEntry.of("/notices", "notices/pages/notices.js")
                .needing(Permission.KEEP_NOTICES.code())
                .watching(NoticePage.NEWEST),
            PageEntry.of("/notices/choices", "notices/pages/choices.js")
                .needing(Permission.KEEP_NOTICES.code())
                .inMenu(OWN, 20, "nav.notice-choices"),
            PageEntry.of("/notices/rhythm", "notices/pages/rhythm.js")
                .needing(Permission.SET_NOTICES.code())
                .inMenu(MANAGE, 60, "nav.rhythm"))
        .extendingEveryPage("notices/pages/on-bar.js")
        .extending("/orders/:number", "notices/pages/on-order.js")
        .hearing(new NoticeSubscriber(notices))
        .doing(
            new Chore("notices by mail", MAILS_EVERY, mails::tellAtOnce),
            new Chore("notices on devices", PUSHES_EVERY, pushes::push),
            new Chore("digests", DIGESTS_EVERY, mails::sendDigests),
            new Chore("orders at risk", RISKS_EVERY, risks::look))
        .forgetting(
            List.of(
                notices::addSweeps,
                sweeps -> sweeps.add("days of which digests went out", mails::forget)));
  }
}
