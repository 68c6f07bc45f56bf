package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.production.Reported.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

/** What lies in memory of an order is what the database has, whatever came and from where. */
class OrderCacheIT {
  private static final List<String> VALUES =
      List.of("3500", "3500.50", "1E+3", "1.50E-3", "-0.0", "12345678901234567890.123456789");

  private static TestVitrine here;
  private static TestVitrine there;
  private static Shop shop;

  @BeforeAll
  static void start() {
    here = TestVitrine.start();
    there = here.beside();
    shop = new Shop(here);
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
  }

  @Test
  void what_is_reported_is_added_as_the_database_has_it() {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("ShelfIT: -Dvitrine.seed=" + seed);
    Random random = new Random(seed);
    OrderId order = order("SO-1");
    read(order);
    for (int batch = 0; batch < 30; batch++) {
      take(here, someReports(random, batch));
      assertThat(inMemory(order)).isEqualTo(asTheDatabaseHasIt(order));
    }
    assertThat(inMemory(order).reports()).isGreaterThan(60);
  }

  private static List<Report> someReports(Random random, int batch) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      Reported said =
          report("r" + batch + "." + i)
              .order("SO-1")
              .at(finely(random.nextDouble(-300_000, 24), random));
      switch (random.nextInt(5)) {
        case 0 -> said.measured("capacity", VALUES.get(random.nextInt(VALUES.size()))).unit("SN");
        case 1 -> said.of("Packing").held("waiting for \u2028 \"crates\"");
        case 2 -> said.of("Assembly").good(3).rework().correcting("r" + batch + ".0x");
        case 3 -> said.of("Assembly").good(1).beganAt(finely(-300_002, random));
        default -> said.of("Polish by hand").good(2).scrapped(1);
      }
      reports.add(said.said());
    }
    return reports;
  }

  /** Finer than a microsecond, and before 2000 as well as after. */
  private static Instant finely(double hour, Random random) {
    return Reported.at(hour).plusNanos(random.nextInt(1_000_000));
  }

  @Test
  void what_came_over_another_node_is_there_too() {
    OrderId order = order("SO-2");
    read(order);
    take(there, List.of(report("a").order("SO-2").of("Assembly").good(1).said()));
    take(here, List.of(report("b").order("SO-2").of("Assembly").good(1).said()));
    assertThat(upToDate(order)).isEqualTo(asTheDatabaseHasIt(order));
    assertThat(inMemory(order).reports()).isEqualTo(2);
  }

  @Test
  void what_is_more_than_a_report_is_read_whole() {
    OrderId order = order("SO-3");
    read(order);
    take(here, List.of(report("a").order("SO-3").of("Assembly").good(1).said()));
    shop.revisePromise("SO-3", "2026-12-24", "the compressors came late");
    shop.company("northwind", "Northwind Climate & Sons");
    await("it is read whole", () -> upToDate(order).equals(asTheDatabaseHasIt(order)));
    OrderSnapshot now = upToDate(order);
    assertThat(now.promise().orElseThrow().revisions()).hasSize(1);
    assertThat(now.company().name()).endsWith("Sons");
  }

  @Test
  void a_database_that_was_set_back_is_believed() {
    OrderId order = order("SO-4");
    take(here, List.of(report("a").order("SO-4").of("Assembly").good(1).said()));
    read(order);
    TestDatabase.execute(
        here.databaseUrl(),
        "DELETE FROM event WHERE report_id = 'a' AND order_id = " + order.value());
    TestDatabase.execute(
        here.databaseUrl(), "UPDATE orders SET version = version - 1 WHERE id = " + order.value());
    assertThat(upToDate(order).reports()).isZero();
    assertThat(inMemory(order)).isEqualTo(asTheDatabaseHasIt(order));
  }

  @Test
  void only_what_is_wanted_at_a_newer_version_is_read() {
    OrderId order = order("SO-5");
    long version = read(order).order().version();
    TestDatabase.execute(
        here.databaseUrl(),
        "UPDATE orders SET customer_reference = 'unseen' WHERE id = " + order.value());
    assertThat(
            here.vitrine().rooms().snapshots().atLeast(Map.of(order, version)).getFirst().order())
        .extracting("customerReference")
        .isEqualTo("PO-SO-5");
  }

  /**
   * What vanishes from the history unannounced shows whether the history was read. Its buyer is
   * called the same all the time: a moment after another name, orders are read whole once more.
   */
  @Test
  void a_long_history_is_read_once_and_then_only_what_is_new() {
    Optional<CompanyId> buyer = Optional.of(shop.company("orchard", "Orchard").id());
    OrderId order = order("SO-6", "orchard");
    take(here, manyReports("SO-6", 600));
    assertThat(page(buyer, order).reports()).isEqualTo(600);
    TestDatabase.execute(
        here.databaseUrl(),
        "DELETE FROM event WHERE report_id = 'r7' AND order_id = " + order.value());
    take(there, List.of(report("another").order("SO-6").of("Assembly").good(1).said()));
    assertThat(page(buyer, order).reports()).isEqualTo(601);
    assertThat(here.vitrine().rooms().snapshots().newest(List.of(order)).getFirst().reports())
        .isEqualTo(601);
    shop.order("SO-6", "orchard", "2026-12-24");
    assertThat(page(buyer, order)).isEqualTo(readBy(there, buyer, order));
    assertThat(page(buyer, order).reports()).isEqualTo(600);
  }

  @Test
  void a_long_history_in_memory_is_its_buyer_s_alone() {
    Optional<CompanyId> buyer = Optional.of(shop.company("orchard", "Orchard").id());
    OrderId order = order("SO-7", "orchard");
    take(here, manyReports("SO-7", 600));
    assertThat(page(buyer, order).reports()).isEqualTo(600);
    Optional<CompanyId> other = Optional.of(shop.company("harbour", "Harbour Hotels").id());
    assertThat(here.vitrine().rooms().snapshots().read(other, List.of(order))).isEmpty();
  }

  private static List<Report> manyReports(String order, int count) {
    List<Report> reports = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      reports.add(report("r" + n).order(order).of("Assembly").good(1).atHour(-n).said());
    }
    return reports;
  }

  private static OrderSnapshot page(Optional<CompanyId> company, OrderId order) {
    return readBy(here, company, order);
  }

  private static OrderSnapshot readBy(
      TestVitrine node, Optional<CompanyId> company, OrderId order) {
    return node.vitrine().rooms().snapshots().read(company, List.of(order)).getFirst();
  }

  private static OrderId order(String number) {
    return order(number, "northwind");
  }

  private static OrderId order(String number, String company) {
    shop.order(number, company);
    return here.vitrine().rooms().tracking().require(new OrderNumber(number), Optional.empty());
  }

  private static void take(TestVitrine node, List<Report> reports) {
    List<Supplier<Report>> said = new ArrayList<>();
    reports.forEach(report -> said.add(() -> report));
    assertThat(node.vitrine().rooms().reports().take(said, Sender.program("test")))
        .allMatch(outcome -> outcome instanceof Reports.ReportOutcome.Taken);
  }

  private static OrderSnapshot read(OrderId order) {
    return upToDate(order);
  }

  private static OrderSnapshot upToDate(OrderId order) {
    return here.vitrine()
        .rooms()
        .snapshots()
        .atLeast(Map.of(order, OrderSnapshots.NEWEST))
        .getFirst();
  }

  private static OrderSnapshot inMemory(OrderId order) {
    return here.vitrine().rooms().snapshots().inMemory(order, 0).orElseThrow();
  }

  private static OrderSnapshot asTheDatabaseHasIt(OrderId order) {
    return here.vitrine().rooms().snapshots().read(Optional.empty(), List.of(order)).getFirst();
  }
}
