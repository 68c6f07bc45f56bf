package org.vitrine.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicPatch;
import org.vitrine.live.TopicUpdate;
import org.vitrine.live.TopicUpdates;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.tracking.OrderTopic.OrderList;
import org.vitrine.tracking.OrderTopic.SingleOrder;

/**
 * The pages and lists that somebody watches, and what becomes of them: from memory where that is
 * enough, else in one batched read (decision 0042).
 */
final class WatchedOrders {
  private static final int READ_AT_ONCE = 500;

  private final Tracking tracking;
  private final OrderLists lists;

  WatchedOrders(Tracking tracking, OrderSummaries summaries) {
    this.tracking = tracking;
    this.lists = new OrderLists(tracking, summaries);
  }

  /** Orders that changed: the newest change of each. */
  private static Map<OrderId, Change> orders(Collection<Change> changes) {
    return changes.stream()
        .filter(OrderVersion::isOne)
        .collect(
            Collectors.toMap(
                change -> OrderVersion.of(change).order(),
                change -> change,
                (one, other) -> other.version() > one.version() ? other : one));
  }

  Collection<OrderTopic> touched(Collection<Change> changes, Collection<OrderTopic> watched) {
    Map<OrderId, Change> changed = orders(changes);
    Set<OrderTopic> touched = new LinkedHashSet<>(losing(changes, watched));
    watched.stream().filter(topic -> isTouched(topic, changed)).forEach(touched::add);
    return touched;
  }

  /** Those that show an order which is there no longer: they are read anew, or end. */
  private static List<OrderTopic> losing(
      Collection<Change> changes, Collection<OrderTopic> watched) {
    Set<OrderId> removed = OrderRemoved.among(changes);
    return removed.isEmpty()
        ? List.of()
        : watched.stream()
            .filter(
                topic ->
                    switch (topic) {
                      case SingleOrder page -> removed.contains(page.order());
                      case OrderList list -> true;
                    })
            .toList();
  }

  private static boolean isTouched(OrderTopic topic, Map<OrderId, Change> changed) {
    return switch (topic) {
      case SingleOrder page -> changed.containsKey(page.order());
      case OrderList list ->
          changed.values().stream().anyMatch(change -> list.mayHold(change.company()));
    };
  }

  /** Lists are left to the feed, which knows whose the orders are. */
  TopicUpdates<OrderTopic> updatesFromMemory(
      Collection<Change> changes, Map<OrderTopic, TopicPage> watched) {
    Map<OrderId, Change> changed = orders(changes);
    Map<OrderId, Optional<OrderView>> views = new HashMap<>();
    Map<OrderTopic, TopicUpdate> updates = new HashMap<>();
    List<OrderTopic> losing = losing(changes, watched.keySet());
    List<OrderTopic> stale = new ArrayList<>(losing);
    for (OrderTopic topic : touched(changes, watched.keySet())) {
      if (losing.contains(topic)) {
        continue;
      }
      if (topic instanceof SingleOrder page) {
        long version = changed.get(page.order()).version();
        if (watched.get(page).version() < version) {
          views
              .computeIfAbsent(page.order(), order -> tracking.viewInMemory(order, version))
              .ifPresentOrElse(
                  view -> shown(page, view).ifPresent(next -> updates.put(page, next)),
                  () -> stale.add(page));
        }
      } else {
        stale.add(topic);
      }
    }
    return new TopicUpdates<>(updates, stale);
  }

  TopicUpdates<OrderTopic> updates(Collection<Change> changes, Map<OrderTopic, TopicPage> watched) {
    List<OrderTopic> losing = losing(changes, watched.keySet());
    Map<OrderTopic, TopicPage> others = new HashMap<>(watched);
    others.keySet().removeAll(losing);
    return new TopicUpdates<>(updated(changes, others), losing);
  }

  private Map<OrderTopic, TopicUpdate> updated(
      Collection<Change> changes, Map<OrderTopic, TopicPage> watched) {
    Map<OrderId, Change> changed = orders(changes);
    Map<OrderId, OrderView> views = views(needed(changed, watched));
    Map<OrderTopic, TopicUpdate> updates = new HashMap<>();
    watched.forEach(
        (topic, shown) -> {
          switch (topic) {
            case SingleOrder page ->
                Optional.ofNullable(views.get(page.order()))
                    .filter(view -> isNews(view, shown, changed.get(page.order())))
                    .flatMap(view -> shown(page, view))
                    .ifPresent(next -> updates.put(page, next));
            case OrderList list ->
                updates.put(
                    list,
                    new TopicPatch(
                        lists.patch(list, shown.page(), changedIn(list, changed, views))));
          }
        });
    return updates;
  }

