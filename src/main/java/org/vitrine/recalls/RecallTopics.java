package org.vitrine.recalls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.nonconformances.NonconformanceChange;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.recalls.RecallTopic.OneNotice;
import org.vitrine.recalls.RecallTopic.OneRecall;
import org.vitrine.recalls.RecallTopic.OpenNotices;
import org.vitrine.recalls.RecallTopic.OrderNotices;

/** Recalls as they are watched: each company's pages are read behind its wall. */
final class RecallTopics implements TopicSource<RecallTopic> {
  static final String RECALL = "recalls/";
  static final String NOTICE = "recall-notices/";
  static final String OPEN = "recall-notices";
  static final String OF_ORDER = "recalls/order/";
  private static final Set<String> HEARD =
      Set.of(RecallChange.RECALL, RecallChange.NOTICE, NonconformanceChange.KIND);

  private final NoticeAudiences audiences;
  private final RecallReader reader;
  private final RecallReader reading;
  private final RecallBoard board;
  private final Database pages;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  RecallTopics(NoticeAudiences audiences, RecallReader reader, RecallBoard board, Database pages) {
    this.audiences = audiences;
    this.reader = reader;
    this.reading = reader.over(pages);
    this.board = board;
    this.pages = pages;
  }

  @Override
  public boolean owns(String name) {
    return name.equals(OPEN) || name.startsWith(RECALL) || name.startsWith(NOTICE);
  }

  @Override
  public RecallTopic resolve(String name, Caller caller) {
    try {
      if (name.equals(OPEN)) {
        return open(name, caller);
      }
      if (name.startsWith(OF_ORDER)) {
        return ofOrder(name, caller);
      }
      return name.startsWith(RECALL) ? recall(name, caller) : notice(name, caller);
    } catch (Rejection.Invalid | Rejection.NotFound notTheirs) {
      throw TopicSource.nothing(name);
    }
  }

  private RecallTopic open(String name, Caller caller) {
    if (caller.may(Permission.READ_ORDERS)
        && audiences.of(caller) instanceof NoticeAudience.ForCompany company) {
      return new OpenNotices(company);
    }
    throw TopicSource.nothing(name);
  }

  private RecallTopic ofOrder(String name, Caller caller) {
    boolean mayRead = caller.may(Permission.READ_ORDERS) || caller instanceof Caller.GlassHolder;
    if (!mayRead) {
      throw TopicSource.nothing(name);
    }
    OrderNumber order = new OrderNumber(name.substring(OF_ORDER.length()));
    return new OrderNotices(name, order, audiences.ofOrder(caller, order));
  }

  private RecallTopic recall(String name, Caller caller) {
    NonconformanceNumber number =
        NonconformanceNumber.of(name.substring(RECALL.length()))
            .orElseThrow(() -> TopicSource.nothing(name));
    if (!caller.may(Permission.TELL_RECALLS)) {
      throw TopicSource.nothing(name);
    }
    board.require(pages, number);
    return new OneRecall(number);
  }

  private RecallTopic notice(String name, Caller caller) {
    RecallNoticeId id = RecallNoticeId.inAddress(name.substring(NOTICE.length()));
    if (!caller.may(Permission.READ_ORDERS)) {
      throw TopicSource.nothing(name);
    }
    NoticeAudience audience = audiences.of(caller);
    reader.one(audience, id).orElseThrow(RecallNoticeId::notHere);
    return new OneNotice(id, audience);
  }

  @Override
  public Collection<RecallTopic> touched(
      Collection<Change> changes, Collection<RecallTopic> watched) {
    List<Change> heard = changes.stream().filter(one -> HEARD.contains(one.kind())).toList();
    return watched.stream()
        .filter(topic -> heard.stream().anyMatch(change -> touches(change, topic)))
        .toList();
  }

  private static boolean touches(Change change, RecallTopic topic) {
    boolean ofNotice = change.kind().equals(RecallChange.NOTICE);
    return switch (topic) {
      case OneRecall one ->
          ofNotice
              ? RecallChange.nonconformance(change) == one.nonconformance().value()
              : change.key().equals(one.nonconformance().toString());
      case OneNotice one -> ofNotice && change.key().equals(one.id().text());
      case OpenNotices open -> ofNotice && topic.company().equals(change.company());
      case OrderNotices of ->
          ofNotice && (topic.company().isEmpty() || topic.company().equals(change.company()));
    };
  }

  @Override
  public Map<RecallTopic, TopicPage> read(Collection<RecallTopic> topics) {
    Map<RecallTopic, TopicPage> read = new HashMap<>();
    for (RecallTopic topic : Set.copyOf(topics)) {
      page(topic).ifPresent(page -> read.put(topic, new TopicPage(page, 0)));
    }
    return read;
  }

  private Optional<ObjectNode> page(RecallTopic topic) {
    return switch (topic) {
      case OneRecall one -> Optional.of(board.page(pages, one.nonconformance()));
      case OneNotice one -> reading.one(one.audience(), one.id());
      case OpenNotices open -> Optional.of(reading.open(open.audience()));
      case OrderNotices of -> Optional.of(reading.ofOrder(of.audience(), of.order()));
    };
  }
}
