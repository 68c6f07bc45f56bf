package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/** Whatever changes orders, routings and companies at the same time waits in one order only. */
class LocksIT {
  private static final int THREADS = 6;
  private static final int ROUNDS = 60;
  private static final List<String> ROUTINGS = List.of("east", "west", "north");

  private TestVitrine vitrine;

  @Test
  void no_two_of_them_ever_wait_for_each_other() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("LocksIT: -Dvitrine.seed=" + seed);
    String url;
    try (TestVitrine started = TestVitrine.start();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      vitrine = started;
      url = started.databaseUrl();
      new Shop(started);
      ROUTINGS.forEach(this::changeRouting);
      List<Future<?>> storm = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(seed + thread);
        storm.add(threads.submit(() -> changeAnything(random)));
      }
      for (Future<?> one : storm) {
        finish(one);
      }
    }
    // What is closed has told its statistics.
    assertThat(
            TestDatabase.find(
                url, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .containsExactly("0");
  }

  private void changeAnything(Random random) {
    for (int round = 0; round < ROUNDS; round++) {
      OrderNumber order = new OrderNumber("SO-" + random.nextInt(4));
      switch (random.nextInt(9)) {
        case 0, 1 -> change(() -> place(order, random));
        case 2, 3, 4 -> change(() -> complete(order, random));
        case 5 -> change(() -> renameCompany(random));
        case 6 -> change(() -> changeCalendar(random));
        default -> change(() -> changeRouting(ROUTINGS.get(random.nextInt(3))));
      }
    }
  }

  /** On a busy machine a lock may be waited for so long that the request is sent away. */
  private static void change(Supplier<?> change) {
    try {
      change.get();
    } catch (Rejection.Unavailable | Rejection.Invalid refused) {
      // An order that has a promise is not moved without a reason.
    }
  }

  private Object place(OrderNumber order, Random random) {
    return vitrine.vitrine().rooms().orders().place(order, order(random), "manual", "storm");
  }

  private Object complete(OrderNumber order, Random random) {
    return vitrine.vitrine().rooms().orders().complete(order, order(random), "import", "storm");
  }

  /** Lines by several routings, in whatever order. */
  private static PlaceOrder order(Random random) {
    List<Line> lines = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      String routing = ROUTINGS.get(random.nextInt(ROUTINGS.size()));
      Integer quantity = random.nextBoolean() ? null : 1 + random.nextInt(500);
      lines.add(new Line(number, "", null, quantity, routing, List.of()));
    }
    return new PlaceOrder("northwind", null, null, (GivenPromise) null, lines, null);
  }

  private Object renameCompany(Random random) {
    return vitrine
        .vitrine()
        .rooms()
        .companies()
        .save(
            "northwind",
            new SaveCompany("Northwind " + random.nextInt(100), CompanyKind.CUSTOMER, Tier.GOLD));
  }

  private Object changeCalendar(Random random) {
    WorkInterval hours = new WorkInterval("06:00", "%02d:00".formatted(7 + random.nextInt(10)));
    WorkingWeek week = WorkingWeek.on(List.of(DayOfWeek.values()), hours);
    return vitrine
        .vitrine()
        .rooms()
        .calendars()
        .save(new WorkCalendar("plant", null, "Asia/Shanghai", week, List.of()), "storm");
  }

  private Object changeRouting(String code) {
    Stage stage = new Stage("assembly", null, List.of("A" + System.nanoTime()), null, null, null);
    return vitrine
        .vitrine()
        .rooms()
        .routings()
        .save(new Routing(code, null, List.of(stage)), "storm");
  }

  private static void finish(Future<?> one) throws InterruptedException {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
