package org.vitrine.people;

import org.vitrine.access.Audit;
import org.vitrine.access.Guards;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;

/** Who buys, as the house looks after them. */
public final class CompaniesFeature {
  private CompaniesFeature() {}

  public static Feature of(
      Database database,
      Companies companies,
      People people,
      Sessions sessions,
      Audit audit,
      Guards guards) {
    CompanyManagers managers = people.managers();
    return Feature.named("companies")
        .answering(
            new CompanyRoutes(
                new CompanyReader(database, companies, managers),
                new CompanyDesk(database, companies, managers, sessions, audit),
                guards));
  }
}
