package org.vitrine.webhooks;

import java.util.Optional;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.platform.database.Queries;
import org.vitrine.webhooks.WebhookQueueRepository.FailingWebhook;

/** Word to the owner of an endpoint that is told nothing any longer. */
final class WebhookLetters {
  private final Mailer mailer;

  WebhookLetters(Mailer mailer) {
    this.mailer = mailer;
  }

  void paused(Queries transaction, long webhook, FailingWebhook failing, PauseReason why) {
    mailer.tell(
        transaction,
        new Recipient(failing.owner(), failing.owner(), Optional.empty(), Optional.empty()),
        MailContent.of("mail.webhook-" + why.code())
            .with("webhook", failing.name())
            .with("since", failing.since())
            .leadingTo("/webhooks?endpoint=" + webhook));
  }
}
