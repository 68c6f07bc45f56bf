package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Feed;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.tracking.OrderSummaries;
import org.vitrine.tracking.OrderView;
import org.vitrine.tracking.Tracking;

/**
 * What is shown of everything that somebody watches, and how it moves on: from memory where that is
 * enough, from the database where not. The projector's own.
 */
final class Projection {
  private static final int READ_AT_ONCE = 500;

  private final Feed feed;
  private final Tracking tracking;
  private final Lists lists;
  private final TopicStates states = new TopicStates();

  Projection(Feed feed, Tracking tracking, OrderSummaries summaries) {
    this.feed = feed;
    this.tracking = tracking;
    this.lists = new Lists(tracking, summaries);
  }

  /**
   * What is to be sent.
   *
   * @param done false where the database has to be asked for more
   */
  record Moves(List<Publication> publications, boolean done) {}

  /** Moves the pages of these orders on to these versions, as far as they lie in memory. */
  Moves moveOnFromMemory(Map<OrderId, Long> versions) {
    boolean done = versions.isEmpty() || states.lists().isEmpty();
    List<Supplier<Publication>> steps = new ArrayList<>();
    for (Map.Entry<OrderId, Long> changed : versions.entrySet()) {
      List<TopicState> behind =
          states.pagesOf(changed.getKey()).stream()
              .filter(page -> page.version() < changed.getValue())
              .toList();
      if (!behind.isEmpty()) {
        Optional<OrderView> view = tracking.viewInMemory(changed.getKey(), changed.getValue());
        view.ifPresent(next -> behind.forEach(page -> step(page, next).ifPresent(steps::add)));
        done &= view.isPresent();
      }
    }
    return new Moves(taken(steps), done);
  }

  /**
   * Moves everything on that these changes concern, and begins what is asked for and not shown yet.
   *
   * @param anew true where the history may be another one: then all is compared with what is true
   */
  List<Publication> moveOn(Collection<Committed> changed, List<Topic> asked, boolean anew) {
    Map<Topic.Rows, Set<OrderId>> wholeLists = wholeLists(asked, anew);
    Map<OrderId, OrderView> views = views(needed(changed, asked, wholeLists, anew));
    begin(asked, wholeLists, views);
    return anew ? correct(wholeLists, views) : advance(changed, views);
  }

  void dropUnwatched(Predicate<Topic> isWatched, long nowMillis) {
    states.dropUnwatched(isWatched, nowMillis);
  }

  /** What brings somebody to a state of a topic. */
  record Way(List<Frame> frames, long sequence) {}

  /** The way from a cursor to the newest state; nothing where there is no such topic. */
  Optional<Way> way(Topic topic, Optional<String> since) {
    TopicState state = states.get(topic);
    if (state == null) {
      return Optional.empty();
    }
    List<Frame> frames =
        since
            .flatMap(cursor -> state.since(cursor).or(() -> caughtUp(state, cursor)))
            .orElseGet(
                () -> List.of(since.isPresent() ? state.replacementFrame() : state.pageFrame()));
    return Optional.of(new Way(frames, state.sequence()));
  }

  /** A list goes on from a cursor of any node: the rows that changed since, each anew. */
  private Optional<List<Frame>> caughtUp(TopicState state, String since) {
    if (!(state.topic() instanceof Topic.Rows list)) {
      return Optional.empty();
    }
    return feed.changedSince(since, list.company().map(CompanyId::value))
        .map(this::numbers)
        .map(
            numbers ->
                List.of(
                    Frame.patch(list, since, lists.without(numbers)),
                    Frame.patch(list, state.cursor(), lists.anew(state.page(), numbers))));
  }

  private List<String> numbers(List<Change> changes) {
    return tracking.numbers(
        changes.stream()
            .filter(OrderVersion::isOne)
            .map(OrderVersion::of)
            .map(OrderVersion::order)
            .toList());
  }

