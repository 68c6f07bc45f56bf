package org.vitrine.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.webhooks.WebhookMessage.MessageState;

/** Endpoints and what they were told, over HTTP: for whoever keeps them. */
final class WebhookRoutes implements Routes {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final long USUAL_OVERLAP_HOURS = 24;

  private final Webhooks webhooks;
  private final WebhookMessages messages;
  private final Guards guards;

  WebhookRoutes(Webhooks webhooks, WebhookMessages messages, Guards guards) {
    this.webhooks = webhooks;
    this.messages = messages;
    this.guards = guards;
  }

  /**
   * What there is to be told of.
   *
   * @param forCompanies whether a company’s endpoint is told it too
   */
  record ShownType(WebhookType type, boolean forCompanies) {}

  /** All endpoints, and all types. */
  record ShownWebhooks(List<Webhook> webhooks, List<ShownType> types) {}

  /**
   * @param overlapHours how long the secret before signs as well; a day where absent
   */
  record ChangeSecret(Optional<Long> overlapHours) {}

  /**
   * @param from a moment; absent where a message is said
   * @param after the {@code webhook-id} of a message from which on it is told again
   */
  record TellAgain(Optional<Instant> from, Optional<String> after) {
    TellAgain {
      if (from.isPresent() == after.isPresent()) {
        throw new Rejection.Invalid("from", "Say a moment, or the message after which to begin");
      }
    }
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_WEBHOOKS);
    return List.of(
        Routes.get("/api/webhooks", keepers, this::list),
        Routes.post("/api/webhooks", keepers, this::make),
        Routes.put("/api/webhooks/:id", keepers, this::change),
        Routes.delete("/api/webhooks/:id", keepers, this::remove),
        Routes.post("/api/webhooks/:id/secret", keepers, this::rotate),
        Routes.post("/api/webhooks/:id/pause", keepers, this::pause),
        Routes.delete("/api/webhooks/:id/pause", keepers, this::resume),
        Routes.post("/api/webhooks/:id/ping", keepers, this::ping),
        Routes.post("/api/webhooks/:id/replay", keepers, this::replay),
        Routes.get("/api/webhooks/:id/messages", keepers, this::messages),
        Routes.get("/api/webhooks/:id/messages/:message", keepers, this::message),
        Routes.post("/api/webhooks/:id/messages/:message/tries", keepers, this::tryAgain));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        new ShownWebhooks(
            webhooks.list(),
            Arrays.stream(WebhookType.values())
                .map(type -> new ShownType(type, type.isForCompanies()))
                .toList()));
  }

  private void make(Exchange exchange) {
    exchange.reply(201, webhooks.make(exchange.body(SaveWebhook.class), guards.actor(exchange)));
  }

  private void change(Exchange exchange) {
    exchange.reply(
        webhooks.change(
            exchange.id("id"),
            exchange.body(SaveWebhook.class),
            exchange.startedFrom(),
            guards.actor(exchange)));
  }

  private void remove(Exchange exchange) {
    webhooks.remove(exchange.id("id"), exchange.startedFrom(), guards.actor(exchange));
    exchange.replyEmpty();
  }

  private void rotate(Exchange exchange) {
    ChangeSecret wanted = exchange.bodyOr(new ChangeSecret(Optional.empty()), ChangeSecret.class);
    long hours = wanted.overlapHours().orElse(USUAL_OVERLAP_HOURS);
    if (hours < 0 || hours > Webhooks.LONGEST_OVERLAP.toHours()) {
      throw new Rejection.Invalid(
          "overlapHours", "Must be from 0 to %d".formatted(Webhooks.LONGEST_OVERLAP.toHours()));
    }
    exchange.reply(
        webhooks.rotate(exchange.id("id"), Duration.ofHours(hours), guards.actor(exchange)));
  }

  private void pause(Exchange exchange) {
    exchange.reply(webhooks.pause(exchange.id("id"), guards.actor(exchange)));
  }

  private void resume(Exchange exchange) {
    exchange.reply(webhooks.resume(exchange.id("id"), guards.actor(exchange)));
  }

  private void ping(Exchange exchange) {
    exchange.reply(messages.ping(exchange.id("id")));
  }

  private void replay(Exchange exchange) {
    long id = exchange.id("id");
    TellAgain wanted = exchange.body(TellAgain.class);
    Instant since =
        wanted.from().orElseGet(() -> messages.saidAt(id, wanted.after().orElseThrow()));
    exchange.reply(webhooks.replay(id, since, guards.actor(exchange)));
  }

  private void messages(Exchange exchange) {
    exchange.onlyQueries("state", "after", "limit");
    Optional<MessageState> state =
        exchange
            .query("state")
            .map(
                code ->
                    MessageState.of(code)
                        .orElseThrow(
                            () ->
                                new Rejection.Invalid(
                                    "state", "Must be waiting, delivered or set-aside")));
    exchange.reply(messages.list(exchange.id("id"), state, exchange.paging(USUAL, MOST)));
  }

  private void message(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(messages.find(exchange.id("id"), exchange.id("message")));
  }

  private void tryAgain(Exchange exchange) {
    exchange.reply(messages.tryAgain(exchange.id("id"), exchange.id("message")));
  }
}
