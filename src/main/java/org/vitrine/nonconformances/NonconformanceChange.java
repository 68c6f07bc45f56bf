package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vitrine.platform.changes.Change;

/**
 * How other rooms hear of nonconformances: the key of each is the number, the version how many
 * events it has by then. They are the house's own; none is a company's.
 */
public final class NonconformanceChange {
  /** Anything happened to it. */
  public static final String KIND = "nonconformance";

  /** What is affected by it is another from now on; the body says what was added and released. */
  public static final String CONTAINED = "nonconformance.contained";

  /** Some of what was held is not any more. */
  public static final String RELEASED = "nonconformance.released";

  public static final String CLOSED = "nonconformance.closed";

  private NonconformanceChange() {}

  static Change of(String kind, Nonconformance nonconformance, ObjectNode body) {
    return new Change(
        kind, nonconformance.number().toString(), nonconformance.version(), Optional.empty(), body);
  }
}
