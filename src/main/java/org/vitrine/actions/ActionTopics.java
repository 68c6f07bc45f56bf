package org.vitrine.actions;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyChange;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.tracking.TrackingRoutes;

/** Actions as they are watched: each company's page is read behind its wall. */
final class ActionTopics implements TopicSource<ActionTopic> {
  private final ActionReader reader;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  ActionTopics(ActionReader reader, Database pages) {
    this.reader = reader.over(pages);
  }

  @Override
  public boolean owns(String name) {
    return name.equals(ActionTopic.NAME);
  }

  @Override
  public ActionTopic resolve(String name, Caller caller) {
    if (!caller.may(Permission.READ_ACTIONS)) {
      throw TopicSource.nothing(name);
    }
    return new ActionTopic(TrackingRoutes.companyOf(caller));
  }

  @Override
  public Collection<ActionTopic> touched(
      Collection<Change> changes, Collection<ActionTopic> watched) {
    return watched.stream()
        .filter(topic -> changes.stream().anyMatch(change -> touches(change, topic)))
        .collect(Collectors.toSet());
  }

  /** What is said to the house and what is said to a company are changes of their own. */
  private static boolean touches(Change change, ActionTopic topic) {
    return topic.of().isPresent()
        ? change.kind().equals(ActionChange.SHOWN) && change.company().equals(topic.company())
        : change.kind().equals(ActionChange.KIND) || change.kind().equals(CompanyChange.KIND);
  }

  @Override
  public Map<ActionTopic, TopicPage> read(Collection<ActionTopic> topics) {
    Map<ActionTopic, TopicPage> pages = new HashMap<>();
    Set.copyOf(topics).forEach(topic -> pages.put(topic, page(topic)));
    return pages;
  }

  private TopicPage page(ActionTopic topic) {
    return new TopicPage(reader.page(topic.of()), 0);
  }
}
