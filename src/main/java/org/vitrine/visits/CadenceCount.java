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

  /**
   * Counts from the last touch before the time on, or from its first day where there was none.
   *
   * @param touches all there are, the oldest first
   * @param until the last day that counts
   */
  static CadenceCount of(
      List<LocalDate> touches, int longestDays, LocalDate from, LocalDate until) {
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
