package org.vitrine.intake;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.time.ZoneId;
import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/** Files of orders, shipments and logs, imported in the pages and by programs. */
public final class IntakeFeature {
  private IntakeFeature() {}

  public static Feature of(
      Intake intake,
      Imports imports,
      TakingBack takingBack,
      ColumnMappings mappings,
      Targets targets,
      Guards guards,
      ZoneId plant) {
    return Feature.named("intake")
        .answering(
            new ImportRoutes(intake, imports, mappings, targets, guards, plant),
            new ImportRunRoutes(imports, takingBack, guards),
            new ColumnMappingRoutes(mappings, guards))
        .showing(
            page(ImportKind.ORDERS, 50),
            page(ImportKind.SHIPMENTS, 55),
            page(ImportKind.PLANT_LOG, 60),
            page(ImportKind.READINGS, 61))
        .forgetting(List.of(imports::addSweeps));
  }

  private static PageEntry page(ImportKind kind, int order) {
    return PageEntry.of("/import/" + kind.code(), "intake/pages/import.js")
        .needing(kind.permission().code())
        .inMenu(MANAGE, order, "nav.import-" + kind.code());
  }
}
