package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Requirements that are let go, by one person or by two. */
class WaiversIT {
  private static final String CAPACITY = "\"line\": 1, \"requirement\": \"capacity\"";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient li;
  private static TestClient wang;
  private static TestClient carol;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    li = shop.staff(Role.QUALITY_MANAGER, "li@vitrine.example");
    wang = shop.staff(Role.ADMINISTRATOR, "wang@vitrine.example");
    carol = shop.contact("northwind", "carol@northwind.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @AfterEach
  void one_person_may_again() {
    secondPerson(false);
  }

  private static void secondPerson(boolean needed) {
    assertThat(
            wang.put("/api/waiver-settings", "{\"secondPerson\": %s}".formatted(needed))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void one_person_waives_with_a_reason_that_the_customer_reads_and_takes_it_back() {
    shop.order("SO-1");
    assertThat(field(post(li, "SO-1", "", ""))).isEqualTo("reason");
    assertThat(state(post(li, "SO-1", "", "agreed by phone"))).isEqualTo("waived");
    assertThat(demand("SO-1").get("verdict").asText()).isEqualTo("waived");
    assertThat(demand("SO-1").get("waiver").asText()).isEqualTo("agreed by phone");

    shop.order("SO-1");
    assertThat(demand("SO-1").get("verdict").asText())
        .as("its program sends it as before")
        .isEqualTo("waived");

    assertThat(state(li.delete("/api/orders/SO-1/waivers?line=1&requirement=capacity")))
        .isEqualTo("withdrawn");
    assertThat(demand("SO-1").get("verdict").asText()).isEqualTo("pending");
    assertThat(kinds(carol, "SO-1")).contains("waived", "waiver-withdrawn");
  }

  @Test
  void where_two_have_to_agree_it_counts_until_another_confirms() {
    secondPerson(true);
    shop.order("SO-2");
    assertThat(state(post(li, "SO-2", "", "agreed by phone"))).isEqualTo("asked");
    assertThat(demand("SO-2").get("verdict").asText()).isEqualTo("pending");
    assertThat(kinds(carol, "SO-2")).doesNotContain("waiver-asked");
    assertThat(kinds(wang, "SO-2")).contains("waiver-asked");
    JsonNode asked = wang.json("/api/waivers?state=asked&order=SO-2").at("/waivers/0");
    assertThat(asked.get("askedBy").asText()).isEqualTo("li@vitrine.example");

    assertThat(post(li, "SO-2", "/confirmation", "").statusCode()).isEqualTo(409);
    assertThat(field(post(wang, "SO-2", "/confirmation", ""))).isEqualTo("reason");
    assertThat(post(wang, "SO-2", "/confirmation", "agreed by letter").statusCode())
        .as("not what was asked for")
        .isEqualTo(409);
    assertThat(state(post(wang, "SO-2", "/confirmation", "agreed by phone"))).isEqualTo("waived");
    assertThat(demand("SO-2").get("waiver").asText()).isEqualTo("agreed by phone");
    assertThat(wang.json("/api/waivers?state=asked&order=SO-2").get("waivers")).isEmpty();
    assertThat(post(wang, "SO-2", "/confirmation", "").statusCode()).isEqualTo(409);
  }

  @Test
  void another_declines_with_a_reason_that_only_staff_read() {
    secondPerson(true);
    shop.order("SO-3");
    post(li, "SO-3", "", "agreed by phone");
    assertThat(field(post(wang, "SO-3", "/refusal", ""))).isEqualTo("reason");
    assertThat(state(post(wang, "SO-3", "/refusal", "measure it again"))).isEqualTo("declined");
    assertThat(demand("SO-3").get("verdict").asText()).isEqualTo("pending");
    assertThat(carol.get("/api/orders/SO-3/events").body()).doesNotContain("measure it again");
    assertThat(state(post(li, "SO-3", "", "measured, still fine"))).isEqualTo("asked");
  }

  @Test
  void an_order_sent_whole_by_a_person_waives_nothing_past_the_second() {
    secondPerson(true);
    shop.order("SO-4");
    JsonNode placed = wang.json("/api/orders/SO-4/placed");
    String waived =
        placed
            .toString()
            .replace("\"code\":\"capacity\"", "\"code\":\"capacity\",\"waiver\":\"so it is\"")
            .replaceAll(",\"version\":\\d+", "");
    assertThat(field(wang.put("/api/orders/SO-4", waived))).isEqualTo("lines[0].requirements");
    secondPerson(false);
    assertThat(wang.put("/api/orders/SO-4", waived).statusCode()).isEqualTo(200);
  }

  @Test
  void a_file_waives_nothing_past_those_who_may() {
    shop.order("SO-5");
    TestClient manager = shop.staff(Role.ACCOUNT_MANAGER, "han@vitrine.example");
    String file =
        """
        order,company,line,product,quantity,routing,requirement,stage,minimum,maximum,waiver
        SO-5,northwind,1,KFR-35,500,split-ac,capacity,final-inspection,3325,3675,so it is
        """;
    HttpResponse<String> answer = manager.post("/api/imports/orders", file);
    assertThat(answer.body()).contains("Waive requirements on the order's page");
    assertThat(demand("SO-5").get("verdict").asText()).isEqualTo("pending");
  }

  private static HttpResponse<String> post(
      TestClient who, String order, String part, String reason) {
    String why = reason.isEmpty() ? "" : ", \"reason\": \"" + reason + "\"";
    return who.post("/api/orders/" + order + "/waivers" + part, "{" + CAPACITY + why + "}");
  }

  private static String state(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("state").asText();
  }

  private static String field(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return TestClient.json(answer).get("field").asText();
  }

  private static JsonNode demand(String order) {
    return carol
        .json("/api/orders/" + order)
        .at("/lines/1/stages/final-inspection/requirements/capacity");
  }

  private static List<String> kinds(TestClient who, String order) {
    JsonNode events = who.json("/api/orders/" + order + "/events").get("events");
    return StreamSupport.stream(events.spliterator(), false)
        .map(event -> event.get("kind").asText())
        .toList();
  }
}
