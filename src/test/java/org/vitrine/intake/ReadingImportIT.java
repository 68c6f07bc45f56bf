package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** Files of what was measured, over HTTP. */
class ReadingImportIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-08T08:00:00Z"));
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient chen;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static JsonNode imported(String query, String file) {
    HttpResponse<String> answer =
        chen.post("/api/imports/readings" + query, file, "Content-Type", "text/csv");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }

  private static JsonNode demand() {
    return chen.json("/api/orders/SO-R1")
        .at("/lines/1/stages/final-inspection/requirements/capacity");
  }

  @Test
  void a_file_is_tried_then_imported_once_then_taken_back() throws IOException {
    shop.order("SO-R1");
    String file = ReadingFilesTest.file("in-fields.dfq");

    JsonNode tried = imported("?dryRun=true", file);

    assertThat(tried.at("/reports/taken").asInt()).isEqualTo(2);
    assertThat(demand().get("measured").asInt()).isZero();
    JsonNode done = imported("?file=in-fields.dfq", file);
    assertThat(done.at("/reports/taken").asInt()).isEqualTo(2);
    assertThat(demand().get("measured").asInt()).isEqualTo(2);
    assertThat(demand().get("value").decimalValue()).isEqualByComparingTo("3502.5");
    assertThat(imported("", file).at("/reports/known").asInt()).isEqualTo(2);

    HttpResponse<String> back =
        chen.post("/api/imports/" + done.get("run").asLong() + "/reversal", "");

    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(demand().get("measured").asInt()).isZero();
  }

  @Test
  void what_a_file_calls_otherwise_is_mapped_once_and_remembered() throws IOException {
    shop.order("SO-R2");
    String file = ReadingFilesTest.file("many-in-a-line.dfq").replace("SO-R1", "SO-R2");
    JsonNode refused = imported("?dryRun=true", file);
    assertThat(refused.get("refused").asInt()).as("diameters nobody demanded").isEqualTo(2);
    assertThat(refused.at("/refusals/0/reason").asText()).contains("capacity", "column mapping");
    HttpResponse<String> preview =
        chen.post("/api/imports/readings/preview", file, "Content-Type", "text/csv");
    String headers = TestClient.json(preview).get("columns").toString();
    HttpResponse<String> saved =
        chen.put(
            "/api/column-mappings/cmm",
            """
            {"kind": "readings", "headers": %s,
             "mapping": {"values": {"requirement": {"d1": "capacity"}}}}\
            """
                .formatted(headers));
    assertThat(saved.statusCode()).as(saved.body()).isLessThan(300);

    JsonNode mapped = imported("?dryRun=true&columns=remembered", file);

    assertThat(mapped.at("/refusals/0/column").asText()).as("mm are no W").isEqualTo("unit");
  }
}
