package org.vitrine.forecasts;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.vitrine.calendars.WorkedSpan;
import org.vitrine.calendars.WorkingTime;

/**
 * Hours of work as numbers on one line, from a first moment on, so that a table of many orders is
 * learned by subtracting. Spans are laid out once until a last moment; behind it the calendar is
 * asked.
 */
public final class WorkClock {
  private static final double SECONDS = 3_600;
  private static final double MILLIS = 1_000;
  private static final double FARTHEST = 24 * 365 * 100;

  private final WorkingTime time;
  private final Instant from;
  private final Instant to;
  private final double[] begins;
  private final double[] ends;
  private final double[] worked;
  private final double total;

  private WorkClock(WorkingTime time, Instant from, Instant to) {
    this.time = time;
    this.from = from;
    this.to = to;
    List<WorkedSpan> spans = time.spans(from, to, Integer.MAX_VALUE);
    this.begins = spans.stream().mapToDouble(span -> since(span.from())).toArray();
    this.ends = spans.stream().mapToDouble(span -> since(span.to())).toArray();
    this.worked = new double[spans.size()];
    double before = 0;
    for (int at = 0; at < worked.length; at++) {
      worked[at] = before;
      before += ends[at] - begins[at];
    }
    this.total = before;
  }

  public static WorkClock of(WorkingTime time, Instant from, Instant to) {
    return new WorkClock(time, from, to);
  }

  private double since(Instant at) {
    return Duration.between(from, at).toMillis() / MILLIS / SECONDS;
  }

  /** How many hours were worked since the first moment; less than nothing before it. */
  public double hours(Instant at) {
    if (at.isAfter(to)) {
      return total + hours(time.between(to, at));
    }
    if (at.isBefore(from)) {
      return -hours(time.between(at, from));
    }
    double elapsed = since(at);
    int span = Arrays.binarySearch(begins, elapsed);
    span = span < 0 ? -span - 2 : span;
    return span < 0 ? 0 : worked[span] + Math.min(elapsed, ends[span]) - begins[span];
  }

  private static double hours(Duration duration) {
    return duration.toMillis() / MILLIS / SECONDS;
  }

  /** The first moment by which so many were worked, from the first one on; a century at most. */
  public Instant at(double hours) {
    if (hours > total) {
      return time.add(to, duration(Math.min(hours - total, FARTHEST)));
    }
    if (hours <= 0) {
      return from;
    }
    int span = Arrays.binarySearch(worked, hours);
    span = span < 0 ? -span - 2 : span - 1;
    return from.plus(duration(begins[span] + hours - worked[span]));
  }

  private static Duration duration(double hours) {
    return Duration.ofMillis(Math.round(hours * SECONDS * MILLIS));
  }
}