  /** The orders of the lists that have to be read whole. */
  private Map<Topic.Rows, Set<OrderId>> wholeLists(List<Topic> asked, boolean anew) {
    Map<Topic.Rows, Set<OrderId>> found = new HashMap<>();
    for (Topic topic : asked) {
      if (topic instanceof Topic.Rows list && !states.holds(list)) {
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
  private Map<OrderId, Long> needed(
      Collection<Committed> changed,
      List<Topic> asked,
      Map<Topic.Rows, Set<OrderId>> wholeLists,
      boolean anew) {
    Map<OrderId, Long> needed = new LinkedHashMap<>();
    for (Committed committed : changed) {
      long version = isListed(committed) ? committed.version() : 0;
      for (TopicState page : states.pagesOf(committed.order())) {
        version = Math.max(version, neededFor(page, committed.version()));
      }
      if (version > 0) {
        needed.put(committed.order(), version);
      }
    }
    for (Topic topic : asked) {
      if (topic instanceof Topic.OrderPage page && !states.holds(page)) {
        needed.put(page.order(), OrderSnapshots.NEWEST);
      }
    }
    wholeLists
        .values()
        .forEach(ids -> ids.forEach(order -> needed.put(order, OrderSnapshots.NEWEST)));
    if (anew) {
      states.ordersOfPages().forEach(order -> needed.put(order, OrderSnapshots.NEWEST));
    }
    return needed;
  }

  /** Versions only go back where the database was set back: then memory knows nothing. */
  private static long neededFor(TopicState page, long committed) {
    if (page.version() > committed) {
      return OrderSnapshots.NEWEST;
    }
    return page.version() == committed ? 0 : committed;
  }

  private boolean isListed(Committed committed) {
    return states.lists().stream()
        .anyMatch(state -> ((Topic.Rows) state.topic()).mayHold(committed.company()));
  }

  private Map<OrderId, OrderView> views(Map<OrderId, Long> needed) {
    Map<OrderId, OrderView> views = new HashMap<>();
    List<OrderId> orders = List.copyOf(needed.keySet());
    for (int from = 0; from < orders.size(); from += READ_AT_ONCE) {
      List<OrderId> some = orders.subList(from, Math.min(from + READ_AT_ONCE, orders.size()));
      for (OrderView view :
          tracking.views(some.stream().collect(Collectors.toMap(order -> order, needed::get)))) {
        views.put(view.order(), view);
      }
    }
    return views;
  }

  private void begin(
      List<Topic> asked, Map<Topic.Rows, Set<OrderId>> wholeLists, Map<OrderId, OrderView> views) {
    wholeLists.forEach(
        (list, orders) -> {
          if (!states.holds(list)) {
            ObjectNode page = lists.page(list, rows(orders, views));
            states.put(new TopicState(list, page, feed.cursor(), 0));
          }
        });
    for (Topic topic : asked) {
      if (topic instanceof Topic.OrderPage page
          && !states.holds(page)
          && views.containsKey(page.order())) {
        OrderView view = views.get(page.order());
        view.shown(one -> one.page(page.audience()))
            .ifPresent(
                shown ->
                    states.put(
                        new TopicState(page, shown, feed.cursor(view.version()), view.version())));
      }
    }
  }

  private static List<OrderView> rows(Set<OrderId> orders, Map<OrderId, OrderView> views) {
    return orders.stream().map(views::get).filter(view -> view != null).toList();
  }

  /**
   * Works all of it out before any of it counts: a fault on the way leaves every page as it was.
   */
  private List<Publication> advance(Collection<Committed> changed, Map<OrderId, OrderView> views) {
    List<Supplier<Publication>> steps = new ArrayList<>();
    for (Committed committed : changed) {
      OrderView view = views.get(committed.order());
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
          .change(list, state.page(), changedIn(list, changed, views))
          .ifPresent(
              change ->
                  steps.add(
                      () -> state.advance(change.applied(), change.patch(), feed.cursor(), 0)));
    }
    return taken(steps);
  }

  /** The history may be another one: whatever is shown is compared with what is true now. */
  private List<Publication> correct(
      Map<Topic.Rows, Set<OrderId>> wholeLists, Map<OrderId, OrderView> views) {
    List<Supplier<Publication>> steps = new ArrayList<>();
    for (OrderView view : views.values()) {
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
    return taken(steps);
  }

  /** Nothing where nothing is new, or it cannot be shown. */
  private Optional<Supplier<Publication>> step(TopicState page, OrderView view) {
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

  private static List<OrderView> changedIn(
      Topic.Rows list, Collection<Committed> changed, Map<OrderId, OrderView> views) {
    return changed.stream()
        .filter(committed -> list.mayHold(committed.company()))
        .map(committed -> views.get(committed.order()))
        .filter(view -> view != null)
        .toList();
  }

  private static List<Publication> taken(List<Supplier<Publication>> steps) {
    return steps.stream().map(Supplier::get).toList();
  }
}
