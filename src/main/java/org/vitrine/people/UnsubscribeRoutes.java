package org.vitrine.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Token;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/**
 * Ending mails by a link in one of them. Mailboxes send a form to the address that the mail names
 * (RFC 8058, 3.2): it is answered without a session and without a redirect.
 */
final class UnsubscribeRoutes implements Routes {
  private static final int ASKED_AT_MOST = 600;
  private static final Duration ASKED_WITHIN = Duration.ofMinutes(1);

  private final Unsubscribing unsubscribing;
  private final Guards guards;
  private final RateLimiter ofClient = new RateLimiter(ASKED_AT_MOST, ASKED_WITHIN);

  UnsubscribeRoutes(Unsubscribing unsubscribing, Guards guards) {
    this.unsubscribing = unsubscribing;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/unsubscribing/:token", guards.anyone(), this::show),
        Routes.post(Unsubscribing.PATH + ":token", guards.anyone(), this::end)
            .taking(Media.text("application/x-www-form-urlencoded", "multipart/form-data")));
  }

  private void show(Exchange exchange) {
    limit(exchange);
    exchange.reply(Map.of("topics", unsubscribing.topics(new Token(exchange.path("token")))));
  }

  private void end(Exchange exchange) {
    limit(exchange);
    unsubscribing.end(new Token(exchange.path("token")));
    exchange.replyEmpty();
  }

  /** A mailbox that many people have sends for all of them. */
  private void limit(Exchange exchange) {
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
  }
}
