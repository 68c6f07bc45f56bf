package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

/**
 * A capacitor fails in a durability test; everything made of its lot is held, everybody who has one
 * is told what is done for them, and it is over when it is done for all.
 */
class CapacitorIT {
  private static final ZoneId FOSHAN = ZoneId.of("Asia/Shanghai");
  private static final String LOT = "C-2231";
  private static final List<String> STATIONS = List.of("Winder 2", "Balancer 1", "Test bench 4");

  private final TestClock clock = new TestClock();
  private final Map<String, TestClient> signedIn = new ConcurrentHashMap<>();
  private TestVitrine vitrine;
  private Shop shop;
  private long problem;

  @BeforeEach
  void start() {
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    for (Customer customer : Customer.values()) {
      shop.company(customer.company(), customer.company());
      person(customer.email(), customer.role(), Optional.of(customer.company()));
      TestDatabase.execute(
          vitrine.databaseUrl(),
          "UPDATE person SET language = '%s' WHERE email = '%s'"
              .formatted(customer.language, customer.email()));
    }
  }

  @AfterEach
  void stop() {
    vitrine.close();
  }

  /** Who has motors of that lot: Jonas writes Chinese, Otto sells to others, Ruth is silent. */
  private enum Customer {
    AMELIA("SO-1", Role.CUSTOMER, "en", 20),
    JONAS("SO-2", Role.CUSTOMER, "zh-CN", 26),
    OTTO("SO-3", Role.DISTRIBUTOR, "en", 18),
    RUTH("SO-4", Role.CUSTOMER, "en", 12);

    private final String order;
    private final Role role;
    private final String language;
    private final int motors;

    Customer(String order, Role role, String language, int motors) {
      this.order = order;
      this.role = role;
      this.language = language;
      this.motors = motors;
    }

    String company() {
      return name().toLowerCase(java.util.Locale.ROOT) + "-motors";
    }

    String email() {
      return name().toLowerCase(java.util.Locale.ROOT) + "@buys.example";
    }

    Role role() {
      return role;
    }
  }

  @Test
  void a_doubtful_capacitor_is_replaced_everywhere_at_our_cost() {
    motors_are_made_of_the_lot_and_leave_for_four_customers();
    others_are_still_at_three_stations_and_of_some_nobody_wrote_what_is_in_them();
    one_fails_in_the_durability_test_and_its_stage_is_in_doubt_at_once();

    everything_of_the_lot_is_seen_before_it_is_held();
    it_is_held_in_one_act_and_stations_are_stopped();

    four_customers_are_told_in_their_languages_each_of_its_own();
    amelia_and_jonas_choose_and_otto_passes_it_on_by_a_glass_link();
    ruth_is_silent_and_is_called();

    it_is_not_over_while_anything_is_left();
    the_remedies_are_done_and_what_is_in_house_is_scrapped_or_released();
    it_is_closed_and_the_stages_are_clear_again();
    the_next_meeting_has_it_on_its_agenda();
  }

  private void motors_are_made_of_the_lot_and_leave_for_four_customers() {
    for (Customer customer : Customer.values()) {
      shop.order(customer.order, customer.company());
      List<String> serials = serials(customer.order, customer.motors);
      made(customer.order, "m-" + customer.order, STATIONS.getFirst(), serials, LOT);
      shipped(customer, serials);
    }
    await(
        "all have left",
        () ->
            TestDatabase.find(
                    vitrine.databaseUrl(),
                    "SELECT count(*)::text FROM piece WHERE company_id IS NOT NULL")
                .equals(List.of("76")));
  }

  private void others_are_still_at_three_stations_and_of_some_nobody_wrote_what_is_in_them() {
    shop.order("SO-5");
    for (String station : STATIONS) {
      List<String> serials = serials("H" + STATIONS.indexOf(station), 32);
      made("SO-5", "h-" + station, station, serials, LOT);
    }
    made("SO-5", "other", STATIONS.getFirst(), serials("OK", 5), "C-2232");
    made("SO-5", "nobody-knows", STATIONS.get(1), serials("GAP", 31), null);
    await("the last is known", () -> get(chen(), "/api/pieces/GAP-31/tree").statusCode() == 200);
  }

