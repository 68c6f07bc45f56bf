package org.vitrine.tracking;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.live.TopicUpdates;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.tracking.OrderTopic.AllOrders;
import org.vitrine.tracking.OrderTopic.Board;
import org.vitrine.tracking.OrderTopic.SingleOrder;

/** What can be watched of orders: a status page, a list, the board, what a glass link shows. */
public final class OrderTopics implements TopicSource<OrderTopic> {
  static final String LIST = "orders";
  static final String BOARD = "board";
  private static final String ONE_ORDER = "orders/";
  private static final String GLASS = "glass";

  private final Tracking tracking;
  private final GlassLinks links;
  private final WatchedOrders orders;

  /**
   * @param reading the same over connections of their own: open pages move on even while all others
   *     are taken
   */
  public OrderTopics(
      Tracking tracking, GlassLinks links, Tracking reading, OrderSummaries summaries) {
    this.tracking = tracking;
    this.links = links;
    this.orders = new WatchedOrders(reading, summaries);
  }

  @Override
  public boolean owns(String name) {
    return name.startsWith(ONE_ORDER)
        || name.equals(LIST)
        || name.equals(BOARD)
        || name.equals(GLASS);
  }

  @Override
  public OrderTopic resolve(String name, Caller caller) {
    if (caller instanceof Caller.GlassHolder glass) {
      return throughGlass(name, glass);
    }
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    if (name.startsWith(ONE_ORDER)) {
      return new SingleOrder(tracking.require(number(name), company), name, Audience.of(caller));
    }
    if (name.equals(LIST)) {
      return new AllOrders(company);
    }
    if (name.equals(BOARD) && company.isEmpty()) {
      return new Board();
    }
    throw TopicSource.nothing(name);
  }

  private OrderTopic throughGlass(String name, Caller.GlassHolder glass) {
    if (!name.equals(GLASS)) {
      throw TopicSource.nothing(name);
    }
    GlassLinks.Opens opens = links.opens(glass.linkId());
    return new SingleOrder(opens.order(), name, new Audience.Glass(opens.fields()));
  }

  @Override
  public Optional<OrderTopic> known(String name, Caller caller) {
    if (caller instanceof Caller.GlassHolder) {
      return Optional.empty();
    }
    if (!name.startsWith(ONE_ORDER)) {
      return Optional.of(resolve(name, caller));
    }
    return tracking
        .known(number(name), TrackingRoutes.companyOf(caller))
        .map(order -> new SingleOrder(order, name, Audience.of(caller)));
  }

  private static OrderNumber number(String name) {
    try {
      return new OrderNumber(name.substring(ONE_ORDER.length()));
    } catch (Rejection.Invalid noNumber) {
      throw TopicSource.nothing(name);
    }
  }

  @Override
  public Collection<OrderTopic> touched(
      Collection<Change> changes, Collection<OrderTopic> watched) {
    return orders.touched(changes, watched);
  }

  /** A page is a part of one statement; a list is up to 2,000 orders. */
  @Override
  public boolean isReadAtOnce(OrderTopic topic) {
    return topic instanceof SingleOrder;
  }

  @Override
  public Map<OrderTopic, TopicPage> read(Collection<OrderTopic> topics) {
    return orders.read(topics);
  }

  @Override
  public TopicUpdates<OrderTopic> updatesFromMemory(
      Collection<Change> changes, Map<OrderTopic, TopicPage> watched) {
    return orders.updatesFromMemory(changes, watched);
  }

  @Override
  public TopicUpdates<OrderTopic> updates(
      Collection<Change> changes, Map<OrderTopic, TopicPage> watched) {
    return orders.updates(changes, watched);
  }

  @Override
  public Optional<Set<String>> rows(OrderTopic list, Collection<Change> changes) {
    return orders.numbers(list.company().map(CompanyId::new), changes);
  }
}
