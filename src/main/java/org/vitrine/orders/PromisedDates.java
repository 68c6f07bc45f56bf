package org.vitrine.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.orders.OrderRepository.SaidPromise;

/**
 * What was last said of an order's dates, for whoever says more.
 *
 * @param promise of the whole order; absent where nothing was said
 * @param lines of those that have a date of their own, by their number
 * @param version raised by each word on a date; 0 where there is none
 */
public record PromisedDates(
    Optional<PromiseSaid> promise, Map<Integer, PromiseSaid> lines, long version) {

  /**
   * One word on a date.
   *
   * @param date absent where it is to be confirmed
   */
  public record PromiseSaid(
      LocalDate date,
      Boolean toBeConfirmed,
      LocalizedText reason,
      String by,
      Instant at,
      PromiseCause cause,
      PromiseSide side,
      String askedBy) {

    private static PromiseSaid of(SaidPromise said) {
      PromiseWord word = said.word();
      return new PromiseSaid(
          word.date(),
          word.toBeConfirmed(),
          word.reason(),
          said.actor(),
          said.at(),
          word.cause(),
          word.side(),
          word.askedBy());
    }
  }

  /** The day that a line goes by; absent where none is set. */
  public Optional<LocalDate> dayOf(int line) {
    return Optional.ofNullable(lines.get(line)).or(() -> promise).map(PromiseSaid::date);
  }

  static PromisedDates of(List<SaidPromise> said) {
    Map<Integer, PromiseSaid> lines = new TreeMap<>();
    Optional<PromiseSaid> ofOrder = Optional.empty();
    for (SaidPromise one : said) {
      if (one.word().line() == null) {
        ofOrder = Optional.of(PromiseSaid.of(one));
      } else {
        lines.put(one.word().line(), PromiseSaid.of(one));
      }
    }
    return new PromisedDates(
        ofOrder, lines, said.stream().mapToLong(SaidPromise::version).max().orElse(0));
  }

  /** What was said last of any of them. */
  static Optional<SaidPromise> newest(List<SaidPromise> said) {
    return said.stream().max(Comparator.comparing(SaidPromise::version));
  }
}
