package org.vitrine.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vitrine.platform.changes.Change;

/** Everything of a source that somebody watches, or did until a moment ago. The projector's own. */
final class TopicStates {
  private static final long UNWATCHED_KEPT_MILLIS = 60_000;

  private final Map<Topic, TopicState> all = new HashMap<>();
  private final Map<String, Set<Topic>> bySubject = new HashMap<>();
  private final Set<Topic> withoutSubject = new LinkedHashSet<>();

  void put(Topic topic, TopicState state) {
    all.put(topic, state);
    topic
        .subject()
        .map(subject -> bySubject.computeIfAbsent(subject, key -> new LinkedHashSet<>(2)))
        .orElse(withoutSubject)
        .add(topic);
  }

  void remove(Topic topic) {
    all.remove(topic);
    withoutSubject.remove(topic);
    topic
        .subject()
        .ifPresent(
            subject ->
                bySubject.computeIfPresent(
                    subject,
                    (key, topics) -> {
                      topics.remove(topic);
                      return topics.isEmpty() ? null : topics;
                    }));
  }

  /** Null where nobody watches it. */
  TopicState get(Topic topic) {
    return all.get(topic);
  }

  boolean holds(Topic topic) {
    return all.containsKey(topic);
  }

  Set<Topic> topics() {
    return all.keySet();
  }

  /** What is shown of the topics that these changes may concern. */
  Map<Topic, TopicPage> concerned(Collection<Change> changes) {
    Map<Topic, TopicPage> concerned = new HashMap<>();
    for (Change change : changes) {
      for (Topic topic : bySubject.getOrDefault(change.key(), Set.of())) {
        concerned.put(topic, all.get(topic).page());
      }
    }
    if (!changes.isEmpty() && !withoutSubject.isEmpty()) {
      Set<Optional<Long>> companies =
          changes.stream().map(Change::company).collect(Collectors.toSet());
      for (Topic topic : withoutSubject) {
        if (concerns(topic, companies)) {
          concerned.put(topic, all.get(topic).page());
        }
      }
    }
    return concerned;
  }

  /** What is no company's may concern every company's. */
  private static boolean concerns(Topic topic, Set<Optional<Long>> companies) {
    return topic.company().isEmpty()
        || companies.contains(topic.company())
        || companies.contains(Optional.<Long>empty());
  }

  /** Forgets what nobody has watched for a while. */
  void dropUnwatched(Predicate<Topic> isWatched, long nowMillis) {
    all.entrySet().stream()
        .filter(entry -> isLeft(entry.getValue(), isWatched.test(entry.getKey()), nowMillis))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::remove);
  }

  private static boolean isLeft(TopicState state, boolean watched, long nowMillis) {
    long since = state.unwatchedSince(watched, nowMillis);
    return since != 0 && since < nowMillis - UNWATCHED_KEPT_MILLIS;
  }
}
