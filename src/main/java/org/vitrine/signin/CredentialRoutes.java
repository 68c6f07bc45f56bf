package org.vitrine.signin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** One's own password and second factor. */
final class CredentialRoutes implements Routes {
  private static final int SMALL = 4_096;

  private final Credentials credentials;
  private final SecondFactors factors;
  private final Reauthentication reauthentication;
  private final SignIns signIns;
  private final SessionRoutes sessionRoutes;
  private final Browsers browsers;
  private final Guards guards;

  CredentialRoutes(
      Credentials credentials,
      SecondFactors factors,
      Reauthentication reauthentication,
      SignIns signIns,
      SessionRoutes sessionRoutes,
      Browsers browsers,
      Guards guards) {
    this.credentials = credentials;
    this.factors = factors;
    this.reauthentication = reauthentication;
    this.signIns = signIns;
    this.sessionRoutes = sessionRoutes;
    this.browsers = browsers;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post("/api/me/proof", guards.may(Permission.KEEP_ACCOUNT), this::prove)
            .limitedTo(SMALL),
        Routes.put("/api/me/password", guards.may(Permission.KEEP_ACCOUNT), this::changePassword)
            .limitedTo(SMALL),
        // A sign-in that waits for a second factor to be set up brings a challenge, and no session.
        Routes.post("/api/me/second-factor", guards.anyone(), this::begin).limitedTo(SMALL),
        Routes.put("/api/me/second-factor", guards.anyone(), this::confirm).limitedTo(SMALL),
        Routes.delete("/api/me/second-factor", guards.may(Permission.KEEP_ACCOUNT), this::remove)
            .limitedTo(SMALL));
  }

  /** That it is still the same person: their password, and a code of whoever has an app. */
  public record Proof(Optional<String> current, Optional<String> code) {
    @Override
    public String toString() {
      return "Proof";
    }
  }

  private void prove(Exchange exchange) {
    Proof given = exchange.body(Proof.class);
    reauthentication.require(
        account(exchange),
        seat(exchange),
        new Reauthentication.Typed(given.current(), given.code()));
    exchange.replyEmpty();
  }

  /** Another password; and the current one and a code, where it is long ago that they came in. */
  public record ChangePassword(Optional<String> current, Optional<String> code, String password) {
    @Override
    public String toString() {
      return "ChangePassword";
    }
  }

  private void changePassword(Exchange exchange) {
    ChangePassword wanted = exchange.body(ChangePassword.class);
    Account account = account(exchange);
    credentials.requireMayHavePassword(account);
    NewPassword chosen = credentials.chosen(account, wanted.password());
    reauthentication.require(
        account, seat(exchange), new Reauthentication.Typed(wanted.current(), wanted.code()));
    credentials.changePassword(
        exchange.caller(Caller.SignedIn.class),
        Guards.from(exchange),
        account,
        chosen,
        session(exchange));
    exchange.replyEmpty();
  }

  /**
   * A code, and the challenge of the sign-in that waits for it, if one does; and the current
   * password, where it is long ago that they came in.
   */
  public record Setup(Optional<String> challenge, Optional<String> code, Optional<String> current) {
    Reauthentication.Typed password() {
      return new Reauthentication.Typed(current, Optional.empty());
    }

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
    Account account = whoSetsUp(exchange, setup);
    Confirmed confirmed =
        setup.challenge().isPresent()
            ? confirmAndEnter(exchange, setup, account)
            : new Confirmed(factors.confirm(account, setup.requireCode(), seat(exchange)), null);
    exchange.reply(confirmed);
  }

  private Confirmed confirmAndEnter(Exchange exchange, Setup setup, Account account) {
    SecondFactors.ConfirmedFactor<SignIns.SignInOutcome.Entered> done =
        signIns.setUp(
            new Token(setup.challenge().orElseThrow()),
            account,
            setup.requireCode(),
            browsers.visitor(exchange));
    browsers.mark(exchange, done.then().browser());
    return new Confirmed(done.recoveryCodes(), sessionRoutes.admit(exchange, done.then().opened()));
  }

  private Account whoSetsUp(Exchange exchange, Setup setup) {
    if (setup.challenge().isPresent()) {
      return signIns.halfway(new Token(setup.challenge().get()), browsers.visitor(exchange));
    }
    guards.may(Permission.KEEP_ACCOUNT).admit(exchange);
    Account account = account(exchange);
    if (!account.hasSecondFactor()) {
      reauthentication.require(account, seat(exchange), setup.password());
    }
    return account;
  }

  private void remove(Exchange exchange) {
    Setup setup = exchange.body(Setup.class);
    String code = setup.requireCode();
    Account account = account(exchange);
    factors.requireMayBeRemoved(account);
    reauthentication.requireWithCode(
        account, seat(exchange), new Reauthentication.Typed(setup.current(), Optional.of(code)));
    factors.remove(account, seat(exchange));
    exchange.replyEmpty();
  }

  private SecondFactors.Seat seat(Exchange exchange) {
    return new SecondFactors.Seat(
        exchange.caller(Caller.SignedIn.class), Guards.from(exchange), session(exchange));
  }

  private Token session(Exchange exchange) {
    return guards.session(exchange).orElseThrow();
  }

  private Account account(Exchange exchange) {
    return credentials.of(
        exchange.caller(Caller.SignedIn.class), browsers.visitor(exchange).browser());
  }
}
