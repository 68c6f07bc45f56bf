package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * A list of numbers that moves on by patches: the row of a key says the version of its newest
 * change. What is read beside can be held up, after it was read and before it is handed over.
 */
final class NumberTopics implements TopicSource<NumberTopics.Numbers> {
  static final String NAME = "numbers";
  static final String KIND = "number";

  private final Map<String, Integer> truth = new TreeMap<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile CountDownLatch heldUp = new CountDownLatch(1);

  record Numbers() implements Topic {
    @Override
    public String name() {
      return NAME;
    }
  }

  /** From now on whoever reads waits. */
  void close() {
    heldUp = new CountDownLatch(1);
    gate = new CountDownLatch(1);
  }

  /** Returns when somebody reads and waits. */
  void awaitReader() throws InterruptedException {
    heldUp.await();
  }

  void open() {
    gate.countDown();
  }

  /** The change by which a number becomes another, which is so from then on. */
  Change set(String key, int number) {
    synchronized (truth) {
      truth.put(key, number);
    }
    return new Change(KIND, key, number, Optional.empty());
  }

  ObjectNode page() {
    ObjectNode page = Json.object();
    ObjectNode rows = page.putObject(TopicPage.ROWS);
    synchronized (truth) {
      truth.forEach(rows::put);
    }
    return page;
  }

  @Override
  public boolean owns(String name) {
    return name.equals(NAME);
  }

  @Override
  public Numbers resolve(String name, Caller caller) {
    return new Numbers();
  }

  @Override
  public Collection<Numbers> touched(Collection<Change> changes, Collection<Numbers> watched) {
    return numbers(changes).isEmpty() ? List.of() : watched;
  }

  private static Map<String, Integer> numbers(Collection<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind().equals(KIND))
        .collect(Collectors.toMap(Change::key, change -> (int) change.version(), Math::max));
  }

  @Override
  public Map<Numbers, TopicPage> read(Collection<Numbers> topics) {
    TopicPage page = new TopicPage(page(), 0);
    waitAtTheGate();
    return topics.stream().collect(Collectors.toMap(topic -> topic, topic -> page));
  }

  @Override
  public TopicUpdates<Numbers> updates(
      Collection<Change> changes, Map<Numbers, TopicPage> watched) {
    Map<Numbers, TopicUpdate> updates = new HashMap<>();
    for (Numbers numbers : touched(changes, watched.keySet())) {
      ObjectNode patch = Json.object();
      ObjectNode rows = patch.putObject(TopicPage.ROWS);
      numbers(changes).forEach(rows::put);
      updates.put(numbers, new TopicPatch(patch));
    }
    return TopicUpdates.of(updates);
  }

  @Override
  public Optional<Set<String>> rows(Numbers list, Collection<Change> changes) {
    waitAtTheGate();
    return Optional.of(numbers(changes).keySet());
  }

  private void waitAtTheGate() {
    heldUp.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
