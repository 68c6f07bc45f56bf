package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.vitrine.fixtures.TestClient;
import org.vitrine.platform.json.Json;

/** Meetings that are over, and what is done with their minutes. */
final class AfterwardsRoom {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

  private final TableShop shop;
  private String written;

  AfterwardsRoom(TableShop shop) {
    this.shop = shop;
  }

  /** The first line of the meeting that was held last. */
  String written() {
    return written;
  }

  /**
   * Held, with Amelia and Chen; a line on the first item, a decision in Chinese, and one of
   * Harbour.
   */
  long held() {
    long number = shop.begin();
    assertDone(shop.amelia().put(path(number, "attendance"), ""), 204);
    assertDone(shop.chen().put(path(number, "attendance"), ""), 204);
    written = line(number, number + "1", "remark", "Joints leak at 3 of 1000");
    line(number, number + "2", "decision", "纸箱四角加护角，下周起执行");
    line(number, number + "3", "remark", "Harbour waits for a pump");
    return number;
  }

  String line(long number, String item, String kind, String text) {
    return TestClient.json(
            assertDone(
                shop.chen()
                    .post(
                        path(number, "lines"),
                        "{\"item\": \"%s\", \"kind\": \"%s\", \"text\": %s}"
                            .formatted(item, kind, Json.text(text))),
                201))
        .get("key")
        .asText();
  }

  long prepared() {
    long number = held();
    state(number, "prepared");
    return number;
  }

  long finished() {
    long number = prepared();
    state(number, "final");
    return number;
  }

  void state(long number, String state) {
    assertDone(
        shop.chen().put("/api/meetings/" + number, "{\"state\": \"%s\"}".formatted(state)), 200);
  }

  HttpResponse<String> want(TestClient by, long number, String line, String text) {
    return by.post(
        path(number, "amendments"),
        "{\"line\": %s, \"text\": %s}".formatted(Json.text(line), Json.text(text)));
  }

  String wanted(long number, String line, String text) {
    return TestClient.json(assertDone(want(shop.amelia(), number, line, text), 201))
        .get("key")
        .asText();
  }

  HttpResponse<String> decide(long number, String key, String outcome) {
    return shop.chen()
        .post(
            path(number, "amendments/" + key + "/decision"),
            "{\"outcome\": \"%s\", \"answer\": \"As the log says\"}".formatted(outcome));
  }

  JsonNode page(TestClient by, long number) {
    return shop.page(by, number);
  }

  String action(long number, String line) {
    return TestClient.json(
            assertDone(
                shop.chen()
                    .post(
                        path(number, "lines/" + line + "/action"),
                        "{\"owner\": \"wu@plant.example\", \"due\": \"%s\"}"
                            .formatted(LocalDate.now(PLANT).plusDays(9))),
                201))
        .get("action")
        .asText();
  }

  void done(String action) {
    assertDone(
        shop.wu()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"done\", \"text\": \"Sent by air\"}"),
        200);
  }

  String text(TestClient by, long number, String language) {
    HttpResponse<byte[]> answer = by.bytes(path(number, "minutes.pdf?language=" + language));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s*\\n\\s*", " ");
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
