package org.vitrine.devices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * What other rooms hear of gauges.
 *
 * @param state how its calibration stands
 * @param until the day on which that ends, or ended
 * @param people who is to be told
 */
public record GaugeChange(
    String code, String name, CalibrationState state, LocalDate until, List<Long> people) {
  /** A gauge was saved or calibrated; the key is its own. */
  public static final String KIND = "gauge";

  /** The calibration of one runs out soon, or has; told once of each. */
  public static final String DUE = "gauge.due";

  static Change saved(GaugeCode code) {
    return new Change(KIND, code.key(), 0, Optional.empty());
  }

  Change asChange(String key) {
    return new Change(
        DUE,
        key,
        0,
        Optional.empty(),
        Json.tree(
            Map.of("code", code, "name", name, "state", state, "until", until, "people", people)));
  }

  /** What such a change says. */
  public static GaugeChange of(Change change) {
    return Json.read(change.body(), GaugeChange.class);
  }
}
