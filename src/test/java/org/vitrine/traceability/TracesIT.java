package org.vitrine.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

class TracesIT {
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
  void a_lot_is_made_then_unchanged_then_changed() {
    String said = "{\"product\": \"Resin\", \"amount\": 12.5, \"unit\": \"kg\"}";

    assertSaved(lot("R-1", said), 201, "created");
    assertSaved(lot("r-1", said), 200, "unchanged");
    assertSaved(lot("Ｒ-1", said.replace("12.5", "13")), 200, "changed");
    assertSaved(
        lot("R-1", "{\"product\": \"Resin\", \"from\": [{\"lot\": \"R-0\"}]}"), 200, "changed");
    assertSaved(
        lot("R-1", "{\"product\": \"Resin\", \"from\": [{\"lot\": \"r-0\"}]}"), 200, "unchanged");
  }

  @Test
  void a_tree_goes_up_and_down_through_merges_and_splits() {
    lot("T-A", "{\"product\": \"Wire\"}");
    lot("T-B1", "{\"product\": \"Coil\", \"from\": [{\"lot\": \"T-A\", \"amount\": 3}]}");
    lot("T-B2", "{\"product\": \"Coil\", \"from\": [{\"lot\": \"T-A\"}]}");
    piece(
        "T-1",
        "{\"product\": \"Motor\", \"from\": [{\"lot\": \"T-B1\"}, {\"lot\": \"T-B2\"},"
            + " {\"supplierLot\": \"X 9/ä\"}]}");
    piece("T-2", "{\"product\": \"Pump\", \"from\": [{\"serial\": \"T-1\"}]}");

    JsonNode tree = operator.json("/api/pieces/T-1/tree");

    assertThat(codes(tree)).containsExactlyInAnyOrder("T-1", "T-B1", "T-B2", "T-A", "X 9/ä", "T-2");
    assertThat(depth(tree, "T-A", "up")).isEqualTo(2);
    assertThat(depth(tree, "T-2", "down")).isEqualTo(1);
    assertThat(tree.get("edges")).hasSize(6);
    assertThat(tree.at("/up/lots").asInt()).isEqualTo(3);
    assertThat(tree.at("/up/supplierLots").asInt()).isEqualTo(1);
    assertThat(tree.at("/up/shown").asInt()).isEqualTo(4);
    assertThat(tree.at("/down/pieces").asInt()).isEqualTo(1);
  }

  @Test
  void a_loop_of_rework_ends() {
    lot("L-1", "{\"product\": \"Board\", \"from\": [{\"lot\": \"L-2\"}]}");
    lot("L-2", "{\"product\": \"Board\", \"from\": [{\"lot\": \"L-1\"}]}");

    JsonNode tree = operator.json("/api/lots/L-1/tree");

    assertThat(codes(tree)).containsExactlyInAnyOrder("L-1", "L-2");
    assertThat(depth(tree, "L-2", "up")).isEqualTo(1);
    assertThat(depth(tree, "L-2", "down")).isEqualTo(1);
    assertThat(impact("{\"lots\": [\"L-2\"]}").known())
        .extracting(Affected::code)
        .containsExactly("L-1", "L-2");
  }

  @Test
  void a_chain_of_any_length_is_followed() {
    StringBuilder sql = new StringBuilder();
    for (int at = 1; at <= 600; at++) {
      sql.append(at > 1 ? "," : "").append("('lot','CH-%1$d','ch-%1$d')".formatted(at));
    }
    vitrine
        .vitrine()
        .database()
        .execute("test", "INSERT INTO trace_node (kind, code, key) VALUES " + sql);
    vitrine
        .vitrine()
        .database()
        .execute(
            "test",
            "INSERT INTO consumption (output, input, recorded_at) SELECT o.id, i.id, now() FROM"
                + " trace_node o JOIN trace_node i ON i.key = 'ch-' || split_part(o.key, '-',"
                + " 2)::int - 1 WHERE o.key LIKE 'ch-%'");

    JsonNode tree = operator.json("/api/lots/CH-600/tree");

    assertThat(tree.at("/up/lots").asInt()).isEqualTo(599);
    assertThat(tree.at("/up/shown").asInt()).isEqualTo(499);
    assertThat(impact("{\"lots\": [\"CH-1\"]}").known()).hasSize(600);
  }

  @Test
  void what_is_no_longer_named_is_withdrawn_and_kept() {
    lot("W-1", "{\"product\": \"Oil\"}");
    lot("W-2", "{\"product\": \"Grease\", \"from\": [{\"lot\": \"W-1\"}]}");
    lot("W-2", "{\"product\": \"Grease\", \"from\": [{\"lot\": \"W-0\"}]}");

    assertThat(codes(operator.json("/api/lots/W-2/tree"))).containsExactlyInAnyOrder("W-2", "W-0");
    assertThat(
            vitrine
                .vitrine()
                .database()
                .find(
                    "test",
                    "SELECT 1 AS one FROM consumption c JOIN trace_node n ON n.id = c.input"
                        + " WHERE n.key = 'w-1' AND withdrawn_at IS NOT NULL",
                    row -> row.getInteger("one")))
        .hasSize(1);
  }

