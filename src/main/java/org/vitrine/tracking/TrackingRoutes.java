package org.vitrine.tracking;

import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.CompanyId;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.SessionRoutes.SignIn;
import org.vitrine.accounts.Token;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Reading orders over HTTP, and glass links to them. */
public final class TrackingRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;

  private final Tracking tracking;
  private final GlassLinks links;
  private final Gates gates;
  private final Clock clock;
  private final ZoneId plantZone;
  private final Supplier<URI> address;

  /**
   * @param address where people reach us, for links
   */
  public TrackingRoutes(
      Tracking tracking,
      GlassLinks links,
      Gates gates,
      Clock clock,
      ZoneId plantZone,
      Supplier<URI> address) {
    this.tracking = tracking;
    this.links = links;
    this.gates = gates;
    this.clock = clock;
    this.plantZone = plantZone;
    this.address = address;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/orders", gates.readers(), this::list),
        Routes.get("/api/orders/:number", gates.readers(), this::show)
            .withShortcut(this::showFromMemory),
        Routes.get("/api/orders/:number/events", gates.readers(), this::history),
        Routes.post("/api/orders/:number/links", gates.readers(), this::makeLink),
        Routes.post("/api/glass-session", gates.anyone(), this::openLink));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("q", "state", "stage", "company", "late", "limit", "after");
    Tracking.Filter filter =
        new Tracking.Filter(
            exchange.query("q").filter(text -> !text.isBlank()),
            exchange.query("state").map(TrackingRoutes::state),
            exchange.query("stage"),
            exchange.query("company"),
            exchange.query("late").map(TrackingRoutes::yesOrNo).orElse(false),
            exchange.query("after").map(text -> number("after", text, Long.MAX_VALUE)),
            exchange
                .query("limit")
                .map(text -> number("limit", text, MOST_AT_ONCE))
                .orElse(50L)
                .intValue());
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(
        tracking.search(
            companyOf(exchange.caller(Caller.class)),
            filter,
            LocalDate.ofInstant(clock.instant(), plantZone)));
  }

  private void show(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    Optional<CompanyId> company = companyOf(caller);
    OrderId order = tracking.require(number(exchange), company);
    reply(exchange, tracking.page(order, Audience.of(caller), company));
  }

  /** A page that is in memory for a caller who is known: no database, no other thread. */
  private boolean showFromMemory(Exchange exchange) {
    Optional<EncodedPages.Encoded> page =
        gates
            .remembered(exchange)
            .filter(caller -> !(caller instanceof Caller.Glass))
            .flatMap(
                caller ->
                    tracking.pageInMemory(
                        number(exchange), Audience.of(caller), companyOf(caller)));
    page.ifPresent(found -> reply(exchange, found));
    return page.isPresent();
  }

  private static void reply(Exchange exchange, EncodedPages.Encoded page) {
    HttpServerResponse response =
        exchange
            .response()
            .putHeader("ETag", page.etag())
            .putHeader("Cache-Control", "private, no-cache");
    if (exchange.header("If-None-Match").filter(tags -> names(tags, page.etag())).isPresent()) {
      response.setStatusCode(304).end();
    } else {
      exchange.replyBytes(200, "application/json", page.body());
    }
  }

  /** A cache that compressed the page may have weakened its tag. */
  private static boolean names(String tags, String etag) {
    return Arrays.stream(tags.split(","))
        .map(tag -> tag.trim().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private void history(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    Caller caller = exchange.caller(Caller.class);
    OrderId order = tracking.require(number(exchange), companyOf(caller));
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(
        tracking.history(
            order,
            Audience.of(caller),
            companyOf(caller),
            exchange.query("after").map(text -> number("after", text, Long.MAX_VALUE)).orElse(0L),
            exchange
                .query("limit")
                .map(text -> number("limit", text, MOST_AT_ONCE))
                .orElse(100L)
                .intValue()));
  }

  /** How long a link that is to be made lasts; 30 days where nothing is said. */
  public record MakeLink(Integer days) {}

  /** A link that was made; shown this once. */
  record MadeLink(String url, Instant expiresAt) {}

  private void makeLink(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    OrderId order = tracking.require(number(exchange), companyOf(caller));
    MakeLink wanted =
        exchange.body().length == 0 ? new MakeLink(null) : exchange.body(MakeLink.class);
    Duration lasts =
        wanted.days() == null ? GlassLinks.USUALLY_LASTS : Duration.ofDays(wanted.days());
    GlassLinks.Made made = links.make(order, lasts, caller.actor());
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(
        201, new MadeLink(address.get() + "/glass#" + made.token().text(), made.expiresAt()));
  }

  private void openLink(Exchange exchange) {
    Token session = links.open(new Token(exchange.body(SignIn.class).token()));
    exchange.response().putHeader("Set-Cookie", gates.cookie(session));
    exchange.reply(Map.of());
  }

  private static OrderNumber number(Exchange exchange) {
    try {
      return new OrderNumber(exchange.path("number"));
    } catch (Rejection.Invalid noNumber) {
      throw new Rejection.NotFound("There is no such order here");
    }
  }

  /** The company whose orders the caller sees; nothing for those who see all. */
  public static Optional<CompanyId> companyOf(Caller caller) {
    if (caller.seesAllCompanies()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (caller) {
          case Caller.Person person ->
              person
                  .company()
                  .orElseThrow(() -> new Rejection.Forbidden("You belong to no company"));
          case Caller.Key key -> throw new IllegalStateException("a key sees all companies");
          case Caller.Glass glass ->
              throw new Rejection.Forbidden("A glass link opens one page only");
        });
  }

  private static OrderState state(String code) {
    return Arrays.stream(OrderState.values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "state",
                    "«%s» is none of: %s"
                        .formatted(
                            code,
                            Arrays.stream(OrderState.values())
                                .map(OrderState::code)
                                .collect(Collectors.joining(", ")))));
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Rejection.Invalid("late", "Should be true or false");
    };
  }

  private static long number(String name, String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for a number out of range.
    }
    throw new Rejection.Invalid(name, "Should be a whole number from 1 to " + most);
  }
}
