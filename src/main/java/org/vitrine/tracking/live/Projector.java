package org.vitrine.tracking.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderId;
import org.vitrine.production.Dossiers;
import org.vitrine.tracking.Standings;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.View;
import org.vitrine.tracking.live.FeedRepository.Committed;

/**
 * Turns what was committed into what watchers see. One thread: a page is read, compared and
 * published in one place, so nothing falls between a snapshot and the first patch.
 *
 * <p>What was committed here lies in memory, and the pages of these orders move on from there at
 * once. Everything else is found in the feed, which is read when another node rings, when a list is
 * watched, and four times a second anyway. When the database fails, nothing is forgotten: the next
 * round does what this one could not.
 */
final class Projector implements AutoCloseable {
  private static final long SAFETY_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long BETWEEN_READS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final int READ_AT_ONCE = 500;

  private final Feed feed;
  private final Hub hub;
  private final Tracking tracking;
  private final Standings standings;
  private final Pulse pulse;
  private final Lists lists;
  private final Semaphore wake = new Semaphore(0);
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Map<OrderId, Long> changedHere = new ConcurrentHashMap<>();
  private final AtomicBoolean mustRead = new AtomicBoolean();
  private final TopicStates states = new TopicStates();
  private final Map<OrderId, Committed> changed = new LinkedHashMap<>();
  private final List<Request> pending = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::run);
  private volatile boolean closed;
  private long restsUntil;
  private long lastRead = System.nanoTime();
  private final AtomicInteger histories = new AtomicInteger();
  private int shownHistory;

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

  /** The database has to be asked: something was committed elsewhere, or is wanted. */
  void wake() {
    mustRead.set(true);
    wake.release();
  }

  /** These orders were changed here, each to this version; any may have been, if none is named. */
  void wake(Map<OrderId, Long> versions) {
    versions.forEach((order, version) -> changedHere.merge(order, version, Math::max));
    mustRead.compareAndSet(false, versions.isEmpty());
    wake.release();
  }

  /** The database was lost and found again, and may tell another history than what is in memory. */
  void startOver() {
    tracking.forgetAll();
    histories.incrementAndGet();
    wake();
  }

  /** Asks for a topic; the subscription must be registered before. */
  void request(Subscription subscription, Optional<String> since) {
    requests.add(new Request(subscription, since));
    wake();
  }

  private void run() {
    while (!closed) {
      try {
        wake.tryAcquire(nextRead() - System.nanoTime(), TimeUnit.NANOSECONDS);
        wake.drainPermits();
        rest();
        long began = System.nanoTime();
        moveOnFromMemory();
        if (nextRead() <= began) {
          mustRead.set(false);
          round();
          pulse.beat();
        }
        worked(began);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        mustRead.set(false); // The poll tries again.
        if (!closed) {
          pulse.miss(e);
        }
        wake.drainPermits();
      }
    }
  }

  /** At most 200 reads a second, however much is written, and four where nobody asks for one. */
  private long nextRead() {
    return lastRead + (mustRead.get() ? BETWEEN_READS_NANOS : SAFETY_POLL_NANOS);
  }

  /**
   * It rests as long as it worked: the first change after a while is shown at once, and where many
   * follow each other, more and more of them are shown together.
   */
  private void rest() throws InterruptedException {
    long wait = restsUntil - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  private void worked(long began) {
    long now = System.nanoTime();
    restsUntil = now + Math.min(now - began, LONGEST_REST_NANOS);
  }

  /** Moves pages on whose next version lies in memory; leaves the others to the database. */
  private void moveOnFromMemory() {
    Map<OrderId, Long> orders = new HashMap<>();
    changedHere.keySet().forEach(order -> orders.put(order, changedHere.remove(order)));
    boolean done = orders.isEmpty() || states.lists().isEmpty();
    List<Supplier<Publication>> steps = new ArrayList<>();
    for (Map.Entry<OrderId, Long> changedOrder : orders.entrySet()) {
      OrderId order = changedOrder.getKey();
      long version = changedOrder.getValue();
      List<TopicState> behind =
          states.pagesOf(order).stream().filter(page -> page.version() < version).toList();
      if (!behind.isEmpty()) {
        Optional<View> view = tracking.viewInMemory(order, version);
        view.ifPresent(next -> behind.forEach(page -> step(page, next).ifPresent(steps::add)));
        done &= view.isPresent();
      }
    }
    if (!done) {
      mustRead.set(true);
    }
    hub.publish(steps.stream().map(Supplier::get).toList());
  }

  private void round() {
    lastRead = System.nanoTime();
    int history = histories.get();
    boolean anew = history != shownHistory;
    for (Committed committed : feed.read()) {
      changed.merge(committed.order(), committed, Committed::later);
    }
    if (!changed.isEmpty()) {
      tracking.forget(changed.keySet());
      standings.changed(changed.keySet());
    }
    for (Request request = requests.poll(); request != null; request = requests.poll()) {
      pending.add(request);
    }
    states.dropUnwatched(hub::isWatched, System.currentTimeMillis());
    Map<Topic.Rows, Set<OrderId>> wholeLists = wholeLists(anew);
    Map<OrderId, View> views = views(needed(wholeLists, anew));
    hub.publish(anew ? correct(wholeLists, views) : advance(views));
    begin(wholeLists, views);
    answer();
    changed.clear();
    pending.clear();
    shownHistory = history;
  }

  /** The orders of the lists that have to be read whole. */
  private Map<Topic.Rows, Set<OrderId>> wholeLists(boolean anew) {
    Map<Topic.Rows, Set<OrderId>> found = new HashMap<>();
    for (Request request : pending) {
      if (request.subscription().topic() instanceof Topic.Rows list && !states.holds(list)) {
        found.computeIfAbsent(list, lists::orders);
      }
    }
    if (anew) {
      for (TopicState state : states.lists()) {
        found.computeIfAbsent((Topic.Rows) state.topic(), lists::orders);
      }
    }
    return found;
  }

  /**
   * The orders that are to be shown, and at which version at least: changed and watched, or asked
   * for, or all that are watched.
   */
  private Map<OrderId, Long> needed(Map<Topic.Rows, Set<OrderId>> wholeLists, boolean anew) {
    Map<OrderId, Long> needed = new LinkedHashMap<>();
    for (Committed committed : changed.values()) {
      long version = isListed(committed) ? committed.version() : 0;
      for (TopicState page : states.pagesOf(committed.order())) {
        version = Math.max(version, neededFor(page, committed.version()));
      }
      if (version > 0) {
        needed.put(committed.order(), version);
      }
    }
    for (Request request : pending) {
      if (request.subscription().topic() instanceof Topic.Page page && !states.holds(page)) {
        needed.put(page.order(), Dossiers.NEWEST);
      }
    }
    wholeLists.values().forEach(ids -> ids.forEach(order -> needed.put(order, Dossiers.NEWEST)));
    if (anew) {
      states.ordersOfPages().forEach(order -> needed.put(order, Dossiers.NEWEST));
    }
    return needed;
  }

  /** Versions only go back where the database was set back: then memory knows nothing. */
  private static long neededFor(TopicState page, long committed) {
    if (page.version() > committed) {
      return Dossiers.NEWEST;
    }
    return page.version() == committed ? 0 : committed;
  }

  private boolean isListed(Committed committed) {
    return states.lists().stream()
        .anyMatch(state -> ((Topic.Rows) state.topic()).mayHold(committed.company()));
  }

  private Map<OrderId, View> views(Map<OrderId, Long> needed) {
    Map<OrderId, View> views = new HashMap<>();
    List<OrderId> orders = List.copyOf(needed.keySet());
    for (int from = 0; from < orders.size(); from += READ_AT_ONCE) {
      List<OrderId> some = orders.subList(from, Math.min(from + READ_AT_ONCE, orders.size()));
      for (View view :
          tracking.views(some.stream().collect(Collectors.toMap(order -> order, needed::get)))) {
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
    for (Committed committed : changed.values()) {
      View view = views.get(committed.order());
      for (TopicState page : states.pagesOf(committed.order())) {
        if (view != null
            && (view.version() > page.version() || committed.version() < page.version())) {
          step(page, view).ifPresent(steps::add);
        }
      }
    }
    for (TopicState state : states.lists()) {
      Topic.Rows list = (Topic.Rows) state.topic();
      lists
          .change(list, state.page(), changedIn(list, views))
          .ifPresent(
              change ->
                  steps.add(
                      () -> state.advance(change.applied(), change.patch(), feed.cursor(), 0)));
    }
    return steps.stream().map(Supplier::get).toList();
  }

  /** The history may be another one: whatever is shown is compared with what is true now. */
  private List<Publication> correct(
      Map<Topic.Rows, Set<OrderId>> wholeLists, Map<OrderId, View> views) {
    List<Supplier<Publication>> steps = new ArrayList<>();
    for (View view : views.values()) {
      for (TopicState page : states.pagesOf(view.order())) {
        step(page, view).ifPresent(steps::add);
      }
    }
    for (TopicState state : states.lists()) {
      Topic.Rows list = (Topic.Rows) state.topic();
      ObjectNode after = lists.page(list, rows(wholeLists.get(list), views));
      ObjectNode patch = MergePatch.between(state.page(), after);
      if (!patch.isEmpty()) {
        steps.add(() -> state.advance(after, patch, feed.cursor(), 0));
      }
    }
    return steps.stream().map(Supplier::get).toList();
  }

  /** Nothing where nothing is new, or it cannot be shown. */
  private Optional<Supplier<Publication>> step(TopicState page, View view) {
    return view.shown(
        next -> {
          ObjectNode after = next.page(page.topic().audience());
          ObjectNode patch = MergePatch.between(page.page(), after);
          if (patch.isEmpty() && page.version() == next.version()) {
            return null;
          }
          return () -> page.advance(after, patch, feed.cursor(next.version()), next.version());
        });
  }

  private List<View> changedIn(Topic.Rows list, Map<OrderId, View> views) {
    return changed.values().stream()
        .filter(committed -> list.mayHold(committed.company()))
        .map(committed -> views.get(committed.order()))
        .filter(view -> view != null)
        .toList();
  }

  private void begin(Map<Topic.Rows, Set<OrderId>> wholeLists, Map<OrderId, View> views) {
    wholeLists.forEach(
        (list, orders) -> {
          if (!states.holds(list)) {
            ObjectNode page = lists.page(list, rows(orders, views));
            states.put(new TopicState(list, page, feed.cursor(), 0));
          }
        });
    for (Request request : pending) {
      if (request.subscription().topic() instanceof Topic.Page page
          && !states.holds(page)
          && views.containsKey(page.order())) {
        View view = views.get(page.order());
        view.shown(one -> one.page(page.audience()))
            .ifPresent(
                shown ->
                    states.put(
                        new TopicState(page, shown, feed.cursor(view.version()), view.version())));
      }
    }
  }

  private static List<View> rows(Set<OrderId> orders, Map<OrderId, View> views) {
    return orders.stream().map(views::get).filter(view -> view != null).toList();
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
