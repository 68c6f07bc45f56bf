package org.vitrine.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.webhooks.WebhookCall.CallOutcome;
import org.vitrine.webhooks.WebhookMessage.MessageState;
import org.vitrine.webhooks.WebhookMessage.WholeMessage;
import org.vitrine.webhooks.WebhookQueueRepository.Receiver;

/** The door to what endpoints were told: each message with its tries, to look at and try again. */
final class WebhookMessages {
  private static final Duration KEPT_FOR = Duration.ofDays(30);
  private static final int TRIES_SHOWN = 50;

  private final Webhooks webhooks;
  private final WebhookCall call;
  private final Supplier<URI> address;
  private final Database database;
  private final Clock clock;
  private final WebhookQueueRepository queue = new WebhookQueueRepository();

  WebhookMessages(Webhooks webhooks, WebhookCall call) {
    this.webhooks = webhooks;
    this.call = call;
    this.address = webhooks.ground.address();
    this.database = webhooks.database;
    this.clock = webhooks.clock;
  }

  /** A part of what an endpoint was told, the newest first. */
  record MessageList(List<WebhookMessage> messages, Optional<String> next) {}

  MessageList list(long webhook, Optional<MessageState> state, Paging paging) {
    webhooks.require(database, webhook);
    Paging.ListPart<WebhookMessage> part =
        paging.part(
            queue.list(database, webhook, state, paging.afterNumber(), paging.looked()),
            WebhookMessage::number);
    return new MessageList(part.shown(), part.next());
  }

  WholeMessage find(long webhook, long number) {
    return queue
        .find(database, webhook, number, TRIES_SHOWN)
        .orElseThrow(() -> new Rejection.NotFound("There is no such message"));
  }

  /** As if it were new, whatever came of it; what waits is tried at once. */
  WholeMessage tryAgain(long webhook, long number) {
    boolean found =
        database.inTransaction(
            transaction -> queue.tryAgain(transaction, webhook, number, clock.instant()));
    if (!found) {
      throw new Rejection.NotFound("There is no such message");
    }
    return find(webhook, number);
  }

  /** Says a word at once, also to an endpoint that is paused; it is tried once. */
  WholeMessage ping(long webhook) {
    Receiver to =
        queue
            .receiver(database, webhook, clock.instant())
            .orElseThrow(() -> new Rejection.NotFound("There is no such endpoint"));
    WebhookEvent ping =
        WebhookEvent.ping(
            WebhookEvent.id(UUID.randomUUID().toString()), address.get(), clock.instant());
    CallOutcome outcome = call.send(to, ping.id(), ping.body());
    long number =
        database.inTransaction(
            transaction -> {
              long kept =
                  queue.keepPing(
                      transaction,
                      webhook,
                      ping,
                      clock.instant(),
                      outcome.isTaken() ? MessageState.DELIVERED : MessageState.SET_ASIDE);
              queue.tried(transaction, kept, outcome.tried());
              return kept;
            });
    return find(webhook, number);
  }

  /** When this was said to an endpoint, from where it is told again. */
  Instant saidAt(long webhook, String id) {
    return queue
        .saidAt(database, webhook, id)
        .orElseThrow(() -> new Rejection.Invalid("after", "There is no such message"));
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("webhook messages", () -> queue.sweep(database, clock.instant().minus(KEPT_FOR)));
  }
}
