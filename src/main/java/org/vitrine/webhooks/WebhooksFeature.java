package org.vitrine.webhooks;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.Chore;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.webhooks.Webhooks.WebhookGround;

/** Programs of others that are told what happens. */
public final class WebhooksFeature {
  private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
  private static final Duration REPLAYS_EVERY = Duration.ofSeconds(1);

  private WebhooksFeature() {}

  public static Feature of(Webhooks webhooks, Guards guards) {
    WebhookGround ground = webhooks.ground;
    Announcements announcements = new Announcements(ground.address());
    WebhookCall call =
        new WebhookCall(ground.outgoing(), ground.secrets(), WebhookCall.PATIENCE, webhooks.clock);
    WebhookSender sender =
        new WebhookSender(
            webhooks.database,
            ground.changes(),
            call,
            new TrySchedule(new SecureRandom()),
            new WebhookLetters(ground.mailer()),
            webhooks.clock);
    WebhookReplay replay =
        new WebhookReplay(webhooks.database, ground.changes(), announcements, webhooks.clock);
    WebhookMessages messages = new WebhookMessages(webhooks, call);
    return Feature.named("webhooks")
        .answering(new WebhookRoutes(webhooks, messages, guards))
        .showing(
            PageEntry.of("/webhooks", "webhooks/pages/webhooks.js")
                .needing(Permission.KEEP_WEBHOOKS.code())
                .inMenu(MANAGE, 63, "nav.webhooks"))
        .hearing(new WebhookSubscriber(announcements, webhooks.clock))
        .doing(
            new Chore("webhooks", LOOKS_EVERY, sender::dispatch),
            new Chore("webhooks told again", REPLAYS_EVERY, replay::goOn))
        .forgetting(List.of(messages::addSweeps));
  }
}
