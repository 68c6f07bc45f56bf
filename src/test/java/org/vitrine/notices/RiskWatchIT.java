package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.companies.Company;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** Over days of reports: what was told and stays is not told again, what comes again is. */
class RiskWatchIT {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");
  private static final TestClock CLOCK = new TestClock();

  private static TestVitrine vitrine;
  private static NoticeWorld world;
  private static RiskWatch watch;

  private int reports;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    world = new NoticeWorld(vitrine);
    watch =
        new RiskWatch(
            world.database(), world.notices(), vitrine.vitrine().rooms().snapshots(), PLANT, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  /** Days are counted from the plant's morning, whatever time it is. */
  @BeforeEach
  void nextMorning() {
    Instant morning = today().plusDays(1).atTime(8, 0).atZone(PLANT).toInstant();
    CLOCK.pass(Duration.between(CLOCK.instant(), morning));
  }

  private static long told(long reader, String risk) {
    return world
        .database()
        .find(
            "test.told_risks",
            "SELECT number FROM notice WHERE person_id = $1 AND facts ->> 'risk' = $2",
            row -> row.getLong("number"),
            reader,
            risk)
        .size();
  }

  private static void awaitTold(long reader, String risk, long times) {
    await(
        risk + " is told",
        Duration.ofSeconds(20),
        () -> {
          watch.look();
          return told(reader, risk) == times;
        });
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(CLOCK.instant(), PLANT);
  }

  private void promise(Company company, String order, LocalDate day) {
    world.shop().order(order, company.code(), day.toString());
  }

  private void report(String order) {
    world.shop().good(order, order + "-" + reports++, "Assembly", 10);
  }

  /** A day later, with a report if there is one; looked at twice, as two nodes do. */
  private void dayWithReport(String order) {
    CLOCK.pass(Duration.ofHours(25));
    report(order);
    watch.look();
    watch.look();
  }

  @Test
  void a_forecast_and_a_day_that_passed_are_told_once_while_reports_go_on() {
    Company company = world.company(Tier.PLATINUM);
    long reader = world.person(Role.CUSTOMER, company);
    String order = world.order(company);
    promise(company, order, today().plusDays(2));
    report(order);
    awaitTold(reader, "forecast", 1);

    for (int day = 0; day < 2; day++) {
      dayWithReport(order);
      assertThat(told(reader, "forecast")).as("day %d", day).isEqualTo(1);
      assertThat(told(reader, "late")).as("day %d", day).isZero();
    }
    CLOCK.pass(Duration.ofHours(25));
    awaitTold(reader, "late", 1);
    for (int day = 3; day < 7; day++) {
      dayWithReport(order);
      assertThat(told(reader, "forecast")).as("day %d", day).isEqualTo(1);
      assertThat(told(reader, "late")).as("day %d", day).isEqualTo(1);
    }

    long before = revised(reader);
    promise(company, order, today().plusDays(300));
    await("the new day is heard of", () -> revised(reader) == before + 1);
    dayWithReport(order);
    promise(company, order, today().plusDays(1));
    awaitTold(reader, "forecast", 2);
    assertThat(told(reader, "late")).isEqualTo(1);
    CLOCK.pass(Duration.ofHours(49));
    awaitTold(reader, "late", 2);
  }

  @Test
  void what_returns_within_the_day_is_told_again_though_nobody_looked_meanwhile() {
    Company company = world.company(Tier.PLATINUM);
    long reader = world.person(Role.CUSTOMER, company);
    String order = world.order(company);
    promise(company, order, today().plusDays(1));
    report(order);
    awaitTold(reader, "forecast", 1);

    CLOCK.pass(Duration.ofHours(1));
    long before = revised(reader);
    promise(company, order, today().plusDays(300));
    await("the new day is heard of", () -> revised(reader) == before + 1);
    CLOCK.pass(Duration.ofHours(1));
    promise(company, order, today().plusDays(1));
    awaitTold(reader, "forecast", 2);
  }

  private static long revised(long reader) {
    return world.told(reader).stream().filter(told -> told.startsWith("promise-revised")).count();
  }

  @Test
  void an_order_that_was_late_for_long_when_it_came_is_no_news() {
    Company company = world.company(Tier.PLATINUM);
    long reader = world.person(Role.CUSTOMER, company);
    String order = world.order(company);
    promise(company, order, today().minusDays(30));
    await(
        "it is looked at",
        () -> {
          watch.look();
          return world
                  .database()
                  .find(
                      "test.late",
                      "SELECT risk FROM risk_watch WHERE order_id = $1 AND risk = 'late' AND told_from IS NOT NULL",
                      row -> row.getString("risk"),
                      world.id(order))
                  .size()
              == 1;
        });
    assertThat(told(reader, "late")).isZero();
  }
}
