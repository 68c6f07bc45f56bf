package org.vitrine.production;

import java.util.Map;
import org.vitrine.orders.Line;

/**
 * By what the lines of an order are made: by the newest version of their routing, but for those
 * that keep the one with which they began.
 *
 * @param newest by their codes
 * @param kept by the number of the line
 */
public record OrderRoutings(Map<String, Routing> newest, Map<Integer, Routing> kept) {
  public OrderRoutings {
    newest = Map.copyOf(newest);
    kept = Map.copyOf(kept);
  }

  /** All of whose lines follow the newest. */
  public static OrderRoutings newest(Map<String, Routing> byCode) {
    return new OrderRoutings(byCode, Map.of());
  }

  public Routing of(Line line) {
    Routing own = kept.get(line.number());
    return own == null ? newest.get(line.routing()) : own;
  }
}
