package org.vitrine.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;

/** Galleries as they are watched: each company’s is read behind its wall. */
final class GalleryTopics implements TopicSource<GalleryTopics.GalleryTopic> {
  private static final String OF_ORDER = "evidence/order/";

  private final Gallery reading;
  private final Onlookers onlookers;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  GalleryTopics(Gallery gallery, Onlookers onlookers, Database pages) {
    this.reading = gallery.over(pages);
    this.onlookers = onlookers;
  }

  /**
   * The gallery of an order.
   *
   * @param name as the client writes it
   * @param by for whom: no frame is sent to two who see different things
   */
  record GalleryTopic(OrderId order, String name, Onlooker by) implements Topic {
    @Override
    public Optional<Long> company() {
      return by.company().map(CompanyId::value);
    }
  }

  @Override
  public boolean owns(String name) {
    return name.startsWith(OF_ORDER);
  }

  @Override
  public GalleryTopic resolve(String name, Caller caller) {
    if (!caller.may(Permission.SEE_EVIDENCE)) {
      throw TopicSource.nothing(name);
    }
    try {
      Onlooker by = onlookers.of(caller);
      OrderNumber number = new OrderNumber(name.substring(OF_ORDER.length()));
      return new GalleryTopic(onlookers.order(by, number), name, by);
    } catch (Rejection.Invalid | Rejection.NotFound | Rejection.Forbidden notTheirs) {
      throw TopicSource.nothing(name);
    }
  }

  @Override
  public Collection<GalleryTopic> touched(
      Collection<Change> changes, Collection<GalleryTopic> watched) {
    Set<String> moved =
        changes.stream()
            .filter(change -> change.kind().equals(EvidenceChange.KIND))
            .map(Change::key)
            .collect(Collectors.toSet());
    return watched.stream()
        .filter(topic -> moved.contains(String.valueOf(topic.order().value())))
        .toList();
  }

  @Override
  public Map<GalleryTopic, TopicPage> read(Collection<GalleryTopic> topics) {
    Map<GalleryTopic, TopicPage> pages = new HashMap<>();
    for (GalleryTopic topic : Set.copyOf(topics)) {
      pages.put(topic, new TopicPage(reading.page(topic.order(), topic.by()), 0));
    }
    return pages;
  }
}
