package org.vitrine.recalls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** Whose pieces are concerned by a nonconformance, as the room below says. */
@FunctionalInterface
interface Concerns {
  /** Nothing where there is no such nonconformance. */
  Optional<Map<CompanyId, List<NoticeLine>>> of(Queries queries, long nonconformance);
}
