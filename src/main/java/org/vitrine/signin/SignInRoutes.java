package org.vitrine.signin;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.access.SignInLinks;
import org.vitrine.access.Token;
import org.vitrine.mail.MailAddress;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.DeferredTasks;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.signin.SignIns.SignInOutcome;

/** Signing in, step by step. */
final class SignInRoutes implements Routes {
  private static final int SMALL = 4_096;

  private final SignIns signIns;
  private final SessionRoutes sessionRoutes;
  private final Browsers browsers;
  private final DeferredTasks deferred = new DeferredTasks("sign-in links");
  private final Guards guards;
  private final Options options;

  SignInRoutes(
      SignIns signIns,
      SessionRoutes sessionRoutes,
      Browsers browsers,
      Guards guards,
      Options options) {
    this.signIns = signIns;
    this.sessionRoutes = sessionRoutes;
    this.browsers = browsers;
    this.guards = guards;
    this.options = options;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/sign-in/options", guards.anyone(), exchange -> exchange.reply(options)),
        post("/api/sign-in/link", this::askForLink),
        post("/api/sign-in/asked", this::asked),
        post("/api/sign-in/password", this::byPassword),
        post("/api/sign-in/second-factor", this::bySecondFactor),
        post("/api/session", this::byLink));
  }

  private Endpoint post(String path, Endpoint.Handler action) {
    return Routes.post(path, guards.anyone(), action).limitedTo(SMALL);
  }

  /** Whose window this is, and the ways in that there are; whether links are mailed. */
  record Options(String manufacturer, boolean mail, Optional<OpenId> openId) {
    /** What the provider is called. */
    record OpenId(String name) {}
  }

  /** Whoever wants a link. */
  public record AskForLink(String email) {}

  private void askForLink(Exchange exchange) {
    String email = MailAddress.typedToSignIn(exchange.body(AskForLink.class).email());
    Visitor visitor = browsers.visitor(exchange);
    browsers.mark(exchange, visitor.browser());
    // The answer goes out first: how long the rest takes would tell whether somebody is known.
    exchange.replyEmpty();
    deferred.run(visitor.from().address(), () -> signIns.askForLink(email, visitor));
  }

  /** A link, as the page at {@code /enter} has it. */
  public record LinkToken(Optional<String> token) {}

  /** Whether this browser asked for the link, and a hint at who is signed in by it. */
  record AskedHere(boolean asked, Optional<String> email) {
    static AskedHere of(SignInLinks.WaitingLink link) {
      return new AskedHere(link.askedHere(), Optional.of(masked(link.email())));
    }

    /** Enough for its owner to see that it is theirs, or not. */
    private static String masked(String email) {
      return email.substring(0, 1) + "…" + email.substring(email.indexOf('@'));
    }
  }

  private void asked(Exchange exchange) {
    AskedHere asked =
        exchange
            .body(LinkToken.class)
            .token()
            .flatMap(token -> signIns.waiting(new Token(token), browsers.visitor(exchange)))
            .map(AskedHere::of)
            .orElse(new AskedHere(false, Optional.empty()));
    noStore(exchange).reply(asked);
  }

  private void byLink(Exchange exchange) {
    Token token =
        exchange
            .body(LinkToken.class)
            .token()
            .filter(text -> !text.isBlank())
            .map(Token::new)
            .orElseThrow(() -> new Rejection.Invalid("token", "Missing"));
    Visitor visitor = browsers.visitor(exchange);
    answer(exchange, visitor, signIns.byLink(token, visitor));
  }

  /** An address and a password. */
  public record ByPassword(String email, String password) {
    public ByPassword {
      if (password == null || password.isEmpty() || password.length() > 1_000) {
        throw new Rejection.Invalid("password", "Missing, or too long");
      }
    }

    @Override
    public String toString() {
      return "ByPassword";
    }
  }

  private void byPassword(Exchange exchange) {
    ByPassword given = exchange.body(ByPassword.class);
    String email = MailAddress.typedToSignIn(given.email());
    Visitor visitor = browsers.visitor(exchange);
    answer(exchange, visitor, signIns.byPassword(email, given.password(), visitor));
  }

  /** What a sign-in that is half done still wants. */
  public record SecondFactor(String challenge, String code) {
    public SecondFactor {
      if (challenge == null || challenge.isBlank()) {
        throw new Rejection.Invalid("challenge", "Missing");
      }
      if (code == null || code.isBlank() || code.length() > 64) {
        throw new Rejection.Invalid("code", "Missing, or too long");
      }
    }

    @Override
    public String toString() {
      return "SecondFactor";
    }
  }

  private void bySecondFactor(Exchange exchange) {
    SecondFactor given = exchange.body(SecondFactor.class);
    Visitor visitor = browsers.visitor(exchange);
    answer(
        exchange,
        visitor,
        signIns.bySecondFactor(new Token(given.challenge()), given.code(), visitor));
  }

  /** A step that is still to come. */
  record Wanted(String secondFactor, String challenge) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  private void answer(Exchange exchange, Visitor visitor, SignInOutcome outcome) {
    switch (outcome) {
      case SignInOutcome.Entered entered -> {
        SessionRoutes.Me me = sessionRoutes.admit(exchange, entered.opened());
        browsers.mark(exchange, entered.browser());
        exchange.reply(me);
      }
      case SignInOutcome.Awaiting awaiting -> {
        browsers.mark(exchange, visitor.browser());
        noStore(exchange).reply(new Wanted(awaiting.secondFactor(), awaiting.challenge().text()));
      }
    }
  }

  private static Exchange noStore(Exchange exchange) {
    return exchange;
  }
}
