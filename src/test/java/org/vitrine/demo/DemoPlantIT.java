package org.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.Queries;

class DemoPlantIT {
  /** What people did: reminders are the clock's, which goes on. */
  private static final String SAID =
      "SELECT count(*) FROM voice_event WHERE side IN ('customer', 'staff')";

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");

  private final Wrist wrist = new Wrist();
  private final PlantClock clock = new PlantClock(wrist);
  private final TestVitrine vitrine = TestVitrine.startAt(clock);

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void the_past_is_told_up_to_now_and_every_word_of_it_is_taken() {
    DemoPlant demo = open();

    assertThat(demo.inFlight()).isBetween(35, 50);
    assertThat(told()).isEqualTo(expected(demo.plant(), START));
    assertThat(count("SELECT count(*) FROM event WHERE happened_at > recorded_at")).isZero();
    assertThat(count("SELECT count(*) FROM event WHERE recorded_at > happened_at + interval '1 h'"))
        .isZero();
  }

  @Test
  void the_plant_works_on_and_every_word_of_it_is_taken() {
    DemoPlant demo = open();
    LivePlant live = demo.at(3_600);
    int before = orders();

    work(live, 90);

    Instant reached = START.plus(Duration.ofDays(10));
    assertThat(orders()).isGreaterThan(before + 20);
    assertThat(demo.inFlight()).isBetween(35, 50);
    assertDense();
    assertThat(
            count("SELECT count(*) FROM event WHERE happened_at > timestamptz '" + wrist.now + "'"))
        .isZero();
    Map<String, Integer> told = told();
    assertThat(expected(demo.plant(), reached))
        .allSatisfy((order, said) -> assertThat(told.get(order)).isGreaterThanOrEqualTo(said));
  }

  @Test
  void started_again_it_repeats_nothing_and_leaves_nothing_out() {
    LivePlant live = open().at(3_600);
    work(live, 20);
    Map<String, Integer> before = told();

    DemoPlant again = open();

    assertThat(told()).isEqualTo(before);
    assertThat(again.inFlight()).isBetween(35, 50);
    work(again.at(3_600), 20);
    assertThat(told()).isNotEqualTo(before);
    assertDense();
  }

  @Test
  void stopped_while_it_told_the_past_it_tells_the_rest_of_it() {
    open();
    wrist.now = START.plus(Duration.ofDays(2));

    DemoPlant again = open();

    assertThat(told()).isEqualTo(expected(again.plant(), wrist.now));
  }

  @Test
  void after_the_database_was_away_the_plant_says_what_it_could_not() {
    LivePlant live = open().at(3_600);
    Map<String, Integer> before = told();
    execute("ALTER TABLE event RENAME TO away");
    work(live, 5);
    execute("ALTER TABLE away RENAME TO event");
    assertThat(told()).isEqualTo(before);

    work(live, 5);

    assertThat(told()).isNotEqualTo(before);
    assertDense();
  }

  @Test
  void another_seed_needs_another_database() {
    open();

    assertThatThrownBy(() -> DemoPlant.open(vitrine.vitrine(), clock, OptionalLong.of(8)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("created with the seed 1");
  }

  @Test
  void the_orders_of_a_real_plant_are_left_alone() {
    Story story =
        new Plant(1, START.atZone(ZoneId.of("UTC")).toLocalDate(), ZoneId.of("UTC")).story(0);
    Cast.welcome(
        vitrine.vitrine().rooms().companies(),
        vitrine.vitrine().rooms().people(),
        vitrine.vitrine().rooms().sessions());
    Catalogue.read()
        .routings()
        .forEach(routing -> vitrine.vitrine().rooms().routings().save(routing, "x"));
    PlaceOrder real = story.placed(LocalDate.of(2026, 11, 1), 20, null);
    vitrine.vitrine().rooms().orders().place(new OrderNumber("WO-1"), real, "manual", "x");

    assertThatThrownBy(this::open)
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("already holds other orders");
  }

  @Test
  void what_customers_said_is_told_once_and_stands_in_every_state() {
    open();
    assertThat(count("SELECT count(DISTINCT state) FROM voice")).isEqualTo(3);
    assertThat(count("SELECT count(DISTINCT kind) FROM voice")).isEqualTo(3);
    assertThat(count("SELECT count(DISTINCT department) FROM voice")).isGreaterThan(3);
    assertThat(count("SELECT count(*) FROM voice_cause_member")).isEqualTo(2);
    long said = count(SAID);

    open();

    assertThat(count(SAID)).isEqualTo(said);
    assertThat(count("SELECT count(*) FROM voice_event WHERE at > timestamptz '" + START + "'"))
        .isZero();
  }

  @Test
  void a_visitor_comes_in_as_each_kind_of_reader() {
    assertThat(open().links())
        .extracting(DemoPlant.Link::role)
        .containsExactly(
            Role.CUSTOMER,
            Role.DISTRIBUTOR,
            Role.ACCOUNT_MANAGER,
            Role.OPERATOR,
            Role.ADMINISTRATOR);
    DemoPlant.Link customer = open().links().getFirst();
    assertThat(Entrance.open(vitrine.vitrine(), customer.token()).person().name())
        .isEqualTo(customer.name());
  }

  private DemoPlant open() {
    return DemoPlant.open(vitrine.vitrine(), clock, OptionalLong.empty());
  }

  /** Two hours of the plant in each tick. */
  private void work(LivePlant live, int ticks) {
    for (int tick = 0; tick < ticks; tick++) {
      wrist.now = wrist.now.plusSeconds(2);
      live.tick();
    }
  }

  private static Map<String, Integer> expected(Plant plant, Instant until) {
    Map<String, Integer> expected = new TreeMap<>();
    for (int order = 0; !plant.placedAt(order).isAfter(until); order++) {
      Story story = plant.story(order);
      long said =
          story.happenings().stream()
              .filter(
                  happening -> happening instanceof ReportTold && !happening.at().isAfter(until))
              .count();
      expected.put(story.number().value(), (int) said);
    }
    return expected;
  }

  private Map<String, Integer> told() {
    Map<String, Integer> told = new TreeMap<>();
    new PlantRepository()
        .told(queries())
        .forEach(order -> told.put(order.number().value(), order.told()));
    return told;
  }

  /** What was said of each order was said once, from the first word on. */
  private void assertDense() {
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT order_id FROM event WHERE kind = 'reported' GROUP BY order_id"
                    + " HAVING count(*) <> max(substr(report_id, 2)::int)) AS gaps"))
        .isZero();
  }

  private int orders() {
    return (int) count("SELECT count(*) FROM orders");
  }

  private long count(String sql) {
    return queries().find("test.count", sql, row -> row.getLong(0)).getFirst();
  }

  /** As the owner of the tables, which the program itself is not. */
  private void execute(String sql) {
    URI url = URI.create(vitrine.vitrine().settings().databaseUrl().orElseThrow());
    String jdbc =
        "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath());
    try (Connection connection = DriverManager.getConnection(jdbc, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Queries queries() {
    return vitrine.vitrine().database();
  }

  /** A watch that a test sets. */
  private static final class Wrist extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
