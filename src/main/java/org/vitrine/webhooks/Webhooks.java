package org.vitrine.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.secrets.Secrets;
import org.vitrine.webhooks.Webhook.WebhookWithSecret;
import org.vitrine.webhooks.WebhookRepository.KeptWebhook;
import org.vitrine.webhooks.WebhookRepository.WebhookCount;

/** The door to endpoints: which there are, what they are told of, and how they are signed for. */
public final class Webhooks {
  static final int MOST = 2_000;
  static final int MOST_OF_ONE = 20;
  static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  final Database database;
  final WebhookGround ground;
  final Clock clock;
  private final WebhookRepository repository = new WebhookRepository();

  /**
   * What it stands on.
   *
   * @param address where people reach us
   */
  public record WebhookGround(
      Companies companies,
      Outgoing outgoing,
      Secrets secrets,
      Changes changes,
      Audit audit,
      Mailer mailer,
      Supplier<URI> address) {}

  public Webhooks(Database database, WebhookGround ground, Clock clock) {
    this.database = database;
    this.ground = ground;
    this.clock = clock;
  }

  List<Webhook> list() {
    return repository.list(database, MOST);
  }

  /** Throws {@link Rejection.NotFound}. */
  Webhook require(Queries queries, long id) {
    return kept(queries, id).webhook();
  }

  private KeptWebhook kept(Queries queries, long id) {
    return repository.find(queries, id).orElseThrow(Webhooks::notHere);
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such endpoint");
  }

  /** Its secret is said now and never again. */
  WebhookWithSecret make(SaveWebhook wanted, Actor by) {
    WebhookSecret secret = WebhookSecret.random();
    return database.inTransaction(
        transaction -> {
          Optional<CompanyId> owner =
              Optional.ofNullable(wanted.company())
                  .map(code -> ground.companies().hold(transaction, code).id());
          requireRoom(repository.count(transaction, owner));
          long id = repository.nextId(transaction);
          repository.make(
              transaction, id, owner, wanted, sealed(id, secret), clock.instant(), by.name());
          record(transaction, by, AuditAction.WEBHOOK_MADE, require(transaction, id));
          return new WebhookWithSecret(require(transaction, id), secret.text());
        });
  }

  private static void requireRoom(WebhookCount count) {
    if (count.own() >= MOST_OF_ONE) {
      throw new Rejection.Conflict(
          "company", "It has %d endpoints, the most".formatted(MOST_OF_ONE));
    }
    if (count.all() >= MOST) {
      throw new Rejection.Conflict("The limit of %,d endpoints has been reached".formatted(MOST));
    }
  }

  private String sealed(long id, WebhookSecret secret) {
    return ground.secrets().seal(WebhookCall.place(id), secret.text());
  }

  /** Whose it is stays: throws {@link Rejection.Conflict} where another company is said. */
  Webhook change(long id, SaveWebhook wanted, Optional<Long> startedFrom, Actor by) {
    return database.inTransaction(
        transaction -> {
          KeptWebhook before = lock(transaction, id, startedFrom);
          if (!before.webhook().company().equals(Optional.ofNullable(wanted.company()))) {
            throw new Rejection.Conflict(
                "company", "An endpoint stays its company’s: make another one instead");
          }
          repository.change(transaction, id, wanted, clock.instant(), by.name());
          Webhook after = require(transaction, id);
          record(transaction, by, AuditAction.WEBHOOK_CHANGED, after);
          return after;
        });
  }

  private KeptWebhook lock(Queries transaction, long id, Optional<Long> startedFrom) {
    if (!repository.lock(transaction, id)) {
      throw notHere();
    }
    KeptWebhook before = kept(transaction, id);
    if (startedFrom.filter(version -> version != before.webhook().version()).isPresent()) {
      throw new Rejection.ChangedMeanwhile(before.webhook(), before.savedBy(), before.savedAt());
    }
    return before;
  }

  void remove(long id, Optional<Long> startedFrom, Actor by) {
    database.inTransaction(
        transaction -> {
          KeptWebhook before = lock(transaction, id, startedFrom);
          repository.remove(transaction, id);
          record(transaction, by, AuditAction.WEBHOOK_REMOVED, before.webhook());
          return null;
        });
  }

  /** A new secret, said now and never again; the one before signs as well for so long. */
  WebhookWithSecret rotate(long id, Duration overlap, Actor by) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new Rejection.Invalid(
          "overlapHours", "Must be from 0 to %d".formatted(LONGEST_OVERLAP.toHours()));
    }
    WebhookSecret secret = WebhookSecret.random();
    return database.inTransaction(
        transaction -> {
          lock(transaction, id, Optional.empty());
          Instant now = clock.instant();
          repository.rotate(transaction, id, sealed(id, secret), now.plus(overlap), now, by.name());
          Webhook after = require(transaction, id);
          record(transaction, by, AuditAction.WEBHOOK_SECRET_CHANGED, after);
          return new WebhookWithSecret(after, secret.text());
        });
  }

  Webhook pause(long id, Actor by) {
    return database.inTransaction(
        transaction -> {
          Webhook before = lock(transaction, id, Optional.empty()).webhook();
          if (repository.pause(
              transaction,
              id,
              clock.instant(),
              PauseReason.BY_HAND,
              ground.changes().position(transaction))) {
            record(transaction, by, AuditAction.WEBHOOK_PAUSED, before);
          }
          return require(transaction, id);
        });
  }

  /** It is told what happened meanwhile, then what happens. */
  Webhook resume(long id, Actor by) {
    return database.inTransaction(
        transaction -> {
          Webhook before = lock(transaction, id, Optional.empty()).webhook();
          if (before.state().pausedAt().isPresent()) {
            repository.resume(transaction, id);
            record(transaction, by, AuditAction.WEBHOOK_RESUMED, before);
          }
          return require(transaction, id);
        });
  }

  /** Tells it once more whatever happened since then and is still known, delivered or not. */
  Webhook replay(long id, Instant since, Actor by) {
    return database.inTransaction(
        transaction -> {
          Webhook before = lock(transaction, id, Optional.empty()).webhook();
          repository.replay(
              transaction,
              id,
              Optional.of(ground.changes().positionBefore(transaction, since)),
              true);
          record(transaction, by, AuditAction.WEBHOOK_REPLAYED, before);
          return require(transaction, id);
        });
  }

  private void record(Queries transaction, Actor by, AuditAction action, Webhook webhook) {
    ground
        .audit()
        .record(
            transaction,
            by,
            action,
            webhook.name(),
            webhook.company().map(code -> ground.companies().require(transaction, code).id()),
            Map.of("url", webhook.url(), "types", webhook.types()));
  }
}
