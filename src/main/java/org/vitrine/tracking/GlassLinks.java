package org.vitrine.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Revocations;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door for glass links: a secret, expiring, revocable link to the status page of one order. It
 * rests on the right of whoever made it, and ends with it.
 */
public final class GlassLinks implements Revocations.RevocationListener {
  /** The kind of the change that a link gives more or less than before; its key is the link’s. */
  public static final String CHANGED = "glass-link";

  /** How many days a link lasts where nobody says, whoever makes it and wherever. */
  public static final int USUAL_DAYS = 30;

  public static final Duration USUALLY_LASTS = Duration.ofDays(USUAL_DAYS);

  /** What a link gives where nobody says: stages and dates, and no word to say. */
  static final Gives USUALLY_GIVES = new Gives(Set.of(), false);

  private static final Duration LASTS_AT_MOST = Duration.ofDays(366);
  private static final Duration NOTED_EVERY = Duration.ofHours(1);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration ENDED_KEPT = Duration.ofDays(400);

  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final Changes changes;
  private final Clock clock;
  private final GlassLinkRepository repository = new GlassLinkRepository();
  private final OpenLinkRepository speaking = new OpenLinkRepository();

  public GlassLinks(
      Database database, Sessions sessions, Audit audit, Changes changes, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
    this.changes = changes;
    this.clock = clock;
  }

  /** A link that was made; the secret is shown this once. */
  public record NewLink(long id, Token token, Instant expiresAt) {}

  /**
   * A link as it is listed: never with its secret.
   *
   * @param mine whether whoever asks has made it, and can change it
   */
  public record ListedLink(
      long id,
      String madeBy,
      Instant createdAt,
      Instant expiresAt,
      Optional<Instant> revokedAt,
      Optional<Instant> usedAt,
      long uses,
      Set<GlassField> fields,
      boolean maySpeak,
      boolean mine) {}

  /**
   * What a link opens: one order, of one company, with these fields beyond stages and dates.
   *
   * @param maySpeak whether its holder may say something about the order
   */
  public record Opens(CompanyId company, OrderId order, Set<GlassField> fields, boolean maySpeak) {}

  /**
   * What a link is to give.
   *
   * @param fields what it shows beyond stages and dates
   * @param maySpeak whether its holder may say something about the order
   */
  record Gives(Collection<GlassField> fields, boolean maySpeak) {}

  /** Whose right a link rests on; that of whoever runs the house where neither is named. */
  record Maker(String name, Optional<Long> person, Optional<Long> key) {
    static Maker of(Caller caller) {
      return new Maker(
          caller.actor(),
          caller instanceof Caller.SignedIn person ? Optional.of(person.id()) : Optional.empty(),
          caller instanceof Caller.Key key ? Optional.of(key.id()) : Optional.empty());
    }
  }

  /** A link made at the command line, by whoever runs the house. */
  public NewLink make(
      OrderId order,
      Duration lasts,
      Collection<GlassField> fields,
      boolean maySpeak,
      String madeBy) {
    Maker house = new Maker(madeBy, Optional.empty(), Optional.empty());
    return make(order, lasts, new Gives(fields, maySpeak), house, Actor.system(madeBy));
  }

  public NewLink make(
      OrderId order, Duration lasts, Collection<GlassField> fields, Caller by, Sessions.From from) {
    return make(order, lasts, new Gives(fields, false), by, from);
  }

  NewLink make(OrderId order, Duration lasts, Gives gives, Caller by, Sessions.From from) {
    return make(order, lasts, gives, Maker.of(by), Actor.of(by, from));
  }

  private NewLink make(OrderId order, Duration lasts, Gives gives, Maker maker, Actor by) {
    if (!lasts.isPositive() || lasts.compareTo(LASTS_AT_MOST) > 0) {
      throw new Rejection.Invalid("days", "A glass link can be valid for 1 to 366 days");
    }
    Instant now = clock.instant();
    Token token = Token.random();
    return database.inTransaction(
        transaction -> {
          String number = repository.lock(transaction, order).orElseThrow();
          GlassLinkLimits.requireRoom(
              number, repository.count(transaction, order, now, now.minus(A_DAY)));
          repository.hold(transaction, maker);
          GlassLinkRepository.AddedLink added =
              repository
                  .add(transaction, order, token, maker, now, now.plus(lasts), gives)
                  .orElseThrow(() -> new Rejection.Forbidden("You can no longer share this order"));
          audit.record(
              transaction,
              by,
              AuditAction.GLASS_LINK_MADE,
              number,
              Optional.of(added.company()),
              Map.of(
                  "days", lasts.toDays(), "fields", gives.fields(), "maySpeak", gives.maySpeak()));
          return new NewLink(added.id(), token, now.plus(lasts));
        });
  }

