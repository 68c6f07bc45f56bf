package org.vitrine.promises;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.orders.DelayChange;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.production.OrderChange;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/**
 * Ledgers, live. They are read again when a promise was revised, told or read, or something was
 * offered or answered about it, and not with each report.
 */
final class PromiseTopics implements TopicSource<PromiseTopic> {
  private static final String OF_ORDER = "promises/";

  private static final Set<String> TOUCHING =
      Set.of(PromiseLedgers.KIND, OrderChange.kind(OrderChange.PromiseRevised.class));

  private final PromiseLedgers ledgers;
  private final Tracking tracking;
  private final Database pages;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  PromiseTopics(PromiseLedgers ledgers, Tracking tracking, Database pages) {
    this.ledgers = ledgers;
    this.tracking = tracking;
    this.pages = pages;
  }

  @Override
  public boolean owns(String name) {
    return name.startsWith(OF_ORDER);
  }

  @Override
  public PromiseTopic resolve(String name, Caller caller) {
    if (!caller.may(Permission.READ_ORDERS)) {
      throw TopicSource.nothing(name);
    }
    try {
      Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
      OrderNumber number = new OrderNumber(name.substring(OF_ORDER.length()));
      return new PromiseTopic(name, tracking.require(number, company), company);
    } catch (Rejection.Invalid | Rejection.NotFound | Rejection.Forbidden notThere) {
      throw TopicSource.nothing(name);
    }
  }

  @Override
  public Collection<PromiseTopic> touched(
      Collection<Change> changes, Collection<PromiseTopic> watched) {
    Set<String> touched =
        changes.stream().flatMap(change -> order(change).stream()).collect(Collectors.toSet());
    return touched.isEmpty()
        ? Set.of()
        : watched.stream()
            .filter(topic -> touched.contains(topic.subject().orElseThrow()))
            .collect(Collectors.toSet());
  }

  /** The order of which there is more to tell by this change. */
  private static Optional<String> order(Change change) {
    if (DelayChange.KINDS.contains(change.kind())) {
      return Optional.of(String.valueOf(DelayChange.of(change).order().value()));
    }
    return Optional.of(change.key()).filter(key -> TOUCHING.contains(change.kind()));
  }

  @Override
  public Map<PromiseTopic, TopicPage> read(Collection<PromiseTopic> topics) {
    Map<PromiseTopic, TopicPage> read = new HashMap<>();
    for (PromiseTopic topic : Set.copyOf(topics)) {
      ledgers
          .of(pages, topic.order(), topic.reader())
          .ifPresent(ledger -> read.put(topic, TopicPage.of(ledger, 0)));
    }
    return read;
  }
}
