package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.MONDAY;
import static org.vitrine.production.Reported.report;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.orders.Order;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.production.OrderSnapshot.RecordedReport;

class OrderCacheTest {
  private static final OrderId ORDER = new OrderId(7);

  private final OrderCache cache = new OrderCache();

  @Test
  void what_follows_is_added_in_the_order_in_which_it_happened() {
    cache.put(at(2));
    hear(3, report("late").atHour(9).said());
    hear(4, report("early").atHour(8).said());
    assertThat(cache.version(ORDER)).hasValue(4L);
    assertThat(kept().order().version()).isEqualTo(4);
    assertThat(newest()).containsExactly("early", "late");
  }

  @Test
  void what_was_corrected_or_withdrawn_does_not_stand_among_the_newest() {
    cache.put(at(2));
    hear(3, report("500").good(500).said());
    hear(4, report("never").good(7).said());
    hear(5, report("9").good(9).correcting("500").said());
    hear(6, report("sorry").kind(ReportKind.WITHDRAWN).correcting("never").said());
    assertThat(newest()).containsExactlyInAnyOrder("9", "sorry");
    assertThat(kept().newest(EnumSet.allOf(NewestReports.ReportGroup.class)).count()).isEqualTo(4);
  }

  @Test
  void what_does_not_follow_is_not_added() {
    cache.put(at(2));
    hear(4, report("after a gap").said());
    hear(2, report("known").said());
    assertThat(kept()).isEqualTo(at(2));
  }

  @Test
  void of_an_order_that_nobody_wanted_nothing_is_kept() {
    hear(1, report("r").said());
    assertThat(cache.find(ORDER)).isEmpty();
  }

  @Test
  void an_older_one_does_not_take_the_place_of_a_newer_one() {
    cache.put(at(5));
    cache.put(at(4));
    assertThat(kept().order().version()).isEqualTo(5);
  }

  @Test
  void what_nobody_looks_at_is_not_noted_for_ever() {
    cache.put(at(0));
    for (int version = 1; version <= 2_000; version++) {
      hear(version, report("r" + version).said());
    }
    assertThat(cache.find(ORDER)).isEmpty();
  }

  private void hear(long version, Report report) {
    cache.append(ORDER, new TreeMap<>(Map.of(version, new RecordedReport(report, MONDAY))));
  }

  private List<String> newest() {
    return kept().newest(EnumSet.allOf(NewestReports.ReportGroup.class)).newest().stream()
        .map(one -> one.report().id())
        .toList();
  }

  private OrderSnapshot kept() {
    return cache.find(ORDER).orElseThrow();
  }

  private static OrderSnapshot at(long version) {
    CompanyId company = new CompanyId(1);
    return OrderSnapshot.of(
        new Order(
            ORDER,
            company,
            new OrderNumber("SO-7"),
            null,
            LocalDate.parse("2026-11-02"),
            null,
            null,
            version,
            List.of()),
        new Company(company, "northwind", "Northwind Climate", CompanyKind.CUSTOMER, Tier.GOLD),
        Map.of(),
        List.of());
  }
}
