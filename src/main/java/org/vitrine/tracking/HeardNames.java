package org.vitrine.tracking;

import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.production.FloorNames;

/** What the codes in a report are called, as far as its routing has names for them. */
record HeardNames(Optional<LocalizedText> operation, Optional<LocalizedText> station) {

  /**
   * Nothing where neither has a name.
   *
   * @param operation absent where the reader does not see it
   */
  static Optional<HeardNames> of(FloorNames names, Optional<String> operation, String station) {
    return Optional.of(new HeardNames(operation.flatMap(names::operation), names.station(station)))
        .filter(heard -> heard.operation().isPresent() || heard.station().isPresent());
  }
}
