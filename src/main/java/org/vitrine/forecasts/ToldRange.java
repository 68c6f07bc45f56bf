package org.vitrine.forecasts;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page says, and since when: it moves gently towards what is known now, so that nobody is
 * startled by what is no news, and at once where something happened.
 *
 * @param toldAt in hours of work
 */
public record ToldRange(FinishRange range, double toldAt) {
  private static final double GENTLE = 30;

  /** Something happened, or nothing was told before. */
  static ToldRange atOnce(FinishRange known, double now, WorkClock clock) {
    return new ToldRange(known.notBefore(clock.at(now)), now);
  }

  ToldRange towards(FinishRange known, double now, WorkClock clock) {
    double share = share(now - toldAt);
    FinishRange moved =
        new FinishRange(
            between(range.half(), known.half(), share, clock),
            between(range.nineOfTen(), known.nineOfTen(), share, clock));
    return atOnce(moved, now, clock);
  }

  /**
   * What is said at a moment.
   *
   * @param told what was said before, and when; absent where it moves at once
   * @param known how long it is likely to take from its last report on
   */
  public static FinishRange now(
      Optional<RangeBefore> told, Forecast known, ForecastLevel level, WorkFrom now) {
    double half = known.hours(FinishRange.HALF) * level.half() - known.silence();
    double most = known.hours(FinishRange.NINE_OF_TEN) * level.nineOfTen() - known.silence();
    if (told.isEmpty()) {
      return new FinishRange(now.at(half), now.at(most));
    }
    FinishRange before = told.get().range();
    double share = share(-now.hours(told.get().at()));
    return new FinishRange(
        now.at(moved(now.hours(before.half()), half, share)),
        now.at(moved(now.hours(before.nineOfTen()), most, share)));
  }

  /** What was said, and when. */
  public record RangeBefore(FinishRange range, Instant at) {}

  private static double moved(double told, double known, double share) {
    return told + (known - told) * share;
  }

  /** How far it has come towards what is known, so many hours of work after it was told. */
  static double share(double hours) {
    return 1 - Math.exp(-Math.max(0, hours) / GENTLE);
  }

  private static Instant between(Instant told, Instant known, double share, WorkClock clock) {
    return clock.at(moved(clock.hours(told), clock.hours(known), share));
  }
}
