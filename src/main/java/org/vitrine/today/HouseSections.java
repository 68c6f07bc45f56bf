package org.vitrine.today;

import java.util.List;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyChange;
import org.vitrine.health.Backups;
import org.vitrine.health.Health;
import org.vitrine.today.TodaySection.Addressees;
import org.vitrine.today.TodaySections.TodayRows;

/** What administrators look after: the installation itself. */
record HouseSections(Health health, SetupGround setup) {

  List<TodaySection> all() {
    return List.of(
        new TodaySection(
            "house",
            Permission.SET_HOUSE,
            Set.of(Backups.NOTED),
            Addressees.ALIKE,
            (queries, reader, now) -> TodayRows.of(health.findings(queries, now))),
        new TodaySection(
            "setup",
            Permission.SET_HOUSE,
            Set.of(CompanyChange.KIND),
            Addressees.ALIKE,
            (queries, reader, now) -> TodayRows.of(setup.missing(queries))));
  }
}
