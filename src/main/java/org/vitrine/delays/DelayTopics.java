package org.vitrine.delays;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.delays.DelayTopic.DelayBoard;
import org.vitrine.delays.DelayTopic.OrderOffers;
import org.vitrine.delays.DelayTopic.WaitingOffers;
import org.vitrine.delays.OfferAudience.ForBuyer;
import org.vitrine.delays.OfferAudience.ForLinkHolder;
import org.vitrine.delays.OfferAudience.ForOfferingHouse;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.orders.DelayChange;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;

/** The topics of delays: each company's pages are read behind its wall. */
final class DelayTopics implements TopicSource<DelayTopic> {
  static final String BOARD = "delays";
  static final String WAITING = "delay-offers";
  static final String OF_ORDER = "delay-offers/order/";

  private final OfferAudiences audiences;
  private final OfferReader offers;
  private final RiskReader risks;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  DelayTopics(Delays delays, Database pages) {
    this.audiences = delays.audiences();
    this.offers = delays.reader().over(pages);
    this.risks = delays.risks().over(pages);
  }

  @Override
  public boolean owns(String name) {
    return name.equals(BOARD) || name.equals(WAITING) || name.startsWith(OF_ORDER);
  }

  @Override
  public DelayTopic resolve(String name, Caller caller) {
    if (!caller.may(Permission.READ_DELAYS) && !caller.may(Permission.ANSWER_DELAYS)) {
      throw TopicSource.nothing(name);
    }
    try {
      return name.startsWith(OF_ORDER) ? ofOrder(name, caller) : all(name, audiences.of(caller));
    } catch (Rejection.Invalid | Rejection.NotFound | Rejection.Forbidden notTheirs) {
      throw TopicSource.nothing(name);
    }
  }

  private static DelayTopic all(String name, OfferAudience audience) {
    if (name.equals(BOARD) && audience instanceof ForOfferingHouse) {
      return new DelayBoard(audience);
    }
    if (name.equals(WAITING) && audience instanceof ForBuyer) {
      return new WaitingOffers(audience);
    }
    throw TopicSource.nothing(name);
  }

  private DelayTopic ofOrder(String name, Caller caller) {
    OrderNumber number = new OrderNumber(name.substring(OF_ORDER.length()));
    OfferAudience audience = audiences.ofOrder(caller, number);
    return new OrderOffers(
        name,
        audience instanceof ForLinkHolder holder
            ? holder.order()
            : audiences.tracking().require(number, audience.company()),
        audience);
  }

  @Override
  public Collection<DelayTopic> touched(
      Collection<Change> changes, Collection<DelayTopic> watched) {
    List<Change> heard =
        changes.stream()
            .filter(
                one ->
                    DelayChange.KINDS.contains(one.kind()) || one.kind().equals(OrderRemoved.KIND))
            .toList();
    return heard.isEmpty()
        ? Set.of()
        : watched.stream()
            .filter(topic -> heard.stream().anyMatch(change -> touches(change, topic)))
            .toList();
  }

  private static boolean touches(Change change, DelayTopic topic) {
    return switch (topic) {
      case DelayBoard board -> true;
      case WaitingOffers waiting ->
          !change.kind().equals(DelayChange.RISK) && topic.company().equals(change.company());
      case OrderOffers of ->
          change.kind().equals(DelayChange.OFFER)
              && DelayChange.of(change).order().equals(of.order());
    };
  }

  @Override
  public Map<DelayTopic, TopicPage> read(Collection<DelayTopic> topics) {
    Map<DelayTopic, TopicPage> read = new HashMap<>();
    for (DelayTopic topic : Set.copyOf(topics)) {
      page(topic).ifPresent(page -> read.put(topic, new TopicPage(page, 0)));
    }
    return read;
  }

  private Optional<ObjectNode> page(DelayTopic topic) {
    return switch (topic) {
      case DelayBoard board -> {
        ObjectNode page = risks.standing();
        page.setAll(offers.newest(board.audience()));
        yield Optional.of(page);
      }
      case WaitingOffers waiting -> Optional.of(offers.waiting(waiting.audience()));
      case OrderOffers of -> Optional.of(offers.ofOrder(of.audience(), of.order()));
    };
  }
}
