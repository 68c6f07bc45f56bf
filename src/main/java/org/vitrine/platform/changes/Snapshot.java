package org.vitrine.platform.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which transactions were seen: all before {@code xmax} but those in {@code inProgress}. Of the
 * transactions before {@code xmin} none was in progress.
 */
record Snapshot(long xmin, long xmax, List<String> inProgress) {

  /** As PostgreSQL writes it: {@code xmin:xmax:xip,xip}. */
  static Snapshot parse(String text) {
    String[] parts = text.split(":", 3);
    return new Snapshot(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",")));
  }

  String text() {
    return xmin + ":" + xmax + ":" + String.join(",", inProgress);
  }

  /**
   * The same, without those after the newest that left anything. They left nothing that could be
   * missed; but when PostgreSQL crashes, it forgets those that wrote nothing to its log, and gives
   * their numbers to others.
   */
  Snapshot upTo(long newest) {
    long end = Math.min(xmax, newest + 1);
    return new Snapshot(
        Math.min(xmin, end),
        end,
        inProgress.stream().filter(xid -> Long.parseLong(xid) < end).toList());
  }

  /** The same, with one more that was under way: PostgreSQL leaves out whoever asks. */
  Snapshot without(long xid) {
    if (xid >= xmax) {
      return this;
    }
    List<String> all = new ArrayList<>(inProgress);
    all.add(String.valueOf(xid));
    all.sort(Comparator.comparingLong(Long::parseLong));
    return new Snapshot(Math.min(xmin, xid), xmax, List.copyOf(all));
  }
}
