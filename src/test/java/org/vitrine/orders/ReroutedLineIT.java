package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Kept;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake;
import org.vitrine.intake.OrderSheet;
import org.vitrine.intake.OrderSheetSummary;

/** A line that the plant has reported of does not go to another routing unnoticed. */
class ReroutedLineIT {
  private static final AtomicInteger REPORTS = new AtomicInteger();

  private static TestVitrine vitrine;
  private static TestClient erp;
  @TempDir private static Path files;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    erp = new Shop(vitrine).integrator();
    routing("painted", "Assembl*", "Paint*");
    routing("zinc", "Zinc*", "Dip*");
    routing("all", "Ship*", "*");
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
        "A | \"operation\": \"Assembly\"                                  | painted | that routing"
            + " knows all that was reported (“Assembly”)",
        "B | \"operation\": \"Assembly\";\"operation\": \"Final test\"    | painted | of what was"
            + " reported, that routing knows “Assembly”; no longer shown in stages would be “Final"
            + " test”.",
        "C | \"operation\": \"Final test\";\"operation\": \"Assembly\"    | zinc    | knows"
            + " nothing; no longer shown in stages would be “Assembly”, “Final test”.",
        "D | \"stage\": \"packing\"                                       | painted | knows"
            + " nothing; no longer shown in stages would be “packing”.",
        "E | \"stage\": \"packing\", \"operation\": \"Assembly\"          | painted | knows"
            + " nothing; no longer shown in stages would be “Assembly”.",
        "F | \"operation\": \"Sawing\"                                    | all     | that routing"
            + " knows all that was reported (“Sawing”)",
        "G | \"operation\": \"Sawing\";\"operation\": \"assembling B\"    | painted | that routing"
            + " knows “assembling B”; no longer shown in stages would be “Sawing”."
      })
  void it_is_told_what_would_happen_and_done_when_asked_for(
      String order, String reports, String to, String meaning) {
    expect(201, place(order, "split-ac", ""));
    for (String report : reports.split(";")) {
      report(order, report);
    }
    Kept before = Kept.by(vitrine);
    HttpResponse<String> refused = place(order, to, "");
    expect(409, refused);
    assertThat(TestClient.json(refused).get("detail").asText())
        .startsWith("Line 1 has reports and would move from the routing “split-ac” to “" + to)
        .contains(meaning)
        .contains("“moveReported”: true");
    expect(409, place(order, to, ", \"moveReported\": false"));
    assertThat(Kept.by(vitrine)).isEqualTo(before);

    expect(200, place(order, to, ", \"moveReported\": true"));
    JsonNode page = erp.json("/api/orders/" + order);
    assertThat(page.get("state").asText()).as("never back to not begun").isEqualTo("in-production");
    assertThat(page.at("/lines/1/stages").has("packing")).isFalse();
  }

  @Test
  void a_line_without_reports_goes_where_it_likes() {
    expect(201, place("FREE", "split-ac", ""));
    expect(200, place("FREE", "zinc", ""));
  }

  @Test
  void what_stays_with_its_routing_is_not_asked_about() {
    expect(201, place("STAYS", "split-ac", ""));
    report("STAYS", "\"operation\": \"Assembly\"");
    expect(200, place("STAYS", "split-ac", ", \"customerReference\": \"PO-7\""));
  }

  @Test
  void of_many_operations_some_are_named() {
    expect(201, place("MANY", "split-ac", ""));
    for (int n = 10; n < 25; n++) {
      report("MANY", "\"operation\": \"Sawing " + n + "\"");
    }
    assertThat(place("MANY", "zinc", "").body()).contains("“Sawing 19” and 5 more.");
  }

  @Test
  void a_file_moves_it_only_when_told() throws IOException {
    expect(201, place("FILE", "split-ac", ""));
    report("FILE", "\"operation\": \"Assembly\"");
    Path file = files.resolve("orders.csv");
    Files.writeString(
        file, "order,company,product,quantity,routing\nFILE,northwind,Pump,10,zinc\n");
    OrderSheet sheet = OrderSheet.read(file);

    OrderSheetSummary refused = take(sheet);
    assertThat(refused.refused())
        .singleElement()
        .extracting(OrderSheet.RefusedOrder::order)
        .isEqualTo("FILE");
    assertThat(refused.refused().getFirst().row().reason())
        .contains("no longer shown in stages would be “Assembly”.")
        .contains("--move-reported");
    assertThat(take(sheet.movingReported()).refused()).isEmpty();
    assertThat(take(sheet).nothingNew()).isTrue();
  }

  private static OrderSheetSummary take(OrderSheet sheet) {
    return vitrine
        .vitrine()
        .rooms()
        .intake()
        .place(sheet, Intake.Mode.FOR_REAL, Optional.empty(), () -> false, done -> {});
  }

  private static void routing(String code, String first, String second) {
    expect(
        201,
        erp.put(
            "/api/routings/" + code,
            """
            {"stages": [{"code": "one", "operations": ["%s"]}, {"code": "two", "operations": ["%s"]}]}\
            """
                .formatted(first, second)));
  }

  private static HttpResponse<String> place(String number, String routing, String more) {
    return erp.put(
        "/api/orders/" + number,
        """
        {"company": "northwind"%s, "lines": [
          {"number": 1, "product": "Pump", "quantity": 10, "routing": "%s"}]}\
        """
            .formatted(more, routing));
  }

  private static void report(String order, String named) {
    expect(
        200,
        erp.post(
            "/api/reports",
            """
            {"id": "r%d", "order": "%s", %s, "kind": "progressed", "good": 1, "source": "scan",
             "happenedAt": "2026-11-20T10:00:00Z"}\
            """
                .formatted(REPORTS.incrementAndGet(), order, named)));
  }
}
