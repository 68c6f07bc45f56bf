package org.vitrine.voices;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/** What was asked by mail is shown and answered by whoever has the link: its secret is enough. */
final class MailQuestionRoutes implements Routes {
  private static final int MOST = 60;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final MailQuestions questions;
  private final Guards guards;
  private final RateLimiter ofClient = new RateLimiter(MOST, WITHIN);
  private final RateLimiter ofLink = new RateLimiter(MOST, WITHIN);

  MailQuestionRoutes(MailQuestions questions, Guards guards) {
    this.questions = questions;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post("/api/voice-questions", guards.anyone(), this::show),
        Routes.post("/api/voice-confirmations", guards.anyone(), this::confirm),
        Routes.post("/api/care-answers", guards.anyone(), this::care));
  }

  record AskedToken(String token) {
    AskedToken {
      require(token);
    }

    /** Never the token: a log must not have it. */
    @Override
    public String toString() {
      return "AskedToken";
    }
  }

  record SolvedAnswer(String token, Boolean solved, String text) {
    SolvedAnswer {
      require(token);
      if (solved == null) {
        throw new Rejection.Invalid("solved", "Say whether it is still solved: true or false");
      }
    }

    @Override
    public String toString() {
      return "SolvedAnswer";
    }
  }

  record CareAnswer(String token, String text) {
    CareAnswer {
      require(token);
    }

    @Override
    public String toString() {
      return "CareAnswer";
    }
  }

  private static void require(String token) {
    if (token == null || token.isBlank()) {
      throw new Rejection.Invalid("token", "Missing");
    }
  }

  private void show(Exchange exchange) {
    exchange.reply(questions.shown(admitted(exchange, exchange.body(AskedToken.class).token())));
  }

  private void confirm(Exchange exchange) {
    SolvedAnswer sent = exchange.body(SolvedAnswer.class);
    Token token = admitted(exchange, sent.token());
    exchange.reply(Map.of("number", questions.confirm(token, sent.solved(), sent.text())));
  }

  private void care(Exchange exchange) {
    CareAnswer sent = exchange.body(CareAnswer.class);
    Token token = admitted(exchange, sent.token());
    exchange.reply(201, Map.of("number", questions.care(token, sent.text())));
  }

  private Token admitted(Exchange exchange, String text) {
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
    Token token = new Token(text);
    ofLink.admit(HexFormat.of().formatHex(token.hash()));
    return token;
  }
}
