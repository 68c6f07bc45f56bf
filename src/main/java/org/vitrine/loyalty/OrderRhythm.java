package org.vitrine.loyalty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How often a company orders, from its own days alone.
 *
 * <ul>
 *   <li>A rhythm is known of whoever ordered on four days at least.
 *   <li>Behind is who is silent for half as long again as usual: the first word, while it helps.
 *   <li>Later than ever is who is silent for longer than they ever were.
 *   <li>A fortnight's silence says nothing of anybody.
 *   <li>Gone is who ordered nothing for a year and for twice as long as ever before.
 * </ul>
 *
 * @param last the newest day
 * @param gaps how many days lay between two, shortest first; empty where no rhythm is known
 */
record OrderRhythm(LocalDate last, List<Integer> gaps) {
  private static final int GAPS_NEEDED = 3;
  private static final int FORTNIGHT = 14;
  private static final int YEAR = 365;

  OrderRhythm {
    gaps = gaps.stream().sorted().toList();
  }

  static OrderRhythm of(List<LocalDate> days) {
    List<Integer> gaps =
        IntStream.range(1, days.size())
            .map(at -> (int) ChronoUnit.DAYS.between(days.get(at - 1), days.get(at)))
            .boxed()
            .toList();
    return new OrderRhythm(days.getLast(), gaps);
  }

  boolean isKnown() {
    return gaps.size() >= GAPS_NEEDED;
  }

  /** The median gap, in days. */
  Optional<Integer> usual() {
    int half = gaps.size() / 2;
    return isKnown()
        ? Optional.of(
            gaps.size() % 2 == 1
                ? gaps.get(half)
                : Math.round((gaps.get(half - 1) + gaps.get(half)) / 2f))
        : Optional.empty();
  }

  /** In days. */
  Optional<Integer> longest() {
    return isKnown() ? Optional.of(gaps.getLast()) : Optional.empty();
  }

  /** The first day on which it is behind its rhythm. */
  Optional<LocalDate> behindFrom() {
    return usual().map(days -> after((days * 3 + 1) / 2)).map(this::earlierThanEver);
  }

  private LocalDate earlierThanEver(LocalDate day) {
    return longest().map(days -> after(days)).filter(day::isAfter).orElse(day);
  }

  /** The first day on which it is silent for longer than it ever was. */
  Optional<LocalDate> laterThanEverFrom() {
    return longest().map(this::after);
  }

  private LocalDate after(int days) {
    return last.plusDays(Math.max(days, FORTNIGHT) + 1L);
  }

  int silentDays(LocalDate today) {
    return (int) ChronoUnit.DAYS.between(last, today);
  }

  boolean isBehind(LocalDate today) {
    return behindFrom().filter(from -> !today.isBefore(from)).isPresent();
  }

  boolean isLaterThanEver(LocalDate today) {
    return laterThanEverFrom().filter(from -> !today.isBefore(from)).isPresent();
  }

  boolean isGone(LocalDate today) {
    int ever = gaps.isEmpty() ? 0 : gaps.getLast();
    return silentDays(today) > Math.max(YEAR, 2 * ever);
  }
}
