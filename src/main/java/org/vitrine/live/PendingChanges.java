package org.vitrine.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.platform.changes.Change;

/** Changes that were heard of and are not shown yet: of each thing the newest. */
final class PendingChanges {
  private final Map<Thing, Change> newest = new LinkedHashMap<>();

  private record Thing(String kind, String key) {
    private static Thing of(Change change) {
      return new Thing(change.kind(), change.key());
    }
  }

  void add(Collection<Change> changes) {
    for (Change change : changes) {
      newest.merge(
          Thing.of(change),
          change,
          (known, other) -> other.version() < known.version() ? known : other);
    }
  }

  Collection<Change> all() {
    return newest.values();
  }

  void clear() {
    newest.clear();
  }
}
