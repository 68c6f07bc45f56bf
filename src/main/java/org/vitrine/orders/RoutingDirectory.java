package org.vitrine.orders;

import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.database.Queries;

/** Which routings there are; production knows them, orders only ask. */
@FunctionalInterface
public interface RoutingDirectory {

  /** The codes of the routing's stages, or nothing where there is no such routing. */
  Optional<Set<String>> stagesOf(Queries queries, String routing);
}
