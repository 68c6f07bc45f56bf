package org.vitrine.today;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.live.Topic;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.today.Today.Whose;
import org.vitrine.today.TodayTopics.TodayTopic;

/** The first page as it is watched: each is its reader’s own. */
final class TodayTopics implements TopicSource<TodayTopic> {
  static final String NAME = "today";

  /** A plant at work changes all the time; whoever reads needs no more than this. */
  private static final Duration RESTS = Duration.ofSeconds(1);

  private final Today today;

  /**
   * @param reading over the connections of open pages
   */
  TodayTopics(Today reading) {
    this.today = reading;
  }

  /** The page of one person. */
  record TodayTopic(Whose whose) implements Topic {
    @Override
    public String name() {
      return NAME;
    }
  }

  @Override
  public boolean owns(String name) {
    return name.equals(NAME);
  }

  @Override
  public TodayTopic resolve(String name, Caller caller) {
    if (caller instanceof Caller.SignedIn person && person.may(Permission.SEE_TODAY)) {
      return new TodayTopic(new Whose(person.id(), person.permissions()));
    }
    throw TopicSource.nothing(name);
  }

  @Override
  public Duration rest(TodayTopic topic) {
    return RESTS;
  }

  @Override
  public Collection<TodayTopic> touched(
      Collection<Change> changes, Collection<TodayTopic> watched) {
    Set<String> kinds = changes.stream().map(Change::kind).collect(Collectors.toSet());
    return watched.stream()
        .filter(topic -> today.movedBy(topic.whose().may()).stream().anyMatch(kinds::contains))
        .toList();
  }

  @Override
  public Map<TodayTopic, TopicPage> read(Collection<TodayTopic> topics) {
    Map<TodayTopic, TopicPage> pages = new HashMap<>();
    today
        .pages(topics.stream().map(TodayTopic::whose).toList())
        .forEach((whose, page) -> pages.put(new TodayTopic(whose), new TopicPage(page, 0)));
    return pages;
  }
}
