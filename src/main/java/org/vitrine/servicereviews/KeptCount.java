package org.vitrine.servicereviews;

import java.util.Optional;
import org.vitrine.platform.statistics.Share;

/** How often something that was promised was kept, and missed. */
record KeptCount(int kept, int missed) {
  static final KeptCount NONE = new KeptCount(0, 0);

  KeptCount and(KeptCount more) {
    return new KeptCount(kept + more.kept, missed + more.missed);
  }

  int due() {
    return kept + missed;
  }

  /** Nothing where nothing was due. */
  Optional<Share> share() {
    return due() == 0 ? Optional.empty() : Optional.of(new Share(kept, due()));
  }
}
