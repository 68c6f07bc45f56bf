package org.vitrine.notices;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderChange;

/**
 * Hears what becomes of orders, messages, actions, pieces and gauges, and tells people, in the
 * transaction of that.
 */
final class NoticeSubscriber implements Subscriber {
  private final Notices notices;

  NoticeSubscriber(Notices notices) {
    this.notices = notices;
  }

  @Override
  public String name() {
    return "notices.changes";
  }

  @Override
  public Set<String> kinds() {
    return Stream.of(
            OrderChange.kinds(),
            Set.of(OrderRemoved.KIND),
            MessageNews.KINDS,
            ActionNews.KINDS,
            WarrantyNews.KINDS,
            DelayNews.KINDS,
            GaugeNews.KINDS)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    notices.hear(transaction, changes);
  }
}
