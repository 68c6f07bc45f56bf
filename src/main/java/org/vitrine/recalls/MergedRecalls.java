package org.vitrine.recalls;

import java.time.Instant;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.MergeFollower;
import org.vitrine.companies.Merges;
import org.vitrine.platform.database.Queries;

/**
 * Two companies that become one, both told of the same: of their notices one goes, and the other's
 * history says from then on what was told and answered there, and how far that was.
 */
final class MergedRecalls implements MergeFollower {
  private final RecallMergeRepository repository = new RecallMergeRepository();

  @Override
  public Runnable companyBecomesAnother(Queries transaction, Merges.Merge wanted, Instant at) {
    CompanyId merged = wanted.merged().id();
    CompanyId receiving = wanted.receiving().id();
    // Whoever answers meanwhile has answered before, or finds the notice gone.
    repository.lock(transaction, merged);
    repository.keepHistory(transaction, merged, receiving);
    repository.sayHowFar(transaction, merged, receiving, at);
    return () -> {};
  }
}
