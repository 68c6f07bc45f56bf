package org.vitrine.invitations;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Token;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/** Calendars to subscribe to, over HTTP: one’s own address, and what stands behind it. */
final class CalendarFeedRoutes implements Routes {
  private static final String PATH = "/api/calendar/";
  private static final String ENDING = ".ics";
  private static final int MOST = 120;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final CalendarFeeds feeds;
  private final Supplier<URI> address;
  private final Guards guards;
  private final RateLimiter ofClient = new RateLimiter(MOST, WITHIN);

  /**
   * @param address where people reach us
   */
  CalendarFeedRoutes(CalendarFeeds feeds, Supplier<URI> address, Guards guards) {
    this.feeds = feeds;
    this.address = address;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard everybody = guards.may(Permission.ANSWER_INVITATIONS);
    return List.of(
        Routes.get("/api/calendar/:token.ics", guards.anyone(), this::read),
        Routes.get("/api/me/calendar", everybody, this::show),
        Routes.post("/api/me/calendar", everybody, this::renew),
        Routes.delete("/api/me/calendar", everybody, this::stop));
  }

  private void read(Exchange exchange) {
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
    feeds.read(new Token(exchange.path("token"))).send(exchange);
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(feeds.of(person(exchange)));
  }

  private void renew(Exchange exchange) {
    Token token = feeds.renew(person(exchange));
    exchange.reply(201, Map.of("address", address.get() + PATH + token.text() + ENDING));
  }

  private void stop(Exchange exchange) {
    feeds.stop(person(exchange));
    exchange.replyEmpty();
  }

  private static long person(Exchange exchange) {
    return exchange.caller(Caller.SignedIn.class).id();
  }
}
