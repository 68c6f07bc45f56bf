package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.nonconformances.NonconformanceTopic.AllNonconformances;
import org.vitrine.nonconformances.NonconformanceTopic.OneNonconformance;
import org.vitrine.nonconformances.NonconformanceTopic.OrderNonconformances;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.tracking.Tracking;

/** Nonconformances, live, for staff. */
final class NonconformanceTopics implements TopicSource<NonconformanceTopic> {
  static final String ALL = "nonconformances";
  static final String ONE = "nonconformances/";
  private static final String OF_ORDER = "nonconformances/order/";

  private final NonconformanceReader asking;
  private final NonconformanceReader reading;
  private final Tracking tracking;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  NonconformanceTopics(NonconformanceReader reader, Tracking tracking, Database pages) {
    this.asking = reader;
    this.reading = reader.over(pages);
    this.tracking = tracking;
  }

  @Override
  public boolean owns(String name) {
    return name.equals(ALL) || name.startsWith(ONE);
  }

  @Override
  public NonconformanceTopic resolve(String name, Caller caller) {
    if (!caller.may(Permission.RAISE_NONCONFORMANCES)) {
      throw TopicSource.nothing(name);
    }
    if (name.equals(ALL)) {
      return new AllNonconformances();
    }
    if (name.startsWith(OF_ORDER)) {
      return ofOrder(name);
    }
    return NonconformanceNumber.of(name.substring(ONE.length()))
        .filter(asking::isThere)
        .map(OneNonconformance::new)
        .orElseThrow(() -> TopicSource.nothing(name));
  }

  private NonconformanceTopic ofOrder(String name) {
    try {
      OrderNumber number = new OrderNumber(name.substring(OF_ORDER.length()));
      return new OrderNonconformances(name, tracking.require(number, Optional.empty()));
    } catch (Rejection.Invalid | Rejection.NotFound notThere) {
      throw TopicSource.nothing(name);
    }
  }

  @Override
  public Collection<NonconformanceTopic> touched(
      Collection<Change> changes, Collection<NonconformanceTopic> watched) {
    Set<String> touched =
        changes.stream()
            .filter(change -> change.kind().equals(NonconformanceChange.KIND))
            .map(Change::key)
            .collect(Collectors.toSet());
    return touched.isEmpty()
        ? Set.of()
        : watched.stream().filter(topic -> touches(topic, touched)).collect(Collectors.toSet());
  }

  private static boolean touches(NonconformanceTopic topic, Set<String> touched) {
    return switch (topic) {
      case OneNonconformance one -> touched.contains(one.number().toString());
      case AllNonconformances all -> true;
      case OrderNonconformances order -> true;
    };
  }

  @Override
  public Map<NonconformanceTopic, TopicPage> read(Collection<NonconformanceTopic> topics) {
    Map<NonconformanceTopic, TopicPage> pages = new HashMap<>();
    for (NonconformanceTopic topic : topics) {
      page(topic).ifPresent(page -> pages.put(topic, page));
    }
    return pages;
  }

  private Optional<TopicPage> page(NonconformanceTopic topic) {
    Optional<ObjectNode> page =
        switch (topic) {
          case AllNonconformances all -> Optional.of(reading.all());
          case OneNonconformance one -> reading.one(one.number());
          case OrderNonconformances order -> Optional.of(reading.ofOrder(order.order()));
        };
    return page.map(shown -> new TopicPage(shown, 0));
  }
}
