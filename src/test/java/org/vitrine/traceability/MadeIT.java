package org.vitrine.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.platform.json.Json;

/** What reports say was made and shipments say left. */
class MadeIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient integrator;
  private static TestClient operator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    integrator = shop.integrator();
    operator = shop.staff(Role.OPERATOR, "zhang.san@example.com");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_report_says_what_was_made_and_of_what() {
    shop.order("SO-M1");

    taken(
        report(
            "SO-M1",
            "r1",
            """
            "made": {"lot": "A-1", "serials": ["A-1-1", "A-1-2"], "revision": "C",
                     "from": [{"supplierLot": "HY-7", "product": "Capacitor", "amount": 4},
                              {"serial": "COMP-1"}]}\
            """));

    await(() -> inputs("A-1").equals(List.of("COMP-1", "HY-7")));
    assertThat(inputs("A-1-1", "pieces")).containsExactly("A-1", "COMP-1", "HY-7");
    PieceCard card = piece("a-1-2").orElseThrow();
    assertThat(card.serial()).isEqualTo("A-1-2");
    assertThat(card.product().plain()).isEqualTo("KFR-35");
    assertThat(card.revision()).contains("C");
    assertThat(card.order().orElseThrow().number()).isEqualTo(new OrderNumber("SO-M1"));
    assertThat(card.company()).as("it is still here").isEmpty();
    assertThat(known("{\"supplierLots\": [\"HY-7\"]}")).containsExactly("A-1", "A-1-1", "A-1-2");
    assertThat(known("{\"station\": {\"name\": \"station 4\"}}")).contains("A-1", "A-1-1");
  }

  @Test
  void what_is_corrected_or_withdrawn_goes_out_of_the_graph() {
    shop.order("SO-M2");
    taken(
        report(
            "SO-M2", "r1", "\"made\": {\"serials\": [\"B-1\"], \"from\": [{\"lot\": \"X-1\"}]}"));
    taken(
        report(
            "SO-M2", "r2", "\"made\": {\"serials\": [\"B-2\"], \"from\": [{\"lot\": \"X-1\"}]}"));
    await(() -> inputs("B-2", "pieces").equals(List.of("X-1")));

    taken(
        report(
            "SO-M2",
            "r3",
            "\"corrects\": \"r1\", \"made\": {\"serials\": [\"B-1\"], \"from\": [{\"lot\":"
                + " \"X-2\"}]}"));
    await(() -> inputs("B-1", "pieces").equals(List.of("X-2")));
    taken(report("SO-M2", "r4", "\"corrects\": \"r2\"").replace("progressed", "withdrawn"));

    await(() -> piece("B-2").isEmpty());
    assertThat(inputs("B-2", "pieces")).isEmpty();
    assertThat(piece("B-1")).isPresent();
    assertThat(known("{\"lots\": [\"X-1\"]}")).containsExactly("X-1");
  }

  @Test
  void what_is_said_directly_keeps_what_reports_said_beside_it() {
    shop.order("SO-M11");
    taken(
        report(
            "SO-M11",
            "r1",
            "\"made\": {\"lot\": \"P-1\", \"from\": [{\"lot\": \"P-0\", \"amount\": 2}]}"));
    taken(
        report(
            "SO-M11",
            "r2",
            "\"made\": {\"lot\": \"P-1\", \"from\": [{\"lot\": \"P-0\", \"amount\": 3}]}"));
    taken(report("SO-M11", "r3", "\"made\": {\"lot\": \"P-END\"}"));
    await(() -> operator.get("/api/lots/P-END/tree").statusCode() == 200);

    assertThat(integrator.put("/api/lots/P-1", "{\"product\": \"KFR-35\"}").statusCode())
        .isEqualTo(200);

    JsonNode tree = operator.json("/api/lots/P-1/tree");
    assertThat(tree.at("/edges")).hasSize(1);
    assertThat(tree.at("/edges/0/amount").asInt()).isEqualTo(5);
    assertThat(tree.at("/nodes/0/making/station").asText()).isEqualTo("station 4");
    assertThat(tree.at("/nodes/0/making/order").asText()).isEqualTo("SO-M11");
    assertThat(impact("{\"lots\": [\"P-0\"]}").known().getLast().order())
        .contains(new OrderNumber("SO-M11"));
  }

  @Test
  void a_correction_that_comes_first_counts() {
    shop.order("SO-M3");
    taken(
        report(
            "SO-M3",
            "later",
            "\"corrects\": \"sooner\", \"made\": {\"serials\": [\"C-1\"], \"from\": [{\"lot\":"
                + " \"Y-2\"}]}"));
    taken(
        report(
            "SO-M3",
            "sooner",
            "\"made\": {\"serials\": [\"C-1\"], \"from\": [{\"lot\": \"Y-1\"}]}"));
    taken(report("SO-M3", "end", "\"made\": {\"serials\": [\"C-END\"]}"));

    await(() -> piece("C-END").isPresent());
    assertThat(inputs("C-1", "pieces")).containsExactly("Y-2");
  }

  @Test
  void a_report_that_says_it_wrongly_is_refused_where_it_is_wrong() {
    shop.order("SO-M4");
    assertThat(refusal("\"made\": {}")).isEqualTo("made");
    assertThat(refusal("\"made\": {\"lot\": \"L\", \"from\": [{\"lot\": \"l\"}]}"))
        .isEqualTo("made.from[0]");
    assertThat(refusal("\"made\": {\"serials\": [\"S\", \"s\"]}")).isEqualTo("made.serials[1]");
    assertThat(refusal("\"made\": {\"serials\": [\"\\t\"]}")).isEqualTo("made.serials[0]");
    assertThat(refusal("\"made\": {\"lot\": \"L\", \"from\": [{}]}")).isEqualTo("made.from[0]");
    assertThat(refusal("\"made\": {\"lot\": \"L\"}, \"x\": 1")).isEqualTo("x");
  }

  @Test
  void only_staff_read_of_it_in_the_history() {
    shop.order("SO-M5");
    taken(report("SO-M5", "r1", "\"made\": {\"lot\": \"SECRET-1\"}"));
    TestClient contact = shop.contact("northwind", "jane@northwind.example");

    assertThat(contact.get("/api/orders/SO-M5/events").body()).doesNotContain("SECRET-1");
    assertThat(operator.get("/api/orders/SO-M5/events").body()).contains("SECRET-1");
  }

  @Test
  void what_leaves_belongs_to_the_company_until_that_is_withdrawn() {
    shop.order("SO-M6");
    taken(report("SO-M6", "r1", "\"made\": {\"lot\": \"D\", \"serials\": [\"D-1\", \"D-2\"]}"));
    await(() -> piece("D-2").isPresent());
    CompanyId northwind = shop.company("northwind", "Northwind Climate").id();

    ship("SO-M6", "DN-1", "\"serials\": [\"d-1\", \"D-9\"], \"lots\": [\"D\"]", "");

    await(() -> piece("D-9").flatMap(PieceCard::company).isPresent());
    assertThat(piece("D-1").orElseThrow().company()).contains(northwind);
    assertThat(piece("D-9").orElseThrow().product().plain()).isEqualTo("KFR-35");
    assertThat(piece("D-2").orElseThrow().company()).isEmpty();
    assertThat(seen(northwind, northwind)).contains("D-1", "D-9").doesNotContain("D-2");
    CompanyId other = shop.company("acme", "Acme").id();
    assertThat(seen(other, northwind)).as("behind the wall of another").isEmpty();
    assertThat(shippedWith("SO-M6", "dn-1")).containsExactly("D-1", "D-9");
    assertThat(where("D")).containsExactly("D HOUSE", "D ROAD", "D-1 ROAD", "D-2 HOUSE");

    ship("SO-M6", "DN-1", "\"serials\": [\"D-1\"]", "\"deliveredOn\": \"2026-11-20\",");
    await(() -> piece("D-9").isEmpty());
    assertThat(where("D")).containsExactly("D HOUSE", "D CUSTOMER", "D-1 CUSTOMER", "D-2 HOUSE");
    JsonNode shown = integrator.json("/api/orders/SO-M6/shipments");
    assertThat(shown.toString()).contains("\"serials\":[\"D-1\"]");
    TestClient contact = shop.contact("northwind", "joe@northwind.example");
    assertThat(contact.get("/api/orders/SO-M6/events").body()).doesNotContain("D-1");

    assertThat(
            integrator
                .delete("/api/orders/SO-M6/shipments/DN-1?reason=loaded%20by%20mistake")
                .statusCode())
        .isEqualTo(200);
    await(() -> piece("D-1").orElseThrow().company().isEmpty());
    assertThat(where("D")).containsExactly("D HOUSE", "D-1 HOUSE", "D-2 HOUSE");
  }

  @Test
  void what_another_shipment_named_by_mistake_is_still_with_whoever_has_it() {
    shop.order("SO-M12");
    CompanyId northwind = shop.company("northwind", "Northwind Climate").id();
    CompanyId acme = shop.company("acme", "Acme").id();
    shop.order("SO-M13", "acme");
    taken(report("SO-M12", "r1", "\"made\": {\"lot\": \"H\", \"serials\": [\"H-1\", \"H-2\"]}"));
    await(() -> piece("H-2").isPresent());
    ship("SO-M12", "DN-1", "\"serials\": [\"H-1\", \"H-2\"]", "\"deliveredOn\": \"2026-11-20\",");
    await(() -> seen(northwind, northwind).contains("H-2"));

    ship("SO-M13", "DN-2", "\"serials\": [\"h-1\", \"h-2\"]", "");
    await(() -> seen(acme, acme).equals(List.of("H-1", "H-2")));
    ship("SO-M13", "DN-2", "\"serials\": [\"h-2\"]", "");

    await(() -> piece("H-1").orElseThrow().company().equals(Optional.of(northwind)));
    assertThat(where("H")).containsExactly("H HOUSE", "H-1 CUSTOMER", "H-2 ROAD");
    assertThat(
            integrator
                .delete("/api/orders/SO-M13/shipments/DN-2?reason=another%20order")
                .statusCode())
        .isEqualTo(200);
    await(() -> piece("H-2").orElseThrow().company().equals(Optional.of(northwind)));
    assertThat(where("H")).containsExactly("H HOUSE", "H-1 CUSTOMER", "H-2 CUSTOMER");
  }

  @Test
  void what_a_correction_took_out_counts_again_when_that_is_taken_back() {
    shop.order("SO-M14");
    TestClient administrator = shop.staff(Role.ADMINISTRATOR, "chief@example.com");
    taken(
        report("SO-M14", "TB-A", "\"made\": {\"lot\": \"TB-1\", \"from\": [{\"lot\": \"TB-0\"}]}"));
    await(() -> inputs("TB-1").equals(List.of("TB-0")));
    JsonNode log =
        imported(
            administrator,
            "plant-log?zone=%2B08:00",
            """
            order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report,lot,from_lots,corrects
            SO-M14,KFR-35,500,Assembly,Li,,2026-11-02T07:00,2,0,0,no,work,TB-2,TB-0,TB-A
            """);
    await(() -> inputs("TB-1").isEmpty() && inputs("TB-2").equals(List.of("TB-0")));

    HttpResponse<String> answer =
        administrator.post("/api/imports/" + log.at("/run").asLong() + "/reversal", "");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    await(() -> inputs("TB-1").equals(List.of("TB-0")));
    assertThat(inputs("TB-2")).isEmpty();
  }

  @Test
  void what_was_built_into_a_piece_is_where_that_is() {
    shop.order("SO-M10");
    taken(
        report(
            "SO-M10",
            "r1",
            "\"made\": {\"serials\": [\"BOX-1\", \"BOX-2\"], \"from\": [{\"serial\":"
                + " \"PCB-1\"}]}"));
    taken(
        report(
            "SO-M10",
            "r2",
            "\"made\": {\"serials\": [\"PCB-1\", \"PCB-2\"], \"from\": [{\"lot\": \"SOLDER\"}]}"));
    await(() -> inputs("BOX-2", "pieces").equals(List.of("PCB-1", "SOLDER")));
    ship("SO-M10", "DN-1", "\"serials\": [\"BOX-1\"]", "");
    await(() -> piece("BOX-1").flatMap(PieceCard::company).isPresent());

    assertThat(where("SOLDER"))
        .containsExactly("SOLDER HOUSE", "BOX-1 ROAD", "BOX-2 HOUSE", "PCB-1 ROAD", "PCB-2 HOUSE");
  }

  @Test
  void a_shipment_that_says_nothing_of_serials_leaves_them_as_they_were() {
    shop.order("SO-M8");
    ship("SO-M8", "DN-1", "\"serials\": [\"K-1\"], \"lots\": [\"K\"]", "");
    await(() -> piece("K-1").isPresent());

    ship("SO-M8", "DN-1", "\"lots\": []", "\"trackingNumber\": \"SF-1\",");

    JsonNode item = integrator.json("/api/orders/SO-M8/shipments").at("/shipments/0/items/0");
    assertThat(item.at("/serials/0").asText()).isEqualTo("K-1");
    assertThat(item.has("lots")).isFalse();
    ship("SO-M8", "DN-1", "\"serials\": []", "\"trackingNumber\": \"SF-1\",");
    await(() -> piece("K-1").isEmpty());
  }

  @Test
  void files_say_what_was_made_and_what_left() {
    shop.order("SO-M9");
    TestClient administrator = shop.staff(Role.ADMINISTRATOR, "admin@example.com");

    JsonNode log =
        imported(
            administrator,
            "plant-log?zone=%2B08:00",
            """
            order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report,lot,serials,from_lots,from_supplier_lots
            SO-M9,KFR-35,500,Assembly 1,Li,,2026-11-02T07:00,2,0,0,no,work,F-1,F-1-1;F-1-2,C-1|C-2,HY-3
            SO-M9,KFR-35,500,Assembly 1,Li,,2026-11-02T08:00,2,0,0,no,work,,F-2-1,F-2-1;,
            SO-M9,KFR-35,500,Assembly 1,Li,,2026-11-02T09:00,2,0,0,no,work,,,C-1,
            """);

    assertThat(log.at("/refusals/0/line").asInt()).as("what went into nothing").isEqualTo(4);
    assertThat(log.at("/refusals/0/column").asText()).isEqualTo("lot");
    await(() -> inputs("F-1").equals(List.of("C-1", "C-2", "HY-3")));
    assertThat(inputs("F-2-1", "pieces")).containsExactly("F-2-1");

    imported(
        administrator,
        "shipments",
        """
        shipment,order,quantity,left_on,serials,lots
        DN-9,SO-M9,2,2026-11-03,F-1-1; F-1-2,F-1
        """);
    await(() -> shippedWith("SO-M9", "DN-9").equals(List.of("F-1-1", "F-1-2")));
    assertThat(where("F-1")).contains("F-1 ROAD", "F-1-1 ROAD");
  }

  private static JsonNode imported(TestClient client, String kind, String file) {
    HttpResponse<String> answer =
        client.post("/api/imports/" + kind, file, "Content-Type", "text/csv");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }

  @Test
  void a_shipment_names_each_piece_once_and_no_more_than_left() {
    shop.order("SO-M7");
    assertThat(shipped("SO-M7", "1, \"serials\": [\"A\", \"B\"]")).isEqualTo("items[0].serials");
    assertThat(shipped("SO-M7", "2, \"serials\": [\"A\", \"a\"]")).isEqualTo("items[0].serials[1]");
    assertThat(shipped("SO-M7", "2, \"lots\": [\"\"]")).isEqualTo("items[0].lots[0]");
  }

  private static List<String> seen(CompanyId behind, CompanyId of) {
    List<PieceCard> pieces =
        vitrine
            .vitrine()
            .database()
            .onBehalfOf(
                Optional.of(behind.value()),
                queries -> vitrine.vitrine().rooms().traces().piecesOf(queries, of));
    return pieces.stream().map(PieceCard::serial).toList();
  }

  private static String shipped(String order, String item) {
    HttpResponse<String> refused =
        integrator.put(
            "/api/orders/" + order + "/shipments/DN-1",
            "{\"leftOn\": \"2026-11-10\", \"items\": [{\"line\": 1, \"quantity\": " + item + "}]}");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    return TestClient.json(refused).get("field").asText();
  }

  private static void ship(String order, String number, String units, String more) {
    HttpResponse<String> answer =
        integrator.put(
            "/api/orders/" + order + "/shipments/" + number,
            """
            {"leftOn": "2026-11-10", %s "items": [{"line": 1, "quantity": 2, %s}]}\
            """
                .formatted(more, units));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static List<String> where(String lot) {
    return impact("{\"lots\": [\"%s\"]}".formatted(lot)).known().stream()
        .map(one -> one.code() + " " + one.where())
        .toList();
  }

  private static String report(String order, String id, String more) {
    return """
    {"id": "%s", "order": "%s", "stage": "assembly", "kind": "progressed", "good": 1, "source": "machine",
     "station": "station 4", "happenedAt": "%s", %s}\
    """
        .formatted(id, order, vitrine.vitrine().clock().instant(), more);
  }

  private static void taken(String report) {
    HttpResponse<String> answer = integrator.post("/api/reports", report);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).as(report).doesNotContain("refused\":[{");
  }

  private static String refusal(String more) {
    HttpResponse<String> answer = integrator.post("/api/reports", report("SO-M4", "r1", more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return TestClient.json(answer).get("field").asText();
  }

  private static List<String> inputs(String lot) {
    return inputs(lot, "lots");
  }

  /** Everything above it. */
  private static List<String> inputs(String code, String kind) {
    HttpResponse<String> answer = operator.get("/api/%s/%s/tree".formatted(kind, code));
    return answer.statusCode() == 404
        ? List.of()
        : TestClient.json(answer).get("nodes").findParents("code").stream()
            .filter(node -> node.at("/depth/up").asInt() > 0)
            .map(node -> node.get("code").asText())
            .sorted()
            .toList();
  }

  private static Optional<PieceCard> piece(String serial) {
    return vitrine.vitrine().rooms().traces().piece(vitrine.vitrine().database(), serial);
  }

  private static List<String> shippedWith(String order, String shipment) {
    return vitrine
        .vitrine()
        .rooms()
        .traces()
        .piecesShippedWith(
            vitrine.vitrine().database(), new OrderNumber(order), new ShipmentNumber(shipment))
        .stream()
        .map(PieceCard::serial)
        .toList();
  }

  private static List<String> known(String criteria) {
    return impact(criteria).known().stream().map(Affected::code).toList();
  }

  private static Impact impact(String criteria) {
    return vitrine
        .vitrine()
        .rooms()
        .traces()
        .impact(vitrine.vitrine().database(), Json.read(criteria, Criteria.class));
  }

  private static void await(BooleanSupplier known) {
    TestWatcher.await("it is known", known);
  }
}
