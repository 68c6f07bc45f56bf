package org.vitrine.servicereviews;

import java.util.List;

/**
 * Rows of a review, the gravest first; no more than somebody reads.
 *
 * @param total how many there are
 */
record FactRows<T>(List<T> rows, int total) {
  private static final int MOST = 100;

  static <T> FactRows<T> of(List<T> all) {
    return new FactRows<>(all.stream().limit(MOST).toList(), all.size());
  }
}
