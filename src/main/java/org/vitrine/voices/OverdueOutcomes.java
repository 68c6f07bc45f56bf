package org.vitrine.voices;

import java.time.Instant;
import java.util.List;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;

/** Whoever has the events of open voices tells which commitments are missed and not done yet. */
@FunctionalInterface
public interface OverdueOutcomes {
  /**
   * By {@link Commitments#overdueAt}, of the voices of which something was due before now; where
   * there are very many, of those that were due first.
   */
  List<OverdueOutcome> overdueAt(Queries queries, Instant now);

  /** What is missed and not done yet, and whose voice it is. */
  record OverdueOutcome(CompanyId company, CommitmentOutcome outcome) {}
}