  @Test
  void of_several_who_say_it_at_once_one_is_right() throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<HttpResponse<String>>> all =
          IntStream.range(0, 12)
              .<Callable<HttpResponse<String>>>mapToObj(
                  n ->
                      () ->
                          piece(
                              "RACER",
                              "{\"product\": \"Motor\", \"from\": [{\"lot\": \"RACE-%d\"}, {\"lot\": \"RACE-B%d\"}]}"
                                  .formatted(n % 4, n % 4)))
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<HttpResponse<String>> said : people.invokeAll(all)) {
        statuses.add(said.get().statusCode());
      }
      assertThat(statuses).containsOnly(200, 201);
      assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    }

    List<String> inputs =
        codes(operator.json("/api/pieces/RACER/tree")).stream()
            .filter(code -> !code.equals("RACER"))
            .sorted()
            .toList();
    assertThat(inputs).hasSize(2);
    assertThat(inputs.get(1)).isEqualTo(inputs.get(0).replace("RACE-", "RACE-B"));
  }

  @Test
  void what_cannot_be_is_refused_where_it_stands() {
    shop.order("SO-77");

    assertThat(field(lot("Q-1", "{\"from\": [{\"lot\": \"q-1\"}]}"))).isEqualTo("from[0]");
    assertThat(field(lot("Q-1", "{\"from\": [{}]}"))).isEqualTo("from[0]");
    assertThat(field(lot("Q-1", "{\"from\": [{\"lot\": \"A\", \"serial\": \"B\"}]}")))
        .isEqualTo("from[0]");
    assertThat(field(lot("Q-1", "{\"from\": [{\"lot\": \" \"}]}"))).isEqualTo("from[0].lot");
    assertThat(field(lot("Q-1", "{\"from\": [{\"lot\": \"A\", \"amount\": -1}]}")))
        .isEqualTo("from[0].amount");
    assertThat(field(lot("Q-1", "{\"from\": 7}"))).isEqualTo("from");
    assertThat(field(lot("Q-1", "{\"amount\": -1}"))).isEqualTo("amount");
    assertThat(field(lot("Q-1", "{\"line\": 1}"))).isEqualTo("order");
    assertThat(field(lot("Q-1", "{\"order\": \"SO-none\"}"))).isEqualTo("order");
    assertThat(field(lot("Q-1", "{\"order\": \"SO-77\", \"line\": 8}"))).isEqualTo("line");
    assertThat(field(lot("Q-1", "{\"colour\": \"red\"}"))).isEqualTo("colour");
    assertThat(field(lot("q".repeat(81), "{}"))).isEqualTo("code");
    assertThat(field(piece("Q-1", "{}"))).isEqualTo("product");
    assertThat(field(piece("Q-1", "{\"product\": \"Motor\", \"gtin\": \"4006381333932\"}")))
        .isEqualTo("gtin");
    assertThat(piece("Q-1", "{\"product\": \"Motor\", \"gtin\": \"4006381333931\"}").statusCode())
        .isEqualTo(201);
    assertThat(operator.get("/api/lots/Q-1/tree").statusCode()).isEqualTo(404);
    assertThat(operator.put("/api/lots/Q-1", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void codes_are_taken_as_they_stand_on_labels() {
    for (String code : List.of("批次 22/31", "WH/MO/7", "#5 & co", "a%2Fb")) {
      assertThat(lot(code, "{\"product\": \"胶\"}").statusCode()).isEqualTo(201);
      assertThat(operator.json("/api/lots/" + encoded(code) + "/tree").at("/nodes/0/code").asText())
          .isEqualTo(code);
    }
  }

  @Test
  void what_lacks_a_record_counts_as_affected_until_shown_otherwise() {
    lot("U-C1", "{\"product\": \"Capacitor 10\", \"supplierLot\": \"HY-1\"}");
    lot("U-C2", "{\"product\": \"Capacitor 10\", \"supplierLot\": \"HY-2\"}");
    lot("U-C3", "{\"product\": \"Capacitor 10\"}");
    piece("U-1", "{\"product\": \"Drive\", \"from\": [{\"lot\": \"U-C1\"}]}");
    piece("U-2", "{\"product\": \"Drive\", \"from\": [{\"lot\": \"U-C2\"}]}");
    piece("U-3", "{\"product\": \"Drive\"}");
    piece("U-4", "{\"product\": \"Crane\", \"from\": [{\"serial\": \"U-3\"}]}");

    Impact byLot = impact("{\"lots\": [\"U-C1\"]}");
    assertThat(byLot.known()).extracting(Affected::code).containsExactly("U-C1", "U-1");
    assertThat(byLot.unknown()).extracting(Affected::code).containsExactly("U-3", "U-4");

    Impact bySupplier = impact("{\"supplierLots\": [\"hy-1\"]}");
    assertThat(bySupplier.known()).extracting(Affected::code).containsExactly("U-C1", "U-1");
    assertThat(bySupplier.unknown())
        .extracting(Affected::code)
        .containsExactly("U-C3", "U-3", "U-4");

    JsonNode gaps = operator.json("/api/lots/U-C1/tree").get("gaps");
    assertThat(gaps.get("unknownPieces").asInt()).isEqualTo(2);
    assertThat(operator.json("/api/pieces/U-4/tree").at("/gaps/missing/0/used").asText())
        .isEqualTo("Capacitor 10");
  }

  @Test
  void several_criteria_hold_together() {
    lot("M-C", "{\"product\": \"Magnet\"}");
    for (int at = 998; at <= 1003; at++) {
      piece(
          "MN-%04d".formatted(at),
          """
          {"product": "Motor 9", "revision": "%s", "station": "winder 1",
           "madeAt": "2026-11-0%dT08:00:00Z", "from": [{"lot": "M-C"}]}\
          """
              .formatted(at % 2 == 0 ? "A" : "B", at - 997));
    }

    assertThat(known("{\"serialRange\": {\"from\": \"MN-0999\", \"to\": \"mn-1001\"}}"))
        .containsExactly("MN-0999", "MN-1000", "MN-1001");
    assertThat(
            known(
                """
                {"lots": ["M-C"], "product": {"name": "Motor 9", "revision": "b"},
                 "serialRange": {"from": "MN-0999", "to": "MN-1002"},
                 "station": {"name": "winder 1", "until": "2026-11-04T08:00:00Z"}}\
                """))
        .containsExactly("MN-0999");
    assertThat(
            known(
                """
                {"station": {"name": "winder 1", "from": "2026-11-05T00:00:00Z", "until": "2026-11-06T00:00:00Z"}}\
                """))
        .containsExactly("MN-1002");
  }

  @Test
  void pieces_were_where_their_lot_was() {
    lot(
        "ST-L",
        "{\"product\": \"Motor 3\", \"station\": \"T3\", \"madeAt\": \"2026-11-02T08:00:00Z\","
            + " \"from\": [{\"lot\": \"STEEL\"}]}");
    lot(
        "ST-M",
        "{\"product\": \"Motor 3\", \"station\": \"T3\", \"from\": [{\"lot\": \"STEEL\"}]}");
    for (int at = 1; at <= 4; at++) {
      piece(
          "ST-%04d".formatted(at),
          "{\"product\": \"Motor 3\", \"from\": [{\"lot\": \"%s\"}]}"
              .formatted(at < 4 ? "ST-L" : "ST-M"));
    }

    Impact impact =
        impact(
            """
            {"serialRange": {"from": "ST-0002", "to": "ST-0004"},
             "station": {"name": "T3", "from": "2026-11-02T00:00:00Z", "until": "2026-11-03T00:00:00Z"}}\
            """);

    assertThat(impact.known()).extracting(Affected::code).containsExactly("ST-0002", "ST-0003");
    assertThat(impact.unknown()).extracting(Affected::code).containsExactly("ST-0004");
  }

  @Test
  void a_station_of_one_stage_says_nothing_of_another() {
    lot("SG-T", "{\"product\": \"Board 4\", \"stage\": \"test\", \"station\": \"T4\"}");
    lot("SG-U", "{\"product\": \"Board 4\", \"stage\": \"test\", \"station\": \"T5\"}");
    lot("SG-A", "{\"product\": \"Board 4\", \"stage\": \"assembly\", \"station\": \"S4\"}");
    piece("SG-1", "{\"product\": \"Board 4\", \"station\": \"S4\"}");

    Impact impact = impact("{\"station\": {\"name\": \"T4\"}}");

    assertThat(impact.known()).extracting(Affected::code).containsExactly("SG-T");
    assertThat(impact.unknown()).extracting(Affected::code).containsExactly("SG-A", "SG-1");
  }

  @Test
  void a_piece_of_which_no_lot_is_recorded_may_be_of_each() {
    lot("NL-L", "{\"product\": \"Motor 5\"}");
    lot("NL-M", "{\"product\": \"Motor 5\", \"from\": [{\"lot\": \"NL-STEEL\"}]}");
    piece("NL-1", "{\"product\": \"Motor 5\", \"from\": [{\"lot\": \"NL-L\"}]}");
    piece("NL-2", "{\"product\": \"Motor 5\", \"from\": [{\"serial\": \"NL-K\"}]}");
    piece("NL-3", "{\"product\": \"Motor 5\", \"from\": [{\"lot\": \"NL-M\"}]}");

    Impact impact = impact("{\"lots\": [\"NL-L\"]}");

    assertThat(impact.known()).extracting(Affected::code).containsExactly("NL-L", "NL-1");
    assertThat(impact.unknown()).extracting(Affected::code).containsExactly("NL-2");
    assertThat(operator.json("/api/lots/NL-L/tree").at("/gaps/unknownPieces").asInt()).isOne();
  }

  @Test
  void a_piece_of_several_lots_may_be_of_each_of_their_revisions() {
    lot(
        "RV-A",
        "{\"product\": \"Motor 15\", \"revision\": \"A\", \"from\": [{\"lot\": \"STEEL\"}]}");
    lot(
        "RV-B",
        "{\"product\": \"Motor 15\", \"revision\": \"B\", \"from\": [{\"lot\": \"STEEL\"}]}");
    lot("RV-C", "{\"product\": \"Motor 15\", \"from\": [{\"lot\": \"STEEL\"}]}");
    piece(
        "RV-1",
        "{\"product\": \"Motor 15\", \"from\": [{\"lot\": \"RV-A\"}, {\"lot\": \"RV-B\"}]}");
    piece(
        "RV-2",
        "{\"product\": \"Motor 15\", \"from\": [{\"lot\": \"RV-A\"}, {\"lot\": \"RV-C\"}]}");
    piece("RV-3", "{\"product\": \"Motor 15\", \"from\": [{\"lot\": \"RV-A\"}]}");
    String range = "\"serialRange\": {\"from\": \"RV-1\", \"to\": \"RV-3\"}";

    Impact ofB =
        impact("{\"product\": {\"name\": \"Motor 15\", \"revision\": \"b\"}, " + range + "}");
    Impact ofA =
        impact("{\"product\": {\"name\": \"Motor 15\", \"revision\": \"A\"}, " + range + "}");

    assertThat(ofB.known()).isEmpty();
    assertThat(ofB.unknown()).extracting(Affected::code).containsExactly("RV-1", "RV-2");
    assertThat(ofA.known()).extracting(Affected::code).containsExactly("RV-3");
    assertThat(ofA.unknown()).extracting(Affected::code).containsExactly("RV-1", "RV-2");
  }

  @Test
  void codes_and_serials_are_found_by_staff_and_by_nobody_else() {
    lot("FIND-7/A", "{\"product\": \"Shellac\", \"from\": [{\"supplierLot\": \"FIND-SUP\"}]}");
    piece("FIND-9", "{\"product\": \"Lacquered box\", \"from\": [{\"lot\": \"FIND-NAMED\"}]}");

    TestWatcher.await(
        "they are found",
        Duration.ofSeconds(60),
        () ->
            found("find").contains("/lots/FIND-7%2FA")
                && found("find-9").contains("/pieces/FIND-9")
                && found("find-sup").contains("/lots/FIND-SUP")
                && found("find-named").contains("/lots/FIND-NAMED")
                && found("shellac").contains("FIND-7/A"));
    assertThat(operator.json("/api/lots/FIND-SUP/tree").at("/nodes/0/kind").asText())
        .isEqualTo("supplier-lot");
    TestClient contact = shop.contact("northwind", "jane@northwind.example");
    assertThat(contact.get("/api/search?text=find").body()).doesNotContain("FIND-9");
    assertThat(contact.get("/api/pieces/FIND-9/tree").statusCode()).isEqualTo(403);
  }

  private static String found(String text) {
    return operator.get("/api/search?text=" + text).body();
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

  private static HttpResponse<String> lot(String code, String said) {
    return integrator.put("/api/lots/" + encoded(code), said);
  }

  private static HttpResponse<String> piece(String serial, String said) {
    return integrator.put("/api/pieces/" + encoded(serial), said);
  }

  private static String encoded(String code) {
    return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void assertSaved(HttpResponse<String> answer, int status, String outcome) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(TestClient.json(answer).get("outcome").asText()).isEqualTo(outcome);
  }

  private static String field(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    return TestClient.json(refused).get("field").asText();
  }

  private static List<String> codes(JsonNode tree) {
    return StreamSupport.stream(tree.get("nodes").spliterator(), false)
        .map(node -> node.get("code").asText())
        .toList();
  }

  private static int depth(JsonNode tree, String code, String direction) {
    return StreamSupport.stream(tree.get("nodes").spliterator(), false)
        .filter(node -> node.get("code").asText().equals(code))
        .map(node -> node.at("/depth/" + direction).asInt(-1))
        .findFirst()
        .orElseThrow();
  }
}
