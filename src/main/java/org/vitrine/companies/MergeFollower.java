package org.vitrine.companies;

import java.time.Instant;
import org.vitrine.platform.database.Queries;

/** Whoever keeps something of a company that others remember by its version. */
public interface MergeFollower {
  /**
   * Called inside the transaction in which one company becomes another, before anything has moved;
   * what is answered is run once everything has, since whoever hears of it must find it where it
   * is.
   */
  Runnable companyBecomesAnother(Queries transaction, Merges.Merge wanted, Instant at);
}