  private void one_fails_in_the_durability_test_and_its_stage_is_in_doubt_at_once() {
    report(
        "SO-5",
        "t1",
        "reading",
        "\"requirement\": \"capacity\", \"unit\": \"H2-1\", \"value\": 2900");
    problem =
        ok(
                201,
                chen()
                    .post(
                        "/api/nonconformances",
                        """
                        {"title": "Capacitor bulges after 400 hours", "severity": "critical", "order": "SO-5",
                         "line": 1, "requirement": "capacity", "lot": "%s"}\
                        """
                            .formatted(LOT)))
            .get("number")
            .asLong();
    assertThat(stage("SO-5", "final-inspection")).isEqualTo("doubted");
  }

  private void everything_of_the_lot_is_seen_before_it_is_held() {
    JsonNode seen = contain("?preview");
    assertThat(seen.get("pieces").asInt()).isEqualTo(96 + 31 + 76);
    assertThat(seen.at("/house/pieces").asInt())
        .as("what nobody knows counts, until it is shown otherwise")
        .isEqualTo(96 + 31);
    assertThat(seen.at("/house/stations").findValuesAsText("station"))
        .containsExactlyInAnyOrderElementsOf(STATIONS);
    assertThat(seen.at("/customers/pieces").asInt()).isEqualTo(76);
    assertThat(seen.at("/customers/companies").asInt()).isEqualTo(4);
    assertThat(seen.at("/unknown/pieces").asInt()).isEqualTo(31);
    assertThat(reporting("SO-5", "before", "H0-1").statusCode())
        .as("it is not held yet")
        .isEqualTo(200);
  }

  private void it_is_held_in_one_act_and_stations_are_stopped() {
    assertThat(contain("").at("/house/pieces").asInt()).isEqualTo(96 + 31);
    assertThat(reporting("SO-5", "after", "H0-1").body()).contains("H0-1").contains("held");
    assertThat(reporting("SO-5", "gap", "GAP-7").statusCode()).as("nobody knows").isEqualTo(422);
    assertThat(reporting("SO-5", "fine", "OK-1").statusCode()).isEqualTo(200);
  }

  private void four_customers_are_told_in_their_languages_each_of_its_own() {
    assertThat(writing("A precautionary exchange of capacitors").body())
        .as("a hazard is not played down")
        .contains("\"field\":\"hazard");
    ok(200, writing("The capacitor can burst and start a fire."));
    assertThat(ok(200, chen().post("/api/recalls/" + problem + "/told", "{}")).get("told").asInt())
        .isEqualTo(4);
    assertThat(ok(200, chen().post("/api/recalls/" + problem + "/told", "{}")).get("told").asInt())
        .as("nobody is told twice")
        .isZero();
    for (Customer customer : Customer.values()) {
      JsonNode notice = notice(customer);
      assertThat(notice.get("pieces").asInt()).isEqualTo(customer.motors);
      assertThat(notice.toString())
          .doesNotContain(otherOrder(customer) + "-", String.valueOf(96 + 31 + 76));
      await("a letter by mail", () -> mails(customer).size() == 1);
    }
    assertThat(mails(Customer.AMELIA).getFirst()).contains("Capacitors");
    assertThat(mails(Customer.JONAS).getFirst()).contains("电容");
  }

  private void amelia_and_jonas_choose_and_otto_passes_it_on_by_a_glass_link() {
    chooses(Customer.AMELIA, "replace");
    chooses(Customer.JONAS, "repair");
    JsonNode read =
        get(holder(Customer.OTTO.order), "/api/recall-notices?order=" + Customer.OTTO.order, 200)
            .get("notices")
            .elements()
            .next();
    assertThat(read.at("/now/en").asText()).startsWith("Switch it off");
    chooses(Customer.OTTO, "refund");
    ok(
        200,
        client(Customer.OTTO)
            .post("/api/recall-notices/" + key(Customer.OTTO) + "/reached", "{\"reached\": 17}"));
  }

  private void ruth_is_silent_and_is_called() {
    for (int day = 0; day < 12; day++) {
      clock.pass(Duration.ofDays(1));
      await("what is due today is done", Duration.ofSeconds(30), this::nothingIsDue);
    }
    assertThat(mails(Customer.RUTH)).as("told, and reminded three times").hasSize(4);
    assertThat(mails(Customer.AMELIA)).hasSize(1);
    assertThat(calls()).hasSize(1);
    assertThat(calls().getFirst().toString()).contains(Customer.RUTH.company());
    ok(
        200,
        li().post(
                "/api/recall-notices/" + key(Customer.RUTH) + "/remedy",
                "{\"remedy\": \"replace\"}"));
  }

  private void it_is_not_over_while_anything_is_left() {
    JsonNode refused = ok(422, closing("{\"text\": \"Done\"}"));
    assertThat(refused.get("field").asText()).isEqualTo("left");
  }

