package org.vitrine.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.live.BackgroundRead.Return;

/** Who asked for topics of a source and waits for the answer. The projector's own. */
final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final Hub hub;
  private final Map<Topic, Map<Subscription, Optional<String>>> forPage = new LinkedHashMap<>();
  private final Map<Return, Set<Subscription>> forRows = new LinkedHashMap<>();

  Requests(Hub hub) {
    this.hub = hub;
  }

  /**
   * @param since the cursor of what the client has; without one it gets the whole page
   */
  void add(Subscription subscription, Optional<String> since) {
    forPage
        .computeIfAbsent(subscription.topic(), topic -> new LinkedHashMap<>())
        .putIfAbsent(subscription, since);
  }

  /** What is asked for. */
  Stream<Topic> topics() {
    return forPage.keySet().stream();
  }

  /** What has to be read before those can be answered who come back to a list. */
  Stream<Return> returns() {
    return forRows.keySet().stream();
  }

  /** All who wait for this topic are told otherwise that they need not. */
  void drop(Topic topic) {
    forPage.remove(topic);
    forRows.keySet().removeIf(one -> one.list().equals(topic));
  }

  /**
   * Answers all who ask for what is shown.
   *
   * @param read what was read for those who come back
   */
  void answer(Shown shown, Optional<BackgroundRead> read) {
    for (Topic topic : List.copyOf(forPage.keySet())) {
      shown.find(topic).ifPresent(state -> answer(topic, state, forPage.remove(topic)));
    }
    read.ifPresent(
        reading ->
            reading
                .returns()
                .forEach(
                    one -> shown.find(one.list()).ifPresent(list -> answer(one, list, reading))));
  }

  private void answer(Topic topic, TopicState state, Map<Subscription, Optional<String>> requests) {
    requests.forEach(
        (subscription, since) -> {
          if (since.filter(cursor -> needsRows(state, cursor)).isPresent()) {
            forRows
                .computeIfAbsent(new Return(topic, since.get()), one -> new LinkedHashSet<>())
                .add(subscription);
          } else {
            bring(List.of(subscription), state, () -> way(state, since));
          }
        });
  }

  /** Whether what was missed has to be read; of what has a version, only the patches help. */
  private static boolean needsRows(TopicState state, String since) {
    return state.isWholeList() && !since.equals(Connection.LOST) && state.since(since).isEmpty();
  }

  private static List<Frame> way(TopicState state, Optional<String> since) {
    return since
        .map(cursor -> state.since(cursor).orElseGet(() -> List.of(state.replacementFrame())))
        .orElseGet(() -> List.of(state.pageFrame()));
  }

  private void answer(Return one, TopicState list, BackgroundRead read) {
    Set<Subscription> waiting = forRows.remove(one);
    if (waiting != null) {
      bring(
          waiting,
          list,
          () ->
              read.missed(one)
                  .filter(rows -> list.isWholeList())
                  .map(rows -> list.since(one.since(), rows))
                  .orElseGet(() -> List.of(list.replacementFrame())));
    }
  }

  /** What cannot be answered must not be tried for ever, nor hold up other answers. */
  private void bring(
      Collection<Subscription> waiting, TopicState state, Supplier<List<Frame>> way) {
    try {
      List<Frame> frames = way.get();
      waiting.forEach(subscription -> hub.bring(subscription, frames, state.sequence()));
    } catch (RuntimeException | Error fault) {
      LOG.error("Cannot answer a request", fault);
      waiting.forEach(hub::fail);
    }
  }
}
