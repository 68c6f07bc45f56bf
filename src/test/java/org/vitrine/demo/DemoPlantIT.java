package org.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.Rooms;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.companies.Company;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.devices.CalibrationState;
import org.vitrine.devices.Gauges.DueGauge;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.notices.Choices;
import org.vitrine.notices.NoticeChoices;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.Department;

class DemoPlantIT {
  /** What people did: reminders are the clock's, which goes on. */
  private static final String SAID =
      "SELECT count(*) FROM voice_event WHERE side IN ('customer', 'staff')";

  private static final String WAITING = "SELECT c.stage FROM stage_wish c";

  private static final String TOLD =
      "SELECT c.kind FROM (SELECT * FROM notice WHERE asked AND kind = 'stage-finished') c";

  private static final String UNREAD =
      "SELECT c.kind FROM (SELECT * FROM notice WHERE read_at IS NULL) c";

  private static final String MEASURED_OFTEN =
      """
      SELECT order_id
        FROM event
       WHERE body ->> 'requirement' IS NOT NULL AND body ->> 'device' IS NOT NULL AND body ->> 'raw' IS NOT NULL
       GROUP BY order_id, body ->> 'line', body ->> 'requirement'
      HAVING count(*) >= 25\
      """;

  private final Wrist wrist = new Wrist();
  private final PlantClock clock = new PlantClock(wrist);
  private TestVitrine vitrine;

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void the_past_is_told_up_to_now_and_every_word_of_it_is_taken() {
    DemoPlant demo = tell();

    assertThat(demo.inFlight()).isBetween(35, 50);
    assertThat(reportsTold()).isEqualTo(expected(demo.plant(), ToldPlant.NOW));
    assertThat(count("SELECT count(*) FROM event WHERE happened_at > recorded_at")).isZero();
    assertThat(
            count(
                "SELECT count(*) FROM event e JOIN orders o ON o.id = e.order_id AND"
                    + " length(o.number) > 7 WHERE e.recorded_at > e.happened_at + interval '1 h'"))
        .isZero();
  }

  @Test
  void the_plant_has_its_calendar_before_its_first_order_and_leaves_a_visitors_alone() {
    told();
    Calendars calendars = vitrine.vitrine().rooms().calendars();
    WorkCalendar own = calendars.find(WorkCalendar.PLANT).orElseThrow().calendar();
    assertThat(own.week().sunday()).isEmpty();
    assertThat(own.week().monday()).hasSize(3);
    assertThat(count("SELECT count(*) FROM event WHERE kind = 'calendar-changed'")).isZero();

    calendars.save(
        new WorkCalendar(own.code(), "Mine", own.zone(), own.week(), List.of()), "a visitor");
    open();
    assertThat(calendars.find(WorkCalendar.PLANT).orElseThrow().calendar().name())
        .isEqualTo("Mine");
  }

  @Test
  void the_plant_works_on_and_every_word_of_it_is_taken() {
    DemoPlant demo = tell();
    LivePlant live = demo.at(3_600);
    int before = orders();

    work(live, 90);

    Instant reached = ToldPlant.NOW.plus(Duration.ofDays(10));
    assertThat(orders()).isGreaterThan(before + 20);
    assertThat(demo.inFlight()).isBetween(35, 50);
    assertDense();
    assertThat(
            count("SELECT count(*) FROM event WHERE happened_at > timestamptz '" + wrist.now + "'"))
        .isZero();
    Map<String, Integer> told = reportsTold();
    assertThat(expected(demo.plant(), reached))
        .allSatisfy((order, said) -> assertThat(told.get(order)).isGreaterThanOrEqualTo(said));
  }

  @Test
  void started_again_it_repeats_nothing_and_leaves_nothing_out() {
    LivePlant live = told().at(3_600);
    work(live, 20);
    Map<String, Integer> before = reportsTold();

    DemoPlant again = open();

    assertThat(reportsTold()).isEqualTo(before);
    assertThat(again.inFlight()).isBetween(35, 50);
    work(again.at(3_600), 20);
    assertThat(reportsTold()).isNotEqualTo(before);
    assertDense();
  }

  @Test
  void stopped_while_it_told_the_past_it_tells_the_rest_of_it() {
    told();
    wrist.now = ToldPlant.NOW.plus(Duration.ofDays(2));

    DemoPlant again = open();

    assertThat(reportsTold()).isEqualTo(expected(again.plant(), wrist.now));
  }