  private void the_remedies_are_done_and_what_is_in_house_is_scrapped_or_released() {
    for (Customer customer : Customer.values()) {
      ok(
          200,
          chen()
              .post(
                  "/api/recall-notices/" + key(customer) + "/progress",
                  "{\"done\": %d}".formatted(customer.motors)));
    }
    JsonNode sums = chen().json("/api/recalls/" + problem).get("sums");
    assertThat(sums.at("/done/pieces").asInt()).isEqualTo(76);
    ok(
        200,
        chen()
            .post(
                "/api/nonconformances/" + problem + "/release",
                "{\"reason\": \"Capacitors of C-2240 are built in instead\"}"));
    assertThat(
            chen()
                .post("/api/nonconformances/" + problem + "/release/confirmation", "")
                .statusCode())
        .as("one person alone lets nothing go")
        .isEqualTo(409);
    ok(200, wu().post("/api/nonconformances/" + problem + "/release/confirmation", ""));
    assertThat(reporting("SO-5", "again", "H0-1").statusCode()).isEqualTo(200);
  }

  private void it_is_closed_and_the_stages_are_clear_again() {
    for (JsonNode call : calls()) {
      ok(
          200,
          li().post(
                  "/api/actions/" + call.get("number").asText() + "/outcome",
                  "{\"outcome\": \"done\", \"text\": \"She was called\"}"));
    }
    ok(200, closing("{\"text\": \"All 203 motors are put right\"}"));
    assertThat(stage("SO-5", "final-inspection")).isNotEqualTo("doubted");
    assertThat(notice(Customer.RUTH).get("state").asText()).isEqualTo("done");
  }

  private void the_next_meeting_has_it_on_its_agenda() {
    LocalDate nextMonth = LocalDate.ofInstant(clock.instant(), FOSHAN).plusMonths(1);
    long meeting =
        ok(
                201,
                chen()
                    .post(
                        "/api/meetings",
                        """
                        {"kind": "quality-improvement", "title": "Next month", "start": "%sT14:00",
                         "zone": "Asia/Shanghai", "minutes": 60}\
                        """
                            .formatted(nextMonth)))
            .get("number")
            .asLong();
    ok(
        200,
        chen()
            .post(
                "/api/meetings/" + meeting + "/invitations",
                "{\"asked\": {\"companies\": [\"%s\"]}}".formatted(Customer.AMELIA.company())));
    await(
        "it is talked about",
        () -> {
          vitrine.vitrine().rooms().meetings().makeAgendas();
          return wrong(client(Customer.AMELIA), meeting) == 1 && wrong(chen(), meeting) > 1;
        });
  }

  private static long wrong(TestClient reader, long meeting) {
    return reader
        .json("/api/meetings/" + meeting)
        .get("items")
        .valueStream()
        .filter(item -> item.at("/facts/of").asText().equals("nonconformance"))
        .count();
  }

  private HttpResponse<String> closing(String body) {
    return chen().post("/api/nonconformances/" + problem + "/closing", body);
  }

