package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.vitrine.orders.Requirement;

/**
 * How well what is measured stays within its limits, by the mean and the standard deviation of all
 * values, as if they were normally distributed: that is for whoever reads it to judge. Nothing is
 * said of fewer than 25 values, nor of values that are all alike.
 *
 * @param values how many there are
 * @param needed how many it takes
 * @param cp how often the spread fits between both limits; absent where there is one
 * @param cpk the same from the mean to the nearer limit
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Capability(
    int values,
    int needed,
    Optional<BigDecimal> mean,
    Optional<BigDecimal> deviation,
    Optional<BigDecimal> cp,
    Optional<BigDecimal> cpk) {
  static final int FEWEST = 25;
  private static final double SIDE = 3;
  private static final MathContext SHOWN = new MathContext(6);

  static Capability of(Requirement requirement, List<BigDecimal> values) {
    if (values.size() < FEWEST) {
      return new Capability(
          values.size(),
          FEWEST,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    DoubleStatistics all =
        DoubleStatistics.of(
            EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION),
            values.stream().mapToDouble(BigDecimal::doubleValue).toArray());
    double mean = all.getAsDouble(Statistic.MEAN);
    double deviation = all.getAsDouble(Statistic.STANDARD_DEVIATION);
    return of(requirement, values.size(), mean, deviation);
  }

  private static Capability of(Requirement requirement, int values, double mean, double deviation) {
    Optional<Double> below = limit(requirement.minimum()).map(least -> mean - least);
    Optional<Double> above = limit(requirement.maximum()).map(most -> most - mean);
    boolean spread = deviation > 0;
    Optional<Double> cp =
        below.flatMap(under -> above.map(over -> (under + over) / (2 * SIDE * deviation)));
    Optional<Double> cpk =
        Stream.of(below, above)
            .flatMap(Optional::stream)
            .min(Double::compare)
            .map(nearer -> nearer / (SIDE * deviation));
    return new Capability(
        values,
        FEWEST,
        shown(mean),
        shown(deviation),
        cp.filter(any -> spread).flatMap(Capability::shown),
        cpk.filter(any -> spread).flatMap(Capability::shown));
  }

  private static Optional<Double> limit(BigDecimal limit) {
    return Optional.ofNullable(limit).map(BigDecimal::doubleValue);
  }

  private static Optional<BigDecimal> shown(double number) {
    return DoubleStream.of(number)
        .filter(Double::isFinite)
        .mapToObj(finite -> new BigDecimal(finite, SHOWN).stripTrailingZeros())
        .findFirst();
  }
}
