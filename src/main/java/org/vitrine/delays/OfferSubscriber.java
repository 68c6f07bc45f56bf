package org.vitrine.delays;

import java.util.List;
import java.util.Set;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderChange;

/** Ends offers of which another date was promised since, or of which nothing is to be made. */
final class OfferSubscriber implements Subscriber {
  private final HouseOffers house;

  OfferSubscriber(HouseOffers house) {
    this.house = house;
  }

  @Override
  public String name() {
    return "delays.offers";
  }

  @Override
  public Set<String> kinds() {
    return OrderChange.kinds();
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    changes.stream()
        .map(change -> OrderVersion.of(change).order())
        .distinct()
        .forEach(order -> house.endMoot(transaction, order));
  }
}
