package org.vitrine.stations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.json.Json;
import org.vitrine.stations.FloorBoard.FloorOrder;
import org.vitrine.stations.FloorBoard.FloorState;

/**
 * What can be worked on at each station, as it is sent: found anew only for orders to which
 * something happened, and encoded only where that changed the list.
 */
final class WorkLists {
  private static final int MOST = 300;

  private final FloorBoard board;
  private final Supplier<URI> house;
  private final Cache<Long, KeptList> kept =
      Caffeine.newBuilder().maximumSize(2_000).expireAfterAccess(Duration.ofMinutes(10)).build();

  WorkLists(FloorBoard board, Supplier<URI> house) {
    this.board = board;
    this.house = house;
  }

  /**
   * A list as it is sent.
   *
   * @param json the array
   * @param tag names this content
   */
  record WorkList(byte[] json, String tag) {}

  /** What a list was made from. */
  private record KeptList(
      StationEntry station,
      String house,
      long version,
      Map<OrderId, List<WorkItem>> byOrder,
      WorkList list) {

    boolean isOf(StationEntry other, String address, FloorState state) {
      return station.name().equals(other.name())
          && station.operations().equals(other.operations())
          && station.stages().equals(other.stages())
          && house.equals(address)
          && version >= state.since();
    }
  }

  /** May read from the database. */
  WorkList of(StationEntry station) {
    FloorState state = board.now();
    return kept.asMap().compute(station.id(), (id, before) -> made(station, state, before)).list();
  }

  private KeptList made(StationEntry station, FloorState state, KeptList before) {
    String address = house.get().toString();
    boolean goesOn = before != null && before.isOf(station, address, state);
    if (goesOn && before.version() >= state.version()) {
      return before;
    }
    Map<OrderId, List<WorkItem>> byOrder = goesOn ? before.byOrder() : Map.of();
    Map<OrderId, List<WorkItem>> next = new HashMap<>(byOrder);
    long knownTo = goesOn ? before.version() : -1;
    state
        .orders()
        .forEach(
            (order, found) -> {
              if (found.changedAt() > knownTo) {
                List<WorkItem> items = items(StationWork.of(station), found);
                if (items.isEmpty()) {
                  next.remove(order);
                } else {
                  next.put(order, items);
                }
              }
            });
    WorkList list = goesOn && next.equals(byOrder) ? before.list() : encoded(next);
    return new KeptList(station, address, state.version(), next, list);
  }

  private List<WorkItem> items(StationWork work, FloorOrder order) {
    URI address = house.get();
    return order.lines().stream().flatMap(line -> work.ready(line, address).stream()).toList();
  }

  private static WorkList encoded(Map<OrderId, List<WorkItem>> byOrder) {
    byte[] json =
        Json.bytes(
            byOrder.values().stream()
                .flatMap(List::stream)
                .sorted(WorkItem.NEAREST_FIRST)
                .limit(MOST)
                .toList());
    return new WorkList(json, DigestUtils.sha256Hex(json).substring(0, 32));
  }
}
