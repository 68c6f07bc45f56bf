package org.vitrine.invitations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clock of a zone as a calendar is told of it: one offset for ever, or two with two days a year
 * on which clocks are changed. That is less than the JDK knows of many zones. So it is chosen for
 * the dates that it has to be right for: the rules in force there; where those do not agree with
 * the JDK over all dates, one offset; then two days a year that lie between the dates. Where
 * nothing of that agrees, it is the offset of most dates, and the others have to be written in UTC
 * ({@link #agrees}).
 *
 * @param standard the offset, the smaller one of two
 */
record ZoneClock(ZoneOffset standard, Optional<Summer> summer) {

  /** When the larger offset comes, and when it ends. */
  record Summer(YearlyOnset comes, YearlyOnset ends) {}

  /**
   * @param moments when something begins or ends, in their order
   */
  static ZoneClock over(ZoneId zone, List<ZonedDateTime> moments) {
    return candidates(zone, moments)
        .filter(clock -> moments.stream().allMatch(clock::agrees))
        .findFirst()
        .orElseGet(() -> constant(mostOften(moments)));
  }

  private static Stream<ZoneClock> candidates(ZoneId zone, List<ZonedDateTime> dates) {
    return Stream.<Supplier<Stream<ZoneClock>>>of(
            () -> inForce(zone).stream(),
            () -> Stream.of(constant(mostOften(dates))),
            () -> between(dates))
        .flatMap(Supplier::get);
  }

  private static ZoneClock constant(ZoneOffset offset) {
    return new ZoneClock(offset, Optional.empty());
  }

  private static ZoneOffset mostOften(List<ZonedDateTime> dates) {
    return dates.stream()
        .collect(Collectors.groupingBy(ZonedDateTime::getOffset, Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<ZoneOffset, Long>comparingByValue()
                .thenComparing(one -> one.getKey().getTotalSeconds()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /** By the rules that the JDK goes on with. */
  private static Optional<ZoneClock> inForce(ZoneId zone) {
    List<ZoneOffsetTransitionRule> rules = zone.getRules().getTransitionRules();
    List<YearlyOnset> onsets =
        rules.stream().flatMap(rule -> YearlyOnset.of(rule).stream()).toList();
    return rules.size() == 2 && onsets.size() == 2
        ? Optional.of(of(onsets.getFirst(), onsets.getLast()))
        : Optional.empty();
  }

  private static ZoneClock of(YearlyOnset one, YearlyOnset other) {
    boolean isSpring = one.to().getTotalSeconds() > one.from().getTotalSeconds();
    Summer summer = isSpring ? new Summer(one, other) : new Summer(other, one);
    return new ZoneClock(summer.ends().to(), Optional.of(summer));
  }

  /**
   * By two days a year, each of which lies between dates before and dates after it in all years.
   */
  private static Stream<ZoneClock> between(List<ZonedDateTime> dates) {
    List<ZoneOffset> offsets =
        dates.stream()
            .map(ZonedDateTime::getOffset)
            .distinct()
            .sorted((one, other) -> one.getTotalSeconds() - other.getTotalSeconds())
            .toList();
    if (offsets.size() != 2) {
      return Stream.empty();
    }
    ZoneOffset small = offsets.getFirst();
    ZoneOffset large = offsets.getLast();
    Collection<MonthDay> ends = days(dates, small);
    return days(dates, large).stream()
        .flatMap(
            comes ->
                ends.stream()
                    .filter(end -> !end.equals(comes))
                    .map(
                        end ->
                            of(
                                YearlyOnset.on(comes, small, large),
                                YearlyOnset.on(end, large, small))));
  }

  /** The days of a year on which a clock can be changed to this offset. */
  private static Collection<MonthDay> days(List<ZonedDateTime> dates, ZoneOffset to) {
    Set<MonthDay> days = new LinkedHashSet<>();
    LocalDate first = LocalDate.of(2001, 1, 1);
    first.datesUntil(first.plusYears(1)).map(MonthDay::from).forEach(days::add);
    for (int at = 1; at < dates.size(); at++) {
      ZonedDateTime before = dates.get(at - 1);
      ZonedDateTime after = dates.get(at);
      if (after.getOffset().equals(to) && !before.getOffset().equals(to)) {
        Set<MonthDay> gap = new HashSet<>();
        before
            .toLocalDate()
            .datesUntil(after.toLocalDate().plusDays(1))
            .skip(1)
            .map(MonthDay::from)
            .forEach(gap::add);
        days.retainAll(gap);
      }
    }
    return new ArrayList<>(days);
  }

  /** True where a calendar that is told this has it at the right moment. */
  boolean agrees(ZonedDateTime moment) {
    return offset(moment.toInstant()).equals(moment.getOffset());
  }

  /** What a calendar takes the offset for. */
  ZoneOffset offset(Instant moment) {
    return summer
        .map(
            rules -> {
              int year = moment.atOffset(standard).getYear();
              Function<YearlyOnset, Instant> last =
                  onset ->
                      Stream.of(year + 1, year, year - 1)
                          .map(onset::in)
                          .filter(then -> !then.isAfter(moment))
                          .findFirst()
                          .orElseThrow();
              return last.apply(rules.comes()).isAfter(last.apply(rules.ends()))
                  ? rules.comes().to()
                  : rules.ends().to();
            })
        .orElse(standard);
  }
}
