package org.vitrine.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.vitrine.promises.DueSpan;

/**
 * A month that is counted, where the plant is.
 *
 * @param countedOn what happened after this day is not known yet, whenever it is counted
 */
public record ScorecardMonth(YearMonth month, LocalDate countedOn, ZoneId zone) {
  public static LocalDate frozenOn(YearMonth month) {
    return DueSpan.closedOn(month);
  }

  static ScorecardMonth seenOn(LocalDate today, YearMonth month, ZoneId zone) {
    return new ScorecardMonth(month, DueSpan.ofMonth(month, today, zone).countedOn(), zone);
  }

  DueSpan span() {
    return new DueSpan(first(), last(), countedOn, zone);
  }

  public LocalDate first() {
    return month.atDay(1);
  }

  public LocalDate last() {
    return month.atEndOfMonth();
  }

  public boolean holds(LocalDate day) {
    return YearMonth.from(day).equals(month);
  }

  public Instant begins() {
    return first().atStartOfDay(zone).toInstant();
  }

  /** The first moment after it. */
  public Instant ends() {
    return last().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The first moment of which nothing is known yet. */
  public Instant known() {
    return countedOn.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
