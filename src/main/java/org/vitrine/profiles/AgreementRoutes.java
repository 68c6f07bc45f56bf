package org.vitrine.profiles;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What one's own company was promised, over HTTP. */
final class AgreementRoutes implements Routes {
  private final AgreementReader reader;
  private final Guards guards;

  AgreementRoutes(AgreementReader reader, Guards guards) {
    this.reader = reader;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(Routes.get("/api/agreement", guards.may(Permission.SEE_AGREEMENT), this::show));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    CompanyId company =
        exchange
            .caller(Caller.SignedIn.class)
            .company()
            .orElseThrow(() -> new Rejection.Forbidden("You do not belong to a company"));
    exchange.reply(reader.of(company));
  }
}
