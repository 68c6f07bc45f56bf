package org.vitrine.platform.changes;

import java.util.List;
import java.util.Set;

/**
 * What of which kind was committed lately, in short: whether a reader has anything to hear, without
 * asking for each of them.
 *
 * @param isWhole false where so much was committed that not all of it was looked at
 */
record FeedNews(List<NewsOfKind> kinds, boolean isWhole) {

  /**
   * @param what of an order's history, the kind of event; empty where it is none
   * @param newest the newest transaction that left one
   */
  record NewsOfKind(String kind, String what, long newest) {}

  /** Whether there may be something that it minds and has not heard. */
  boolean mayConcern(Subscriber subscriber, Standing standing) {
    Set<String> minded = subscriber.kinds();
    return !isWhole
        || kinds.stream()
            .filter(one -> one.newest() >= standing.xmin())
            .filter(one -> minded.contains(one.kind()))
            .anyMatch(one -> !subscriber.passesOver().contains(one.what()));
  }

  /** Whether anything at all came after where it stands. */
  boolean goesBeyond(Standing standing) {
    return !isWhole || kinds.stream().anyMatch(one -> one.newest() >= standing.xmax());
  }
}
