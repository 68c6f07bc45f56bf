package org.vitrine.reviews;

import java.util.List;
import java.util.Set;
import org.vitrine.companies.CompanyChange;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/** A company that is new, or of another tier now, takes part where its tier does. */
final class SeatKeeper implements Subscriber {
  private final ReviewRepository repository = new ReviewRepository();

  @Override
  public String name() {
    return "reviews.seats";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CompanyChange.KIND);
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> companies) {
    repository.seat(
        transaction,
        companies.stream().map(change -> new CompanyId(Long.parseLong(change.key()))).toList());
  }
}
