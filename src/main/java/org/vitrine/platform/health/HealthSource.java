package org.vitrine.platform.health;

import java.time.Instant;
import java.util.List;
import org.vitrine.platform.database.Queries;

/** Tells how a part of the installation is: what a feature brings to the page of health. */
@FunctionalInterface
public interface HealthSource {

  /** Asked each minute and whenever somebody looks: it must not take long. */
  List<HealthFinding> findings(Queries queries, Instant now);
}
