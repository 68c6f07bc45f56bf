package org.vitrine.forecasts;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vitrine.forecasts.ForecastTable.LearnedFrom;
import org.vitrine.forecasts.HeardMoments.Alike;

/**
 * Learns a table: by what all orders take longer than the plan says, then those of a stage, of a
 * product, and of about a quantity. A group of few orders believes what holds without it. Orders
 * that are open count as "at least so long": whoever learns from finished ones alone learns from
 * the quick ones.
 */
final class TableLearning {
  /** How many finished orders believe themselves as much as what holds without them. */
  private static final double ALL = 30;

  private static final double STAGE = 10;
  private static final double PRODUCT = 15;
  private static final double SIZE = 10;

  /** As how many finished orders the plan's spread counts, and the spread of all at a stage. */
  private static final double PLANNED_SPREAD = 60;

  private static final double SPREAD = 25;
  private static final int ROUNDS = 2;

  private final HoursPlan plan;
  private final LearnedFrom from;
  private final HeardMoments.InOrder moments;
  private final Grouping stages;
  private final Grouping products;
  private final int[] sizes;

  /** What each group of alike moments has: finished orders, powers of ratios, what is expected. */
  private final double[] finished;

  private final double[] power;
  private final double[] expected;
  private double shape;

  /** Which of some names each group has. */
  private record Grouping(List<String> names, int[] of) {
    static Grouping by(List<Alike> groups, Function<Alike, String> name) {
      List<String> names = groups.stream().map(name).distinct().sorted().toList();
      Map<String, Integer> index = new HashMap<>();
      names.forEach(one -> index.put(one, index.size()));
      return new Grouping(
          names, groups.stream().mapToInt(one -> index.get(name.apply(one))).toArray());
    }

    Map<String, Double> named(double[] values) {
      Map<String, Double> named = new HashMap<>();
      for (int at = 0; at < values.length; at++) {
        named.put(names.get(at), values[at]);
      }
      return Map.copyOf(named);
    }
  }

  TableLearning(HeardMoments heard, HoursPlan plan) {
    this.plan = plan;
    this.from = new LearnedFrom(heard.finished(), heard.open());
    this.moments = heard.inOrder();
    List<Alike> groups = moments.groups();
    this.stages = Grouping.by(groups, Alike::stage);
    this.products = Grouping.by(groups, Alike::product);
    this.sizes = groups.stream().mapToInt(Alike::size).toArray();
    this.finished = new double[groups.size()];
    for (int at = 0; at < moments.size(); at++) {
      finished[moments.group(at)] += moments.isDone(at) ? moments.weight(at) : 0;
    }
    this.power = new double[groups.size()];
    this.expected = new double[groups.size()];
    this.shape = plan.shape();
  }

  ForecastTable at(Instant night) {
    double all = 1;
    double[] byStage = {};
    double[] byProduct = {};
    SizeFactors bySize = SizeFactors.NONE;
    SpreadRatios ratios = null;
    Weibull spread = new Weibull(shape, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double[] planned = stages.names().stream().mapToDouble(plan::expected).toArray();
      Arrays.setAll(expected, group -> planned[stages.of()[group]]);
      sumPowers(planned);
      all = factors(new int[expected.length], 1, ALL)[0];
      byStage = factors(stages.of(), stages.names().size(), STAGE);
      byProduct = factors(products.of(), products.names().size(), PRODUCT);
      bySize = sizes();
      ratios = new SpreadRatios(moments, expected, stages.of(), stages.names().size());
      spread = Weibull.of(ratios.all(), new Weibull(plan.shape(), 1), PLANNED_SPREAD);
      shape = spread.shape();
    }
    return new ForecastTable(
        night,
        plan,
        all,
        stages.named(byStage),
        products.named(byProduct),
        bySize,
        spreads(ratios, spread),
        spread,
        from);
  }

  /** Of what they took beside what is planned, with the shape of this round. */
  private void sumPowers(double[] planned) {
    double[] powers = new double[2 * HeardMoments.FARTHEST];
    Arrays.setAll(
        powers, step -> Math.exp(shape * (step - HeardMoments.FARTHEST) * HeardMoments.APART));
    double[] planPowers = Arrays.stream(planned).map(hours -> Math.pow(hours, shape)).toArray();
    Arrays.fill(power, 0);
    for (int at = 0; at < moments.size(); at++) {
      power[moments.group(at)] +=
          moments.weight(at) * powers[moments.hours(at) + HeardMoments.FARTHEST];
    }
    Arrays.setAll(power, group -> power[group] / planPowers[stages.of()[group]]);
  }

  /** By what each takes longer than is expected without it; from then on that is expected. */
  private double[] factors(int[] of, int count, double orders) {
    double[] powers = new double[count];
    double[] done = new double[count];
    for (int group = 0; group < expected.length; group++) {
      powers[of[group]] += power[group];
      done[of[group]] += finished[group];
    }
    double[] factors = new double[count];
    Arrays.setAll(factors, one -> factor(powers[one], done[one], orders));
    expect(factors, of);
    return factors;
  }

  private void expect(double[] factors, int[] of) {
    double[] powers = Arrays.stream(factors).map(factor -> Math.pow(factor, shape)).toArray();
    for (int group = 0; group < expected.length; group++) {
      expected[group] *= factors[of[group]];
      power[group] /= powers[of[group]];
    }
  }

  /**
   * @param orders so many finished ones believe themselves as much as what holds without them
   */
  private double factor(double powers, double done, double orders) {
    double doubt = orders / (shape * shape);
    return Math.pow((powers + doubt) / (done + doubt), 1 / shape);
  }

  private SizeFactors sizes() {
    int[] known = Arrays.stream(sizes).filter(size -> size != SizeFactors.UNKNOWN).toArray();
    if (known.length == 0) {
      return SizeFactors.NONE;
    }
    int first = Arrays.stream(known).min().getAsInt();
    int steps = Arrays.stream(known).max().getAsInt() - first + 1;
    double[] powers = new double[steps];
    double[] done = new double[steps];
    for (int group = 0; group < expected.length; group++) {
      if (sizes[group] != SizeFactors.UNKNOWN) {
        powers[sizes[group] - first] += power[group];
        done[sizes[group] - first] += finished[group];
      }
    }
    double[] factors = new double[steps];
    Arrays.setAll(factors, one -> factor(near(powers, one), near(done, one), SIZE));
    SizeFactors found = new SizeFactors(first, factors);
    Arrays.setAll(expected, group -> expected[group] * found.of(sizes[group]));
    return found;
  }

  private static double near(double[] values, int one) {
    double near = 0;
    for (int other = 0; other < values.length; other++) {
      near += SizeFactors.alike(other - one) * values[other];
    }
    return near;
  }

  private Map<String, Weibull> spreads(SpreadRatios ratios, Weibull all) {
    Map<String, Weibull> spreads = new HashMap<>();
    for (int stage = 0; stage < stages.names().size(); stage++) {
      spreads.put(stages.names().get(stage), Weibull.of(ratios.ofStage(stage), all, SPREAD));
    }
    return Map.copyOf(spreads);
  }
}
