package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Lines in pieces, in metres and in whatever a plant counts in, over HTTP. */
class UnitsIT {
  private static final String WHOLE =
      " is not a whole number; give the line a unit such as m or kg";

  private static TestVitrine vitrine;
  private static TestClient erp;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    erp = new Shop(vitrine).integrator();
    place("PIECES", "10");
    place("CABLE", "300, \"unit\": \"MTR\"");
    place("SETS", "10, \"unit\": \"set\"");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "10, -, 10, -",
        "10.0, -, 10, -",
        "12.000, -, 12, -",
        "1e1, -, 10, -",
        "120e-1, -, 12, -",
        "1000000000.000, -, 1000000000, -",
        "3.0, pcs, 3, pieces",
        "4, C62, 4, pieces",
        "5, 件, 5, pieces",
        "2, Set, 2, sets",
        "120.5, m, 120.5, m",
        "120.500, Metres, 120.5, m",
        "0.001, KGM, 0.001, kg",
        "1.25e1, 千克, 12.5, kg",
        "7.75, m², 7.75, m2",
        "7.751, ㎡, 7.751, m2",
        "7.75, qm, 7.75, m2",
        "0.3, LTR, 0.3, l",
        "999999999.999, ｋｇ, 999999999.999, kg",
        "2.5, Rolls, 2.5, Rolls",
        "2.5, 卷, 2.5, 卷",
      })
  void a_quantity_is_taken_with_its_unit(
      String quantity, String unit, String taken, String shownUnit) {
    String said = unit == null ? quantity : quantity + ", \"unit\": \"" + unit + "\"";
    String number = "Q " + quantity + " " + unit;
    place(number, said);
    JsonNode line = erp.json(path(number)).at("/lines/1");
    assertThat(line.get("quantity").toString()).isEqualTo(taken);
    assertThat(line.path("unit").asText(null)).isEqualTo(shownUnit);
    assertThat(erp.json("/api/orders?q=" + path(number).substring(12)).toString())
        .contains("\"quantity\":" + taken);
    assertThat(put(number, said).body()).contains("unchanged");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "120.5                    | quantity | “120.5”" + WHOLE,
        "12.50                    | quantity | “12.50”" + WHOLE,
        "1.25e1                   | quantity | “1.25e1”" + WHOLE,
        "0.10                     | quantity | “0.10”" + WHOLE,
        "2.5, 'unit': 'pcs'       | quantity | “2.5”" + WHOLE,
        "2.5, 'unit': '套'        | quantity | “2.5” is not a whole number; a line in sets is counted whole",
        "1.0005, 'unit': 'm'      | quantity | “1.0005” has more than three decimals",
        "1e-4, 'unit': 'kg'       | quantity | “1e-4” has more than three decimals",
        "1e-999999999             | quantity | “1e-999999999” has more than three decimals",
        "1e999999999              | quantity | “1e999999999” is more than 1000000000",
        "1000000000.001           | quantity | “1000000000.001” is more than 1000000000",
        "99999999999999999999     | quantity | “99999999999999999999” is more than 1000000000",
        "0.0, 'unit': 'm'         | quantity | “0.0” is not a quantity above zero",
        "-1.50, 'unit': 'm'       | quantity | “-1.50” is not a quantity above zero",
        "-3                       | quantity | “-3” is not a quantity above zero",
        "'120,5'                  | quantity | “120,5” is a text: give a number, without quotes",
        "'4,5E+09'                | quantity | “4,5E+09” is a text: give a number, without quotes",
        "true                     | quantity | Must be a number",
        "5, 'unit': ''            | unit     | “” is not a unit",
        "5, 'unit': ' '           | unit     | “” is not a unit",
        "5, 'unit': '12.5'        | unit     | “12.5” is not a unit",
        "5, 'unit': 'running metres of cable' | unit | “running metres of cable” is not a unit",
        "5, 'unit': 'a\\u0000b'   | unit     | “a�b” is not a unit",
        "5, 'unit': 3             | unit     | Must be a text",
      },
      quoteCharacter = '`')
  void a_quantity_is_refused_as_it_was_written(String said, String field, String sentence) {
    HttpResponse<String> answer = put("REFUSED", said.strip().replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = TestClient.json(answer);
    assertThat(problem.get("field").asText()).isEqualTo("lines[0]." + field);
    assertThat(problem.get("detail").asText()).contains(sentence);
    assertThat(erp.get("/api/orders/REFUSED").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PIECES | 1.5           | “1.5”" + WHOLE,
        "PIECES | 1.50          | “1.50”" + WHOLE,
        "PIECES | 15e-1         | “15e-1”" + WHOLE,
        "PIECES | 12.0001       | “12.0001” has more than three decimals",
        "PIECES | -3.0          | “-3.0” is not a number from 0 to 1000000000",
        "SETS   | 0.5           | “0.5” is not a whole number; a line in sets is counted whole",
        "CABLE  | 0.0005        | “0.0005” has more than three decimals",
        "CABLE  | -0.50         | “-0.50” is not a number from 0 to 1000000000",
        "CABLE  | 1000000000.5  | “1000000000.5” is more than 1000000000",
        "CABLE  | \"12,5\"      | “12,5” is a text: give a number, without quotes",
      },
      quoteCharacter = '`')
  void a_count_is_refused_alike_however_it_is_sent(String order, String count, String sentence)
      throws IOException {
    for (String field : new String[] {"good", "rejected", "scrapped"}) {
      String report = report(order, "bad", "\"%s\": %s".formatted(field, count));
      JsonNode single = TestClient.json(erp.post("/api/reports", report));
      assertThat(single.get("detail").asText()).isEqualTo(sentence);
      assertThat(single.get("field").asText()).isEqualTo(field);
      String several =
          "[%s, %s]"
              .formatted(
                  report, report(order, "whole " + field + count.hashCode(), "\"good\": 1.0"));
      for (JsonNode answer : new JsonNode[] {array(several), lines(several), zipped(several)}) {
        assertThat(answer.at("/refused/0/reason").asText()).isEqualTo(sentence);
        assertThat(answer.at("/refused/0/field").asText()).endsWith(field);
        assertThat(answer.at("/refused/1").isMissingNode()).isTrue();
      }
    }
  }

  @Test
  void a_cable_is_cut_by_the_metre() {
    place("CUT", "300.0, \"unit\": \"m\"");
    take("CUT", "a", "\"good\": 120.5, \"rejected\": 0.25");
    take("CUT", "b", "\"good\": 0.1");
    take("CUT", "c", "\"good\": 0.2");
    JsonNode stage = erp.json("/api/orders/CUT").at("/lines/1/stages/assembly");
    assertThat(stage.get("through").toString()).isEqualTo("120.8");
    assertThat(stage.get("rejected").toString()).isEqualTo("0.25");
    take("CUT", "d", "\"good\": 179.200");
    stage = erp.json("/api/orders/CUT").at("/lines/1/stages/assembly");
    assertThat(stage.get("through").toString()).isEqualTo("300");
    assertThat(stage.get("state").asText()).isEqualTo("met");
  }

  @Test
  void what_is_finished_with_less_is_short_by_the_rest() {
    place("SHORT", "12.5, \"unit\": \"kg\"");
    take("SHORT", "a", "\"good\": 12.375");
    expect(
        200,
        erp.post(
            "/api/reports",
            report("SHORT", "b", "\"reason\": null").replace("progressed", "finished")));
    assertThat(erp.json("/api/orders/SHORT").at("/lines/1/stages/assembly/shortBy").toString())
        .isEqualTo("0.125");
  }

  @Test
  void a_unit_is_kept_as_it_was_first_written() {
    place("ROLLS", "2.5, \"unit\": \"Rolls\"");
    assertThat(put("ROLLS", "2.5, \"unit\": \"ｒｏｌｌｓ\"").body()).contains("unchanged");
    assertThat(put("ROLLS", "3.5, \"unit\": \"ROLLS\"").body()).contains("changed");
    JsonNode line = erp.json("/api/orders/ROLLS").at("/lines/1");
    assertThat(line.get("quantity").toString()).isEqualTo("3.5");
    assertThat(line.get("unit").asText()).isEqualTo("Rolls");
  }

  @Test
  void a_line_that_was_reported_in_parts_does_not_become_pieces() {
    place("PARTS", "20, \"unit\": \"kg\"");
    take("PARTS", "a", "\"good\": 0.5");
    HttpResponse<String> answer = put("PARTS", "20");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Line 1 has reports with decimals");
    expect(200, put("PARTS", "20, \"unit\": \"l\""));
  }

  @Test
  void the_same_count_written_otherwise_is_known() {
    take("CABLE", "twice", "\"good\": 1.5");
    assertThat(erp.post("/api/reports", report("CABLE", "twice", "\"good\": 15.0e-1")).body())
        .contains("\"known\":[{");
  }

  private static void take(String order, String id, String members) {
    HttpResponse<String> answer = erp.post("/api/reports", report(order, id, members));
    assertThat(answer.body()).contains("\"taken\":[{");
  }

  private static String report(String order, String id, String members) {
    return """
    {"id": "%s", "order": "%s", "stage": "assembly", "kind": "progressed", %s, "source": "scan", "happenedAt": "2026-11-20T10:00:00Z"}"""
        .formatted(id, order, members);
  }

  private static JsonNode array(String several) {
    return TestClient.json(erp.post("/api/reports", several));
  }

  private static JsonNode lines(String several) {
    String lines = several.substring(1, several.length() - 1).replace("}, {", "}\n{");
    return TestClient.json(erp.post("/api/reports", lines, "Content-Type", "application/x-ndjson"));
  }

  private static JsonNode zipped(String several) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(several.getBytes(StandardCharsets.UTF_8));
    }
    return TestClient.json(
        erp.post("/api/reports", bytes.toByteArray(), "Content-Encoding", "gzip"));
  }

  private static void place(String number, String quantity) {
    expect(201, put(number, quantity));
  }

  private static HttpResponse<String> put(String number, String quantity) {
    return erp.put(
        path(number),
        """
        {"company": "northwind", "lines": [{"number": 1, "product": "P", "routing": "split-ac", "quantity": %s}]}"""
            .formatted(quantity));
  }

  private static String path(String number) {
    return "/api/orders/" + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
