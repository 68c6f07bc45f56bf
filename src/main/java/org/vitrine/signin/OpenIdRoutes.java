package org.vitrine.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Guards;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.openid.Identity;
import org.vitrine.platform.openid.LoginRefused;
import org.vitrine.platform.openid.OpenIdChallenge;
import org.vitrine.platform.openid.OpenIdProvider;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.signin.SignIns.SignInOutcome;

/** Signing in at the company's own OpenID provider: there, and back again. */
final class OpenIdRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdRoutes.class);
  private static final String CALLBACK = "/sign-in/open-id/callback";

  private final Optional<OpenIdProvider> provider;
  private final SignIns signIns;
  private final SessionRoutes sessionRoutes;
  private final Browsers browsers;
  private final Guards guards;
  private final Supplier<URI> address;

  OpenIdRoutes(
      Optional<OpenIdProvider> provider,
      SignIns signIns,
      SessionRoutes sessionRoutes,
      Browsers browsers,
      Guards guards,
      Supplier<URI> address) {
    this.provider = provider;
    this.signIns = signIns;
    this.sessionRoutes = sessionRoutes;
    this.browsers = browsers;
    this.guards = guards;
    this.address = address;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/sign-in/open-id", guards.anyone(), this::ask),
        Routes.get(CALLBACK, guards.anyone(), this::comeBack));
  }

  private void ask(Exchange exchange) {
    OpenIdProvider asked = provider();
    Visitor visitor = browsers.visitor(exchange);
    OpenIdChallenge challenge = OpenIdChallenge.random();
    try {
      Token state = signIns.askProvider(challenge, visitor);
      URI question = asked.question(state.text(), challenge, callback());
      browsers.mark(exchange, visitor.browser());
      sendTo(exchange, question.toString());
    } catch (Rejection.TooMany tooMany) {
      // A browser stands here and no program: it is shown a page.
      sendTo(exchange, "/sign-in#busy");
    } catch (LoginRefused refused) {
      refuse(exchange, visitor, refused);
    }
  }

  private OpenIdProvider provider() {
    return provider.orElseThrow(() -> new Rejection.NotFound("There is nothing at this address"));
  }

  private void comeBack(Exchange exchange) {
    OpenIdProvider asked = provider();
    Visitor visitor = browsers.visitor(exchange);
    try {
      Optional<SignInOutcome> outcome =
          answer(exchange, asked, visitor)
              .flatMap(identity -> signIns.byProvider(identity, visitor));
      if (outcome.orElse(null) instanceof SignInOutcome.Entered entered) {
        browsers.mark(exchange, entered.browser());
        sessionRoutes.admit(exchange, entered.opened());
        sendTo(exchange, "/");
      } else {
        sendTo(exchange, "/sign-in#refused");
      }
    } catch (Rejection.Conflict another) {
      sendTo(exchange, "/sign-in#another");
    } catch (LoginRefused refused) {
      refuse(exchange, visitor, refused);
    }
  }

  /** Who the provider says that it is; nothing where it is no answer to our question. */
  private Optional<Identity> answer(Exchange exchange, OpenIdProvider asked, Visitor visitor) {
    Optional<OpenIdChallenge> challenge =
        exchange.query("state").flatMap(state -> signIns.takeProof(new Token(state), visitor));
    Optional<String> code = exchange.query("code").filter(text -> !text.isBlank());
    if (challenge.isEmpty()) {
      return Optional.empty(); // Nobody was asked for this: it is not worth a line in the trail.
    }
    if (code.isEmpty()) {
      signIns.refusedByProvider(visitor);
      return Optional.empty();
    }
    return Optional.of(asked.identity(code.get(), challenge.get(), callback()));
  }

  private void refuse(Exchange exchange, Visitor visitor, LoginRefused refused) {
    LOG.warn("{}", refused.getMessage());
    signIns.refusedByProvider(visitor);
    sendTo(exchange, "/sign-in#refused");
  }

  private URI callback() {
    return URI.create(address.get() + CALLBACK);
  }

  private static void sendTo(Exchange exchange, String place) {
    exchange
        .response()
        .setStatusCode(303)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Location", place)
        .end();
  }
}
