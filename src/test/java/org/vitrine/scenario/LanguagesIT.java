package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** What customers read, in one language or in several, over HTTP. */
class LanguagesIT {
  private static TestVitrine vitrine;
  private static TestClient erp;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    erp = shop.integrator();
    customer = shop.contact("northwind", "amelia@northwind.example");
    expect(
        201,
        erp.put(
            "/api/routings/named",
            json(
                """
                {'stages': [{'code': 'test', 'name': {'en': 'Test', 'zh-CN': '测试'}, 'operations': ['OP-*']}],
                 'names': {'operations': {'OP-30': {'en': 'Leak test', 'zh-CN': '检漏'}, 'OP-99': 'Polish'},
                           'stations': {'ST-4': {'zh-Hans': '4 号工位'}}}}""")));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PLAIN   | 'KFR-35'                                         | 'KFR-35'",
        "ONE     | {'zh-CN': '空调'}                                | {'zh-CN':'空调'}",
        "BOTH    | {'zh-CN': '空调', 'en': 'Air conditioner'}       | {'en':'Air conditioner','zh-CN':'空调'}",
        "LETTERS | {'ZH-cn': '空调', 'EN': 'Air conditioner'}       | {'en':'Air conditioner','zh-CN':'空调'}",
        "SCRIPT  | {'ar': 'مكيف', 'sr-Cyrl': 'Клима'}               | {'ar':'مكيف','sr-Cyrl':'Клима'}",
        "BRACES  | '{not an object}'                                | '{not an object}'",
        "EMPTY   | ''                                               | ''",
      })
  void every_text_of_an_order_is_answered_as_it_was_given(
      String number, String given, String answered) {
    boolean said = !given.equals("''");
    expect(201, place(number, given, said));
    assertThat(place(number, given, said).body()).contains("unchanged");

    for (TestClient reader : new TestClient[] {erp, customer}) {
      JsonNode page = reader.json("/api/orders/" + number);
      JsonNode line = page.at("/lines/1");
      assertThat(line.get("product").toString()).isEqualTo(json(answered));
      assertThat(line.get("description").toString()).isEqualTo(json(answered));
      JsonNode demanded = line.at("/stages/test/requirements/drop");
      assertThat(demanded.get("ordered").toString()).isEqualTo(json(answered));
      assertThat(demanded.get("waiver").toString()).isEqualTo(json(answered));
      if (said) {
        assertThat(page.at("/lines/2/cancelled").toString()).isEqualTo(json(answered));
        assertThat(page.get("cancelled").toString()).isEqualTo(json(answered));
        assertThat(reader.json("/api/orders/" + number + "/events").toString())
            .contains("\"kind\":\"cancelled\"")
            .contains("\"reason\":" + json(answered));
      }
      JsonNode row = reader.json("/api/orders?q=" + number).at("/orders/0/lines/1");
      assertThat(row.get("product").toString()).isEqualTo(json(answered));
    }
  }

  @Test
  void texts_change_language_by_language() {
    expect(201, place("GROWS", "'Air conditioner'", true));
    assertThat(place("GROWS", "{'en': 'Air conditioner'}", true).body()).contains("changed");
    assertThat(place("GROWS", "{'en': 'Air conditioner', 'zh-CN': '空调'}", true).body())
        .contains("\"changed\"");
    assertThat(place("GROWS", "{'zh-CN': '空调', 'en': 'Air conditioner'}", true).body())
        .contains("unchanged");
    assertThat(erp.json("/api/orders/GROWS").at("/lines/1/product/zh-CN").asText()).isEqualTo("空调");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'zh_CN': '空调'}          | .zh_CN   | “zh_CN” is not a language: give a tag such as en, zh-CN or pt-BR",
        "{'german': 'Klimagerät'}   | .german  | “german” is not a language",
        "{'en-XX': 'Unit'}          | .en-XX   | “en-XX” is not a language",
        "{}                         | ``       | Give the text in at least one language",
        "{'en': ' '}                | .en      | Must be a text",
        "{'en': 3}                  | .en      | Must be a text",
        "{'zh-CN': 'LONG'}          | .zh-CN   | Longer than",
        "{'en': 'a\\u0000b'}        | ``       | Contains a NUL character",
        "12                         | ``       | Must be a text",
      })
  void what_is_no_text_is_refused_at_its_field(String given, String below, String sentence) {
    String value = given.replace("LONG", "长".repeat(501));
    for (String field :
        new String[] {
          "product", "description", "requirements[0].ordered", "requirements[0].waiver"
        }) {
      String name = field.substring(field.indexOf('.') + 1);
      String text = "'%s': %s".formatted(name, value);
      String line =
          field.contains(".")
              ? "'requirements': [{'code': 'drop', 'stage': 'test', %s}]".formatted(text)
              : text;
      refused(
          erp.put(
              "/api/orders/REFUSED", json(order("'number': 1, 'routing': 'named', " + line, ""))),
          "lines[0]." + field + below,
          sentence);
    }
    refused(
        erp.put(
            "/api/orders/REFUSED",
            json(order("'number': 1, 'routing': 'named'", ", 'cancelled': " + value))),
        "cancelled" + below,
        sentence);
    refused(
        erp.put(
            "/api/orders/REFUSED",
            json(
                order(
                    "'number': 1, 'routing': 'named'",
                    ", 'promise': {'date': '2026-12-12', 'reason': %s}".formatted(value)))),
        "promise.reason" + below,
        sentence);
    refused(
        erp.post("/api/reports", report("REFUSED", "r", "'kind': 'held', 'reason': " + value)),
        "reason" + below,
        sentence);
    refused(
        erp.put(
            "/api/routings/refused",
            json(
                "{'stages': [{'code': 'a'}], 'names': {'operations': {'OP-1': %s}}}"
                    .formatted(value))),
        "names.operations.OP-1" + below,
        sentence);
  }

  @Test
  void a_promise_and_a_hold_say_why_in_both() {
    expect(
        201,
        erp.put("/api/orders/WHY", json(order(PIECES, ", 'promise': {'date': '2026-12-12'}"))));
    String late = "{\"en\":\"late coils\",\"zh-CN\":\"线圈晚到\"}";
    expect(
        200,
        erp.put(
            "/api/orders/WHY",
            json(order(PIECES, ", 'promise': {'date': '2026-12-15', 'reason': " + late + "}"))));
    expect(200, erp.post("/api/reports", report("WHY", "h", "'kind': 'held', 'reason': " + late)));
    assertThat(
            erp.post("/api/reports", report("WHY", "h", "'kind': 'held', 'reason': " + late))
                .body())
        .contains("\"known\":[{");

    JsonNode page = customer.json("/api/orders/WHY");
    assertThat(page.at("/promise/revisions/1/reason").toString()).isEqualTo(late);
    assertThat(page.at("/lines/1/stages/test/hold/reason").toString()).isEqualTo(late);
    assertThat(page.get("heard").toString()).contains("\"reason\":" + late);
  }

  @Test
  void codes_of_operations_and_stations_are_named_by_the_routing() {
    expect(201, erp.put("/api/orders/CODES", json(order(PIECES, ""))));
    expect(
        200,
        erp.post(
            "/api/reports",
            report(
                "CODES",
                "a",
                "'kind': 'progressed', 'good': 1, 'operation': 'op-30', 'station': 'ST-4'")));
    expect(
        200,
        erp.post(
            "/api/reports",
            report(
                "CODES",
                "b",
                "'kind': 'progressed', 'good': 1, 'operation': 'OP-31', 'station': 'ST-5'")));
    expect(
        200,
        erp.post(
            "/api/reports",
            report("CODES", "c", "'kind': 'progressed', 'good': 1, 'operation': 'OP-99'")));

    JsonNode page = customer.json("/api/orders/CODES");
    JsonNode operations = page.at("/lines/1/stages/test/operations");
    assertThat(operations.at("/op-30/name/zh-CN").asText()).isEqualTo("检漏");
    assertThat(operations.at("/OP-31/name").asText()).isEqualTo("OP-31");
    assertThat(operations.at("/OP-99/name").asText()).isEqualTo("Polish");
    JsonNode heard = one(page.get("heard"), "op-30");
    assertThat(heard.at("/names/operation/en").asText()).isEqualTo("Leak test");
    assertThat(heard.at("/names/station/zh-Hans").asText()).isEqualTo("4 号工位");
    assertThat(one(page.get("heard"), "OP-31").has("names")).isFalse();

    JsonNode event = erp.json("/api/orders/CODES/events").at("/events/1");
    assertThat(event.at("/body/operation").asText()).isEqualTo("op-30");
    assertThat(event.at("/names/operation/zh-CN").asText()).isEqualTo("检漏");
    assertThat(erp.json("/api/routings").toString())
        .contains("\"names\":{\"operations\":{\"OP-30\":{\"en\":\"Leak test\"");
  }

  @Test
  void a_glass_link_names_no_operation_that_it_hides() {
    expect(201, erp.put("/api/orders/GLASS", json(order(PIECES, ""))));
    expect(
        200,
        erp.post(
            "/api/reports",
            report(
                "GLASS",
                "a",
                "'kind': 'progressed', 'good': 1, 'operation': 'OP-30', 'station': 'ST-4'")));
    String hidden = glass("[\"reports\"]");
    assertThat(hidden).contains("4 号工位").doesNotContain("检漏").doesNotContain("OP-30");
    assertThat(glass("[\"reports\", \"operations\"]")).contains("检漏");
    assertThat(glass("[]")).doesNotContain("4 号工位").doesNotContain("检漏");
  }

  @Test
  void two_names_of_one_code_are_refused() {
    refused(
        erp.put(
            "/api/routings/twice",
            json("{'stages': [{'code': 'a'}], 'names': {'stations': {'ST-1': 'a', 'st-1': 'b'}}}")),
        "names.stations.st-1",
        "Has two names");
  }

  private static final String PIECES = "'number': 1, 'routing': 'named', 'quantity': 10";

  private static String glass(String fields) {
    String url =
        TestClient.json(erp.post("/api/orders/GLASS/links", "{\"fields\": %s}".formatted(fields)))
            .get("url")
            .asText();
    Token link = new Token(url.substring(url.indexOf('#') + 1));
    TestClient holder =
        TestClient.withSession(
            vitrine, vitrine.vitrine().rooms().links().open(link, Sessions.From.NOWHERE));
    try (Stream<String> lines = holder.lines("/live/events?watch=glass").body()) {
      return lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
    }
  }

  private static JsonNode one(JsonNode heard, String operation) {
    for (JsonNode report : heard) {
      if (report.path("operation").asText().equals(operation)) {
        return report;
      }
    }
    throw new AssertionError(heard.toString());
  }

  private static void refused(HttpResponse<String> answer, String field, String sentence) {
    JsonNode problem = TestClient.json(answer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("detail").asText()).contains(sentence);
  }

  private static HttpResponse<String> place(String number, String text, boolean said) {
    String cancelled = said ? ", 'cancelled': " + text : "";
    String lines =
        """
        'number': 1, 'routing': 'named', 'product': %1$s, 'description': %1$s,
        'requirements': [{'code': 'drop', 'stage': 'test', 'ordered': %1$s, 'waiver': %1$s}]},
        {'number': 2, 'routing': 'named'%2$s"""
            .formatted(text, cancelled);
    return erp.put("/api/orders/" + number, json(order(lines, cancelled)));
  }

  private static String order(String line, String more) {
    return "{'company': 'northwind', 'lines': [{%s}]%s}".formatted(line, more);
  }

  private static String report(String order, String id, String members) {
    return json(
        """
        {'id': '%s', 'order': '%s', 'line': 1, 'stage': 'test', %s, 'source': 'scan',
         'happenedAt': '2026-11-20T10:00:00Z'}"""
            .formatted(id, order, members));
  }

  private static String json(String written) {
    return written.replace('\'', '"');
  }
}
