package org.vitrine.orders;

/** An order inside the database. */
public record OrderId(long value) implements Comparable<OrderId> {
  @Override
  public int compareTo(OrderId other) {
    return Long.compare(value, other.value);
  }
}
