package org.vitrine.people;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Companies over HTTP. */
public final class CompanyRoutes implements Routes {
  private final Companies companies;
  private final Guards guards;

  public CompanyRoutes(Companies companies, Guards guards) {
    this.companies = companies;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/companies", guards.may(Permission.READ_PLANT), this::list),
        Routes.put("/api/companies/:code", guards.may(Permission.KEEP_COMPANIES), this::save));
  }

  /** A company as it is shown: without the key it has inside. */
  record ShownCompany(String code, String name, CompanyKind kind, Tier tier) {
    static ShownCompany of(Company company) {
      return new ShownCompany(company.code(), company.name(), company.kind(), company.tier());
    }
  }

  /** What became of a company that was sent. */
  record CompanyAnswer(String code, SaveOutcome outcome) {}

  private void list(Exchange exchange) {
    exchange.reply(Map.of("companies", companies.all().stream().map(ShownCompany::of).toList()));
  }

  private void save(Exchange exchange) {
    Companies.SavedCompany saved =
        companies.save(exchange.path("code"), exchange.body(SaveCompany.class));
    exchange.reply(
        saved.outcome() == SaveOutcome.CREATED ? 201 : 200,
        new CompanyAnswer(saved.company().code(), saved.outcome()));
  }
}
