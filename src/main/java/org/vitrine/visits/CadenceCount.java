package org.vitrine.visits;

import java.time.LocalDate;
import java.util.List;

/**
 * How often somebody was to be met in a time, and was.
 *
 * @param kept meetings that came in their time
 * @param missed times that passed without any; what came too late makes up for none
 */
public record CadenceCount(int kept, int missed) {

  public int due() {
    return kept + missed;
  }

  /** The days that count, the last one included. */
  record CountedDays(LocalDate from, LocalDate until) {
    private CountedDays since(LocalDate day) {
      return day.isAfter(from) ? new CountedDays(day, until) : this;
    }
  }

  /**
   * Counts from the last touch before these days on, or from the first of them where there was
   * none; not before the house knew them, which it does once it has met them.
   *
   * @param touches all there are, the oldest first
   * @param known the day on which the house began to know them
   */
  static CadenceCount of(
      List<LocalDate> touches, int longestDays, LocalDate known, CountedDays days) {
    LocalDate since =
        touches.stream().findFirst().filter(first -> first.isBefore(known)).orElse(known);
    return count(touches, longestDays, days.since(since));
  }

  private static CadenceCount count(List<LocalDate> touches, int longestDays, CountedDays days) {
    LocalDate from = days.from();
    LocalDate until = days.until();
    LocalDate since =
        touches.stream().filter(day -> day.isBefore(from)).reduce((a, b) -> b).orElse(from);
    int kept = 0;
    int missed = 0;
    int next = (int) touches.stream().filter(day -> day.isBefore(from)).count();
    while (true) {
      LocalDate latest = since.plusDays(longestDays);
      boolean comes = next < touches.size() && !touches.get(next).isAfter(until);
      if (comes && !touches.get(next).isAfter(latest)) {
        since = touches.get(next++);
        kept++;
      } else if (latest.isBefore(until)) {
        missed += latest.isBefore(from) ? 0 : 1;
        boolean late = comes && !touches.get(next).isAfter(latest.plusDays(longestDays));
        since = late ? touches.get(next++) : latest;
      } else {
        return new CadenceCount(kept, missed);
      }
    }
  }
}
