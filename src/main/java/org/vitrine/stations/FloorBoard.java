package org.vitrine.stations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.evidence.AskedPicture;
import org.vitrine.evidence.Evidence;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.tracking.Tracking;

/**
 * All lines that are being made, in memory: read once when a station first asks, and from then on
 * each order again when something happened to it. Two hundred stations that ask every few seconds
 * cost the database no more than what they report. Where none has asked for a while it is let go.
 */
final class FloorBoard {
  private static final Logger LOG = LoggerFactory.getLogger(FloorBoard.class);
  private static final int MOST_ORDERS = 20_000;
  private static final int READ_AT_ONCE = 200;
  private static final int MOST_OVER = 1_000;
  private static final Duration KEPT_UNASKED = Duration.ofMinutes(10);

  private final OrderSnapshots snapshots;
  private final Tracking tracking;
  private final Supplier<Set<OrderId>> behind;
  private final AskedPictures pictures;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();

  /** Held for a moment only, never while the database is asked. */
  private final ReentrantLock memory = new ReentrantLock();

  /** Orders that something happened to since they were read, at which version at least. */
  private Map<OrderId, Long> changed = new HashMap<>();

  private Optional<Map<OrderId, FloorOrder>> orders = Optional.empty();
  private Instant asked = Instant.EPOCH;
  private long forgotten;

  /** Both belong to whoever reads. */
  private long version;

  private long since;

  /**
   * @param behind orders of which it is not written down yet whether they are being made
   */
  FloorBoard(
      OrderSnapshots snapshots,
      Tracking tracking,
      Supplier<Set<OrderId>> behind,
      AskedPictures pictures,
      Clock clock) {
    this.pictures = pictures;
    this.snapshots = snapshots;
    this.tracking = tracking;
    this.behind = behind;
    this.clock = clock;
  }

  /** What of orders somebody wants to see. */
  @FunctionalInterface
  interface AskedPictures {
    List<AskedPicture> of(Collection<OrderId> orders);

    /** By the order of each. */
    default Map<OrderId, List<AskedPicture>> byOrder(Collection<OrderId> orders) {
      return of(orders).stream().collect(Collectors.groupingBy(AskedPicture::order));
    }
  }

  /**
   * What of an order is being made.
   *
   * @param changedAt the version of the board at which it was read
   */
  record FloorOrder(List<FloorLine> lines, long changedAt) {}

  /**
   * All of them at one moment.
   *
   * @param version grows with each change
   * @param since the version at which all was read anew: what one knows from before counts nothing
   */
  record FloorState(Map<OrderId, FloorOrder> orders, long version, long since) {}

  void heardOf(Collection<Change> changes) {
    Map<OrderId, Long> newest = OrderVersion.newest(changes);
    OrderRemoved.among(changes).forEach(gone -> newest.put(gone, OrderSnapshots.NEWEST));
    changes.stream()
        .filter(change -> change.kind().equals(Evidence.CHANGED))
        .forEach(change -> newest.putIfAbsent(new OrderId(Long.parseLong(change.key())), 0L));
    if (newest.isEmpty()) {
      return;
    }
    remember(
        () -> {
          if (asked.isBefore(clock.instant().minus(KEPT_UNASKED))) {
            letGo();
          } else {
            newest.forEach((order, at) -> changed.merge(order, at, Math::max));
          }
          return null;
        });
  }

  /** Nothing that is in memory can be relied on any longer. */
  void forget() {
    remember(
        () -> {
          letGo();
          return null;
        });
  }

  private void letGo() {
    forgotten++;
    orders = Optional.empty();
    changed.clear();
  }

  private <T> T remember(Supplier<T> what) {
    memory.lock();
    try {
      return what.get();
    } finally {
      memory.unlock();
    }
  }

  /** As it is now. May read from the database. */
  FloorState now() {
    reading.lock();
    try {
      KeptBoard known = known();
      Map<OrderId, Long> news = news();
      try {
        FloorState now = moved(known.orders().orElseGet(this::readAll), news);
        keep(now.orders(), known.forgotten());
        return now;
      } catch (RuntimeException fault) {
        putBack(news);
        throw fault;
      }
    } finally {
      reading.unlock();
    }
  }

  /** What is in memory, and how often that was forgotten before. */
  private record KeptBoard(Optional<Map<OrderId, FloorOrder>> orders, long forgotten) {}

  private KeptBoard known() {
    return remember(
        () -> {
          asked = clock.instant();
          return new KeptBoard(orders, forgotten);
        });
  }

  private Map<OrderId, Long> news() {
    return remember(
        () -> {
          Map<OrderId, Long> news = changed;
          changed = new HashMap<>();
          return news;
        });
  }

  private void putBack(Map<OrderId, Long> news) {
    remember(
        () -> {
          news.forEach((order, at) -> changed.merge(order, at, Math::max));
          return null;
        });
  }

  private Map<OrderId, FloorOrder> readAll() {
    Set<OrderId> wanted = new LinkedHashSet<>(behind.get());
    wanted.addAll(tracking.inFlight(MOST_ORDERS));
    List<OrderId> all = List.copyOf(wanted);
    version++;
    since = version;
    Map<OrderId, FloorOrder> read = new HashMap<>();
    for (int from = 0; from < all.size(); from += READ_AT_ONCE) {
      List<OrderId> some = all.subList(from, Math.min(from + READ_AT_ONCE, all.size()));
      Map<OrderId, List<AskedPicture>> asked = pictures.byOrder(some);
      snapshots
          .read(Optional.empty(), some)
          .forEach(
              order -> read.put(order.order().id(), new FloorOrder(lines(order, asked), version)));
    }
    return read;
  }

  private FloorState moved(Map<OrderId, FloorOrder> known, Map<OrderId, Long> news) {
    Map<OrderId, FloorOrder> next = known;
    if (!news.isEmpty()) {
      next = new HashMap<>(known);
      version++;
      List<OrderId> gone = new ArrayList<>(news.keySet());
      Map<OrderId, List<AskedPicture>> asked = pictures.byOrder(news.keySet());
      for (OrderSnapshot order : snapshots.atLeast(news)) {
        put(next, order.order().id(), lines(order, asked));
        gone.remove(order.order().id());
      }
      for (OrderId order : gone) {
        put(next, order, List.of());
      }
      forgetOver(next);
    }
    return new FloorState(next, version, since);
  }

  /** One that is over is kept while lists show it, so that they learn that it is. */
  private void put(Map<OrderId, FloorOrder> next, OrderId order, List<FloorLine> lines) {
    if (!lines.isEmpty() || next.containsKey(order)) {
      next.put(order, new FloorOrder(lines, version));
    }
  }

  /** Once there are many of them, lists begin anew. */
  private void forgetOver(Map<OrderId, FloorOrder> next) {
    long over = next.values().stream().filter(order -> order.lines().isEmpty()).count();
    if (over > MOST_OVER) {
      next.values().removeIf(order -> order.lines().isEmpty());
      since = version;
    }
  }

  private void keep(Map<OrderId, FloorOrder> now, long forgottenBefore) {
    remember(
        () -> {
          if (forgotten == forgottenBefore) {
            orders = Optional.of(now);
          }
          return null;
        });
  }

  /** One order that cannot be shown must not empty the list of every station. */
  private static List<FloorLine> lines(
      OrderSnapshot order, Map<OrderId, List<AskedPicture>> asked) {
    try {
      return FloorLine.of(order, asked.getOrDefault(order.order().id(), List.of()));
    } catch (RuntimeException fault) {
      LOG.error("No station can show order {}", order.order().number(), fault);
      return List.of();
    }
  }
}
