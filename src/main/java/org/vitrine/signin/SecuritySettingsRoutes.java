package org.vitrine.signin;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Token;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What administrators demand of those who sign in, and how they help those who cannot. */
final class SecuritySettingsRoutes implements Routes {
  private static final int SMALL = 4_096;

  private final SecuritySettings settings;
  private final FactorReset factorReset;
  private final Reauthentication reauthentication;
  private final Credentials credentials;
  private final Browsers browsers;
  private final Guards guards;

  SecuritySettingsRoutes(
      SecuritySettings settings,
      FactorReset factorReset,
      Reauthentication reauthentication,
      Credentials credentials,
      Browsers browsers,
      Guards guards) {
    this.settings = settings;
    this.factorReset = factorReset;
    this.reauthentication = reauthentication;
    this.credentials = credentials;
    this.browsers = browsers;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard administrators = guards.may(Permission.SET_SECURITY);
    return List.of(
        Routes.get("/api/settings", administrators, exchange -> exchange.reply(settings.current())),
        Routes.put("/api/settings", administrators, this::change),
        Routes.delete("/api/people/:id/second-factor", administrators, this::reset)
            .limitedTo(SMALL));
  }

  private void change(Exchange exchange) {
    SecuritySettings.Rules wanted = exchange.body(SecuritySettings.Rules.class);
    guards.requireRecentProof(exchange);
    settings.change(guards.actor(exchange), wanted, session(exchange));
    exchange.reply(settings.current());
  }

  /** The administrator's own password and code, where it is long ago that they came in. */
  public record Confirmation(Optional<String> current, Optional<String> code) {
    @Override
    public String toString() {
      return "Confirmation";
    }
  }

  private void reset(Exchange exchange) {
    Confirmation given =
        exchange.bodyOr(new Confirmation(Optional.empty(), Optional.empty()), Confirmation.class);
    Caller.SignedIn by = exchange.caller(Caller.SignedIn.class);
    reauthentication.require(
        credentials.of(by, browsers.visitor(exchange).browser()),
        new SecondFactors.Seat(by, Guards.from(exchange), session(exchange)),
        new Reauthentication.Typed(given.current(), given.code()));
    factorReset.reset(by, Guards.from(exchange), exchange.id("id"));
    exchange.replyEmpty();
  }

  private Token session(Exchange exchange) {
    return guards.session(exchange).orElseThrow();
  }
}
