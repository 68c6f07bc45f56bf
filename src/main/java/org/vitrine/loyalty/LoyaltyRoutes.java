package org.vitrine.loyalty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** How loyal customers are, over HTTP, and what they say of their need. */
final class LoyaltyRoutes implements Routes {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  private final Loyalty loyalty;
  private final Companies companies;
  private final Guards guards;

  LoyaltyRoutes(Loyalty loyalty, Companies companies, Guards guards) {
    this.loyalty = loyalty;
    this.companies = companies;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_LOYALTY);
    return List.of(
        Routes.get("/api/loyalty", readers, this::show),
        Routes.put("/api/loyalty/:company/need", readers, this::say));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries("tier", "company", "limit");
    Optional<Tier> tier = exchange.query("tier").map(LoyaltyRoutes::tier);
    Optional<CompanyId> company =
        exchange.query("company").map(companies::require).map(Company::id);
    int most = exchange.number("limit", MOST).orElse((long) USUAL).intValue();
    Predicate<Company> wanted =
        one ->
            tier.filter(other -> other != one.tier()).isEmpty()
                && company.filter(other -> !other.equals(one.id())).isEmpty();
    exchange.reply(loyalty.report(wanted, most));
  }

  private static Tier tier(String code) {
    return Arrays.stream(Tier.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "tier",
                    "“%s” is not standard, silver, gold or platinum".formatted(Excerpt.of(code))));
  }

  private void say(Exchange exchange) {
    String code = exchange.path("company");
    loyalty.say(code, exchange.body(SaveNeed.class), guards.actor(exchange));
    CompanyId company = companies.require(code).id();
    exchange.reply(loyalty.report(one -> one.id().equals(company), 1));
  }
}
