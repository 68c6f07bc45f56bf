package org.vitrine.people;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Saying who one is, over HTTP. */
final class IntroductionRoutes implements Routes {
  private final Administrators administrators;
  private final Guards guards;

  IntroductionRoutes(Administrators administrators, Guards guards) {
    this.administrators = administrators;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.put("/api/me/introduction", guards.may(Permission.MANAGE_PEOPLE), this::introduce));
  }

  /** What one is called, and where one is written to. */
  record Introduce(String name, String email) {}

  private void introduce(Exchange exchange) {
    Introduce wanted = exchange.body(Introduce.class);
    guards.requireRecentProof(exchange);
    administrators.introduce(
        exchange.caller(Caller.SignedIn.class),
        Guards.from(exchange),
        wanted.name(),
        wanted.email());
    exchange.replyEmpty();
  }
}
