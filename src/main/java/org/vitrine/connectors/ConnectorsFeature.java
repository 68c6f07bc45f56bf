package org.vitrine.connectors;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.time.Duration;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.Chore;
import org.vitrine.platform.web.PageEntry;

/** What is pulled from other systems, and the page that shows how that goes. */
public final class ConnectorsFeature {
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(15);

  private ConnectorsFeature() {}

  public static Feature of(Connectors connectors, Guards guards) {
    return Feature.named("connectors")
        .answering(new ConnectorRoutes(connectors, guards))
        .showing(
            PageEntry.of("/connectors", "connectors/pages/connectors.js")
                .needing(Permission.KEEP_CONNECTORS.code())
                .inMenu(MANAGE, 63, "nav.connectors"))
        .forgetting(List.of(connectors::addSweeps))
        .doing(new Chore("connectors", LOOKED_AT_EVERY, connectors::work));
  }
}
