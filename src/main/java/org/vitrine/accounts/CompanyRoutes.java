package org.vitrine.accounts;

import java.util.List;
import java.util.Map;
import org.vitrine.accounts.Companies.SaveCompany;
import org.vitrine.platform.Outcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Companies over HTTP. */
public final class CompanyRoutes implements Routes {
  private final Companies companies;
  private final Gates gates;

  public CompanyRoutes(Companies companies, Gates gates) {
    this.companies = companies;
    this.gates = gates;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/companies", gates.staff(), this::list),
        Routes.put(
            "/api/companies/:code",
            gates.programsFor(Scope.ORDERS, Role.ADMINISTRATOR),
            this::save));
  }

  /** A company as it is shown: without the key it has inside. */
  record Shown(String code, String name, CompanyKind kind, Tier tier) {
    static Shown of(Company company) {
      return new Shown(company.code(), company.name(), company.kind(), company.tier());
    }
  }

  /** What became of a company that was sent. */
  record Answer(String code, Outcome outcome) {}

  private void list(Exchange exchange) {
    exchange.reply(Map.of("companies", companies.all().stream().map(Shown::of).toList()));
  }

  private void save(Exchange exchange) {
    Companies.Saved saved = companies.save(exchange.path("code"), exchange.body(SaveCompany.class));
    exchange.reply(
        saved.outcome() == Outcome.CREATED ? 201 : 200,
        new Answer(saved.company().code(), saved.outcome()));
  }
}
