package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderChange.AtRisk;
import org.vitrine.production.OrderChange.Cancelled;
import org.vitrine.production.OrderChange.Completed;
import org.vitrine.production.OrderChange.Placed;
import org.vitrine.production.OrderChange.PromiseRevised;
import org.vitrine.production.OrderChange.Reinstated;
import org.vitrine.production.OrderChange.RequirementFailed;
import org.vitrine.production.OrderChange.StageBegun;
import org.vitrine.production.OrderChange.StageFinished;
import org.vitrine.production.Risk.RiskKind;

/** What becomes of an order is told to other rooms, each thing once. */
class OrderChangesIT {
  private static final TestClock CLOCK = new TestClock();
  private static final LocalDate PROMISED = LocalDate.parse("2026-12-12");

  private static TestVitrine vitrine;
  private static Shop shop;
  private static int settled;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_order_is_placed_with_its_first_promise() {
    shop.order("SO-1");
    assertThat(told("SO-1"))
        .containsExactly(
            new Placed(), new PromiseRevised(Optional.empty(), PROMISED, Optional.empty()));
  }

  @Test
  void a_promise_is_revised() {
    toldUntilNow("SO-2");
    shop.revisePromise("SO-2", "2027-01-15", "the compressors came late");
    assertThat(told("SO-2"))
        .containsExactly(
            new PromiseRevised(
                Optional.of(PROMISED),
                LocalDate.parse("2027-01-15"),
                Optional.of(LocalizedText.of("the compressors came late"))));
  }

  @Test
  void a_stage_begins_and_finishes() {
    toldUntilNow("SO-3");
    shop.good("SO-3", "SO-3-1", "Assembly", 10);
    assertThat(told("SO-3"))
        .contains(new StageBegun(1, "assembly", now()))
        .contains(new AtRisk(RiskKind.STALE, now().plus(Duration.ofHours(48))))
        .noneMatch(StageFinished.class::isInstance);
    shop.good("SO-3", "SO-3-2", "Assembly", 490);
    assertThat(told("SO-3")).contains(new StageFinished(1, "assembly", now()));
  }

  @Test
  void a_requirement_fails_and_the_order_is_at_risk_from_then_on() {
    toldUntilNow("SO-4");
    reading("SO-4", "SO-4-1", "4000");
    assertThat(told("SO-4"))
        .contains(new RequirementFailed(1, "final-inspection", "capacity", true, now()))
        .contains(new AtRisk(RiskKind.FAILED, now()));
  }

  @Test
  void a_hold_puts_the_order_at_risk() {
    toldUntilNow("SO-5");
    report(
        "SO-5",
        "SO-5-1",
        "\"operation\": \"Assembly\", \"kind\": \"held\", \"reason\": \"no coils\"");
    assertThat(told("SO-5")).contains(new AtRisk(RiskKind.HELD, now()));
  }

  @Test
  void an_order_is_completed() {
    toldUntilNow("SO-6");
    Stream.of("Assembly", "Final test", "Packing")
        .forEach(operation -> shop.good("SO-6", "SO-6-" + operation.charAt(0), operation, 500));
    reading("SO-6", "SO-6-2", "3500");
    assertThat(told("SO-6"))
        .contains(
            new StageFinished(1, "final-inspection", now()),
            new StageFinished(1, "packing", now()),
            new Completed(now()));
  }

  @Test
  void an_order_is_cancelled_and_taken_up_again() {
    toldUntilNow("SO-7");
    shop.cancel("SO-7", "no money");
    assertThat(told("SO-7")).containsExactly(new Cancelled(LocalizedText.of("no money")));
    shop.order("SO-7");
    assertThat(told("SO-7"))
        .containsExactly(new Cancelled(LocalizedText.of("no money")), new Reinstated());
  }