  private static List<String> serials(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> prefix + "-" + n).toList();
  }

  private void made(String order, String id, String station, List<String> serials, String lot) {
    String from =
        lot == null
            ? ""
            : ", \"from\": [{\"lot\": \"%s\", \"product\": \"Capacitor 47 µF\"}]".formatted(lot);
    report(
        order,
        id,
        "progressed",
        "\"good\": %d, \"station\": \"%s\", \"made\": {\"serials\": [%s]%s}"
            .formatted(serials.size(), station, quoted(serials), from));
  }

  private static String quoted(List<String> texts) {
    return "\"" + String.join("\", \"", texts) + "\"";
  }

  private void report(String order, String id, String kind, String more) {
    ok(200, reporting(order, id, kind, more));
  }

  private HttpResponse<String> reporting(String order, String id, String serial) {
    return reporting(
        order, id, "progressed", "\"good\": 1, \"made\": {\"serials\": [\"" + serial + "\"]}");
  }

  private HttpResponse<String> reporting(String order, String id, String kind, String more) {
    String where = kind.equals("reading") ? "" : "\"stage\": \"assembly\", ";
    return shop.integrator()
        .post(
            "/api/reports",
            """
            {"id": "%s", "order": "%s", "line": 1, %s"kind": "%s", "source": "scan", "happenedAt": "%s", %s}\
            """
                .formatted(id, order, where, kind, clock.instant(), more));
  }

  private void shipped(Customer customer, List<String> serials) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), FOSHAN);
    ok(
        201,
        shop.integrator()
            .put(
                "/api/orders/" + customer.order + "/shipments/DN-" + customer.order,
                """
                {"leftOn": "%s", "deliveredOn": "%s", "items": [{"line": 1, "quantity": %d, "serials": [%s]}]}\
                """
                    .formatted(
                        today.minusDays(9), today.minusDays(3), serials.size(), quoted(serials))));
  }

  private JsonNode contain(String query) {
    return ok(
        200,
        chen()
            .post(
                "/api/nonconformances/" + problem + "/containment" + query,
                "{\"lots\": [\"" + LOT + "\"]}"));
  }

  private HttpResponse<String> writing(String hazard) {
    return chen()
        .put(
            "/api/recalls/" + problem,
            """
            {"title": {"en": "Capacitors in your motors", "zh-CN": "您的电机中的电容"},
             "what": {"en": "The capacitor ages too fast.", "zh-CN": "电容老化过快。"},
             "hazard": {"en": "%s", "zh-CN": "电容可能爆裂并引起火灾。"},
             "now": {"en": "Switch it off and pull the plug.", "zh-CN": "请立即断电并拔下插头。"},
             "remedies": ["replace", "repair", "refund"]}\
            """
                .formatted(hazard));
  }

  private JsonNode notice(Customer customer) {
    return get(client(customer), "/api/recall-notices?order=" + customer.order, 200)
        .get("notices")
        .elements()
        .next();
  }

  private String key(Customer customer) {
    return notice(customer).get("id").asText();
  }

  private static String otherOrder(Customer customer) {
    return customer == Customer.AMELIA ? Customer.JONAS.order : Customer.AMELIA.order;
  }

  private void chooses(Customer customer, String remedy) {
    ok(
        200,
        client(customer)
            .post(
                "/api/recall-notices/" + key(customer) + "/remedy",
                "{\"remedy\": \"%s\"}".formatted(remedy)));
  }

  private boolean nothingIsDue() {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT id::text FROM recall_notice WHERE deed_at <= '%s'".formatted(clock.instant()))
        .isEmpty();
  }

  private List<JsonNode> calls() {
    return get(li(), "/api/actions?source=recall&sourceNumber=" + problem, 200)
        .get("actions")
        .valueStream()
        .toList();
  }

  /** The subjects of what is written to them about it. */
  private List<String> mails(Customer customer) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT subject FROM mail WHERE recipient = '%s' AND subject ~ 'Capacitors|电容' ORDER BY id"
            .formatted(customer.email()));
  }

  private String stage(String order, String stage) {
    return chen().json("/api/orders/" + order).at("/lines/1/stages/" + stage + "/state").asText();
  }

  private TestClient chen() {
    return client("chen@plant.example", Role.QUALITY_MANAGER, Optional.empty());
  }

  private TestClient wu() {
    return client("wu@plant.example", Role.QUALITY_MANAGER, Optional.empty());
  }

  /** Looks after whoever is called. */
  private TestClient li() {
    return client("li@plant.example", Role.ACCOUNT_MANAGER, Optional.of(Customer.RUTH.company()));
  }

  private TestClient client(Customer customer) {
    return client(customer.email(), customer.role(), Optional.of(customer.company()));
  }

  /** Signed in once a day: sessions end sooner than this story. */
  private TestClient client(String email, Role role, Optional<String> company) {
    String day = LocalDate.ofInstant(clock.instant(), FOSHAN).toString();
    return signedIn.computeIfAbsent(
        email + day,
        anew ->
            TestClient.withSession(
                vitrine, Entrance.open(vitrine, person(email, role, company)).session()));
  }

  private long person(String email, Role role, Optional<String> company) {
    List<CompanyId> companies =
        company.map(code -> shop.company(code, code).id()).stream().toList();
    return vitrine.vitrine().rooms().people().save(companies, email, email, role);
  }

  /** Whoever holds a glass link to this order. */
  private TestClient holder(String order) {
    OrderId id =
        vitrine.vitrine().rooms().tracking().require(new OrderNumber(order), Optional.empty());
    var link =
        vitrine.vitrine().rooms().links().make(id, Duration.ofDays(3), Set.of(), false, "test");
    return TestClient.withSession(
        vitrine, vitrine.vitrine().rooms().links().open(link.token(), Sessions.From.NOWHERE));
  }

  private static HttpResponse<String> get(TestClient by, String path) {
    return by.get(path);
  }

  private static JsonNode get(TestClient by, String path, int status) {
    return ok(status, by.get(path));
  }

  private static JsonNode ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return TestClient.json(answer);
  }
}