  /**
   * The orders that have to be known, and at which version at least: changed, and watched or
   * listed.
   */
  private static Map<OrderId, Long> needed(
      Map<OrderId, Change> changed, Map<OrderTopic, TopicPage> watched) {
    Map<OrderId, Long> needed = new HashMap<>();
    watched.forEach(
        (topic, shown) -> {
          switch (topic) {
            case SingleOrder page -> need(page.order(), shown, changed.get(page.order()), needed);
            case OrderList list ->
                changed.forEach(
                    (order, change) -> {
                      if (list.mayHold(change.company())) {
                        needed.merge(order, change.version(), Math::max);
                      }
                    });
          }
        });
    return needed;
  }

  /** Versions only go back where the database was set back: then memory knows nothing. */
  private static void need(
      OrderId order, TopicPage shown, Change change, Map<OrderId, Long> needed) {
    if (change != null && shown.version() != change.version()) {
      boolean wasSetBack = shown.version() > change.version();
      needed.merge(order, wasSetBack ? OrderSnapshots.NEWEST : change.version(), Math::max);
    }
  }

  private static boolean isNews(OrderView view, TopicPage shown, Change change) {
    return change != null
        && (view.version() > shown.version() || change.version() < shown.version());
  }

  private static List<OrderView> changedIn(
      OrderList list, Map<OrderId, Change> changed, Map<OrderId, OrderView> views) {
    return changed.entrySet().stream()
        .filter(one -> list.mayHold(one.getValue().company()))
        .map(one -> views.get(one.getKey()))
        .filter(view -> view != null)
        .toList();
  }

  /** The pages of these topics as they are now; without those that cannot be shown. */
  Map<OrderTopic, TopicPage> read(Collection<OrderTopic> topics) {
    Map<OrderTopic, TopicPage> pages = new HashMap<>();
    List<SingleOrder> single = new ArrayList<>();
    for (OrderTopic topic : topics) {
      switch (topic) {
        case SingleOrder page -> single.add(page);
        case OrderList list -> pages.put(list, page(list));
      }
    }
    Map<OrderId, OrderView> views =
        newest(single.stream().map(SingleOrder::order).distinct().toList());
    for (SingleOrder page : single) {
      Optional.ofNullable(views.get(page.order()))
          .flatMap(view -> shown(page, view))
          .ifPresent(shown -> pages.put(page, shown));
    }
    return pages;
  }

  private TopicPage page(OrderList list) {
    Set<OrderId> orders = lists.orders(list);
    Map<OrderId, OrderView> views = newest(orders);
    return new TopicPage(
        lists.page(list, orders.stream().map(views::get).filter(view -> view != null).toList()), 0);
  }

  /** Nothing where it cannot be shown, as the log says: then what is shown stays. */
  private static Optional<TopicPage> shown(SingleOrder page, OrderView view) {
    return view.shown(one -> new TopicPage(one.page(page.audience()), one.version()));
  }

  private Map<OrderId, OrderView> newest(Collection<OrderId> orders) {
    return views(
        orders.stream().collect(Collectors.toMap(order -> order, order -> OrderSnapshots.NEWEST)));
  }

  private Map<OrderId, OrderView> views(Map<OrderId, Long> versions) {
    Map<OrderId, OrderView> views = new HashMap<>();
    List<OrderId> orders = List.copyOf(versions.keySet());
    for (int from = 0; from < orders.size(); from += READ_AT_ONCE) {
      List<OrderId> some = orders.subList(from, Math.min(from + READ_AT_ONCE, orders.size()));
      tracking
          .views(some.stream().collect(Collectors.toMap(order -> order, versions::get)))
          .forEach(view -> views.put(view.order(), view));
    }
    return views;
  }

  /**
   * The numbers of the orders that changed, which are the keys of their rows; nothing where one is
   * gone, whose number nobody knows any longer.
   */
  Optional<Set<String>> numbers(Optional<CompanyId> company, Collection<Change> changes) {
    return OrderRemoved.among(changes).isEmpty()
        ? Optional.of(Set.copyOf(tracking.numbers(company, orders(changes).keySet())))
        : Optional.empty();
  }
}
