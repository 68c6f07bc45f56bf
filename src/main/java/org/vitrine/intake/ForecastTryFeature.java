package org.vitrine.intake;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.time.InstantSource;
import java.time.ZoneId;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/** Forecasts tried on one's own past, before they are trusted. */
public final class ForecastTryFeature {
  private ForecastTryFeature() {}

  public static Feature of(
      ColumnMappings mappings, Guards guards, ZoneId plant, InstantSource clock) {
    return Feature.named("forecasts")
        .answering(new ForecastTryRoutes(mappings, guards, plant, clock))
        .showing(
            PageEntry.of("/forecasts/try", "forecasts/pages/try.js")
                .needing(Permission.READ_PLANT.code())
                .inMenu(MANAGE, 62, "nav.forecasts-try"));
  }
}
