package org.vitrine.tracking.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.vitrine.accounts.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.tracking.Standings;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.View;

/**
 * Turns what was committed into what watchers see. One thread: a page is read, compared and
 * published in one place, so nothing falls between a snapshot and the first patch. When the
 * database fails, nothing is forgotten: the next round does what this one could not.
 */
final class Projector implements AutoCloseable {
  private static final long SAFETY_POLL_MILLIS = 250;
  private static final long BETWEEN_READS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long UNWATCHED_KEPT_MILLIS = 60_000;
  private static final int READ_AT_ONCE = 500;

  private final Feed feed;
  private final Hub hub;
  private final Tracking tracking;
  private final Standings standings;
  private final Pulse pulse;
  private final Lists lists;
  private final Semaphore wake = new Semaphore(0);
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Map<Topic, TopicState> states = new HashMap<>();
  private final Map<OrderId, CompanyId> changed = new LinkedHashMap<>();
  private final List<Request> pending = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::run);
  private volatile boolean closed;
  private long lastRead;
  private final LongAdder ordersRead = new LongAdder();

  /** Somebody who wants a topic from a cursor on; without one, the whole page. */
  private record Request(Subscription subscription, Optional<String> since) {}

  Projector(Feed feed, Hub hub, Tracking tracking, Standings standings, Pulse pulse) {
    this.feed = feed;
    this.pulse = pulse;
    this.hub = hub;
    this.tracking = tracking;
    this.standings = standings;
    this.lists = new Lists(tracking, standings);
  }

  void start() {
    feed.begin();
    thread.start();
  }

  /** How many orders were read to be shown. */
  long ordersRead() {
    return ordersRead.sum();
  }

  /** Something was committed, here or elsewhere. */
  void wake() {
    wake.release();
  }

  /** Asks for a topic; the subscription must be registered before. */
  void request(Subscription subscription, Optional<String> since) {
    requests.add(new Request(subscription, since));
    wake();
  }

  private void run() {
    while (!closed) {
      try {
        wake.tryAcquire(SAFETY_POLL_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
        keepDistance();
        round();
        pulse.beat();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        if (!closed) {
          pulse.miss(e);
        }
        wake.drainPermits();
      }
    }
  }

  /**
   * At most 200 reads a second, however much is written; the first one after a rest is not delayed.
   */
  private void keepDistance() throws InterruptedException {
    long wait = lastRead + BETWEEN_READS_NANOS - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
    lastRead = System.nanoTime();
  }

  private void round() {
    for (FeedRepository.Committed committed : feed.read()) {
      changed.put(committed.order(), committed.company());
    }
    if (!changed.isEmpty()) {
      tracking.forget(changed.keySet());
      standings.changed(changed.keySet());
    }
    for (Request request = requests.poll(); request != null; request = requests.poll()) {
      pending.add(request);
    }
    dropUnwatched();
    Map<Topic.Rows, Set<OrderId>> newLists = newLists();
    Map<OrderId, View> views = read(needed(newLists));
    hub.publish(advance(views));
    begin(newLists, views);
    answer();
    changed.clear();
    pending.clear();
  }

  private void dropUnwatched() {
    long now = System.currentTimeMillis();
    states
        .values()
        .removeIf(
            state -> {
              long since = state.unwatchedSince(hub.isWatched(state.topic()), now);
              return since != 0 && since < now - UNWATCHED_KEPT_MILLIS;
            });
  }

  private Map<Topic.Rows, Set<OrderId>> newLists() {
    Map<Topic.Rows, Set<OrderId>> found = new HashMap<>();
    for (Request request : pending) {
      if (request.subscription().topic() instanceof Topic.Rows list && !states.containsKey(list)) {
        found.computeIfAbsent(list, lists::orders);
      }
    }
    return found;
  }

  /** The orders that have to be read: changed and watched, or asked for. */
  private Set<OrderId> needed(Map<Topic.Rows, Set<OrderId>> newLists) {
    Set<OrderId> needed = new LinkedHashSet<>();
    for (Topic topic : states.keySet()) {
      switch (topic) {
        case Topic.Page page -> {
          if (changed.containsKey(page.order())) {
            needed.add(page.order());
          }
        }
        case Topic.Rows list ->
            changed.forEach(
                (order, company) -> {
                  if (list.mayHold(company)) {
                    needed.add(order);
                  }
                });
      }
    }
    for (Request request : pending) {
      if (request.subscription().topic() instanceof Topic.Page page && !states.containsKey(page)) {
        needed.add(page.order());
      }
    }
    newLists.values().forEach(needed::addAll);
    return needed;
  }

  private Map<OrderId, View> read(Collection<OrderId> orders) {
    Map<OrderId, View> views = new LinkedHashMap<>();
    List<OrderId> all = List.copyOf(orders);
    ordersRead.add(all.size());
    for (int from = 0; from < all.size(); from += READ_AT_ONCE) {
      for (View view :
          tracking.views(all.subList(from, Math.min(from + READ_AT_ONCE, all.size())))) {
        views.put(view.order(), view);
      }
    }
    return views;
  }

  /**
   * Works all of it out before any of it counts: a fault on the way leaves every page as it was.
   */
  private List<Publication> advance(Map<OrderId, View> views) {
    List<Supplier<Publication>> steps = new ArrayList<>();
    for (TopicState state : states.values()) {
      switch (state.topic()) {
        case Topic.Page page -> {
          View view = changed.containsKey(page.order()) ? views.get(page.order()) : null;
          String cursor = view == null ? "" : feed.cursor(view.version());
          if (view != null && !cursor.equals(state.cursor())) {
            ObjectNode after = view.page(page.audience());
            ObjectNode patch = MergePatch.between(state.page(), after);
            steps.add(() -> state.advance(after, patch, cursor));
          }
        }
        case Topic.Rows list ->
            lists
                .change(list, state.page(), changedIn(list, views))
                .ifPresent(
                    change ->
                        steps.add(
                            () -> state.advance(change.applied(), change.patch(), feed.cursor())));
      }
    }
    return steps.stream().map(Supplier::get).toList();
  }

  private List<View> changedIn(Topic.Rows list, Map<OrderId, View> views) {
    return changed.entrySet().stream()
        .filter(entry -> list.mayHold(entry.getValue()))
        .map(entry -> views.get(entry.getKey()))
        .filter(view -> view != null)
        .toList();
  }

  private void begin(Map<Topic.Rows, Set<OrderId>> newLists, Map<OrderId, View> views) {
    newLists.forEach(
        (list, orders) -> {
          List<View> rows = orders.stream().map(views::get).filter(view -> view != null).toList();
          states.put(list, new TopicState(list, lists.page(list, rows), feed.cursor()));
        });
    for (Request request : pending) {
      if (request.subscription().topic() instanceof Topic.Page page
          && !states.containsKey(page)
          && views.containsKey(page.order())) {
        View view = views.get(page.order());
        states.put(
            page, new TopicState(page, view.page(page.audience()), feed.cursor(view.version())));
      }
    }
  }

  private void answer() {
    Set<Subscription> answered = new HashSet<>();
    for (Request request : pending) {
      TopicState state = states.get(request.subscription().topic());
      if (state == null) {
        hub.dismiss(request.subscription());
      } else if (answered.add(request.subscription())) {
        List<Frame> frames =
            request
                .since()
                .flatMap(since -> state.since(since).or(() -> caughtUp(state, since)))
                .orElseGet(() -> List.of(whole(state, request)));
        hub.bring(request.subscription(), frames, state.sequence());
      }
    }
  }

  private static Frame whole(TopicState state, Request request) {
    return request.since().isPresent() ? state.replacementFrame() : state.pageFrame();
  }

  /** A list goes on from a cursor of any node: the rows that changed since, each anew. */
  private Optional<List<Frame>> caughtUp(TopicState state, String since) {
    if (!(state.topic() instanceof Topic.Rows list)) {
      return Optional.empty();
    }
    return feed.changedSince(since, list.company())
        .map(
            numbers ->
                List.of(
                    Frame.patch(list, since, lists.without(numbers)),
                    Frame.patch(list, state.cursor(), lists.anew(state.page(), numbers))));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
