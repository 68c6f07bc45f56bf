package org.vitrine.production;

import java.util.Collection;
import org.vitrine.platform.database.Queries;

/**
 * The door to lots and pieces of which nothing may be reported. Several matters hold the same by
 * themselves; a report that names one of them is refused until none does.
 */
public final class HeldCodes {
  private final HeldCodeRepository repository = new HeldCodeRepository();

  /**
   * From now on this matter holds these and no others, in the transaction of whoever knows why. A
   * report that is taken at the same moment is taken before it or refused.
   */
  public void keep(Queries transaction, String matter, Collection<HeldCode> held) {
    repository.keep(transaction, matter, held.stream().map(HeldCode::key).distinct().toList());
  }
}
