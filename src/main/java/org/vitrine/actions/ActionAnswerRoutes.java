package org.vitrine.actions;

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

/** Whether it worked, shown and answered by whoever has the link: its secret is enough. */
final class ActionAnswerRoutes implements Routes {
  private static final int MOST = 60;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final ActionAnswers answers;
  private final Guards guards;
  private final RateLimiter ofClient = new RateLimiter(MOST, WITHIN);
  private final RateLimiter ofLink = new RateLimiter(MOST, WITHIN);

  ActionAnswerRoutes(ActionAnswers answers, Guards guards) {
    this.answers = answers;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post("/api/actions/look", guards.anyone(), this::look),
        Routes.post("/api/actions/answers", guards.anyone(), this::answer));
  }

  record ActionToken(String token) {
    ActionToken {
      require(token);
    }

    /** Never the token: a log must not have it. */
    @Override
    public String toString() {
      return "ActionToken";
    }
  }

  record ActionAnswer(String token, Boolean worked, String text) {
    ActionAnswer {
      require(token);
      if (worked == null) {
        throw new Rejection.Invalid("worked", "Say whether it worked: true or false");
      }
    }

    @Override
    public String toString() {
      return "ActionAnswer";
    }
  }

  private static void require(String token) {
    if (token == null || token.isBlank()) {
      throw new Rejection.Invalid("token", "Missing");
    }
  }

  private void look(Exchange exchange) {
    exchange.reply(answers.look(admitted(exchange, exchange.body(ActionToken.class).token())));
  }

  private void answer(Exchange exchange) {
    ActionAnswer sent = exchange.body(ActionAnswer.class);
    Token token = admitted(exchange, sent.token());
    Action action = answers.answer(token, sent.worked(), ActionText.word(sent.text()));
    exchange.reply(Map.of("number", action.number(), "state", action.state()));
  }

  private Token admitted(Exchange exchange, String text) {
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
    Token token = new Token(text);
    ofLink.admit(HexFormat.of().formatHex(token.hash()));
    return token;
  }
}
