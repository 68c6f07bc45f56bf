package org.vitrine.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What each finds, and what they do not. */
class SearchIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient integrator;
  private static TestClient manager;
  private static TestClient operator;
  private static TestClient amelia;
  private static TestClient jonas;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    integrator = shop.integrator();
    manager = shop.staff(Role.ACCOUNT_MANAGER, "chen@plant.example");
    operator = shop.staff(Role.OPERATOR, "zhang@plant.example");
    amelia = shop.contact("northwind", "amelia@northwind.example");
    jonas = shop.contact("baltic", "jonas@baltic.example");
    shop.company("ruijie", "佛山瑞捷电器有限公司");
    place("SO-1001", "northwind", "PO-77/A", "KFR-35", "MO-4711");
    place("SO-1002", "northwind", "PO-78", "Kälteanlage", "MO-4712");
    place("SO-2001", "baltic", "PO-77/B", "KFR-35", "MO-4713");
    place("SO-3001", "ruijie", "CG-1", "空调", "MO-4714");
    shop.order("SO-10010", "baltic");
    reading("SO-1001", "SN-000123");
    reading("SO-2001", "SN-000124");
    integrator.put(
        "/api/orders/SO-1001/shipments/DN-900",
        """
        {"leftOn": "2026-11-01", "trackingNumber": "1Z 999-AA", "items": [{"line": 1, "quantity": 1}]}\
        """);
    awaitEntry("order", "1z999aa");
    awaitEntry("order", "so10010");
    awaitEntry("unit", "sn000123");
    awaitEntry("unit", "sn000124");
    awaitEntry("person", "jonas");
    awaitEntry("company", "瑞捷");
    awaitEntry("product", "kongtiao");
    awaitEntry("product", "kfr");
  }

  /** Asks the database: whoever asks over HTTP all the time is told to wait. */
  private static void lookAfter(String manager, String company) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "INSERT INTO membership (person_id, company_id) SELECT p.id, c.id FROM person p, company c"
            + " WHERE p.email = '%s' AND c.code = '%s'".formatted(manager, company));
  }

  private static void awaitEntry(String kind, String words) {
    TestWatcher.await(
        words + " can be found",
        () ->
            !TestDatabase.find(
                    vitrine.databaseUrl(),
                    "SELECT key FROM search_entry WHERE kind = '%s' AND words LIKE '%%%s%%'"
                        .formatted(kind, words))
                .isEmpty());
  }

  private static void place(
      String number, String company, String reference, String product, String work) {
    HttpResponse<String> answer =
        integrator.put(
            "/api/orders/" + number,
            """
            {"company": "%s", "customerReference": "%s", "placedOn": "2026-10-02",
             "promise": {"date": "2026-12-12"},
             "lines": [{"number": 1, "product": "%s", "quantity": 5, "routing": "split-ac", "workOrders": ["%s"],
                        "requirements": [{"code": "capacity", "stage": "final-inspection", "name": "Capacity",
                                          "unit": "W", "minimum": 3325}]}]}\
            """
                .formatted(company, reference, product, work));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static void reading(String order, String unit) {
    HttpResponse<String> answer =
        integrator.post(
            "/api/reports",
            """
            {"id": "r-%s", "order": "%s", "kind": "reading", "requirement": "capacity", "value": 3500,
             "unit": "%s", "source": "machine", "happenedAt": "2026-11-02T08:00:00Z"}\
            """
                .formatted(unit, order, unit));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_order_is_found_by_whatever_it_is_called() {
    for (String called :
        List.of(
            "SO-1001", "so1001", "po 77 a", "1z999aa", "DN-900", "ｓｏ－１００１", "northwind so 1001")) {
      assertThat(titles(manager, called)).as(called).first().isEqualTo("SO-1001");
      assertThat(titles(amelia, called)).as(called).first().isEqualTo("SO-1001");
    }
  }

  @Test
  void the_number_itself_stands_before_those_that_begin_with_it() {
    assertThat(titles(manager, "so-1001")).containsSubsequence("SO-1001", "SO-10010");
    assertThat(titles(manager, "1001")).contains("SO-1001", "SO-10010");
  }

  @Test
  void work_orders_are_for_the_house() {
    assertThat(titles(manager, "mo-4711")).containsExactly("SO-1001");
    assertThat(titles(amelia, "mo-4711")).isEmpty();
  }

  @Test
  void nobody_finds_what_is_another_company_s() {
    assertThat(titles(amelia, "so")).contains("SO-1001", "SO-1002").doesNotContain("SO-2001");
    assertThat(titles(jonas, "so")).contains("SO-2001").doesNotContain("SO-1001", "SO-1002");
    assertThat(titles(jonas, "SO-1001")).containsExactly("SO-10010");
    assertThat(titles(jonas, "SN-000123")).isEmpty();
    assertThat(titles(jonas, "SN-000124")).containsExactly("SN-000124");
    assertThat(titles(jonas, "kalteanlage")).isEmpty();
    assertThat(titles(amelia, "kalteanlage")).contains("SO-1002", "Kälteanlage");
  }

  @Test
  void companies_and_people_are_for_those_of_the_house_who_may_read_them() {
    TestClient administrator = shop.staff(Role.ADMINISTRATOR, "wu@plant.example");
    assertThat(titles(administrator, "jonas")).contains("jonas@baltic.example");
    assertThat(titles(manager, "jonas")).as("looks after nobody").isEmpty();
    assertThat(titles(operator, "jonas")).isEmpty();
    assertThat(titles(operator, "frj")).contains("佛山瑞捷电器有限公司", "SO-3001");
    assertThat(titles(jonas, "jonas")).isEmpty();
    assertThat(kinds(jonas, "baltic")).doesNotContain("company");
  }

  @Test
  void account_managers_find_the_people_of_those_whom_they_look_after() {
    TestClient chen = shop.staff(Role.ACCOUNT_MANAGER, "looking@plant.example");
    lookAfter("looking@plant.example", "baltic");
    assertThat(titles(chen, "jonas")).containsExactly("jonas@baltic.example");
    assertThat(titles(chen, "jonas", "&kinds=person")).hasSize(1);
    assertThat(titles(chen, "amelia")).isEmpty();
    assertThat(titles(chen, "SO-2001")).contains("SO-2001");

    TestDatabase.execute(
        vitrine.databaseUrl(),
        "DELETE FROM membership USING person p WHERE person_id = p.id AND p.email ="
            + " 'looking@plant.example'");
    assertThat(titles(chen, "jonas")).isEmpty();
  }

  @Test
  void somebody_who_changes_company_is_found_by_those_who_look_after_the_other() {
    TestClient chen = shop.staff(Role.ACCOUNT_MANAGER, "following@plant.example");
    lookAfter("following@plant.example", "ruijie");
    shop.contact("northwind", "mover@northwind.example");
    awaitEntry("person", "mover");
    assertThat(titles(chen, "mover")).isEmpty();
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE membership SET company_id = (SELECT id FROM company WHERE code = 'ruijie') FROM"
            + " person p WHERE person_id = p.id AND p.email = 'mover@northwind.example'");
    TestWatcher.await(
        "it is known",
        () ->
            !TestDatabase.find(
                    vitrine.databaseUrl(),
                    "SELECT e.key FROM search_entry e JOIN company c ON c.id = e.company_id WHERE"
                        + " e.kind = 'person' AND c.code = 'ruijie' AND e.words LIKE '%mover%'")
                .isEmpty());
    assertThat(titles(chen, "mover")).isNotEmpty();
  }

  @Test
  void chinese_is_found_by_characters_by_pinyin_and_by_initials() {
    for (String typed : List.of("瑞捷", "foshan", "fsrj", "frj", "dianqi", "佛山 rj", "FOSHANRUIJIE")) {
      assertThat(titles(manager, typed)).as(typed).contains("佛山瑞捷电器有限公司");
    }
    assertThat(titles(manager, "kongtiao")).contains("SO-3001", "空调");
  }

  @Test
  void what_was_opened_last_stands_first_where_nothing_is_typed() {
    open(operator, "/orders/SO-2001");
    open(operator, "/orders/SO-1001");
    open(operator, "/orders/SO-9999");
    assertThat(titles(operator, "")).containsExactly("SO-1001", "SO-2001");
    open(operator, "/orders/SO-2001");
    assertThat(titles(operator, "")).containsExactly("SO-2001", "SO-1001");

    open(jonas, "/orders/SO-1001");
    open(jonas, "/orders/SO-2001");
    assertThat(titles(jonas, "")).containsExactly("SO-2001");
  }

  @Test
  void a_template_is_found_before_anything_was_ordered_by_it_and_gone_with_it() {
    TestClient quality = shop.staff(Role.QUALITY_MANAGER, "sun@plant.example");
    String template =
        """
        {"name": {"en": "Dehumidifier", "zh-CN": "除湿机"}, "routing": "split-ac", "requirements": []}\
        """;
    assertThat(quality.put("/api/products/DH-12", template).statusCode()).isEqualTo(201);
    awaitEntry("template", "chushiji");
    assertThat(kinds(manager, "dh-12")).containsExactly("template");
    assertThat(kinds(quality, "humidi")).containsExactly("template");
    assertThat(kinds(operator, "dh-12")).isEmpty();
    assertThat(kinds(amelia, "dh-12")).isEmpty();

    assertThat(quality.delete("/api/products/DH-12").statusCode()).isEqualTo(204);
    TestWatcher.await(
        "it is gone",
        () ->
            TestDatabase.find(
                    vitrine.databaseUrl(), "SELECT key FROM search_entry WHERE kind = 'template'")
                .isEmpty());
    assertThat(kinds(manager, "dh-12")).isEmpty();
  }

  @Test
  void kinds_and_how_many_can_be_asked_for() {
    assertThat(kinds(manager, "kfr", "&kinds=product")).containsOnly("product");
    assertThat(titles(manager, "so", "&limit=1")).hasSize(1);
  }

  @Test
  void what_is_asked_wrongly_is_told_where() {
    assertField("/api/search?text=" + "x".repeat(101), "text");
    assertField("/api/search?text=x&limit=51", "limit");
    assertField("/api/search?text=x&kinds=order,ghost", "kinds");
    assertField("/api/search?q=x", "q");
  }

  @Test
  void one_who_asks_all_the_time_leaves_the_others_their_turn() {
    TestClient eager = shop.staff(Role.OPERATOR, "eager@plant.example");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      statuses.add(eager.get("/api/search?text=so").statusCode());
    }

    assertThat(statuses.subList(0, 50)).containsOnly(200);
    assertThat(statuses).contains(429);
    assertThat(titles(amelia, "so")).isNotEmpty();
  }

  @Test
  void what_means_something_to_a_pattern_is_no_pattern() {
    assertThat(titles(manager, "%")).isEmpty();
    assertThat(titles(manager, "s_1001")).doesNotContain("SO-2001");
    assertThat(titles(manager, "s%2001")).containsExactly("SO-2001");
  }

  @Test
  void an_order_that_is_another_company_s_now_is_found_by_that_one_alone() {
    place("SO-5001", "northwind", "PO-5", "KFR-50", "MO-5");
    awaitEntry("order", "so5001");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE search_entry SET company_id = (SELECT id FROM company WHERE code = 'baltic') WHERE"
            + " key = (SELECT id::text FROM orders WHERE number = 'SO-5001') AND kind = 'order'");
    place("SO-5001", "northwind", "PO-5b", "KFR-50", "MO-5");
    awaitEntry("order", "po5b");

    assertThat(titles(jonas, "SO-5001")).isEmpty();
  }

  @Test
  void what_was_a_merged_company_s_is_found_by_the_other() {
    shop.company("old-baltic", "Old Baltic");
    place("SO-6001", "old-baltic", "PO-6", "KFR-60", "MO-6");
    reading("SO-6001", "SN-600001");
    awaitEntry("unit", "sn600001");
    assertThat(titles(jonas, "sn-600001")).isEmpty();

    TestClient administrator = shop.staff(Role.ADMINISTRATOR, "merger@plant.example");
    TestWatcher.await(
        "nobody else writes at that moment",
        () ->
            administrator
                    .post("/api/companies/old-baltic/merge", "{\"into\": \"baltic\"}")
                    .statusCode()
                == 200);

    TestWatcher.await(
        "it is found",
        Duration.ofSeconds(30),
        () -> {
          pause();
          return titles(jonas, "sn-600001").contains("SN-600001");
        });
    assertThat(titles(jonas, "so-6001")).containsExactly("SO-6001");
  }

  /** So that whoever waits does not ask more often than one may. */
  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_was_there_before_is_filled_in_and_goes_on_where_it_stopped() {
    String url = vitrine.databaseUrl();
    TestDatabase.execute(
        url,
        "DELETE FROM search_entry WHERE kind IN ('company', 'meeting') AND title::text LIKE"
            + " '%瑞捷%'");
    assertThat(titles(manager, "瑞捷")).doesNotContain("佛山瑞捷电器有限公司");
    TestDatabase.execute(url, "UPDATE search_source SET edition = '0' WHERE kind = 'company'");

    TestVitrine upgraded = vitrine.beside();
    try {
      TestWatcher.await("it is filled", () -> unfilled().isEmpty());
    } finally {
      upgraded.close();
    }
    assertThat(titles(manager, "瑞捷")).contains("佛山瑞捷电器有限公司");
  }

  private static List<String> unfilled() {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT kind FROM search_source WHERE filled_at IS NULL OR edition = '0'");
  }

  private static void assertField(String address, String field) {
    HttpResponse<String> answer = manager.get(address);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
  }

  private static void open(TestClient who, String address) {
    assertThat(
            who.put("/api/search/opened", "{\"address\": \"%s\"}".formatted(address)).statusCode())
        .isEqualTo(204);
  }

  private static List<String> titles(TestClient who, String text, String... more) {
    return each(who, text, "title", more);
  }

  private static List<String> kinds(TestClient who, String text, String... more) {
    return each(who, text, "kind", more);
  }

  private static List<String> each(TestClient who, String text, String field, String... more) {
    HttpResponse<String> answer =
        who.get(
            "/api/search?text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + String.join("", more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> values = new ArrayList<>();
    for (JsonNode one : TestClient.json(answer).get("found")) {
      values.add(one.get(field).asText());
    }
    return values;
  }
}