  @Test
  void a_change_says_of_which_order_it_is_and_whose() {
    shop.order("SO-8");
    told("SO-8");
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                """
                SELECT c.kind
                  FROM change c
                  JOIN orders o ON o.id::text = c.key AND o.version = c.version AND o.company_id = c.company_id
                 WHERE o.number = 'SO-8' AND c.kind LIKE 'order.%'\
                """))
        .containsExactly(OrderChange.kind(Placed.class), OrderChange.kind(PromiseRevised.class));
    assertThat(OrderChange.kinds())
        .hasSize(11)
        .contains("order.placed", "order.at-risk", "order.shipped");
  }

  @Test
  void a_report_that_changes_nothing_tells_nothing() {
    shop.order("SO-9");
    shop.good("SO-9", "SO-9-1", "Assembly", 10);
    List<OrderChange> before = told("SO-9");
    shop.good("SO-9", "SO-9-2", "Assembly", 10);
    assertThat(told("SO-9")).isEqualTo(before);
  }

  @Test
  void what_is_heard_again_is_not_told_again() {
    shop.order("SO-10");
    shop.good("SO-10", "SO-10-1", "Assembly", 10);
    List<OrderChange> before = told("SO-10");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE subscriber SET snapshot = '3:3:' WHERE name = 'production.order-changes'");
    assertThat(told("SO-10")).isEqualTo(before);
  }

  @Test
  void whoever_dies_before_the_commit_has_told_nothing_and_the_next_one_tells_it() {
    toldUntilNow("SO-11");
    List<Change> events = List.of(untold("SO-11"));
    OrderChangeRecorder recorder = recorder();
    assertThatThrownBy(
            () ->
                database()
                    .inTransaction(
                        transaction -> {
                          recorder.hear(transaction, events);
                          throw new IllegalStateException("the node dies");
                        }))
        .hasMessage("the node dies");
    assertThat(told("SO-11")).isEmpty();

    hear(recorder(), events);
    hear(recorder, events);

    assertThat(told("SO-11"))
        .containsExactly(
            new Placed(), new PromiseRevised(Optional.empty(), PROMISED, Optional.empty()));
  }

  /** The migration says of each order that is there: told until this version. */
  @Test
  void of_an_order_that_was_there_before_only_what_is_new_is_told() {
    shop.order("SO-12");
    shop.good("SO-12", "SO-12-1", "Assembly", 500);
    toldUntilNow("SO-12");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE told_order SET told = NULL WHERE order_id = " + order("SO-12").value());
    shop.good("SO-12", "SO-12-2", "Final test", 10);
    assertThat(told("SO-12"))
        .contains(new StageBegun(1, "final-inspection", now()))
        .allMatch(change -> change instanceof StageBegun || change instanceof AtRisk);
  }

  @Test
  void what_an_order_was_at_a_version_is_found_in_its_history() {
    Map<Long, ToldOrder> at = new HashMap<>();
    List<Runnable> life =
        List.of(
            () -> shop.order("SO-13"),
            () -> shop.good("SO-13", "SO-13-1", "Assembly", 100),
            () -> reading("SO-13", "SO-13-2", "4000"),
            () -> shop.revisePromise("SO-13", "2027-01-15", "the compressors came late"),
            () -> shop.cancel("SO-13", "no money"),
            () -> shop.revisePromise("SO-13", "2027-01-15", "the compressors came late"),
            () -> shop.good("SO-13", "SO-13-3", "Assembly", 400));
    for (Runnable happening : life) {
      CLOCK.pass(Duration.ofHours(1));
      happening.run();
      OrderSnapshot now = snapshots().newest(List.of(order("SO-13"))).getFirst();
      at.put(now.order().version(), told(now));
    }
    at.forEach(
        (version, then) ->
            assertThat(
                    told(snapshots().asOf(database(), Map.of(order("SO-13"), version)).getFirst()))
                .as("version " + version)
                .isEqualTo(then)
                .isEqualTo(Json.read(Json.text(then), ToldOrder.class)));
    assertThat(at).hasSize(life.size());
  }

  private static ToldOrder told(OrderSnapshot snapshot) {
    return ToldOrder.of(OrderSummary.of(snapshot, vitrine.vitrine().identity().zone()));
  }

  private static OrderChangeRecorder recorder() {
    return new OrderChangeRecorder(snapshots(), new Changes(), vitrine.vitrine().identity().zone());
  }

  private static void hear(OrderChangeRecorder recorder, List<Change> events) {
    database()
        .inTransaction(
            transaction -> {
              recorder.hear(transaction, events);
              return null;
            });
  }

  private static Database database() {
    return vitrine.vitrine().database();
  }

  private static OrderSnapshots snapshots() {
    return vitrine.vitrine().rooms().snapshots();
  }

  private static Instant now() {
    return Json.asRead(CLOCK.instant());
  }

  /** As if nothing of it had been told yet, and this were heard of it. */
  private static Change untold(String number) {
    TestDatabase.execute(
        vitrine.databaseUrl(), "DELETE FROM told_order WHERE order_id = " + order(number).value());
    return new Change(
        OrderVersion.KIND, String.valueOf(order(number).value()), 1, Optional.empty());
  }

  /** What was told of an order, with whatever has happened by now. */
  private static List<OrderChange> told(String number) {
    settle();
    return TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT c.body::text
              FROM change c
              JOIN orders o ON o.id::text = c.key
             WHERE o.number = '%s' AND c.kind LIKE 'order.%%'
             ORDER BY c.id\
            """
                .formatted(number))
        .stream()
        .map(
            body ->
                OrderChange.of(
                    new Change("", "", 0, Optional.empty(), Json.read(body, JsonNode.class))))
        .toList();
  }

  /** An order is there, and what was told of it until now is forgotten. */
  private static void toldUntilNow(String number) {
    shop.order(number);
    settle();
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "DELETE FROM change WHERE key = '%d'".formatted(order(number).value()));
  }

  /** What is told of a later order is told after all that was to be told before. */
  private static void settle() {
    String last = "LAST-" + ++settled;
    shop.order(last);
    await(
        last + " is told",
        () ->
            !TestDatabase.find(
                    vitrine.databaseUrl(),
                    "SELECT version FROM told_order WHERE order_id = " + order(last).value())
                .isEmpty());
  }

  private static OrderId order(String number) {
    return vitrine.vitrine().rooms().tracking().require(new OrderNumber(number), Optional.empty());
  }

  private static void reading(String order, String id, String value) {
    report(
        order,
        id,
        "\"line\": 1, \"kind\": \"reading\", \"requirement\": \"capacity\", \"value\": " + value);
  }

  private static void report(String order, String id, String what) {
    var answer =
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "%s", %s, "source": "scan", "actor": "Zhang San", "happenedAt": "%s"}\
                """
                    .formatted(id, order, what, now()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"taken\":[{");
  }
}
