package org.vitrine.forecasts;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.PastOrder.PastHold;

/**
 * Every report that a night knows of: how long the order took from there, or has taken until now.
 * Each order weighs one, however often it was reported on. A moment is one number, of which the
 * first bits say which group it belongs to: ten million take 80 MB, and once they are sorted the
 * order in which they came tells nothing.
 */
final class HeardMoments {
  /** Hours that are so much apart, as logarithms, count as one. */
  static final double APART = 0.01;

  private static final int HOURS_BITS = 14;
  private static final int REPORTS_BITS = 20;
  private static final int DONE_AT = REPORTS_BITS;
  private static final int HOURS_AT = DONE_AT + 1;
  private static final int GROUP_AT = HOURS_AT + HOURS_BITS;

  /** Beyond this nobody counts: as many steps as fit, below one hour and above. */
  static final int FARTHEST = 1 << HOURS_BITS - 1;

  private static final int MOST_REPORTS = (1 << REPORTS_BITS) - 1;

  private final Map<Alike, Integer> groups;
  private long[] moments;
  private int count;
  private int finished;
  private int open;

  /**
   * Moments of which the same is expected.
   *
   * @param size as {@link SizeFactors} counts it
   */
  record Alike(String stage, String product, int size) {}

  private HeardMoments(Map<Alike, Integer> groups, long[] moments) {
    this.groups = groups;
    this.moments = moments;
  }

  static HeardMoments none() {
    return new HeardMoments(new HashMap<>(), new long[64]);
  }

  /** The same, to which more is added; both call groups alike. */
  HeardMoments copy() {
    HeardMoments copy = new HeardMoments(groups, moments.clone());
    copy.count = count;
    copy.finished = finished;
    copy.open = open;
    return copy;
  }

  /**
   * As much of an order as is known at a night.
   *
   * @param clock the hours in which it is worked on
   */
  void add(PastOrder order, Instant night, WorkClock clock) {
    int heard = (int) order.heard().stream().filter(report -> report.at().isBefore(night)).count();
    if (heard == 0) {
      return;
    }
    boolean done = order.finished().filter(night::isAfter).isPresent();
    finished += done ? 1 : 0;
    open += done ? 0 : 1;
    Instant until = done ? order.finished().get() : night;
    int size = SizeFactors.step(order.quantity());
    double end = clock.hours(until);
    for (Heard report : order.heard()) {
      if (report.at().isBefore(night)) {
        double taken = end - clock.hours(report.at()) - held(order, report.at(), until, clock);
        if (taken > 0) {
          Alike alike = new Alike(report.stage(), order.product(), size);
          int group = groups.computeIfAbsent(alike, any -> groups.size());
          add(packed(group, taken, done, heard));
        }
      }
    }
  }

  /** Hours in which it was held are none of work. */
  private static double held(PastOrder order, Instant from, Instant until, WorkClock clock) {
    double held = 0;
    for (PastHold hold : order.held()) {
      Instant begins = hold.from().isAfter(from) ? hold.from() : from;
      Instant ends = hold.until().filter(until::isAfter).orElse(until);
      if (begins.isBefore(ends)) {
        held += clock.hours(ends) - clock.hours(begins);
      }
    }
    return held;
  }

  private static long packed(int group, double taken, boolean done, int heard) {
    long hours = Math.clamp(Math.round(Math.log(taken) / APART), 1 - FARTHEST, FARTHEST - 1);
    return (long) group << GROUP_AT
        | hours + FARTHEST << HOURS_AT
        | (done ? 1L : 0L) << DONE_AT
        | Math.min(heard, MOST_REPORTS);
  }

  private void add(long moment) {
    if (count == moments.length) {
      moments = Arrays.copyOf(moments, count + (count >> 1));
    }
    moments[count++] = moment;
  }

  int finished() {
    return finished;
  }

  int open() {
    return open;
  }

  /** What there is, the same whatever the order in which it was added. */
  InOrder inOrder() {
    Alike[] known = new Alike[groups.size()];
    groups.forEach((group, at) -> known[at] = group);
    int[] stages = ranks(known, Alike::stage);
    int[] products = ranks(known, Alike::product);
    Comparator<Integer> byRank =
        Comparator.<Integer>comparingInt(at -> stages[at])
            .thenComparingInt(at -> products[at])
            .thenComparingInt(at -> known[at].size());
    List<Integer> sorted = IntStream.range(0, known.length).boxed().sorted(byRank).toList();
    long[] place = new long[known.length];
    IntStream.range(0, known.length).forEach(at -> place[sorted.get(at)] = at);
    long[] all = new long[count];
    for (int at = 0; at < count; at++) {
      long rest = moments[at] & (1L << GROUP_AT) - 1;
      all[at] = place[(int) (moments[at] >> GROUP_AT)] << GROUP_AT | rest;
    }
    Arrays.sort(all);
    return new InOrder(sorted.stream().map(at -> known[at]).toList(), all);
  }

  /** Where each one's name stands among all: numbers are compared more quickly. */
  private static int[] ranks(Alike[] groups, Function<Alike, String> name) {
    List<String> names = Arrays.stream(groups).map(name).distinct().sorted().toList();
    Map<String, Integer> rank = new HashMap<>();
    names.forEach(one -> rank.put(one, rank.size()));
    return Arrays.stream(groups).mapToInt(one -> rank.get(name.apply(one))).toArray();
  }

  /**
   * Moments group by group.
   *
   * @param groups those of a stage one after the other
   */
  record InOrder(List<Alike> groups, long[] moments) {
    int size() {
      return moments.length;
    }

    int group(int at) {
      return (int) (moments[at] >> GROUP_AT);
    }

    /** The logarithm of the hours that it took, in steps of {@link #APART}. */
    int hours(int at) {
      return (int) (moments[at] >> HOURS_AT & (1 << HOURS_BITS) - 1) - FARTHEST;
    }

    boolean isDone(int at) {
      return (moments[at] >> DONE_AT & 1) == 1;
    }

    double weight(int at) {
      return 1.0 / (moments[at] & MOST_REPORTS);
    }
  }
}
