package org.vitrine.connectors;

import java.time.Duration;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.Chore;

/** What is pulled from other systems. */
public final class ConnectorsFeature {
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(15);

  private ConnectorsFeature() {}

  public static Feature of(Connectors connectors, Guards guards) {
    return Feature.named("connectors")
        .answering(new ConnectorRoutes(connectors, guards))
        .forgetting(List.of(connectors::addSweeps))
        .doing(new Chore("connectors", LOOKED_AT_EVERY, connectors::work));
  }
}
