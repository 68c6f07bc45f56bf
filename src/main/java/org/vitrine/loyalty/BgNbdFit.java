package org.vitrine.loyalty;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The model that makes these histories most likely: the logarithms of its four numbers are looked
 * for, so that each stays above zero.
 */
final class BgNbdFit {
  /** Below so many companies there are dates instead of probabilities. */
  static final int FEWEST = 30;

  private static final int TRIES = 4_000;
  private static final double STEP = 0.5;
  private static final double CLOSE = 1e-9;
  private static final double NEVER = 1e-16;

  /** What cannot be told apart from never, or from always, is no model. */
  private static final double FURTHEST = Math.log(10_000);

  private static final BgNbd BEGIN = new BgNbd(0.5, 10, 0.5, 2);

  private BgNbdFit() {}

  /**
   * Nothing where there are too few, nobody ever ordered again, or the histories do not tell.
   *
   * @param near where to look first: the model of the month before
   */
  static Optional<BgNbd> of(Collection<RepeatOrders> histories, Optional<BgNbd> near) {
    if (histories.size() < FEWEST || histories.stream().allMatch(one -> one.repeats() == 0)) {
      return Optional.empty();
    }
    List<CountedHistory> counted = counted(histories);
    try {
      PointValuePair best =
          new SimplexOptimizer(new SimpleValueChecker(NEVER, CLOSE))
              .optimize(
                  new MaxEval(TRIES),
                  new ObjectiveFunction(point -> likelihood(point, counted)),
                  GoalType.MAXIMIZE,
                  new InitialGuess(logs(near.orElse(BEGIN))),
                  new NelderMeadSimplex(4, STEP));
      return Optional.of(best.getPoint()).filter(BgNbdFit::tells).map(BgNbdFit::model);
    } catch (MathRuntimeException undecided) {
      return Optional.empty();
    }
  }

  /** A history, and how many have the same. */
  private record CountedHistory(RepeatOrders history, long count) {}

  private static List<CountedHistory> counted(Collection<RepeatOrders> histories) {
    Map<RepeatOrders, Long> counts =
        histories.stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .map(one -> new CountedHistory(one.getKey(), one.getValue()))
        .sorted(BgNbdFit::inOneOrder)
        .toList();
  }

  /** Sums differ by the order of what is added: so that is always the same. */
  private static int inOneOrder(CountedHistory one, CountedHistory other) {
    RepeatOrders left = one.history();
    RepeatOrders right = other.history();
    int byRepeats = Integer.compare(left.repeats(), right.repeats());
    int byRecency = byRepeats == 0 ? Double.compare(left.recency(), right.recency()) : byRepeats;
    return byRecency == 0 ? Double.compare(left.age(), right.age()) : byRecency;
  }

  private static double likelihood(double[] point, List<CountedHistory> counted) {
    for (double one : point) {
      if (Math.abs(one) > FURTHEST + STEP) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    BgNbd model = model(point);
    double sum = 0;
    for (CountedHistory one : counted) {
      sum += one.count() * model.logLikelihood(one.history());
    }
    return sum;
  }

  private static boolean tells(double[] point) {
    for (double one : point) {
      if (Math.abs(one) >= FURTHEST) {
        return false;
      }
    }
    return true;
  }

  private static BgNbd model(double[] logs) {
    return new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
  }

  private static double[] logs(BgNbd model) {
    return new double[] {
      Math.log(model.r()), Math.log(model.alpha()), Math.log(model.a()), Math.log(model.b())
    };
  }
}
