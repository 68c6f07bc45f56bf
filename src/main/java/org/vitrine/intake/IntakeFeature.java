package org.vitrine.intake;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.time.ZoneId;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.production.Routings;

/** Files of orders, shipments and logs, imported in the pages and by programs. */
public final class IntakeFeature {
  private IntakeFeature() {}

  public static Feature of(
      Intake intake, ColumnMappings mappings, Routings routings, Guards guards, ZoneId plant) {
    return Feature.named("intake")
        .answering(
            new ImportRoutes(intake, mappings, routings, guards, plant),
            new ColumnMappingRoutes(mappings, guards))
        .showing(
            page(ImportKind.ORDERS, 50),
            page(ImportKind.SHIPMENTS, 55),
            page(ImportKind.PLANT_LOG, 60));
  }

  private static PageEntry page(ImportKind kind, int order) {
    return PageEntry.of("/import/" + kind.code(), "intake/pages/import.js")
        .needing(kind.permission().code())
        .inMenu(MANAGE, order, "nav.import-" + kind.code());
  }
}
