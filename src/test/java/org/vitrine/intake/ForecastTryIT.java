package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.MadeUpLog;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Forecasts are tried on a log over HTTP, and nothing is left of it. */
class ForecastTryIT {
  private static final String ADDRESS = "/api/forecasts/evaluate";

  private static TestVitrine vitrine;
  private static TestClient quality;
  private static TestClient manager;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    quality = shop.staff(Role.QUALITY_MANAGER, "chen@example.org");
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wei@example.org");
    customer = shop.contact("northwind", "anna@example.org");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static JsonNode tried(byte[] file, String more) {
    return TestClient.json(quality.post(ADDRESS + more, file, "Content-Type", "text/csv"));
  }

  private static byte[] log(int orders) {
    return MadeUpLog.text(orders).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void it_says_what_pages_would_have_said_and_stores_nothing() {
    JsonNode found = tried(log(60), "?zone=%2B02:00");

    assertThat(found.at("/orders").asInt()).isEqualTo(60);
    assertThat(found.at("/reports").asInt()).isEqualTo(360);
    assertThat(found.at("/read/zone").asText()).isEqualTo("+02:00");
    assertThat(found.at("/read/stages").toString())
        .isEqualTo("[\"Turning\",\"Lapping\",\"Packing\"]");
    assertThat(found.at("/methods/0/method").asText()).isEqualTo("shown");
    assertThat(found.at("/methods/0/nineOfTen/byReport").asDouble()).isBetween(0.5, 1.0);
    assertThat(found.at("/range/nineOfTen").asDouble())
        .isGreaterThan(found.at("/range/half").asDouble());
    assertThat(found.at("/range/lately/held").asDouble()).isBetween(0.0, 1.0);
    assertThat(found.at("/weeks").size()).isBetween(3, 12);
    assertThat(found.at("/weeks/0/nineOfTen").asDouble())
        .isGreaterThan(found.at("/weeks/0/half").asDouble());
    assertThat(found.toString()).doesNotContain("NaN");
    assertThat(manager.get("/api/orders/WO-1").statusCode()).isEqualTo(404);
    assertThat(quality.json("/api/imports").at("/imports").size()).isZero();
  }

  @Test
  void whoever_reads_forecasts_may_try_them_and_a_customer_may_not() {
    assertThat(manager.post(ADDRESS, log(20), "Content-Type", "text/csv").statusCode())
        .isEqualTo(200);
    assertThat(customer.post(ADDRESS, log(20), "Content-Type", "text/csv").statusCode())
        .isEqualTo(403);
  }

  @Test
  void what_the_log_does_not_say_can_be_said() {
    JsonNode found = tried(log(60), "?planHours=80&days=mon,tue,wed,thu,fri");

    assertThat(found.at("/read/planHours").asDouble()).isEqualTo(80);
    assertThat(found.at("/read/worked").toString())
        .isEqualTo("[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\"]");
  }

  @Test
  void a_workbook_and_other_encodings_are_read() {
    byte[] workbook = TestWorkbook.ofTexts(MadeUpLog.rows(40).toArray(String[]::new));
    byte[] chinese =
        MadeUpLog.text(40).replace("Turning", "车削").getBytes(Charset.forName("GB18030"));

    assertThat(tried(workbook, "").at("/orders").asInt()).isEqualTo(40);
    assertThat(tried(chinese, "?encoding=GB18030").at("/read/stages/0").asText()).isEqualTo("车削");
  }

  @Test
  void columns_that_were_mapped_before_are_found_again() {
    byte[] theirs =
        MadeUpLog.text(40).replaceFirst("order,part", "job,item").getBytes(StandardCharsets.UTF_8);
    List<String> headers =
        List.of(MadeUpLog.rows(1).getFirst().replaceFirst("order,part", "job,item").split(","));
    assertThat(quality.post(ADDRESS, theirs, "Content-Type", "text/csv").statusCode())
        .isEqualTo(422);
    String mapping =
        "{\"kind\":\"plant-log\",\"headers\":[\"%s\"],\"mapping\":{\"columns\":{\"order\":\"job\",\"part\":\"item\",%s}}}"
            .formatted(
                String.join("\",\"", headers),
                String.join(
                    ",",
                    headers.subList(2, headers.size()).stream()
                        .map(name -> "\"%s\":\"%s\"".formatted(name, name))
                        .toList()));
    assertThat(quality.put("/api/column-mappings/jobs", mapping).statusCode()).isEqualTo(201);

    assertThat(tried(theirs, "").at("/orders").asInt()).isEqualTo(40);
    assertThat(tried(theirs, "?columns=jobs").at("/orders").asInt()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({
    "zone=Mars, zone",
    "planHours=0, planHours",
    "planHours=NaN, planHours",
    "days=someday, days",
    "encoding=klingon, encoding",
    "more=1, more",
  })
  void what_makes_no_sense_is_refused_with_its_name(String query, String field) {
    var answer = quality.post(ADDRESS + "?" + query, log(20), "Content-Type", "text/csv");

    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(answer.body()).contains(field);
  }

  @Test
  void a_log_that_says_too_little_is_refused_in_a_sentence() {
    var few = quality.post(ADDRESS, log(4), "Content-Type", "text/csv");
    var none = quality.post(ADDRESS, new byte[0], "Content-Type", "text/csv");
    var other =
        quality.post(
            ADDRESS, "{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");

    assertThat(few.statusCode()).isEqualTo(422);
    assertThat(few.body()).contains("at least 10 orders");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(other.statusCode()).isEqualTo(415);
  }
}
