package org.vitrine.calendars;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.vitrine.platform.Rejection;

/**
 * What an event says of the years in which it comes again. What it costs to work out is bounded by
 * what a rule may say: where it counts, all its days from the first one on have to be gone through.
 */
record YearlyRule(Recur<LocalDate> recur) {
  /** What comes every year is entered from the year before this one, for so many. */
  private static final int YEARS = 7;

  private static final int MOST_COUNTED = 200;
  private static final int MOST_VALUES = 31;

  /** Absent where the event does not come again. */
  static Optional<YearlyRule> of(VEvent event) {
    List<RRule<LocalDate>> rules = event.getProperties("RRULE");
    if (rules.size() > 1) {
      throw new Rejection.Invalid(
          "", "it has %,d rules (RRULE), and only one can be read".formatted(rules.size()));
    }
    return rules.stream().findFirst().map(YearlyRule::checked);
  }

  private static YearlyRule checked(RRule<LocalDate> rule) {
    Recur<LocalDate> recur = rule.getRecur();
    if (recur.getFrequency() != Frequency.YEARLY) {
      throw new Rejection.Invalid(
          "",
          "it repeats %s, and only what repeats yearly can be read"
              .formatted(recur.getFrequency().name().toLowerCase(Locale.ROOT)));
    }
    boolean isTimed =
        Stream.of(recur.getHourList(), recur.getMinuteList(), recur.getSecondList())
            .anyMatch(times -> !times.isEmpty());
    if (isTimed) {
      throw DayEvent.timed();
    }
    if (recur.getCount() > MOST_COUNTED) {
      throw refused(rule, "counts more than %,d days".formatted(MOST_COUNTED));
    }
    if (values(recur) > MOST_VALUES) {
      throw refused(rule, "lists more than %d values".formatted(MOST_VALUES));
    }
    if (recur.getSetPosList().stream().anyMatch(place -> Math.abs(place) > MOST_VALUES)) {
      throw refused(rule, "takes more than the %dst place (BYSETPOS)".formatted(MOST_VALUES));
    }
    if (!recur.getSetPosList().isEmpty() && recur.getMonthList().isEmpty()) {
      throw refused(rule, "takes a place (BYSETPOS) among the days of a whole year");
    }
    return new YearlyRule(recur);
  }

  private static int values(Recur<LocalDate> recur) {
    return Stream.of(
            recur.getDayList(),
            recur.getMonthDayList(),
            recur.getYearDayList(),
            recur.getWeekNoList(),
            recur.getMonthList(),
            recur.getSetPosList())
        .mapToInt(Collection::size)
        .sum();
  }

  private static Rejection.Invalid refused(RRule<LocalDate> rule, String why) {
    return new Rejection.Invalid(
        "", "its rule “%s” %s".formatted(DayEvent.cut(rule.getValue()), why));
  }

  /** The days on which it begins, in the years that are entered. */
  List<LocalDate> beginnings(LocalDate first, LocalDate today) {
    LocalDate from = LocalDate.of(today.getYear() - 1, 1, 1);
    return recur.getDates(first, from, from.plusYears(YEARS).minusDays(1));
  }
}
