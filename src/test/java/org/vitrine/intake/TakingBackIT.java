package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.intake.Intake.Mode;

/** An import is taken back within the hour, where nothing came after it. */
class TakingBackIT {
  private static final String ORDERS =
      "order,company,quantity,routing,promised_on,promise_reason\n";
  private static final String LOG =
      "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report\n";

  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;
  private static TestClient administrator;
  private static TestClient contact;

  @BeforeAll
  static void start() {
    clock = new TestClock(Instant.now());
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wei@example.org");
    administrator = shop.staff(Role.ADMINISTRATOR, "wu@example.org");
    contact = shop.contact("northwind", "anna@northwind.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_order_that_was_made_by_mistake_was_never_there() {
    long run =
        imported(
            "orders", ORDERS + "GONE-1,northwind,10,split-ac,,\nGONE-2,northwind,5,split-ac,,\n");
    assertThat(contact.get("/api/orders/GONE-1").statusCode()).isEqualTo(200);
    await("it is found", () -> contact.get("/api/search?text=GONE-1").body().contains("/GONE-1"));

    JsonNode answer = takenBack(run);

    assertThat(answer.at("/takenBack").asInt()).isEqualTo(2);
    assertThat(answer.at("/left")).isEmpty();
    assertThat(contact.get("/api/orders/GONE-1").statusCode()).isEqualTo(404);
    assertThat(manager.get("/api/orders/GONE-2").statusCode()).isEqualTo(404);
    assertThat(contact.json("/api/orders").toString()).doesNotContain("GONE-1", "GONE-2");
    await("not any more", () -> !contact.get("/api/search?text=GONE-1").body().contains("/GONE-1"));
    assertThat(administrator.json("/api/audit?action=import-taken-back").toString())
        .contains("import " + run);
    imported("orders", ORDERS + "GONE-1,northwind,11,split-ac,,\n");
    assertThat(contact.json("/api/orders/GONE-1").at("/lines/1/quantity").asInt()).isEqualTo(11);
  }

  @Test
  void whoever_watches_an_order_that_goes_is_told_that_it_is_gone() {
    long run = imported("orders", ORDERS + "TB-W,northwind,10,split-ac,,\n");
    try (TestWatcher watcher = new TestWatcher(vitrine, contact)) {
      watcher.watch("orders/TB-W").watch("orders");
      TestWatcher.await("both pages", () -> watcher.page("orders/TB-W") != null);
      TestWatcher.await("the row", () -> rows(watcher).has("TB-W"));

      takenBack(run);

      TestWatcher.await("the end", () -> watcher.gone("orders/TB-W") != null);
      TestWatcher.await("no row", () -> !rows(watcher).has("TB-W"));
    }
  }

  private static JsonNode rows(TestWatcher watcher) {
    JsonNode page = watcher.page("orders");
    return page == null ? MissingNode.getInstance() : page.at("/rows");
  }

  @Test
  void an_order_that_was_changed_says_again_what_it_said() {
    imported("orders", ORDERS + "TB-3,northwind,10,split-ac,2026-12-15,\n");
    String before =
        manager.json("/api/orders/TB-3/placed").toString().replaceAll("\"version\":\\d+", "");
    long run = imported("orders", ORDERS + "TB-3,northwind,12,split-ac,2026-12-20,Late steel\n");

    assertThat(takenBack(run).at("/takenBack").asInt()).isEqualTo(1);

    assertThat(
            manager.json("/api/orders/TB-3/placed").toString().replaceAll("\"version\":\\d+", ""))
        .isEqualTo(before);
    assertThat(takenBack(run).at("/takenBack").asInt()).as("a second time").isZero();
  }

  @Test
  void what_something_came_after_is_left_with_the_reason() {
    long run =
        imported("orders", ORDERS + "TB-4,northwind,10,split-ac,,\nTB-5,northwind,5,split-ac,,\n");
    shop.good("TB-4", "r-1", "Assembly", 2);

    JsonNode answer = takenBack(run);

    assertThat(answer.at("/takenBack").asInt()).isEqualTo(1);
    assertThat(answer.at("/left/0/order").asText()).isEqualTo("TB-4");
    assertThat(answer.at("/left/0/because").asText()).isEqualTo("changed");
    assertThat(manager.get("/api/orders/TB-4").statusCode()).isEqualTo(200);
    assertThat(manager.json("/api/imports/" + run).at("/touched").toString()).contains("changed");
  }

  @Test
  void shipments_are_withdrawn_and_say_again_what_they_said() {
    shop.order("TB-6");
    String header = "shipment,order,quantity,left_on,reason\n";
    imported("shipments", header + "DN-1,TB-6,2,2026-01-05,\n");
    long run =
        imported(
            "shipments",
            header + "DN-1,TB-6,3,2026-01-05,Counted again\nDN-2,TB-6,1,2026-01-06,\n");

    assertThat(takenBack(run).at("/takenBack").asInt()).isEqualTo(1);

    JsonNode shipments = manager.json("/api/orders/TB-6/shipments").at("/shipments");
    assertThat(shipments.at("/0/items/0/quantity").asInt()).isEqualTo(2);
    assertThat(shipments.at("/0").has("withdrawn")).isFalse();
    assertThat(shipments.at("/1").has("withdrawn")).isTrue();
  }

  @Test
  void reports_of_a_log_count_no_longer_and_may_be_said_again() {
    shop.order("TB-7");
    String log =
        LOG
            + "TB-7,KFR-35,500,Assembly,W1,,2026-01-02T08:00,20,0,0,no,work\n"
            + "TB-8,KFR-35,500,Turning & Milling,W1,,2026-01-02T08:00,20,0,0,no,work\n";
    String before = staged("TB-7");
    long run = imported("plant-log", log);
    assertThat(staged("TB-7")).isNotEqualTo(before);

    assertThat(takenBack(run).at("/takenBack").asInt()).isEqualTo(2);

    assertThat(staged("TB-7")).isEqualTo(before);
    assertThat(administrator.get("/api/orders/TB-8").statusCode()).isEqualTo(404);
    assertThat(administrator.json("/api/orders/TB-7/events").toString()).contains("taken-back");
    assertThat(contact.json("/api/orders/TB-7/events").toString()).doesNotContain("taken-back");
    JsonNode again = TestClient.json(administrator.post("/api/imports/plant-log", log));
    assertThat(again.at("/reports/taken").asInt()).isEqualTo(2);
  }

  private static String staged(String order) {
    return administrator.json("/api/orders/" + order).at("/lines/1/stages").toString();
  }

  @Test
  void after_an_hour_it_stays() {
    long run = imported("orders", ORDERS + "TB-9,northwind,10,split-ac,,\n");
    assertThat(manager.json("/api/imports/" + run).has("takenBackUntil")).isTrue();
    clock.pass(Duration.ofMinutes(61));

    HttpResponse<String> late = manager.post("/api/imports/" + run + "/reversal", "");

    assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
    assertThat(manager.json("/api/imports/" + run).has("takenBackUntil")).isFalse();
    assertThat(manager.get("/api/orders/TB-9").statusCode()).isEqualTo(200);
  }

  @Test
  void a_record_says_who_imported_what_and_keeps_what_was_refused() {
    String file =
        ORDERS
            + "TB-10,northwind,10,split-ac,,\n"
            + "TB-11,nobody,ten,split-ac,,\n"
            + "TB-11,nobody,11,split-ac,,\n";
    long run =
        TestClient.json(manager.post("/api/imports/orders?file=march.csv", file))
            .at("/run")
            .asLong();

    JsonNode record = manager.json("/api/imports/" + run);
    assertThat(record.at("/file/name").asText()).isEqualTo("march.csv");
    assertThat(record.at("/by/name").asText()).isNotEmpty();
    assertThat(record.at("/counts/created").asInt()).isEqualTo(1);
    assertThat(record.at("/counts/refused").asInt()).isEqualTo(1);
    assertThat(manager.json("/api/imports?kind=orders").at("/imports/0/id").asLong())
        .isEqualTo(run);
    String refused = manager.get("/api/imports/" + run + "/refused").body();
    assertThat(refused.lines()).hasSize(3);
    assertThat(refused)
        .contains("refused_because", "TB-11,nobody,ten", "quantity: “ten”", "TB-11,nobody,11");
    String mended =
        refused.replace("nobody", "northwind").replace("ten,", "11,").replace("\ufeff", "");
    assertThat(
            TestClient.json(manager.post("/api/imports/orders", mended))
                .at("/orders/created")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void an_import_that_did_nothing_is_not_listed_and_what_it_refused_can_still_be_had() {
    String fine = ORDERS + "TB-12,northwind,10,split-ac,,\n";
    long did = imported("orders", fine);

    long again = imported("orders", fine);
    long refused =
        TestClient.json(
                manager.post("/api/imports/orders", ORDERS + "TB-13,nobody,10,split-ac,,\n"))
            .at("/run")
            .asLong();

    assertThat(again).isNotEqualTo(did);
    assertThat(manager.json("/api/imports?kind=orders").at("/imports/0/id").asLong())
        .isEqualTo(did);
    assertThat(manager.get("/api/imports/" + refused + "/refused").body()).contains("TB-13");
  }

  @Test
  void the_command_line_leaves_the_same_record(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("erp.csv");
    Files.writeString(file, ORDERS + "CLI-1,northwind,10,split-ac,,\n");
    SourceFile.Mapped read = SourceFile.at(file).unmapped(ImportKind.ORDERS);
    vitrine
        .vitrine()
        .rooms()
        .intake()
        .place(
            OrderSheet.of(read), Mode.FOR_REAL, Optional.of(read.file()), () -> false, done -> {});

    JsonNode run = manager.json("/api/imports?kind=orders").at("/imports/0");

    assertThat(run.at("/file/name").asText()).isEqualTo("erp.csv");
    assertThat(run.at("/by/kind").asText()).isEqualTo("system");
    assertThat(takenBack(run.at("/id").asLong()).at("/takenBack").asInt()).isEqualTo(1);
    assertThat(manager.get("/api/orders/CLI-1").statusCode()).isEqualTo(404);
  }

  @Test
  void what_was_told_of_an_order_that_goes_is_unsaid() {
    Instant began = clock.instant().minus(Duration.ofHours(1));
    String log = LOG + "UNSAID,KFR-35,500,Assembly,W1,,%s,20,0,0,no,work\n".formatted(began);
    HttpResponse<String> answer =
        administrator.post("/api/imports/plant-log?company=northwind&routing=split-ac", log);
    long run = TestClient.json(answer).at("/run").asLong();
    TestWatcher.await("the notice", () -> notices().contains("UNSAID"));

    assertThat(takenBack(run).at("/takenBack").asInt()).isEqualTo(1);

    TestWatcher.await("none any longer", () -> !notices().contains("UNSAID"));
  }

  private static String notices() {
    return contact.json("/api/notices").toString();
  }

  @Test
  void nobody_finds_an_order_that_goes() {
    String file =
        "order,company,quantity,routing,product\nFIND-1,northwind,10,split-ac,Wolpertinger\n";
    long run = imported("orders", file);
    TestWatcher.await("the order", () -> found("FIND-1").contains("FIND-1"));
    TestWatcher.await("the product", () -> found("Wolpertinger").contains("\"product\""));

    takenBack(run);

    TestWatcher.await("no order", () -> !found("FIND-1").contains("/orders/FIND-1"));
    TestWatcher.await("no product", () -> !found("Wolpertinger").contains("/orders/FIND-1"));
  }

  private static String found(String text) {
    return contact.json("/api/search?text=" + text).toString();
  }

  private static long imported(String kind, String file) {
    TestClient by = kind.equals("plant-log") ? administrator : manager;
    HttpResponse<String> answer = by.post("/api/imports/" + kind, file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(TestClient.json(answer).at("/refused").asInt()).as(answer.body()).isZero();
    return TestClient.json(answer).at("/run").asLong();
  }

  private static JsonNode takenBack(long run) {
    HttpResponse<String> answer = administrator.post("/api/imports/" + run + "/reversal", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }
}
