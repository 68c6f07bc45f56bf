package org.vitrine.accounts.signin;

import java.util.List;
import java.util.Optional;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.Role;
import org.vitrine.accounts.SessionRoutes;
import org.vitrine.accounts.Token;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What administrators demand of those who sign in, and how they help those who cannot. */
final class RuleRoutes implements Routes {
  private static final int SMALL = 4_096;

  private final HouseRules rules;
  private final LostFactors lostFactors;
  private final Proofs proofs;
  private final Credentials credentials;
  private final Browsers browsers;
  private final Gates gates;

  RuleRoutes(
      HouseRules rules,
      LostFactors lostFactors,
      Proofs proofs,
      Credentials credentials,
      Browsers browsers,
      Gates gates) {
    this.rules = rules;
    this.lostFactors = lostFactors;
    this.proofs = proofs;
    this.credentials = credentials;
    this.browsers = browsers;
    this.gates = gates;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Gate administrators = gates.people(Role.ADMINISTRATOR);
    return List.of(
        Routes.get("/api/settings", administrators, exchange -> exchange.reply(rules.current())),
        Routes.put("/api/settings", administrators, this::change),
        Routes.delete("/api/people/:id/second-factor", administrators, this::reset)
            .limitedTo(SMALL));
  }

  private void change(Exchange exchange) {
    HouseRules.Rules wanted = exchange.body(HouseRules.Rules.class);
    gates.requireRecentProof(exchange);
    rules.change(gates.actor(exchange), wanted, session(exchange));
    exchange.reply(rules.current());
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
    Caller.Person by = exchange.caller(Caller.Person.class);
    proofs.require(
        credentials.of(by, browsers.visitor(exchange).browser()),
        new SecondFactors.Seat(by, SessionRoutes.from(exchange), session(exchange)),
        new Proofs.Typed(given.current(), given.code()));
    lostFactors.reset(by, SessionRoutes.from(exchange), exchange.id("id"));
    exchange.replyEmpty();
  }

  private Token session(Exchange exchange) {
    return gates.session(exchange).orElseThrow();
  }
}
