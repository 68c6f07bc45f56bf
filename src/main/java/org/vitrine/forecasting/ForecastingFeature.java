package org.vitrine.forecasting;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/** When orders are likely ready, learned each night and told each working morning. */
public final class ForecastingFeature {
  private ForecastingFeature() {}

  public static Feature of(Forecasting forecasting, Guards guards) {
    return Feature.named("forecasting")
        .answering(new ForecastRoutes(forecasting, guards))
        .showing(
            PageEntry.of("/forecasts", "forecasting/pages/forecasts.js")
                .needing(Permission.READ_PLANT.code())
                .inMenu(CARE, 36, "nav.forecasts"))
        .doing(forecasting.chore());
  }
}
