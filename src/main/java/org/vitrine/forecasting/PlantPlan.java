package org.vitrine.forecasting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vitrine.forecasts.HoursPlan;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/** What the routings of a plant say of how long their stages take. */
final class PlantPlan {
  /** Of a plant that says nothing: what is learned soon counts for more. */
  private static final double UNKNOWN = 400;

  private PlantPlan() {}

  static HoursPlan of(Collection<Routing> routings) {
    Map<String, Double> fromStage = new HashMap<>();
    double usual = 0;
    double slow = 0;
    int timed = 0;
    for (Routing routing : routings) {
      List<Stage> stages = routing.stages();
      double left = 0;
      double leftSlow = 0;
      boolean known = true;
      for (Stage stage : stages.reversed()) {
        known = known && stage.usualHours() != null && stage.slowHours() != null;
        if (known) {
          left += stage.usualHours();
          leftSlow += stage.slowHours();
          if (left > 0) {
            fromStage.put(key(routing.code(), stage.code()), left);
          }
        }
      }
      if (known && left > 0) {
        usual += left;
        slow += leftSlow;
        timed++;
      }
    }
    return timed == 0
        ? new HoursPlan(UNKNOWN, OptionalDouble.empty(), fromStage)
        : new HoursPlan(usual / timed, OptionalDouble.of(slow / timed), fromStage);
  }

  /** What the stage of a routing is called among those of others. */
  static String key(String routing, String stage) {
    return routing + "/" + stage;
  }
}
