package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * One quantity at one place over time.
 *
 * @param place what it is called; absent for whoever reads it as a customer
 * @param failed how many checks did not pass
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ConditionSeries(
    Optional<LocalizedText> place,
    String quantity,
    String unit,
    int readings,
    int failed,
    List<ConditionPoint> points) {

  /**
   * A reading, or what several came to.
   *
   * @param value of several, their mean; absent of checks
   * @param failed how many checks did not pass
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ConditionPoint(
      Instant at,
      Optional<BigDecimal> value,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      int readings,
      int failed) {

    private ConditionPoint and(ConditionPoint later) {
      int all = readings + later.readings;
      return new ConditionPoint(
          at,
          value.flatMap(mine -> later.value.map(theirs -> mean(mine, theirs, later.readings, all))),
          least(low, later.low),
          most(high, later.high),
          all,
          failed + later.failed);
    }

    private BigDecimal mean(BigDecimal mine, BigDecimal theirs, int theirReadings, int all) {
      return mine.multiply(BigDecimal.valueOf(readings))
          .add(theirs.multiply(BigDecimal.valueOf(theirReadings)))
          .divide(BigDecimal.valueOf(all), MathContext.DECIMAL32);
    }

    private static Optional<BigDecimal> least(Optional<BigDecimal> one, Optional<BigDecimal> two) {
      return one.flatMap(mine -> two.map(mine::min));
    }

    private static Optional<BigDecimal> most(Optional<BigDecimal> one, Optional<BigDecimal> two) {
      return one.flatMap(mine -> two.map(mine::max));
    }
  }

  /** A point, and of what. */
  record PlacedPoint(String place, String quantity, String unit, ConditionPoint point) {
    private String series() {
      return String.join("\n", place, quantity, unit);
    }
  }

  /**
   * As series, each with so many points at most: neighbours are taken together.
   *
   * @param names what places are called, by their keys; none where they are not named
   */
  static List<ConditionSeries> of(
      List<PlacedPoint> points, Map<String, LocalizedText> names, int most) {
    Map<String, List<PlacedPoint>> bySeries = new LinkedHashMap<>();
    points.forEach(
        one -> bySeries.computeIfAbsent(one.series(), key -> new ArrayList<>()).add(one));
    return bySeries.values().stream().map(all -> of(all, names, all.getFirst(), most)).toList();
  }

  private static ConditionSeries of(
      List<PlacedPoint> all, Map<String, LocalizedText> names, PlacedPoint first, int most) {
    return new ConditionSeries(
        Optional.ofNullable(names.get(first.place())),
        first.quantity(),
        first.unit(),
        all.stream().mapToInt(one -> one.point().readings()).sum(),
        all.stream().mapToInt(one -> one.point().failed()).sum(),
        thinned(all.stream().map(PlacedPoint::point).toList(), most));
  }

  private static List<ConditionPoint> thinned(List<ConditionPoint> points, int most) {
    int together = (points.size() + most - 1) / most;
    if (together <= 1) {
      return points;
    }
    List<ConditionPoint> fewer = new ArrayList<>();
    for (int from = 0; from < points.size(); from += together) {
      points.subList(from, Math.min(points.size(), from + together)).stream()
          .reduce(ConditionPoint::and)
          .ifPresent(fewer::add);
    }
    return fewer;
  }
}
