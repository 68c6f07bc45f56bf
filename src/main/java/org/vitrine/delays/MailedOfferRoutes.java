package org.vitrine.delays;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/** What was offered by mail is shown and answered by whoever has the link: its secret is enough. */
final class MailedOfferRoutes implements Routes {
  private static final int MOST = 60;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final MailedOffers offers;
  private final Guards guards;
  private final RateLimiter ofClient = new RateLimiter(MOST, WITHIN);
  private final RateLimiter ofLink = new RateLimiter(MOST, WITHIN);

  MailedOfferRoutes(MailedOffers offers, Guards guards) {
    this.offers = offers;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post("/api/mailed-offers", guards.anyone(), this::show),
        Routes.post("/api/mailed-offers/read", guards.anyone(), this::read),
        Routes.post("/api/mailed-offers/answer", guards.anyone(), this::answer),
        Routes.post("/api/mailed-offers/taking-back", guards.anyone(), this::takeBack));
  }

  record OfferToken(String token) {
    OfferToken {
      require(token);
    }

    /** Never the token: a log must not have it. */
    @Override
    public String toString() {
      return "OfferToken";
    }
  }

  record MailedAnswer(String token, AnswerOffer answer) {
    MailedAnswer {
      require(token);
      if (answer == null) {
        throw new Rejection.Invalid("answer", "Missing");
      }
    }

    @Override
    public String toString() {
      return "MailedAnswer";
    }
  }

  private static void require(String token) {
    if (token == null || token.isBlank()) {
      throw new Rejection.Invalid("token", "Missing");
    }
  }

  private void show(Exchange exchange) {
    exchange.reply(offers.shown(admitted(exchange, exchange.body(OfferToken.class).token())));
  }

  private void read(Exchange exchange) {
    offers.read(admitted(exchange, exchange.body(OfferToken.class).token()));
    exchange.replyEmpty();
  }

  private void answer(Exchange exchange) {
    MailedAnswer sent = exchange.body(MailedAnswer.class);
    exchange.reply(offers.answer(admitted(exchange, sent.token()), sent.answer()));
  }

  private void takeBack(Exchange exchange) {
    exchange.reply(offers.takeBack(admitted(exchange, exchange.body(OfferToken.class).token())));
  }

  private Token admitted(Exchange exchange, String text) {
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
    Token token = new Token(text);
    ofLink.admit(HexFormat.of().formatHex(token.hash()));
    return token;
  }
}
