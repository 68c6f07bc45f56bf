package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * How well one commitment is kept.
 *
 * @param median seconds of working time; absent where none is done yet
 * @param ninetieth the 90th percentile: nine of ten took no longer
 */
record Figure(
    @JsonUnwrapped FigureKey of,
    long kept,
    long missed,
    OptionalLong median,
    OptionalLong ninetieth) {
  private static final Quantile QUANTILE = Quantile.withDefaults();

  /** What is counted for a figure: each that is done, kept or missed, with its seconds. */
  record Tally(long kept, long missed, long[] taken) {
    Tally and(Tally more) {
      return new Tally(
          kept + more.kept,
          missed + more.missed,
          LongStream.concat(LongStream.of(taken), LongStream.of(more.taken)).toArray());
    }
  }

  static Figure of(FigureKey key, Tally tally) {
    return new Figure(
        key,
        tally.kept(),
        tally.missed(),
        percentile(tally.taken(), 0.5),
        percentile(tally.taken(), 0.9));
  }

  /** Between two values it lies where R’s type 8 (Hyndman and Fan, 1996) has it. */
  private static OptionalLong percentile(long[] taken, double share) {
    if (taken.length == 0) {
      return OptionalLong.empty();
    }
    double[] seconds = LongStream.of(taken).asDoubleStream().toArray();
    return OptionalLong.of(Math.round(QUANTILE.evaluate(seconds, share)));
  }
}
