package org.vitrine.tracking;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.DeferredTasks;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/**
 * Glass links over HTTP: made and ended by those who see the order, opened by whoever holds them.
 */
public final class GlassRoutes implements Routes {
  private static final int OPENED_AT_MOST = 120;
  private static final Duration OPENED_WITHIN = Duration.ofMinutes(1);

  private final Tracking tracking;
  private final GlassLinks links;
  private final GlassRequests requests;
  private final RateLimiter ofClient = new RateLimiter(OPENED_AT_MOST, OPENED_WITHIN);
  private final RateLimiter ofLink = new RateLimiter(OPENED_AT_MOST, OPENED_WITHIN);
  private final DeferredTasks deferred = new DeferredTasks("mails about glass links");
  private final Guards guards;
  private final Idempotency idempotency;
  private final Supplier<URI> address;

  /**
   * @param address where people reach us, for links
   */
  public GlassRoutes(
      Tracking tracking,
      GlassLinks links,
      GlassRequests requests,
      Guards guards,
      Idempotency idempotency,
      Supplier<URI> address) {
    this.tracking = tracking;
    this.links = links;
    this.requests = requests;
    this.guards = guards;
    this.idempotency = idempotency;
    this.address = address;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/orders/:number/links", guards.may(Permission.SHARE_ORDERS), this::list),
        idempotency.once(
            Routes.post(
                "/api/orders/:number/links", guards.may(Permission.SHARE_ORDERS), this::make)),
        Routes.put(
            "/api/orders/:number/links/:id", guards.may(Permission.SHARE_ORDERS), this::change),
        Routes.delete(
            "/api/orders/:number/links/:id", guards.may(Permission.SHARE_ORDERS), this::revoke),
        Routes.post("/api/glass-session", guards.anyone(), this::open),
        Routes.post("/api/glass-request", guards.anyone(), this::askAgain));
  }

  /**
   * A link that is wanted.
   *
   * @param days how long it lasts; 30 where nothing is said
   * @param fields what it shows beyond stages and dates; nothing more where nothing is said
   * @param maySpeak whether its holder may say something about the order; not where nothing is said
   */
  public record MakeLink(Integer days, Set<GlassField> fields, Boolean maySpeak) {
    public MakeLink {
      maySpeak = maySpeak == null ? GlassLinks.USUALLY_GIVES.maySpeak() : maySpeak;
      fields = fields == null ? Set.copyOf(GlassLinks.USUALLY_GIVES.fields()) : fields;
      if (fields.stream().anyMatch(Objects::isNull)) {
        throw new Rejection.Invalid(
            "fields",
            "A field must be requirements, readings, operations, reports, tracking or"
                + " delay-offers");
      }
    }
  }

  /** A link that was made; shown this once. */
  record MadeLink(long id, String url, Instant expiresAt) {}

  private void list(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    exchange.reply(
        Map.of("links", links.of(order(exchange, company), company, GlassLinks.Maker.of(caller))));
  }

  private void make(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    OrderId order = order(exchange, company);
    MakeLink wanted = exchange.bodyOr(new MakeLink(null, null, null), MakeLink.class);
    Duration lasts =
        wanted.days() == null ? GlassLinks.USUALLY_LASTS : Duration.ofDays(wanted.days());
    GlassLinks.NewLink made =
        links.make(
            order,
            lasts,
            new GlassLinks.Gives(wanted.fields(), wanted.maySpeak()),
            caller,
            Guards.from(exchange));
    exchange.reply(
        201,
        new MadeLink(made.id(), address.get() + "/glass#" + made.token().text(), made.expiresAt()));
  }

  /** What of a link is to be changed. */
  record ChangeLink(Boolean maySpeak) {
    ChangeLink {
      if (maySpeak == null) {
        throw new Rejection.Invalid(
            "maySpeak", "Say whether its holder may say something: true or false");
      }
    }
  }

  private void change(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    OrderId order = order(exchange, company);
    links.letSpeak(
        order,
        exchange.id("id"),
        company,
        exchange.body(ChangeLink.class).maySpeak(),
        GlassLinks.Maker.of(caller),
        guards.actor(exchange));
    exchange.replyEmpty();
  }

  private void revoke(Exchange exchange) {
    Optional<CompanyId> company = TrackingRoutes.companyOf(exchange.caller(Caller.class));
    links.revoke(order(exchange, company), exchange.id("id"), company, guards.actor(exchange));
    exchange.replyEmpty();
  }

  private OrderId order(Exchange exchange, Optional<CompanyId> company) {
    return tracking.require(TrackingRoutes.number(exchange), company);
  }

  /** What the page at {@code /glass} sends. */
  public record GlassToken(String token) {
    public GlassToken {
      if (token == null || token.isBlank()) {
        throw new Rejection.Invalid("token", "Missing");
      }
    }

    /** Never the token: a log must not have it. */
    @Override
    public String toString() {
      return "GlassToken";
    }
  }

  private void open(Exchange exchange) {
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
    Token link = new Token(exchange.body(GlassToken.class).token());
    ofLink.admit(HexFormat.of().formatHex(link.hash()));
    Token session = links.open(link, Guards.from(exchange));
    exchange.response().putHeader("Set-Cookie", guards.glassCookie(session));
    exchange.reply(Map.of());
  }

  private void askAgain(Exchange exchange) {
    Token link = new Token(exchange.body(GlassToken.class).token());
    Sessions.From from = Guards.from(exchange);
    exchange.replyEmpty();
    deferred.run(String.valueOf(from.address()), () -> requests.ask(link, from));
  }
}
