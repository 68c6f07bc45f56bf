package org.vitrine.forecasting;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** How well forecasts did, for staff. */
final class ForecastRoutes implements Routes {
  private static final int MOST_MONTHS = 36;

  private final Forecasting forecasting;
  private final Guards guards;

  ForecastRoutes(Forecasting forecasting, Guards guards) {
    this.forecasting = forecasting;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(Routes.get("/api/forecasts", guards.may(Permission.READ_PLANT), this::coverage));
  }

  private void coverage(Exchange exchange) {
    int months = exchange.query("months").map(ForecastRoutes::months).orElse(MOST_MONTHS / 3);
    exchange.reply(forecasting.coverage(months));
  }

  private static int months(String asked) {
    if (!asked.matches("[1-9][0-9]?") || Integer.parseInt(asked) > MOST_MONTHS) {
      throw new Rejection.Invalid(
          "months",
          "months must be a number from 1 to %d, unlike “%s”".formatted(MOST_MONTHS, asked));
    }
    return Integer.parseInt(asked);
  }
}
