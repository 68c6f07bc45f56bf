package org.vitrine.today;

import java.util.List;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.devices.GaugeChange;
import org.vitrine.devices.Gauges;
import org.vitrine.nonconformances.Drills;
import org.vitrine.nonconformances.NonconformanceChange;
import org.vitrine.nonconformances.OpenNonconformances;
import org.vitrine.platform.database.Queries;
import org.vitrine.servicereviews.ServiceReviewChange;
import org.vitrine.servicereviews.ServiceReviews;
import org.vitrine.today.TodaySection.Addressees;
import org.vitrine.today.TodaySections.TodayRows;

/** What those look after who decide where something went wrong. */
public record QualityGround(
    OpenNonconformances nonconformances,
    Drills drills,
    ServiceReviews serviceReviews,
    Gauges gauges) {

  List<TodaySection> sections() {
    Set<String> kinds = Set.of(NonconformanceChange.KIND);
    return List.of(
        new TodaySection(
            "nonconformances",
            Permission.CONTAIN,
            kinds,
            Addressees.ALIKE,
            (queries, reader, now) -> nonconformances.open(queries, TodaySections.ROWS)),
        new TodaySection(
            "releases",
            Permission.CONTAIN,
            kinds,
            reader -> true,
            (queries, reader, now) ->
                nonconformances.waiting(queries, reader.person(), TodaySections.ROWS)),
        new TodaySection(
            "drills",
            Permission.CONTAIN,
            Set.of(Drills.KIND),
            Addressees.ALIKE,
            (queries, reader, now) -> due(queries)),
        new TodaySection(
            "service-reviews",
            Permission.REVIEW_SERVICE,
            Set.of(ServiceReviewChange.KIND),
            Addressees.ALIKE,
            (queries, reader, now) -> first(serviceReviews.due(queries, now))),
        new TodaySection(
            "gauges",
            Permission.KEEP_DEVICES,
            Set.of(GaugeChange.KIND),
            Addressees.ALIKE,
            (queries, reader, now) -> first(gauges.due(queries))));
  }

  private TodayRows due(Queries queries) {
    return first(drills.due(queries));
  }

  private static TodayRows first(List<?> all) {
    return new TodayRows(all.stream().limit(TodaySections.ROWS).toList(), all.size());
  }
}
