package org.vitrine.people;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import org.vitrine.access.Audit;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Merges;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.PageEntry;

/** Who buys, as the house looks after them. */
public final class CompaniesFeature {
  private CompaniesFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Database database,
      Database pages,
      Companies companies,
      Merges merges,
      People people,
      Sessions sessions,
      Audit audit,
      Guards guards) {
    CompanyManagers managers = people.managers();
    return Feature.named("companies")
        .showing(
            PageEntry.of("/companies", "companies/pages/companies.js")
                .needing(Permission.READ_PLANT.code())
                .inMenu(MAIN, 25, "nav.companies"),
            PageEntry.of("/companies/:code", "companies/pages/company.js")
                .needing(Permission.READ_PLANT.code())
                .watching(exchange -> CompanyTopics.ONE + exchange.path("code")))
        .watchedBy(new CompanyTopics(companies, new CompanyReader(pages, companies, managers)))
        .answering(
            new CompanyRoutes(
                new CompanyReader(database, companies, managers),
                new CompanyDesk(database, companies, managers, sessions, audit),
                new MergeDesk(database, merges, sessions, audit),
                guards));
  }
}
