package org.vitrine.loyalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Company;

/**
 * The days on which a company ordered: all that is known of its loyalty.
 *
 * @param since the day from which it is a customer: its first order, or when it was entered
 * @param days each once, in their order
 */
record OrderHistory(Company company, LocalDate since, List<LocalDate> days) {
  OrderHistory {
    days = days.stream().distinct().sorted().toList();
    since = days.isEmpty() || since.isBefore(days.getFirst()) ? since : days.getFirst();
  }

  /** As it was known at the end of a day; nothing where there was no order yet. */
  Optional<OrderHistory> until(LocalDate day) {
    List<LocalDate> known = days.stream().filter(one -> !one.isAfter(day)).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new OrderHistory(company, since, known));
  }

  boolean hasOrdered() {
    return !days.isEmpty();
  }

  LocalDate last() {
    return days.getLast();
  }

  OrderRhythm rhythm() {
    return OrderRhythm.of(days);
  }

  RepeatOrders repeats(LocalDate today) {
    return RepeatOrders.of(days, today);
  }
}
