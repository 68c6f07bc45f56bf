package org.vitrine.traceability;

import java.util.List;

/**
 * What a fault reaches.
 *
 * @param known by what was recorded
 * @param unknown what cannot be shown to be free of it: a record of what usually goes into it is
 *     missing, there or in what it was made of; counts as affected until shown otherwise
 */
public record Impact(List<Affected> known, List<Affected> unknown) {
  public Impact {
    known = List.copyOf(known);
    unknown = List.copyOf(unknown);
  }
}
