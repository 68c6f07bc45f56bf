package org.vitrine.orders;

import java.util.Optional;
import org.vitrine.platform.changes.Change;

/**
 * By what search reads orders anew: an order as a whole, or what one event of its history did.
 *
 * @param version the event's; absent of the whole
 */
public record OrderKey(long order, Optional<Long> version) {

  /** Of what another room heard under {@link OrderVersion#KIND}. */
  public static OrderKey of(Change change) {
    return new OrderKey(Long.parseLong(change.key()), Optional.of(change.version()));
  }

  public static OrderKey of(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new OrderKey(Long.parseLong(text), Optional.empty())
        : new OrderKey(
            Long.parseLong(text.substring(0, colon)),
            Optional.of(Long.parseLong(text.substring(colon + 1))));
  }

  @Override
  public String toString() {
    return version.map(number -> order + ":" + number).orElse(String.valueOf(order));
  }
}
