package org.vitrine.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many viewers in this process. */
final class Crowd implements AutoCloseable {
  private static final int EVENTS_EVERY = 8;

  private final List<Viewer> viewers = new ArrayList<>();

  Crowd(List<Viewer.Seat> seats, int[] doors, int count, long seed) {
    for (int n = 0; n < count; n++) {
      boolean byEvents = n % EVENTS_EVERY == 0;
      viewers.add(new Viewer(seats.get(n % seats.size()), doors, byEvents, seed + n));
    }
  }

  /** What is on the screens of all who look at the same: one page, once all are up to date. */
  Map<String, Set<JsonNode>> shown() {
    Map<String, Set<JsonNode>> shown = new HashMap<>();
    for (Viewer viewer : viewers) {
      shown.computeIfAbsent(viewer.seat().view(), view -> new HashSet<>()).add(viewer.page());
    }
    return shown;
  }

  int breaks() {
    return viewers.stream().mapToInt(Viewer::breaks).sum();
  }

  int size() {
    return viewers.size();
  }

  @Override
  public void close() {
    viewers.forEach(Viewer::close);
  }
}
