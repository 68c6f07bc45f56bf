package org.vitrine.bench.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rounds gave: for each contender and each thing measured, a value a round. */
public final class Series {
  private final Map<String, List<Double>> values = new HashMap<>();

  void add(String contender, Map<String, Double> measured) {
    measured.forEach(
        (what, value) ->
            values.computeIfAbsent(key(contender, what), key -> new ArrayList<>()).add(value));
  }

  /** The median over the rounds. */
  public Interval of(String contender, String what) {
    return Interval.of(all(contender, what));
  }

  /** How many times as much one has as the other, round by round. */
  public Interval ratio(String one, String other, String what) {
    double[] above = all(one, what);
    double[] below = all(other, what);
    double[] ratios = new double[Math.min(above.length, below.length)];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = above[i] / below[i];
    }
    return Interval.of(ratios);
  }

  /** The values of all rounds, in their order. */
  public double[] all(String contender, String what) {
    List<Double> found = values.get(key(contender, what));
    if (found == null) {
      throw new IllegalStateException("No " + what + " was measured of " + contender);
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String key(String contender, String what) {
    return contender + "/" + what;
  }
}