  /**
   * A session for whoever holds the link; {@link Rejection.Gone} where it has ended or never was.
   */
  public Token open(Token link, Sessions.From from) {
    Instant now = clock.instant();
    return database.inTransaction(
        transaction -> {
          GlassLinkRepository.Used used =
              repository
                  .use(transaction, link, now, now.minus(NOTED_EVERY))
                  .orElseThrow(GlassLinks::ended);
          if (used.isToBeNoted()) {
            audit.record(
                transaction,
                Actor.glassLink(used.id(), from),
                AuditAction.GLASS_LINK_USED,
                used.number(),
                Optional.of(used.company()),
                Map.of());
          }
          return sessions.openGlass(transaction, used.id(), used.expires());
        });
  }

  /** What a link opens; {@link Rejection.Gone} once it has ended. */
  public Opens opens(long link) {
    return repository.opens(database, link, clock.instant()).orElseThrow(GlassLinks::ended);
  }

  /** Whether its holder may say something now; not once it has ended. */
  public boolean maySpeak(long link) {
    return repository.opens(database, link, clock.instant()).filter(Opens::maySpeak).isPresent();
  }

  private static Rejection ended() {
    return new Rejection.Gone("This link has expired or was revoked; ask for a new one");
  }

  /** The links that were made to an order: the open ones first, the newest first among these. */
  public List<ListedLink> of(OrderId order, Optional<CompanyId> company) {
    return of(order, company, new Maker("", Optional.empty(), Optional.empty()));
  }

  List<ListedLink> of(OrderId order, Optional<CompanyId> company, Maker asking) {
    return database.onBehalfOf(
        company.map(CompanyId::value),
        queries -> repository.list(queries, order, company, asking, clock.instant()));
  }

  /**
   * Its maker lets its holder speak, or does not any more: at once, also where its page is open.
   * Throws {@link Rejection.Forbidden} where somebody else made it.
   */
  void letSpeak(
      OrderId order, long link, Optional<CompanyId> company, boolean maySpeak, Maker by, Actor as) {
    database.inTransaction(
        transaction -> {
          OpenLinkRepository.OpenLink open =
              speaking
                  .lockOpen(transaction, link, order, company, by, clock.instant())
                  .orElseThrow(() -> new Rejection.NotFound("There is no such link"));
          if (!open.mine()) {
            throw new Rejection.Forbidden("Only whoever created this link can change it");
          }
          if (open.maySpeak() != maySpeak) {
            letSpeak(transaction, open, maySpeak, as);
          }
          return null;
        });
  }

  private void letSpeak(
      Queries transaction, OpenLinkRepository.OpenLink open, boolean maySpeak, Actor by) {
    speaking.letSpeak(transaction, open.id(), maySpeak);
    changes.record(
        transaction,
        List.of(
            new Change(
                CHANGED, String.valueOf(open.id()), 0, Optional.of(open.company().value()))));
    audit.record(
        transaction,
        by,
        AuditAction.GLASS_LINK_CHANGED,
        open.number(),
        Optional.of(open.company()),
        Map.of("maySpeak", Map.of("before", open.maySpeak(), "after", maySpeak)));
  }

  /** Ends a link, and whatever was opened with it. */
  public void revoke(OrderId order, long link, Optional<CompanyId> company, Actor by) {
    database.inTransaction(
        transaction -> {
          GlassLinkRepository.Ended ended =
              repository
                  .revoke(transaction, link, order, company, clock.instant())
                  .orElseThrow(() -> new Rejection.NotFound("There is no such link"));
          end(transaction, List.of(ended), by, Map.of());
          return null;
        });
    sessions.forgetCallers();
  }

  /** Forgets links that ended long ago. */
  public void addSweeps(Sweeps sweeps) {
    sweeps.add("glass links", () -> repository.sweep(database, clock.instant().minus(ENDED_KEPT)));
  }

  @Override
  public void personMayLess(Queries transaction, long person, Actor by) {
    Map<String, ?> why = Map.of("reason", "maker");
    end(transaction, repository.revokeOfPerson(transaction, person, clock.instant()), by, why);
  }

  @Override
  public void keyEnded(Queries transaction, long key, Actor by) {
    end(
        transaction,
        repository.revokeOfKey(transaction, key, clock.instant()),
        by,
        Map.of("reason", "key"));
  }

  private void end(
      Queries transaction, List<GlassLinkRepository.Ended> ended, Actor by, Map<String, ?> why) {
    if (ended.isEmpty()) {
      return;
    }
    sessions.endGlass(transaction, ended.stream().map(GlassLinkRepository.Ended::id).toList());
    for (GlassLinkRepository.Ended link : ended) {
      audit.record(
          transaction,
          by,
          AuditAction.GLASS_LINK_REVOKED,
          link.number(),
          Optional.of(link.company()),
          why);
    }
  }
}
