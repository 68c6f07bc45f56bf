package org.vitrine.servicereviews;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.voices.Figures.DayOutcomes;

/** What became of the clocks of messages, day by day. */
record ClockBook(List<DayOutcomes> days) {

  ClockBook of(Tier tier) {
    return only(one -> one.tier() == tier);
  }

  ClockBook of(CompanyId company) {
    return only(one -> one.company().equals(company));
  }

  ClockBook only(Predicate<DayOutcomes> wanted) {
    return new ClockBook(days.stream().filter(wanted).toList());
  }

  KeptCount in(ServiceQuarter quarter) {
    return between(quarter.first(), quarter.last());
  }

  /**
   * @param until the last day
   */
  KeptCount between(LocalDate from, LocalDate until) {
    return within(from, until).map(ClockBook::count).reduce(KeptCount.NONE, KeptCount::and);
  }

  private Stream<DayOutcomes> within(LocalDate from, LocalDate until) {
    return days.stream().filter(one -> !one.day().isBefore(from) && !one.day().isAfter(until));
  }

  private static KeptCount count(DayOutcomes one) {
    return new KeptCount(Math.toIntExact(one.kept()), Math.toIntExact(one.missed()));
  }

  Map<CompanyId, KeptCount> byCompany(ServiceQuarter quarter) {
    Map<CompanyId, KeptCount> all = new HashMap<>();
    within(quarter.first(), quarter.last())
        .forEach(one -> all.merge(one.company(), count(one), KeptCount::and));
    return all;
  }
}
