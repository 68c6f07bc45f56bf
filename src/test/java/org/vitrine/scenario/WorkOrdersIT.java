package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake;
import org.vitrine.intake.LogOwner;
import org.vitrine.intake.OrderSheet;
import org.vitrine.intake.PlantLog;
import org.vitrine.intake.PlantLogSummary;
import org.vitrine.intake.ReplaySpeed;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Routing;

/** Reports may name a work order instead of the order and the line. */
class WorkOrdersIT {
  private static final AtomicInteger NAMES = new AtomicInteger();

  @TempDir private static Path files;

  private static TestVitrine vitrine;
  private static TestClient erp;
  private static TestClient amelia;
  private static TestClient olga;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    erp = shop.integrator();
    amelia = shop.contact("northwind", "amelia@northwind.example");
    olga = shop.staff(Role.OPERATOR, "olga@works.example");
    shop.company("contoso", "Contoso");
    expect(201, place("SO-1", "WO-1A|WO-1B", "WO-2/7 Ä"));
    expect(201, place("SO-OTHER", "WO-OTHER", "SO-1"));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"order\": \"WO-1A\"                                          | SO-1     | 1",
        "\"order\": \" wo-1b\u3000\"                                   | SO-1     | 1",
        "\"order\": \"ｗｏ－２／７　Ä\"                                 | SO-1     | 2",
        "\"workOrder\": \"wo-2/7 ä\"                                   | SO-1     | 2",
        "\"workOrder\": \"\u00a0WO-OTHER\u200b\"                      | SO-OTHER | 1",
        "\"workOrder\": \"so-1\"                                       | SO-OTHER | 2",
        "\"order\": \"so-1\", \"line\": 2                              | SO-1     | 2",
        "\"order\": \"SO-1\", \"workOrder\": \"WO-2/7 Ä\"              | SO-1     | 2",
        "\"order\": \"SO-1\", \"workOrder\": \"WO-1B\", \"line\": 1    | SO-1     | 1",
        "\"order\": \"WO-1A\", \"workOrder\": \"WO-1B\"                | SO-1     | 1",
        "\"order\": \"SO-OTHER\", \"workOrder\": \"SO-1\"              | SO-OTHER | 2"
      })
  void a_report_finds_its_line(String named, String order, String line) {
    String id = "r" + NAMES.incrementAndGet();
    for (String became : new String[] {"taken", "known"}) {
      JsonNode answer = TestClient.json(report(id, named));
      assertThat(answer.at("/" + became + "/0/order").asText())
          .as(answer.toString())
          .isEqualTo(order);
    }
    JsonNode event = newest(order);
    assertThat(event.at("/body/line").asText()).isEqualTo(line);
    assertThat(event.get("body").has("workOrder")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"order\": \"WO-9\"                                     | order     | There is no order"
            + " “WO-9”",
        "\"workOrder\": \"WO-9\"                                 | workOrder | There is no work"
            + " order “WO-9”",
        "\"workOrder\": \"SO-OTHER\"                             | workOrder | There is no work"
            + " order “SO-OTHER”",
        "\"workOrder\": \" \"                                    | workOrder | Empty",
        "\"good\": 1                                             | order     | Missing",
        "\"order\": \"SO-1\"                                     | line      | The order has"
            + " several lines",
        "\"order\": \"WO-1A\", \"line\": 2                       | line      | “WO-1A” is of line 1"
            + " of order SO-1, not of line 2",
        "\"workOrder\": \"wo-1a\", \"line\": 9                   | line      | “wo-1a” is of line 1"
            + " of order SO-1, not of line 9",
        "\"order\": \"SO-1\", \"workOrder\": \"WO-OTHER\"        | workOrder | Order SO-1 has no"
            + " work order “WO-OTHER”",
        "\"order\": \"SO-OTHER\", \"workOrder\": \"WO-1A\"       | workOrder | Order SO-OTHER has"
            + " no work order “WO-1A”",
        "\"order\": \"WO-1A\", \"workOrder\": \"WO-2/7 Ä\"       | line      | is of line 2 of"
            + " order SO-1, not of line 1",
        "\"order\": \"WO-OTHER\", \"workOrder\": \"WO-1A\"       | workOrder | Order SO-OTHER has"
            + " no work order “WO-1A”"
      })
  void a_report_that_contradicts_itself_is_refused(String named, String field, String why) {
    String name = named.contains("\"good\"") ? "\"station\": \"4\"" : named;
    HttpResponse<String> answer = report("bad" + NAMES.incrementAndGet(), name);
    expect(422, answer);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
    assertThat(TestClient.json(answer).get("detail").asText()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "WO-1A    ; WO-N1      ; lines[0].workOrders ; “WO-1A” is a work order of line 1 of order"
            + " SO-1",
        "WO-N2    ; ｗｏ－１ｂ ; lines[1].workOrders ; “ｗｏ－１ｂ” is a work order of line 1 of order SO-1",
        "wo-2/7 ä ; WO-N3      ; lines[0].workOrders ; is a work order of line 2 of order SO-1",
        "WO-N4    ; wo-n4      ; lines[1].workOrders ; “wo-n4” is a work order of line 1 of this"
            + " order",
        "'#/#'    ; WO-N5      ; lines[0].workOrders[0] ; “#/#” is no number of a work order",
        "' '      ; WO-N6      ; lines[0].workOrders[0] ; “” is no number of a work order"
      })
  void a_number_leads_to_one_line(String first, String second, String field, String why) {
    HttpResponse<String> answer = place("SO-BAD", first, second);
    expect(422, answer);
    assertThat(TestClient.json(answer).get("detail").asText()).contains(why);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
    assertThat(erp.get("/api/orders/SO-BAD").statusCode()).isEqualTo(404);
  }

  @Test
  void there_are_not_too_many_of_them() {
    String many = String.join("|", IntStream.range(0, 51).mapToObj(n -> "WO-M" + n).toList());
    assertThat(place("SO-MANY", many, "").body()).contains("at most 50 work orders");
    expect(422, place("SO-LONG", "W".repeat(81), ""));
    expect(201, place("SO-LONG", "W".repeat(80), ""));
  }

  @Test
  void the_same_again_in_other_letters_changes_nothing() {
    expect(201, place("SO-SAME", "WO-S1|WO-S2|wo-s1", ""));
    HttpResponse<String> again = place("SO-SAME", "ｗｏ－ｓ１|wo-s2", "");
    assertThat(TestClient.json(again).get("outcome").asText()).isEqualTo("unchanged");
    assertThat(olga.json("/api/orders/SO-SAME").at("/lines/1/workOrders"))
        .hasToString("[\"WO-S1\",\"WO-S2\"]");
  }

  @Test
  void what_is_cancelled_leaves_its_number_to_others_and_gets_it_back_only_if_it_is_free() {
    expect(201, place("SO-C1", "WO-C", "WO-C2"));
    expect(200, report("c1", "\"order\": \"WO-C\""));
    expect(200, put("SO-C1", "WO-C", "WO-C2", ", \"cancelled\": \"sold\""));
    assertThat(TestClient.json(report("c2", "\"order\": \"WO-C\"")).at("/taken/0/order").asText())
        .as("reports after it are kept")
        .isEqualTo("SO-C1");
    expect(201, place("SO-C2", "", "WO-C"));
    assertThat(TestClient.json(report("c3", "\"order\": \"WO-C\"")).at("/taken/0/order").asText())
        .isEqualTo("SO-C2");
    HttpResponse<String> again = place("SO-C1", "WO-C", "WO-C2");
    expect(422, again);
    assertThat(again.body()).contains("“WO-C” is a work order of line 2 of order SO-C2");
    expect(200, place("SO-C1", "WO-C3", "WO-C2"));
  }

  @Test
  void a_number_that_moves_to_another_order_takes_its_reports_along() {
    expect(201, place("SO-M1", "WO-M", ""));
    expect(200, report("m1", "\"workOrder\": \"WO-M\""));
    expect(200, place("SO-M1", "", ""));
    expect(201, place("SO-M2", "", "WO-M"));
    JsonNode taken = TestClient.json(report("m2", "\"workOrder\": \"WO-M\""));
    assertThat(taken.at("/taken/0/order").asText()).isEqualTo("SO-M2");
  }

  @Test
  void an_order_that_is_placed_under_the_number_goes_before() {
    expect(201, place("SO-P1", "WO-P", ""));
    expect(200, report("p1", "\"order\": \"WO-P\""));
    expect(
        201,
        erp.put(
            "/api/orders/WO-P",
            "{\"company\": \"contoso\", \"lines\": [{\"number\": 1, \"routing\": \"split-ac\"}]}"));
    JsonNode taken = TestClient.json(report("p2", "\"order\": \"WO-P\""));
    assertThat(taken.at("/taken/0/order").asText()).isEqualTo("WO-P");
    taken = TestClient.json(report("p3", "\"workOrder\": \"WO-P\""));
    assertThat(taken.at("/taken/0/order").asText()).isEqualTo("SO-P1");
    taken = TestClient.json(report("p1", "\"workOrder\": \"WO-P\""));
    assertThat(taken.at("/known/0/order").asText()).isEqualTo("SO-P1");
  }

  @Test
  void staff_see_the_numbers_and_find_orders_by_them_and_customers_do_not() {
    assertThat(olga.json("/api/orders/SO-1").at("/lines/1/workOrders"))
        .hasToString("[\"WO-1A\",\"WO-1B\"]");
    for (String q : new String[] {"WO-1A", "wo-1b", "%EF%BD%97%EF%BD%8F-1a", "2%2F7"}) {
      assertThat(olga.json("/api/orders?q=" + q).at("/orders/0/number").asText()).isEqualTo("SO-1");
      assertThat(amelia.json("/api/orders?q=" + q).get("orders")).isEmpty();
    }
    assertThat(olga.json("/api/orders?q=WO-1A").at("/orders/0/lines/1/workOrders")).hasSize(2);
    assertThat(amelia.get("/api/orders/SO-1").body()).doesNotContain("WO-1A");
    assertThat(amelia.get("/api/orders?q=SO-1").body()).doesNotContain("WO-1A");
    assertThat(amelia.get("/api/orders/SO-1/events").body()).doesNotContain("WO-1A");
  }

  @Test
  void many_reports_at_once_may_name_what_they_like() {
    expect(201, place("SO-B1", "WO-B1", "WO-B2"));
    StringBuilder all = new StringBuilder();
    for (int n = 0; n < 30; n++) {
      String named =
          n % 3 == 0
              ? "\"order\": \"WO-B1\""
              : n % 3 == 1 ? "\"workOrder\": \"wo-b2\"" : "\"order\": \"SO-B1\", \"line\": 1";
      all.append(n == 0 ? "[" : ",").append(body("b" + n, named));
    }
    JsonNode answer = TestClient.json(erp.post("/api/reports", all + "]"));
    assertThat(answer.get("taken")).hasSize(30);
    JsonNode page = olga.json("/api/orders/SO-B1");
    assertThat(page.at("/lines/1/stages/assembly/through").asInt()).isEqualTo(20);
    assertThat(page.at("/lines/2/stages/assembly/through").asInt()).isEqualTo(10);
  }

  @Test
  void files_say_them_in_one_cell_or_in_several_rows() {
    OrderSheet sheet =
        sheet(
            "SO-F1,1,WO-F1|WO-F2 ; WO-F3",
            "SO-F1,1,wo-f1",
            "SO-F1,1,=\"0045\"",
            "SO-F1,2,",
            "SO-F2,1,4.5E+09",
            "SO-F3,1,WO-F2",
            "SO-F4,1,#|x");
    var summary =
        vitrine
            .vitrine()
            .rooms()
            .intake()
            .place(sheet, Intake.Mode.FOR_REAL, Optional.empty(), () -> false, done -> {});
    assertThat(olga.json("/api/orders/SO-F1").at("/lines/1/workOrders"))
        .hasToString("[\"WO-F1\",\"WO-F2\",\"WO-F3\",\"0045\"]");
    assertThat(summary.refused())
        .extracting(one -> one.order() + " " + one.row().column() + " " + one.row().reason())
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).startsWith("SO-F2 work_order “4.5E+09” is what a spreadsheet"),
            one ->
                assertThat(one)
                    .isEqualTo("SO-F3 work_order “WO-F2” is a work order of line 1 of order SO-F1"),
            one -> assertThat(one).startsWith("SO-F4 work_order “#” is no number of a work order"));
  }

  @Test
  void a_plant_log_may_name_them_in_a_column_or_as_the_order() {
    expect(201, place("SO-L1", "WO-L1", "WO-L2"));
    PlantLogSummary summary =
        log(
            ",,,Assembly,,,2026-11-20T08:00,3,,,,,WO-L1",
            "wo-l2,,,Assembly,,,2026-11-20T09:00,4,,,,,",
            "SO-L1,,,Assembly,,,2026-11-20T10:00,1,,,,,WO-L2",
            ",,,Assembly,,,2026-11-20T11:00,9,,,,,WO-NONE",
            "SO-L1,,,Assembly,,,2026-11-20T11:00,9,,,,,WO-1A",
            ",,,Assembly,,,2026-11-20T12:00,9,,,,,",
            "SO-L1,,,Assembly,,,2026-11-20T11:30,9,,,,,");
    assertThat(summary.taken()).isEqualTo(3);
    assertThat(summary.refused())
        .extracting(row -> row.line() + " " + row.column() + " " + row.reason())
        .containsExactly(
            "5 work_order There is no work order “WO-NONE”",
            "6 work_order Order SO-L1 has no work order “WO-1A”",
            "7 order is empty",
            "8  The order has several lines: give the line");
    JsonNode page = olga.json("/api/orders/SO-L1");
    assertThat(page.at("/lines/1/stages/assembly/through").asInt()).isEqualTo(3);
    assertThat(page.at("/lines/2/stages/assembly/through").asInt()).isEqualTo(5);
    assertThat(erp.get("/api/orders/wo-l2").statusCode()).isEqualTo(404);
    assertThat(log(",,,Assembly,,,2026-11-20T08:00,3,,,,,WO-L1").nothingNew()).isTrue();
  }

  private static PlantLogSummary log(String... rows) {
    Path file = files.resolve("log" + NAMES.incrementAndGet() + ".csv");
    try {
      Files.writeString(
          file,
          "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report,work_order\n"
              + String.join("\n", rows)
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .take(
            PlantLog.read(file, ZoneId.of("Asia/Shanghai")),
            Optional.<Routing>empty(),
            LogOwner.NOBODY_SAID,
            ReplaySpeed.allAtOnce(),
            Intake.Mode.FOR_REAL,
            Optional.empty(),
            done -> {});
  }

  private static OrderSheet sheet(String... rows) {
    Path file = files.resolve("orders" + NAMES.incrementAndGet() + ".csv");
    String all = "order,line,work_order,company,routing\n";
    for (String row : rows) {
      all += row + ",northwind,split-ac\n";
    }
    try {
      Files.writeString(file, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OrderSheet.read(file);
  }

  private static JsonNode newest(String order) {
    List<JsonNode> events = new ArrayList<>();
    olga.json("/api/orders/" + order + "/events").get("events").forEach(events::add);
    return events.getLast();
  }

  private static HttpResponse<String> report(String id, String named) {
    return erp.post("/api/reports", body(id, named));
  }

  private static String body(String id, String named) {
    return """
    {"id": "%s", %s, "operation": "Assembly", "kind": "progressed", "good": 1,
     "source": "scan", "happenedAt": "2026-11-20T10:00:00Z"}\
    """
        .formatted(id, named);
  }

  private static HttpResponse<String> place(String number, String first, String second) {
    return put(number, first, second, "");
  }

  /** Numbers are told apart by bars. */
  private static HttpResponse<String> put(String number, String first, String second, String more) {
    return erp.put(
        "/api/orders/" + number,
        """
        {"company": "northwind"%s, "lines": [
          {"number": 1, "product": "Pump", "quantity": 100, "routing": "split-ac", "workOrders": %s},
          {"number": 2, "product": "Valve", "quantity": 100, "routing": "split-ac", "workOrders": %s}]}\
        """
            .formatted(more, numbers(first), numbers(second)));
  }

  private static String numbers(String barred) {
    return Json.text(barred.isEmpty() ? List.of() : List.of(barred.split("\\|")));
  }
}
