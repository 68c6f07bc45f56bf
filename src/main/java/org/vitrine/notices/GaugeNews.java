package org.vitrine.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.devices.CalibrationState;
import org.vitrine.devices.GaugeChange;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/** Gauges whose calibration runs out, or has, as work for whoever keeps quality. */
final class GaugeNews {
  static final Set<String> KINDS = Set.of(GaugeChange.DUE);

  private GaugeNews() {}

  static List<News> of(List<Change> changes, Instant now) {
    return changes.stream()
        .filter(change -> KINDS.contains(change.kind()))
        .map(change -> news(change, GaugeChange.of(change), now))
        .toList();
  }

  private static News news(Change change, GaugeChange told, Instant now) {
    return new News(
        News.nameOf(change),
        told.state() == CalibrationState.OVERDUE ? "gauge.overdue" : "gauge.soon",
        Optional.empty(),
        Optional.of(NoticeTopic.RISKS),
        null,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(told.people()),
        Json.object()
            .put("device", told.code())
            .put("name", told.name())
            .put("until", told.until().toString()),
        true,
        now);
  }
}