  @Test
  void after_the_database_was_away_the_plant_says_what_it_could_not() {
    LivePlant live = told().at(3_600);
    Map<String, Integer> before = reportsTold();
    execute("ALTER TABLE event RENAME TO away");
    work(live, 5);
    execute("ALTER TABLE away RENAME TO event");
    assertThat(reportsTold()).isEqualTo(before);

    work(live, 5);

    assertThat(reportsTold()).isNotEqualTo(before);
    assertDense();
  }

  @Test
  void another_seed_needs_another_database() {
    told();

    assertThatThrownBy(() -> DemoPlant.open(vitrine.vitrine(), clock, OptionalLong.of(8)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("created with the seed 1");
  }

  @Test
  void the_orders_of_a_real_plant_are_left_alone() {
    vitrine = TestVitrine.startAt(clock);
    Story story =
        new Plant(1, ToldPlant.NOW.atZone(ZoneId.of("UTC")).toLocalDate(), ZoneId.of("UTC"))
            .story(0);
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
    told();
    assertThat(texts("SELECT DISTINCT state FROM voice"))
        .containsExactlyInAnyOrder("open", "waiting", "closed");
    assertThat(texts("SELECT DISTINCT kind FROM voice"))
        .containsExactlyInAnyOrder("wish", "question", "complaint", "care");
    assertThat(texts("SELECT DISTINCT kind FROM voice_event"))
        .contains("seen", "asked", "answered", "noted", "handed-on", "closed", "reopened")
        .contains("thanked", "joined");
    assertThat(count("SELECT count(DISTINCT department) FROM voice")).isGreaterThan(3);
    assertThat(count("SELECT count(*) FROM voice_cause_member")).isEqualTo(2);
    long said = count(SAID);

    open();

    assertThat(count(SAID)).isEqualTo(said);
    assertThat(
            count(
                "SELECT count(*) FROM voice_event WHERE at > timestamptz '" + ToldPlant.NOW + "'"))
        .isZero();
  }

  @Test
  void what_was_measured_and_seen_is_told_once_with_a_gauge_overdue_and_a_machine_silent() {
    told();
    Rooms rooms = vitrine.vitrine().rooms();
    assertThat(rooms.gauges().due(queries()))
        .extracting(DueGauge::state)
        .contains(CalibrationState.OVERDUE, CalibrationState.SOON, CalibrationState.NONE);
    assertThat(count("SELECT count(*) FROM event WHERE body ->> 'overdue' = 'true'")).isPositive();
    assertThat(count("SELECT count(*) FROM (" + MEASURED_OFTEN + ") AS often"))
        .as("enough to say how well limits are kept")
        .isGreaterThanOrEqualTo(2);
    assertThat(
            texts(
                "SELECT DISTINCT c.code FROM evidence_place p JOIN company c ON c.id ="
                    + " p.company_id"))
        .containsExactlyInAnyOrder("northwind", "kuehl");
    assertThat(count("SELECT count(DISTINCT sha256) FROM evidence_place")).isGreaterThan(6);
    assertThat(count("SELECT count(DISTINCT place) FROM condition_hour")).isEqualTo(2);
    assertThat(texts("SELECT key FROM machine WHERE state = 'silent'")).hasSize(1);
    assertThat(texts("SELECT DISTINCT state FROM machine_spell"))
        .containsExactlyInAnyOrder("silent", "gap", "restarted");
    long said = count("SELECT count(*) FROM event");
    long conditions = count("SELECT count(*) FROM condition_reading");

    open();

    assertThat(count("SELECT count(*) FROM event")).isEqualTo(said);
    assertThat(count("SELECT count(*) FROM condition_reading")).isEqualTo(conditions);
    assertThat(count("SELECT count(*) FROM machine_spell")).isEqualTo(3);
  }

  @Test
  void pieces_are_registered_once_with_cards_to_print() {
    told();
    long pieces = count("SELECT count(*) FROM warranty_piece");
    assertThat(pieces).isPositive();
    assertThat(count("SELECT count(*) FROM warranty_origin WHERE order_number IS NOT NULL"))
        .isPositive();
    assertThat(count("SELECT count(*) FROM cover_entry")).isEqualTo(pieces);

    open();

    assertThat(count("SELECT count(*) FROM warranty_piece")).isEqualTo(pieces);
    assertThat(count("SELECT count(*) FROM cover_entry")).isEqualTo(pieces);
  }

  @Test
  void two_years_were_frozen_month_by_month_and_are_open_to_everybody() {
    told();
    assertThat(count("SELECT count(*) FROM scorecard_month")).isEqualTo(23);
    open();
    assertThat(count("SELECT count(*) FROM scorecard_month")).isEqualTo(23);
  }

  @Test
  void customers_were_met_for_two_years_by_what_was_agreed_with_them() {
    told();
    assertThat(count("SELECT count(*) FROM visit WHERE state = 'made'")).isBetween(90L, 160L);
    assertThat(count("SELECT count(*) FROM visit WHERE state = 'missed'")).isEqualTo(4);
    assertThat(count("SELECT count(*) FROM visit WHERE state = 'planned'")).isEqualTo(4);
    assertThat(
            count(
                "SELECT count(*) FROM visit WHERE extract(isodow FROM at AT TIME ZONE"
                    + " 'Asia/Shanghai') > 5"))
        .isZero();
    assertThat(
            vitrine
                .vitrine()
                .rooms()
                .visits()
                .overdue(
                    queries(),
                    vitrine.vitrine().rooms().companies().all().stream().map(Company::id).toList()))
        .hasSize(1)
        .allSatisfy(one -> assertThat(one.company().code()).isEqualTo("marina"));
    assertThat(vitrine.vitrine().rooms().profiles().ofCompanies(queries())).hasSize(2);
    long visits = count("SELECT count(*) FROM visit");

    open();

    assertThat(count("SELECT count(*) FROM visit")).isEqualTo(visits);
  }

  @Test
  void three_surveys_were_answered_thanked_for_and_what_alarmed_in_them_was_solved() {
    told();
    assertThat(texts("SELECT state FROM survey ORDER BY state"))
        .containsExactly("closed", "closed", "closed", "open");
    assertThat(count("SELECT count(*) FROM survey_sheet")).isEqualTo(20);
    assertThat(count("SELECT count(*) FROM anonymous_sheet")).isEqualTo(11);
    assertThat(texts("SELECT state FROM voice WHERE origin_kind = 'survey'"))
        .containsExactly("closed", "closed");
    assertThat(count("SELECT count(*) FROM survey_thanks WHERE told_at IS NOT NULL")).isEqualTo(3);
    assertThat(count("SELECT count(*) FROM survey_theme WHERE meeting IS NOT NULL")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM service_review WHERE signed_at IS NOT NULL"))
        .isEqualTo(1);
    assertThat(count("SELECT count(DISTINCT company_id) FROM loyalty_need")).isEqualTo(6);

    open();

    assertThat(count("SELECT count(*) FROM survey")).isEqualTo(4);
    assertThat(count("SELECT count(*) FROM service_review")).isEqualTo(1);
  }

  @Test
  void a_fault_is_held_and_told_and_two_thirds_of_it_are_put_right() {
    DemoPlant demo = told();

    List<Story> concerned = demo.fault().make();
    await("they have left, and it is told", () -> demo.fault().tellOnceLeft(concerned));

    assertThat(count("SELECT count(*) FROM recall_notice")).isEqualTo(4);
    assertThat(count("SELECT count(*) FROM held_code")).isPositive();
    assertThat(count("SELECT (sum(done) / 1000)::bigint FROM recall_notice")).isEqualTo(8);
    assertThat(count("SELECT count(*) FROM recall_notice WHERE remedy IS NULL")).isEqualTo(1);
    assertThat(count("SELECT cardinality(whys) FROM cause_analysis")).isEqualTo(5);
    assertThat(count("SELECT count(*) FROM nonconformance_cost")).isEqualTo(2);
  }

  @Test
  void departments_work_in_shifts_and_one_has_all_the_rest() {
    told();
    Rooms rooms = vitrine.vitrine().rooms();
    List<Department> departments = rooms.departments().all();

    assertThat(departments.stream().filter(Department::fallback)).hasSize(1);
    assertThat(departments)
        .allSatisfy(
            one -> {
              assertThat(one.head()).isPresent();
              assertThat(one.fallback() || !one.stages().isEmpty()).isTrue();
              WorkCalendar hours = rooms.calendars().find(one.calendar()).orElseThrow().calendar();
              assertThat(hours.week().monday()).as(one.code()).hasSizeGreaterThan(1);
            })
        .extracting(Department::calendar)
        .contains("two-shifts", "office-hours");
  }

  @Test
  void a_customer_chose_how_to_be_told_and_is_told_once_the_stage_is_done_they_wait_for() {
    DemoPlant demo = told();
    assertThat(ofAmelia("SELECT c.mode FROM notice_choice c")).contains("at-once", "digest", "off");
    assertThat(ofAmelia("SELECT c.hour::text FROM digest_hour c")).containsExactly("7");
    assertThat(ofAmelia("SELECT c.mode FROM order_following c"))
        .containsExactlyInAnyOrder("follow", "mute");
    assertThat(ofAmelia(WAITING)).containsExactly("final-inspection");
    assertThat(ofAmelia(TOLD)).isEmpty();

    work(demo.at(3_600), 160);

    await("the stage is done", () -> ofAmelia(WAITING).isEmpty() && ofAmelia(TOLD).size() == 1);
  }

  @Test
  void before_the_first_visit_only_a_handful_is_unread_and_from_then_on_nothing_is_touched() {
    DemoPlant demo = told();
    work(demo.at(3_600), 60);
    Rooms rooms = vitrine.vitrine().rooms();
    Caller.SignedIn amelia =
        Cast.callers(rooms.companies(), rooms.people()).get("amelia@northwind.example");
    FirstVisits visits = new FirstVisits(rooms.notices(), rooms.sessions(), List.of(amelia));
    await("told", () -> ofAmelia(UNREAD).size() > FirstVisits.UNREAD);
    visits.round();
    await("only a handful", () -> ofAmelia(UNREAD).size() <= 2 * FirstVisits.UNREAD);

    Entrance.open(vitrine.vitrine(), demo.links().getFirst().token());
    visits.round();
    execute("UPDATE notice SET read_at = NULL");
    int unread = ofAmelia(UNREAD).size();
    visits.round();
    assertThat(ofAmelia(UNREAD)).hasSizeGreaterThanOrEqualTo(unread);
  }

  @Test
  void what_somebody_chose_themselves_stays() {
    told();
    Choices choices = vitrine.vitrine().rooms().choices();
    Caller.SignedIn amelia =
        Cast.callers(vitrine.vitrine().rooms().companies(), vitrine.vitrine().rooms().people())
            .get("amelia@northwind.example");
    choices.choose(amelia, new NoticeChoices(List.of(), Optional.of(20), List.of()));

    open();

    assertThat(choices.of(amelia).digestHour()).contains(20);
    assertThat(choices.of(amelia).topics()).allSatisfy(one -> assertThat(one.mode()).isEmpty());
  }

  @Test
  void a_visitor_comes_in_as_each_kind_of_reader() {
    assertThat(told().links())
        .extracting(DemoPlant.Link::role)
        .containsExactly(
            Role.CUSTOMER,
            Role.DISTRIBUTOR,
            Role.ACCOUNT_MANAGER,
            Role.OPERATOR,
            Role.QUALITY_MANAGER,
            Role.ADMINISTRATOR);
    DemoPlant.Link customer = open().links().getFirst();
    assertThat(Entrance.open(vitrine.vitrine(), customer.token()).person().name())
        .isEqualTo(customer.name());
  }

  /** Of a plant that was never opened before. */
  private DemoPlant tell() {
    AtomicReference<DemoPlant> plant = new AtomicReference<>();
    vitrine =
        TestVitrine.startAfter(
            clock, opened -> plant.set(DemoPlant.open(opened, clock, OptionalLong.empty())));
    return plant.get();
  }

  /** Of one whose past was told. */
  private DemoPlant told() {
    vitrine = ToldPlant.startAt(clock);
    return open();
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

  private Map<String, Integer> reportsTold() {
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
                "SELECT count(*) FROM (SELECT order_id FROM event WHERE report_id ~ '^P' GROUP BY"
                    + " order_id HAVING count(*) <> max(substr(report_id, 2)::int)) AS gaps"))
        .isZero();
  }

  private int orders() {
    return (int) count("SELECT count(*) FROM orders");
  }

  private List<String> ofAmelia(String sql) {
    return texts(
        sql + " JOIN person p ON p.id = c.person_id AND p.email = 'amelia@northwind.example'");
  }

  private List<String> texts(String sql) {
    return queries().find("test.texts", sql, row -> row.getString(0));
  }

  private long count(String sql) {
    return queries().find("test.count", sql, row -> row.getLong(0)).getFirst();
  }

  /** As the owner of the tables, which the program itself is not. */
  private void execute(String sql) {
    TestDatabase.execute(vitrine.databaseUrl(), sql);
  }

  private Queries queries() {
    return vitrine.vitrine().database();
  }

  /** A watch that a test sets. */
  private static final class Wrist extends Clock {
    private Instant now = ToldPlant.NOW;

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
