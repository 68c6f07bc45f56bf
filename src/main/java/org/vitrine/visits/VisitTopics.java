package org.vitrine.visits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.actions.ActionChange;
import org.vitrine.live.Topic;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.visits.VisitTopics.VisitTopic;

/** Visits as they are watched: those of an audience are read in one batch, behind its wall. */
final class VisitTopics implements TopicSource<VisitTopic> {
  static final String ALL = "visits";
  static final String ONE = "visits/";

  private static final Duration RESTS = Duration.ofMillis(250);

  private final VisitLists lists;

  /**
   * @param reading over which open pages are read, whatever else the database is asked
   */
  VisitTopics(VisitLists reading) {
    this.lists = reading;
  }

  /** What is watched of visits. */
  sealed interface VisitTopic extends Topic {
    VisitAudience audience();
  }

  /** The newest. */
  record AllVisits(VisitAudience audience) implements VisitTopic {
    @Override
    public String name() {
      return ALL;
    }
  }

  record OneVisit(VisitNumber number, VisitAudience audience) implements VisitTopic {
    @Override
    public String name() {
      return ONE + number;
    }
  }

  @Override
  public boolean owns(String name) {
    return name.equals(ALL) || name.startsWith(ONE);
  }

  @Override
  public VisitTopic resolve(String name, Caller caller) {
    VisitAudience audience = VisitAudience.of(caller).orElseThrow(() -> TopicSource.nothing(name));
    if (name.equals(ALL)) {
      return new AllVisits(audience);
    }
    VisitNumber number =
        VisitNumber.of(name.substring(ONE.length())).orElseThrow(() -> TopicSource.nothing(name));
    if (lists
        .reader()
        .as(audience, queries -> lists.reader().find(queries, audience, List.of(number)))
        .isEmpty()) {
      throw TopicSource.nothing(name);
    }
    return new OneVisit(number, audience);
  }

  @Override
  public Duration rest(VisitTopic topic) {
    return RESTS;
  }

  /** What becomes of a promise shows on the visit at which it was made. */
  @Override
  public Collection<VisitTopic> touched(
      Collection<Change> changes, Collection<VisitTopic> watched) {
    Set<String> numbers =
        changes.stream()
            .filter(change -> change.kind().equals(VisitChange.KIND))
            .map(Change::key)
            .collect(Collectors.toSet());
    boolean acted = changes.stream().anyMatch(change -> change.kind().equals(ActionChange.KIND));
    return watched.stream()
        .filter(
            topic ->
                switch (topic) {
                  case AllVisits all -> !numbers.isEmpty();
                  case OneVisit one -> acted || numbers.contains(one.number().toString());
                })
        .toList();
  }

  @Override
  public Map<VisitTopic, TopicPage> read(Collection<VisitTopic> topics) {
    Map<VisitTopic, TopicPage> pages = new HashMap<>();
    topics.stream()
        .collect(Collectors.groupingBy(VisitTopic::audience))
        .forEach(
            (audience, some) ->
                lists
                    .reader()
                    .as(
                        audience,
                        queries -> {
                          Map<VisitNumber, ObjectNode> one =
                              lists.reader().pages(queries, audience, numbers(some));
                          for (VisitTopic topic : some) {
                            ObjectNode page =
                                switch (topic) {
                                  case AllVisits all -> lists.page(queries, audience);
                                  case OneVisit visit -> one.get(visit.number());
                                };
                            if (page != null) {
                              pages.put(topic, new TopicPage(page, 0));
                            }
                          }
                          return null;
                        }));
    return pages;
  }

  private static List<VisitNumber> numbers(List<VisitTopic> topics) {
    return topics.stream()
        .filter(OneVisit.class::isInstance)
        .map(topic -> ((OneVisit) topic).number())
        .toList();
  }
}
