package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Actor;
import org.vitrine.access.Role;
import org.vitrine.access.Scope;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Routing;
import org.vitrine.production.Routings;

/** Files over HTTP. */
class ImportRoutesIT {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String LOG =
      "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report\n";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;
  private static TestClient operator;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wei@example.org");
    operator = shop.staff(Role.OPERATOR, "zhang@example.org");
    administrator = shop.staff(Role.ADMINISTRATOR, "wu@example.org");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", XLSX})
  void orders_are_placed_once_by_whoever_is_signed_in(String type) {
    String number = type.equals(XLSX) ? "I-2" : "I-1";
    String[] rows = {
      "order,company,quantity,routing",
      number + ",northwind,10,split-ac",
      number + "-X,nobody,10,split-ac",
      number + "-Y,northwind,ten,split-ac",
      number + "-Z,northwind,12,split-ac",
    };
    byte[] file =
        type.equals(XLSX)
            ? TestWorkbook.ofTexts(rows)
            : String.join("\n", rows).getBytes(StandardCharsets.UTF_8);

    JsonNode dry =
        json(manager.post("/api/imports/orders?dryRun=true", file, "Content-Type", type));
    assertThat(dry.at("/orders/created").asInt()).isEqualTo(2);
    assertThat(dry.at("/written").findValuesAsText("order")).containsExactly(number, number + "-Z");
    assertThat(manager.get("/api/orders/" + number).statusCode()).isEqualTo(404);

    JsonNode first = json(manager.post("/api/imports/orders", file, "Content-Type", type));
    assertThat(first.at("/orders/created").asInt()).isEqualTo(2);
    assertThat(first.at("/refused").asInt()).isEqualTo(2);
    assertThat(first.at("/refusals").findValuesAsText("line")).containsExactlyInAnyOrder("3", "4");
    assertThat(first.at("/refusals").toString()).contains("“ten”", "“nobody”");
    assertThat(manager.json("/api/orders/" + number + "/events").toString())
        .contains("wei@example.org");

    JsonNode again = json(manager.post("/api/imports/orders", file, "Content-Type", type));
    assertThat(again.at("/orders/unchanged").asInt()).isEqualTo(2);
    assertThat(again.at("/orders/created").asInt() + again.at("/orders/changed").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", XLSX})
  void shipments_are_recorded_from_columns_that_are_mapped(String type) {
    String number = type.equals(XLSX) ? "L-2" : "L-1";
    json(manager.post("/api/imports/orders", cable(number), "Content-Type", "text/csv"));
    String[] rows = {
      "delivery_note,order_no,metres,shipped_on",
      "DN-1," + number + ",12.5,2026-01-05",
      "DN-2," + number + ",300.001,2026-01-06",
    };
    byte[] file =
        type.equals(XLSX)
            ? TestWorkbook.ofTexts(rows)
            : String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
    assertThat(
            manager
                .put(
                    "/api/column-mappings/notes",
                    """
                    {"kind": "shipments", "mapping": {"columns": {"shipment": "delivery_note",
                     "order": "order_no", "quantity": "metres", "left_on": "shipped_on"}}}\
                    """)
                .statusCode())
        .isBetween(200, 201);

    JsonNode dry = shipments("columns=notes&dryRun=true", file, type);
    assertThat(dry.at("/shipments/created").asInt()).as(dry.toString()).isEqualTo(1);
    assertThat(dry.has("orders")).isFalse();
    JsonNode taken = shipments("columns=notes", file, type);
    assertThat(taken.at("/written/0/shipment").asText()).isEqualTo("DN-1");
    assertThat(taken.at("/refusals/0/shipment").asText()).isEqualTo("DN-2");
    assertThat(taken.at("/refusals/0/column").asText()).isEqualTo("quantity");
    assertThat(taken.at("/refusals/0/reason").asText()).contains("“300.001”", "312.501 of line 1");
    JsonNode left = manager.json("/api/orders/" + number).at("/lines/1/left/quantity");
    assertThat(left.toString()).isEqualTo("12.5");
    assertThat(manager.json("/api/orders/" + number + "/events").toString())
        .contains("wei@example.org");
    assertThat(shipments("columns=notes", file, type).at("/shipments/unchanged").asInt()).isOne();
  }

  private static byte[] cable(String number) {
    String rows =
        "order,company,quantity,line_unit,routing\n" + number + ",northwind,300,m,split-ac";
    return rows.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode shipments(String how, byte[] file, String type) {
    return json(manager.post("/api/imports/shipments?" + how, file, "Content-Type", type));
  }

  @Test
  void a_mapping_is_remembered_by_the_columns_of_the_file() {
    String mes =
        "order_no,product_type_code,quantity,line_code,customer_order_no\n"
            + "WO-EX-001,DEMO-BENCH,2,ASM-1,SO7788\n";
    JsonNode before = json(manager.post("/api/imports/orders/preview", mes));
    assertThat(before.has("remembered")).isFalse();
    assertThat(before.at("/columns").toString()).contains("customer_order_no");
    assertThat(before.at("/rows/0/4").asText()).isEqualTo("SO7788");

    HttpResponse<String> made = manager.put("/api/column-mappings/mes", mapping(1));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode placed = json(manager.post("/api/imports/orders?columns=mes", mes));
    assertThat(placed.at("/orders/created").asInt()).as(placed.toString()).isEqualTo(1);
    assertThat(manager.json("/api/orders/SO7788").at("/lines/1/product").asText())
        .isEqualTo("DEMO-BENCH");

    String other =
        "Customer_Order_No,Line_Code,Quantity,Product_Type_Code,Order_No\n"
            + "SO7789,ASM-1,2,DEMO-BENCH,W\n";
    assertThat(
            json(manager.post("/api/imports/orders/preview", other))
                .at("/remembered/name")
                .asText())
        .isEqualTo("mes");
    assertThat(
            json(manager.post("/api/imports/orders?columns=remembered", other))
                .at("/orders/created")
                .asInt())
        .isEqualTo(1);
    assertThat(manager.post("/api/imports/orders?columns=remembered", "a,b\n1,2\n").body())
        .contains("No mapping is remembered for a file with the columns a, b");
    assertThat(manager.post("/api/imports/orders?columns=mess", mes).body())
        .contains("did you mean “mes”?");
  }

  /** As the page does it: each of our columns that the file has is read from where it stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders    | order,company,routing,product,product_zh-CN | %s,northwind,split-ac,Unit,空调",
        "orders    | order,company,routing,Product_EN,PRODUCT_zh-cn |"
            + " %s,northwind,split-ac,Unit,空调",
        "orders    | order,company,routing,product_zh-CN,product_en |"
            + " %s,northwind,split-ac,空调,Unit",
        "plant-log | order,operation,finished_at,part,part_zh-CN |"
            + " %s,Assembly,2026-01-02T08:00,Unit,空调",
        "plant-log | order,operation,finished_at,part_zh-CN,part_en |"
            + " %s,Assembly,2026-01-02T08:00,空调,Unit",
      })
  void a_file_in_languages_that_is_mapped_keeps_them(String kind, String header, String cells) {
    String number = "M-" + Integer.toHexString((kind + header).hashCode());
    String file = header + "\n" + cells.formatted(number) + "\n";
    JsonNode seen = json(administrator.post("/api/imports/" + kind + "/preview", file));
    List<String> ours = seen.at("/ours").findValuesAsText("name");
    List<String> theirs = List.of(Json.read(seen.at("/columns"), String[].class));
    assertThat(ours).containsAll(theirs);
    String columns =
        theirs.stream()
            .map(column -> "\"%s\": \"%s\"".formatted(column, column))
            .collect(Collectors.joining(", "));
    json(
        administrator.put(
            "/api/column-mappings/" + number,
            "{\"kind\": \"%s\", \"mapping\": {\"columns\": {%s}}}".formatted(kind, columns)));

    for (int time = 0; time < 2; time++) {
      JsonNode done = json(administrator.post("/api/imports/" + kind + "?columns=" + number, file));
      assertThat(done.at("/refused").asInt()).as(done.toString()).isZero();
      assertThat(done.toString()).doesNotContain("not used");
      assertThat(administrator.json("/api/orders/" + number).at("/lines/1/product").toString())
          .isEqualTo("{\"en\":\"Unit\",\"zh-CN\":\"空调\"}");
    }
    administrator.delete("/api/column-mappings/" + number);
  }

  @Test
  void companies_and_routings_are_known_by_a_name_that_only_one_has() {
    shop.company("kim", "Ｋｉｍ Möbel und alles, was in ein Haus gehört GmbH");
    shop.company("twin-1", "Twin");
    shop.company("twin-2", "Twin");
    String routing = manager.json("/api/routings").at("/routings/0/name").asText();
    String head = "order,company,routing\n";
    String kim = "kim möbel und alles, was in ein haus gehört gmbh";

    JsonNode placed =
        json(
            manager.post(
                "/api/imports/orders",
                head + "BY-1,\"%s\",\"%s\"\n".formatted(kim, routing.toUpperCase(Locale.ROOT))));
    JsonNode refused =
        json(
            manager.post(
                "/api/imports/orders",
                head + "BY-2,Twin,split-ac\nBY-3,Twim,split-ac\nBY-4,kim,splitt-ac\n"));

    assertThat(placed.at("/orders/created").asInt()).as(placed.toString()).isEqualTo(1);
    assertThat(manager.json("/api/orders/BY-1/placed").at("/company").asText()).isEqualTo("kim");
    assertThat(refused.at("/refused").asInt()).isEqualTo(3);
    assertThat(refused.at("/refusals").findValuesAsText("reason"))
        .containsExactly(
            "Several companies have the name “Twin”: give the code of one, twin-1 / twin-2",
            "No company has the code or the name “Twim”; did you mean “Twin”?",
            "No routing has the code or the name “splitt-ac”; did you mean “split-ac”?");
    assertThat(refused.at("/refusals").findValuesAsText("column"))
        .containsExactly("company", "company", "routing");
  }

  @Test
  void days_are_read_as_the_file_writes_them_and_as_the_mapping_says() {
    String file = "no,on\nDAY-1,18.12.2026\nDAY-2,20.12.2026\n";
    JsonNode days = json(manager.post("/api/imports/orders/preview", file)).at("/days");
    assertThat(days.toString()).isEqualTo("{\"on\":[\"day.month.year\"]}");
    String mapping =
        """
        {"kind": "orders", "mapping": {"columns": {"order": "no", "promised_on": "on"},
         "constants": {"company": "northwind", "routing": "split-ac"}, "days": {"%s": "%s"}}}\
        """;
    assertThat(
            manager
                .put("/api/column-mappings/days", mapping.formatted("promised_on", "d.m"))
                .body())
        .contains("year-month-day, day.month.year, month/day/year");
    assertThat(
            manager.put("/api/column-mappings/days", mapping.formatted("line", "d.m")).statusCode())
        .isEqualTo(422);

    json(
        manager.put(
            "/api/column-mappings/days", mapping.formatted("promised_on", "month/day/year")));
    JsonNode placed =
        json(
            manager.post(
                "/api/imports/orders?columns=days", "no,on\nDAY-1,1/2/2027\nDAY-2,20.12.2026\n"));

    assertThat(manager.json("/api/orders/DAY-1/placed").at("/promise/date").asText())
        .isEqualTo("2027-01-02");
    assertThat(placed.at("/refusals/0/reason").asText())
        .contains("“20.12.2026” is not in the format of its column");
    manager.delete("/api/column-mappings/days");
  }

  @Test
  void what_a_remembered_mapping_names_in_a_language_is_offered_again() {
    json(
        manager.put(
            "/api/column-mappings/named",
            """
            {"kind": "orders", "headers": ["no", "bez_cn"],
             "mapping": {"columns": {"order": "no", "product_zh-CN": "bez_cn"}}}\
            """));
    JsonNode seen = json(manager.post("/api/imports/orders/preview", "no,bez_cn\nA,空调\n"));

    assertThat(seen.at("/ours").findValuesAsText("name")).contains("product_zh-cn");
    assertThat(seen.at("/remembered/mapping/columns/product_zh-cn").asText()).isEqualTo("bez_cn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&dryRun=true", "&zone=%2B02:00", "&once=true", "&company=northwind"})
  void a_routing_that_is_changed_while_a_log_arrives_stays_as_it_was_changed(String how) {
    Routings routings = vitrine.vitrine().rooms().routings();
    Routing before = new Routing("meanwhile", "Before", Mapping.shipped().stages().subList(0, 2));
    Routing after = new Routing("meanwhile", "After", Mapping.shipped().stages().subList(0, 3));
    routings.save(before, "somebody");
    String row = "MW-1,KFR-35,500,Lapping,W1,,2026-01-02T08:00,20,0,0,no,work\n";
    InputStream changing =
        new SequenceInputStream(
            new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)),
            new Late(row, () -> routings.save(after, "somebody")));

    json(administrator.post("/api/imports/plant-log?routing=meanwhile" + how, changing));

    assertThat(routings.find("meanwhile")).contains(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "SPLIT-AC", "split", "x y", "plant"})
  void a_routing_that_is_not_there_is_refused_by_name(String code) {
    String row = "MW-2,KFR-35,500,Lapping,W1,,2026-01-02T08:00,20,0,0,no,work\n";
    HttpResponse<String> answer =
        administrator.post(
            "/api/imports/plant-log?routing=" + code.replace(" ", "%20"),
            LOG + row,
            "Accept",
            "application/x-ndjson");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("There is no routing “" + code + "”");
  }

  @Test
  void a_mapping_has_versions_and_saving_the_same_again_changes_nothing() {
    JsonNode first = json(manager.put("/api/column-mappings/versions", mapping(2)));
    assertThat(first.at("/version").asInt()).isEqualTo(1);
    assertThat(json(manager.put("/api/column-mappings/versions", mapping(2)))).isEqualTo(first);
    JsonNode second = json(manager.put("/api/column-mappings/versions", mapping(3)));
    assertThat(second.at("/version").asInt()).isEqualTo(2);
    assertThat(manager.json("/api/column-mappings/versions")).isEqualTo(second);

    String stale = mapping(4).replaceFirst("\\{", "{\"version\": 1, ");
    assertThat(manager.put("/api/column-mappings/versions", stale).statusCode()).isEqualTo(409);
    assertThat(operator.get("/api/column-mappings/versions").statusCode()).isEqualTo(404);
    assertThat(operator.put("/api/column-mappings/versions", mapping(4)).statusCode())
        .isEqualTo(403);
    assertThat(operator.json("/api/column-mappings").at("/mappings")).isEmpty();
    assertThat(manager.json("/api/column-mappings").at("/mappings").findValuesAsText("name"))
        .contains("versions");
    assertThat(manager.delete("/api/column-mappings/versions").statusCode()).isEqualTo(204);
    assertThat(manager.delete("/api/column-mappings/versions").statusCode()).isEqualTo(404);
  }

  private static String mapping(int quantity) {
    return """
    {"kind": "orders",
     "headers": ["order_no", "product_type_code", "quantity", "line_code", "customer_order_no"],
     "mapping": {"columns": {"order": "customer_order_no", "line": "line_code", "product": "product_type_code",
                             "routing": "product_type_code"},
                 "constants": {"company": "northwind"},
                 "values": {"routing": {"DEMO-BENCH": "split-ac"}, "quantity": {"99": "%d"}}, "number": "line"}}\
    """
        .formatted(quantity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remembered | {\"kind\": \"orders\", \"mapping\": {}} | 422 | name",
        "..  | {\"kind\": \"orders\", \"mapping\": {}} | 422 | name",
        "x | {\"mapping\": {}} | 422 | kind",
        "x | {\"kind\": \"orders\"} | 422 | mapping",
        "x | {\"kind\": \"orders\", \"mapping\": {\"columns\": {\"ordr\": \"a\"}}} | 422 |"
            + " mapping.columns.ordr",
        "x | {\"kind\": \"orders\", \"mapping\": {\"colums\": {}}} | 422 | mapping.colums",
        "x | {\"kind\": \"shipments\", \"mapping\": {\"number\": \"line\"}} | 422 | number",
        "x | {\"kind\": \"invoices\", \"mapping\": {}} | 422 | kind",
      })
  void a_mapping_that_cannot_be_is_refused_by_field(
      String name, String body, int status, String field) {
    HttpResponse<String> answer =
        manager.put("/api/column-mappings/" + name.strip().replace("..", "%21"), body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(TestClient.json(answer).at("/field").asText())
        .isIn(field, field.replace("mapping.", ""));
  }

  @Test
  void whoever_only_reports_takes_a_log_of_orders_that_are_there() {
    shop.order("I-LOG");
    String log =
        LOG
            + "I-LOG,KFR-35,500,Assembly,W1,,2026-01-02T08:00,20,0,0,no,work\n"
            + "I-NEW,KFR-35,500,Assembly,W1,,2026-01-02T08:00,20,0,0,no,work\n";
    JsonNode taken = json(operator.post("/api/imports/plant-log?zone=%2B02:00", log));

    assertThat(taken.at("/reports/taken").asInt()).as(taken.toString()).isEqualTo(1);
    assertThat(taken.at("/refusals/0/order").asText()).isEqualTo("I-NEW");
    assertThat(taken.at("/refusals/0/line").asInt()).isEqualTo(3);
    assertThat(operator.json("/api/orders/I-LOG").at("/lines/1/stages/assembly/through").asInt())
        .isEqualTo(20);
    assertThat(operator.get("/api/orders/I-NEW").statusCode()).isEqualTo(404);

    JsonNode byAdministrator =
        json(administrator.post("/api/imports/plant-log?zone=%2B02:00", log));
    assertThat(byAdministrator.at("/reports/known").asInt()).isEqualTo(1);
    assertThat(byAdministrator.at("/orders/created").asInt()).isEqualTo(1);
    assertThat(
            json(administrator.post("/api/imports/plant-log?zone=%2B02:00", log))
                .at("/reports/known")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void how_far_it_is_comes_in_lines() {
    String file =
        "order,company,routing\n"
            + String.join(
                "\n",
                IntStream.range(0, 300).mapToObj(at -> "P-" + at + ",northwind,split-ac").toList());
    HttpResponse<String> answer =
        manager.post("/api/imports/orders", file, "Accept", "application/x-ndjson");

    List<JsonNode> lines =
        answer.body().lines().map(line -> Json.read(line, JsonNode.class)).toList();
    assertThat(lines.getFirst().at("/of").asInt()).isEqualTo(300);
    assertThat(lines.getLast().at("/summary/orders/created").asInt()).isEqualTo(300);
    assertThat(
            lines.stream().filter(line -> line.has("done")).map(line -> line.at("/done").asInt()))
        .isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/imports/orders | order,compny,routing\\nA,b,c\\n | has no column “company”",
        "/api/imports/orders | x | has a header but no rows",
        "/api/imports/orders?sheet=Data | order,company,routing\\nA,b,c\\n | has no sheet “Data”",
        "/api/imports/orders?encoding=klingon | order,company,routing\\n"
            + "A,b,c\\n"
            + " | Must be an encoding",
        "/api/imports/orders?dryRun=perhaps | order,company,routing\\n"
            + "A,b,c\\n"
            + " | Must be true or false",
        "/api/imports/orders?dry=true | order,company,routing\\nA,b,c\\n | Unknown query parameter",
        "/api/imports/orders?columns=nothing | order,company,routing\\n"
            + "A,b,c\\n"
            + " | no column mapping “nothing”",
      })
  void a_file_that_cannot_be_read_is_refused_in_a_sentence(
      String path, String text, String sentence) {
    HttpResponse<String> answer = manager.post(path, text.replace("\\n", "\n"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(answer).at("/detail").asText())
        .contains(sentence)
        .doesNotContain("/tmp", ".tmp");
  }

  @Test
  void a_file_is_read_in_the_encoding_that_is_said() {
    byte[] file =
        "order,company,product,routing\nE-1,northwind,Gehäuse,split-ac\n"
            .getBytes(Charset.forName("windows-1252"));

    assertThat(manager.post("/api/imports/orders", file).body())
        .contains("The file is not UTF-8 (line 2)");
    assertThat(manager.post("/api/imports/orders?encoding=windows-1252", file).statusCode())
        .isEqualTo(200);
    assertThat(manager.json("/api/orders/E-1").at("/lines/1/product").asText())
        .isEqualTo("Gehäuse");
  }

  @Test
  void a_zip_that_unpacks_to_a_gigabyte_is_refused_and_others_go_on() {
    byte[] bomb =
        TestWorkbook.forged("")
            .part("xl/sharedStrings.xml", new Zeros(1L << 29))
            .part("xl/media/image1.png", new Zeros(1L << 29))
            .bytes();
    assertThat(bomb.length).isLessThan(10_000_000);

    Stream.of("", "/preview")
        .forEach(
            part -> {
              HttpResponse<String> answer =
                  manager.post("/api/imports/orders" + part, bomb, "Content-Type", XLSX);
              assertThat(answer.statusCode()).isEqualTo(422);
              assertThat(answer.body()).contains("too large");
            });
    assertThat(manager.post("/api/imports/orders", new byte[10_000_001]).statusCode())
        .isEqualTo(413);
    assertThat(
            manager
                .post("/api/imports/orders", "order,company,routing\nZ-1,northwind,split-ac\n")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_key_imports_what_its_scopes_are_for() {
    TestClient orders = TestClient.withKey(vitrine, key(Scope.ORDERS));
    TestClient reports = TestClient.withKey(vitrine, key(Scope.REPORTS));
    String file = "order,company,routing\nK-1,northwind,split-ac\n";

    assertThat(orders.post("/api/imports/orders", file).statusCode()).isEqualTo(200);
    assertThat(reports.post("/api/imports/orders", file).statusCode()).isEqualTo(403);
    assertThat(orders.post("/api/imports/plant-log", LOG).statusCode()).isEqualTo(403);
    assertThat(
            reports
                .post(
                    "/api/imports/plant-log",
                    LOG + "K-1,,,Assembly,W1,,2026-01-02T08:00,20,0,0,no,work\n")
                .statusCode())
        .isEqualTo(200);
  }

  private static Token key(Scope scope) {
    return vitrine
        .vitrine()
        .rooms()
        .keys()
        .create("import-" + scope.code(), Set.of(scope), Actor.system("test"))
        .token();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return TestClient.json(answer);
  }

  /** A text that comes when the server has long read what came before it, and something else. */
  private static final class Late extends InputStream {
    private final InputStream text;
    private final Runnable before;
    private boolean came;

    private Late(String text, Runnable before) {
      this.text = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      this.before = before;
    }

    @Override
    public int read() throws IOException {
      if (!came) {
        came = true;
        LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
        before.run();
      }
      return text.read();
    }
  }

  /** So many blanks behind an XML head. */
  private static final class Zeros extends InputStream {
    private final byte[] head = "<sst><si><t>".getBytes(StandardCharsets.UTF_8);
    private long at;
    private final long length;

    private Zeros(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      return at >= length ? -1 : at < head.length ? head[(int) at++] : at++ >= 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (at >= length) {
        return -1;
      }
      if (at < head.length) {
        into[from] = head[(int) at++];
        return 1;
      }
      int size = (int) Math.min(most, length - at);
      Arrays.fill(into, from, from + size, (byte) ' ');
      at += size;
      return size;
    }
  }
}
