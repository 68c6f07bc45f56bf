package org.vitrine.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.CompanyId;
import org.vitrine.accounts.Token;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door for glass links: a secret, expiring link to the status page of one order. */
public final class GlassLinks {
  public static final Duration USUALLY_LASTS = Duration.ofDays(30);
  private static final Duration LASTS_AT_MOST = Duration.ofDays(366);

  private final Database database;
  private final Access access;
  private final Clock clock;
  private final GlassLinkRepository repository = new GlassLinkRepository();

  public GlassLinks(Database database, Access access, Clock clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
  }

  /** A link that was made; the secret is shown this once. */
  public record Made(Token token, Instant expiresAt) {}

  public Made make(OrderId order, Duration lasts, String madeBy) {
    if (!lasts.isPositive() || lasts.compareTo(LASTS_AT_MOST) > 0) {
      throw new Rejection.Invalid("days", "A glass link lasts 1 to 366 days");
    }
    Instant now = clock.instant();
    Token token = Token.random();
    repository.add(database, order, token, madeBy, now, now.plus(lasts));
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
    return access.openGlass(used.id(), used.expires());
  }

  /** What a link opens: one order, of one company. */
  public record Opens(CompanyId company, OrderId order) {}

  /** The order that a link shows; {@link Rejection.Gone} once it has ended. */
  public Opens order(long link) {
    return repository
        .order(database, link, clock.instant())
        .orElseThrow(() -> new Rejection.Gone("This link has ended; ask for a new one"));
  }
}
