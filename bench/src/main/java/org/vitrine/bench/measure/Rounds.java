package org.vitrine.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders take turns, and every other round the other way round (A B B A), so that a machine
 * that grows slower or faster does so for all of them.
 */
public final class Rounds {
  private final Map<String, Trial> trials = new LinkedHashMap<>();

  /** One contender's turn in a round; tells what was measured, by name. */
  @FunctionalInterface
  public interface Trial {
    Map<String, Double> run(int round) throws Exception;
  }

  public Rounds of(String contender, Trial trial) {
    trials.put(contender, trial);
    return this;
  }

  public Series run(int rounds) throws Exception {
    Series series = new Series();
    List<String> order = new ArrayList<>(trials.keySet());
    for (int round = 0; round < rounds; round++) {
      for (String contender : round % 2 == 0 ? order : order.reversed()) {
        series.add(contender, trials.get(contender).run(round));
      }
    }
    return series;
  }
}
