package org.vitrine.accounts.signin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.Role;
import org.vitrine.accounts.SessionRoutes;
import org.vitrine.accounts.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** One's own password and second factor, and what administrators demand of them. */
final class CredentialRoutes implements Routes {
  private static final int SMALL = 4_096;

  private final Credentials credentials;
  private final SecondFactors factors;
  private final SignIns signIns;
  private final HouseRules rules;
  private final SessionRoutes sessions;
  private final Browsers browsers;
  private final Gates gates;

  CredentialRoutes(
      Credentials credentials,
      SecondFactors factors,
      SignIns signIns,
      HouseRules rules,
      SessionRoutes sessions,
      Browsers browsers,
      Gates gates) {
    this.credentials = credentials;
    this.factors = factors;
    this.signIns = signIns;
    this.rules = rules;
    this.sessions = sessions;
    this.browsers = browsers;
    this.gates = gates;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.put("/api/me/password", gates.people(), this::changePassword).limitedTo(SMALL),
        // A sign-in that waits for a second factor to be set up brings a challenge, and no session.
        Routes.post("/api/me/second-factor", gates.anyone(), this::begin).limitedTo(SMALL),
        Routes.put("/api/me/second-factor", gates.anyone(), this::confirm).limitedTo(SMALL),
        Routes.delete("/api/me/second-factor", gates.people(), this::remove).limitedTo(SMALL),
        Routes.get(
            "/api/settings",
            gates.people(Role.ADMINISTRATOR),
            exchange -> exchange.reply(rules.current())),
        Routes.put("/api/settings", gates.people(Role.ADMINISTRATOR), this::changeRules));
  }

  /** Another password; the current one where there is one. */
  public record ChangePassword(Optional<String> current, String password) {
    @Override
    public String toString() {
      return "ChangePassword";
    }
  }

  private void changePassword(Exchange exchange) {
    ChangePassword wanted = exchange.body(ChangePassword.class);
    Caller.Person person = exchange.caller(Caller.Person.class);
    credentials.changePassword(
        person,
        SessionRoutes.from(exchange),
        account(exchange),
        wanted.current(),
        wanted.password(),
        gates.session(exchange).orElseThrow());
    exchange.replyEmpty();
  }

  /** A code, and the challenge of the sign-in that waits for it, if one does. */
  public record Setup(Optional<String> challenge, Optional<String> code) {
    String requireCode() {
      return code.filter(text -> !text.isBlank() && text.length() <= 64)
          .orElseThrow(() -> new Rejection.Invalid("code", "Missing, or too long"));
    }

    @Override
    public String toString() {
      return "Setup";
    }
  }

  private void begin(Exchange exchange) {
    Setup setup = exchange.body(Setup.class);
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(factors.begin(whoSetsUp(exchange, setup)));
  }

  /** The codes, which are shown once; and who one is, where it was the last step of a sign-in. */
  record Confirmed(List<String> recoveryCodes, @JsonUnwrapped SessionRoutes.Me me) {
    @Override
    public String toString() {
      return "Confirmed";
    }
  }

  private void confirm(Exchange exchange) {
    Setup setup = exchange.body(Setup.class);
    List<String> codes =
        factors.confirm(
            whoSetsUp(exchange, setup), setup.requireCode(), SessionRoutes.from(exchange));
    SessionRoutes.Me me =
        setup.challenge().map(challenge -> finish(exchange, new Token(challenge))).orElse(null);
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(new Confirmed(codes, me));
  }

  private SessionRoutes.Me finish(Exchange exchange, Token challenge) {
    return switch (signIns.finishSetUp(challenge, browsers.visitor(exchange))) {
      case SignIns.Outcome.Entered entered -> {
        browsers.mark(exchange, entered.browser());
        yield sessions.admit(exchange, entered.opened());
      }
      case SignIns.Outcome.Awaiting awaiting -> throw new IllegalStateException();
    };
  }

  private Account whoSetsUp(Exchange exchange, Setup setup) {
    if (setup.challenge().isPresent()) {
      return signIns.halfway(new Token(setup.challenge().get()), browsers.visitor(exchange));
    }
    gates.people().admit(exchange);
    return account(exchange);
  }

  private void remove(Exchange exchange) {
    factors.remove(
        account(exchange), exchange.body(Setup.class).requireCode(), SessionRoutes.from(exchange));
    exchange.replyEmpty();
  }

  private void changeRules(Exchange exchange) {
    HouseRules.Rules wanted = exchange.body(HouseRules.Rules.class);
    rules.change(gates.actor(exchange), wanted);
    exchange.reply(rules.current());
  }

  private Account account(Exchange exchange) {
    return credentials.of(
        exchange.caller(Caller.Person.class), browsers.visitor(exchange).browser());
  }
}
