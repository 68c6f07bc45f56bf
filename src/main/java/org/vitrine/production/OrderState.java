package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import org.vitrine.orders.Order;

/** Where an order stands as a whole. */
public enum OrderState {
  WAITING("waiting"),
  IN_PRODUCTION("in-production"),
  COMPLETED("completed"),
  /** The plant, or people, closed it with fewer pieces than were ordered. */
  COMPLETED_SHORT("completed-short"),
  CANCELLED("cancelled");

  private final String code;

  OrderState(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  public boolean inFlight() {
    return this == WAITING || this == IN_PRODUCTION;
  }

  public boolean isCompleted() {
    return this == COMPLETED || this == COMPLETED_SHORT;
  }

  /**
   * Completed when every line is that was not cancelled; in production as soon as one was heard
   * from.
   */
  static OrderState of(Order order, Collection<Progress> all) {
    List<Progress> lines =
        all.stream().filter(line -> line.state() != LineState.CANCELLED).toList();
    if (order.cancelReason() != null || lines.isEmpty()) {
      return CANCELLED;
    }
    if (lines.stream().allMatch(line -> line.state() == LineState.COMPLETED)) {
      return isClosedShort(order) || lines.stream().anyMatch(line -> line.shortBy().isPositive())
          ? COMPLETED_SHORT
          : COMPLETED;
    }
    return lines.stream().allMatch(line -> line.state() == LineState.WAITING)
        ? WAITING
        : IN_PRODUCTION;
  }

  private static boolean isClosedShort(Order order) {
    return order.lines().stream().anyMatch(line -> line.closedShort() != null);
  }
}
