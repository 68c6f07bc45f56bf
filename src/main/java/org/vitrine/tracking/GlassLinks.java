package org.vitrine.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Audit;
import org.vitrine.accounts.AuditAction;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.CompanyId;
import org.vitrine.accounts.Letters;
import org.vitrine.accounts.Token;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door for glass links: a secret, expiring, revocable link to the status page of one order. */
public final class GlassLinks {
  public static final Duration USUALLY_LASTS = Duration.ofDays(30);
  private static final Duration LASTS_AT_MOST = Duration.ofDays(366);
  private static final Duration ASKED_AGAIN_EVERY = Duration.ofHours(1);

  private final Database database;
  private final Access access;
  private final Letters letters;
  private final Audit audit;
  private final Clock clock;
  private final GlassLinkRepository repository = new GlassLinkRepository();

  public GlassLinks(Database database, Access access, Letters letters, Audit audit, Clock clock) {
    this.database = database;
    this.access = access;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  /** A link that was made; the secret is shown this once. */
  public record Made(Token token, Instant expiresAt) {}

  /** A link as it is listed: never with its secret. */
  public record Listed(
      long id,
      String madeBy,
      Instant createdAt,
      Instant expiresAt,
      Optional<Instant> revokedAt,
      Optional<Instant> usedAt,
      long uses,
      Set<GlassField> fields) {}

  /** What a link opens: one order, of one company, with these fields beyond stages and dates. */
  public record Opens(CompanyId company, OrderId order, Set<GlassField> fields) {}

  /** A link made at the command line, by whoever runs the house. */
  public Made make(OrderId order, Duration lasts, String madeBy) {
    return make(order, lasts, Set.of(GlassField.values()), madeBy, Optional.empty());
  }

  public Made make(OrderId order, Duration lasts, Collection<GlassField> fields, Caller by) {
    Optional<Long> person =
        by instanceof Caller.Person maker ? Optional.of(maker.id()) : Optional.empty();
    return make(order, lasts, fields, by.actor(), person);
  }

  private Made make(
      OrderId order,
      Duration lasts,
      Collection<GlassField> fields,
      String madeBy,
      Optional<Long> person) {
    if (!lasts.isPositive() || lasts.compareTo(LASTS_AT_MOST) > 0) {
      throw new Rejection.Invalid("days", "A glass link lasts 1 to 366 days");
    }
    Instant now = clock.instant();
    Token token = Token.random();
    database.inTransaction(
        transaction -> {
          CompanyId company =
              repository
                  .add(transaction, order, token, madeBy, now, now.plus(lasts), fields)
                  .orElseThrow();
          person.ifPresent(maker -> repository.rememberMaker(transaction, token, maker));
          audit.record(
              transaction,
              madeBy,
              AuditAction.GLASS_LINK_MADE,
              "order " + order.value(),
              Optional.of(company),
              Map.of("days", lasts.toDays()));
          return null;
        });
    return new Made(token, now.plus(lasts));
  }

  /**
   * A session for whoever holds the link; {@link Rejection.Gone} where it has ended or never was.
   */
  public Token open(Token link) {
    GlassLinkRepository.Used used =
        repository
            .use(database, link, clock.instant())
            .orElseThrow(() -> new Rejection.Gone("This link has ended; ask for a new one"));
    audit.record(
        "glass link " + used.id(),
        AuditAction.GLASS_LINK_USED,
        "glass link " + used.id(),
        Optional.of(used.company()),
        Map.of());
    return access.openGlass(used.id(), used.expires());
  }

  /** What a link opens; {@link Rejection.Gone} once it has ended. */
  public Opens opens(long link) {
    return repository
        .opens(database, link, clock.instant())
        .orElseThrow(() -> new Rejection.Gone("This link has ended; ask for a new one"));
  }

  /** The links that were made to an order, newest first. */
  public List<Listed> of(OrderId order, Optional<CompanyId> company) {
    return database.onBehalfOf(
        company.map(CompanyId::value), queries -> repository.list(queries, order, company));
  }

  /** Ends a link, and whatever was opened with it. */
  public void revoke(OrderId order, long link, Optional<CompanyId> company, String by) {
    database.inTransaction(
        transaction -> {
          CompanyId owner =
              repository
                  .revoke(transaction, link, order, company, clock.instant())
                  .orElseThrow(() -> new Rejection.NotFound("There is no such link"));
          access.endGlass(transaction, link);
          audit.record(
              transaction,
              by,
              AuditAction.GLASS_LINK_REVOKED,
              "glass link " + link,
              Optional.of(owner),
              Map.of());
          return null;
        });
    access.forgetCallers();
  }

  /**
   * Tells whoever made a link that its holder asks for a new one; says nothing of it to the holder.
   */
  public void askAgain(Token link) {
    Instant now = clock.instant();
    database.inTransaction(
        transaction -> {
          repository
              .maker(transaction, link, now.minus(ASKED_AGAIN_EVERY))
              .ifPresent(
                  maker -> {
                    repository.askedAgain(transaction, maker.link(), now);
                    letters.glassLinkAskedAgain(
                        transaction, maker.email(), maker.name(), maker.order());
                    audit.record(
                        transaction,
                        "glass link " + maker.link(),
                        AuditAction.GLASS_LINK_ASKED_AGAIN,
                        maker.order(),
                        Optional.of(maker.company()),
                        Map.of());
                  });
          return null;
        });
  }
}
