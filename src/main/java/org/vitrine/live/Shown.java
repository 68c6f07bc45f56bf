package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Feed;

/**
 * What everybody who watches topics of one source is shown, and what has to be sent to them when it
 * becomes something else. The projector's own.
 */
final class Shown {
  private final Feed feed;
  private final TopicStates states = new TopicStates();
  private final Set<Topic> ofAnotherHistory = new HashSet<>();
  private List<Publication> publications = new ArrayList<>();

  Shown(Feed feed) {
    this.feed = feed;
  }

  boolean holds(Topic topic) {
    return states.holds(topic);
  }

  Set<Topic> topics() {
    return states.topics();
  }

  /** Nothing where it is not shown, or may not be what is true now. */
  Optional<TopicState> find(Topic topic) {
    return ofAnotherHistory.contains(topic)
        ? Optional.empty()
        : Optional.ofNullable(states.get(topic));
  }

  /** The pages that these changes may concern. */
  Map<Topic, TopicPage> concerned(Collection<Change> changes) {
    Map<Topic, TopicPage> concerned = states.concerned(changes);
    concerned.keySet().removeAll(ofAnotherHistory);
    return concerned;
  }

  /** A page that was read: the first of its topic, or the newest. */
  void show(Topic topic, TopicPage page) {
    if (!states.holds(topic)) {
      states.put(topic, new TopicState(topic, page, cursor(page)));
    } else if (ofAnotherHistory.remove(topic)) {
      publications.add(states.get(topic).beginAnew(page, cursor(page)));
    } else {
      update(topic, page);
    }
  }

  /** Moves a page on; returns the patch, if there is anything to tell. */
  Optional<ObjectNode> update(Topic topic, TopicUpdate update) {
    TopicState state = states.get(topic);
    return switch (update) {
      case TopicPage page ->
          state
              .patchTo(page)
              .map(
                  patch -> {
                    publications.add(state.advance(page, patch, cursor(page)));
                    return patch;
                  });
      case TopicPatch change -> {
        if (change.patch().isEmpty()) {
          yield Optional.empty();
        }
        publications.add(state.advance(change.patch(), feed.cursor()));
        yield Optional.of(change.patch());
      }
    };
  }

  private String cursor(TopicPage page) {
    return page.version() > 0 ? feed.cursor(page.version()) : feed.cursor();
  }

  void remove(Topic topic) {
    states.remove(topic);
    ofAnotherHistory.remove(topic);
  }

  /** The history may be another one: nothing is believed, or moves on, until it is read anew. */
  void beginAnew() {
    ofAnotherHistory.addAll(states.topics());
  }

  void dropUnwatched(Predicate<Topic> isWatched, long nowMillis) {
    states.dropUnwatched(isWatched, nowMillis);
    ofAnotherHistory.retainAll(states.topics());
  }

  /** What is to be sent; it is handed out once. */
  List<Publication> publications() {
    List<Publication> all = publications;
    publications = new ArrayList<>();
    return all;
  }
}
