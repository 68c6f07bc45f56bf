package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** What people decide about an order, and what becomes of it when its program sends it again. */
class OrderActsIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient erp;
  private static TestClient anna;
  private static TestClient carol;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    erp = shop.integrator();
    anna = shop.staff(Role.ACCOUNT_MANAGER, "anna@vitrine.example");
    carol = shop.contact("northwind", "carol@northwind.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_promise_moves_with_a_reason_that_the_customer_reads() {
    send("SO-1", "");
    assertThat(refused(promise("SO-1", "\"date\": \"2027-01-15\""))).isEqualTo("reason");
    assertThat(promise("SO-1", "\"date\": \"2027-01-15\", \"reason\": {\"en\": \"late seals\"}"))
        .satisfies(OrderActsIT::worked);
    assertThat(carol.json("/api/orders/SO-1").at("/promise/current").asText())
        .isEqualTo("2027-01-15");
    assertThat(anna.json("/api/orders/SO-1/promise").at("/promise/reason/en").asText())
        .isEqualTo("late seals");
    assertThat(refused(promise("SO-1", "\"date\": \"1970-01-01\", \"reason\": \"x\"")))
        .isEqualTo("date");
  }

  @Test
  void why_a_promise_moved_and_on_whose_side_stands_in_the_history() {
    send("SO-20", "");
    assertThat(
            refused(
                promise(
                    "SO-20",
                    "\"date\": \"2027-01-15\", \"reason\": \"x\", \"cause\": \"customer-asked\"")))
        .isEqualTo("askedBy");
    assertThat(
            refused(
                promise(
                    "SO-20",
                    "\"date\": \"2027-01-15\", \"reason\": \"x\", \"side\": \"customer\"")))
        .isEqualTo("side");
    assertThat(
            promise(
                "SO-20",
                "\"date\": \"2027-01-15\", \"reason\": \"no seals\", \"cause\": \"supplier-late\""))
        .satisfies(OrderActsIT::worked);
    assertThat(promise("SO-20", "\"date\": \"2027-01-18\", \"reason\": \"no paint\""))
        .satisfies(OrderActsIT::worked);
    JsonNode revisions = carol.json("/api/orders/SO-20").at("/promise/revisions");
    assertThat(revisions.at("/1/cause").asText()).isEqualTo("supplier-late");
    assertThat(revisions.at("/1/side").asText()).isEqualTo("supplier");
    assertThat(revisions.at("/2/cause").asText()).isEqualTo("other");
    assertThat(revisions.at("/2/side").asText()).isEqualTo("ours");
    assertThat(carol.json("/api/orders/SO-20/events").toString())
        .contains("\"cause\":\"supplier-late\"", "\"side\":\"supplier\"");
    assertThat(carol.json("/api/orders/SO-20/events").at("/events/0/body").toString())
        .as("of whole lines customers see what their page shows")
        .doesNotContain("routing");
    assertThat(anna.json("/api/orders/SO-20/promise").at("/promise/cause").asText())
        .isEqualTo("other");
  }

  @Test
  void whoever_has_not_read_the_newest_word_is_shown_it() {
    send("SO-2", "");
    String read = anna.json("/api/orders/SO-2/promise").get("version").asText();
    promise("SO-2", "\"date\": \"2027-01-15\", \"reason\": \"late seals\"");
    HttpResponse<String> late =
        anna.ask(
            "PUT",
            "/api/orders/SO-2/promise",
            "{\"date\": \"2027-02-15\", \"reason\": \"late paint\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            "\"" + read + "\"");
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(TestClient.json(late).at("/current/promise/date").asText()).isEqualTo("2027-01-15");
    assertThat(TestClient.json(late).get("changedBy").asText()).isEqualTo("anna@vitrine.example");
  }

  @Test
  void what_a_program_repeats_does_not_undo_a_promise_and_what_it_says_anew_does() {
    send("SO-3", "");
    promise("SO-3", "\"toBeConfirmed\": true, \"reason\": \"the mould broke\"");
    assertThat(send("SO-3", "").get("outcome").asText()).isEqualTo("unchanged");
    assertThat(carol.json("/api/orders/SO-3").at("/promise/current").isMissingNode()).isTrue();
    order("SO-3", "{\"date\": \"2027-03-01\"}", "", "");
    assertThat(carol.json("/api/orders/SO-3").at("/promise/current").asText())
        .isEqualTo("2027-03-01");
    order("SO-3", "{\"date\": \"2026-12-12\", \"reason\": \"after all\"}", "", "");
    assertThat(carol.json("/api/orders/SO-3").at("/promise/current").asText())
        .as("it has changed its mind, so its first day counts again")
        .isEqualTo("2026-12-12");
  }

  @Test
  void what_was_cancelled_here_stays_so_when_a_program_sends_it_as_before() {
    send("SO-4", "");
    assertThat(refused(anna.put("/api/orders/SO-4/cancellation", "{}"))).isEqualTo("reason");
    assertThat(anna.put("/api/orders/SO-4/cancellation", "{\"reason\": \"never built\"}"))
        .satisfies(OrderActsIT::worked);
    assertThat(send("SO-4", "").get("outcome").asText()).isEqualTo("unchanged");
    assertThat(state("SO-4")).isEqualTo("cancelled");
    assertThat(promise("SO-4", "\"date\": \"2027-01-15\", \"reason\": \"x\"").statusCode())
        .isEqualTo(409);
    order("SO-4", "{\"date\": \"2026-12-12\"}", ", \"cancelled\": \"by the ERP\"", "");
    send("SO-4", "");
    assertThat(state("SO-4")).as("the program took its own word back").isEqualTo("waiting");
  }

  @Test
  void what_a_program_cancelled_and_people_took_up_again_stays_so() {
    order("SO-5", "{\"date\": \"2026-12-12\"}", ", \"cancelled\": \"by the ERP\"", "");
    assertThat(anna.delete("/api/orders/SO-5/cancellation")).satisfies(OrderActsIT::worked);
    order("SO-5", "{\"date\": \"2026-12-12\"}", ", \"cancelled\": \"by the ERP\"", "");
    assertThat(state("SO-5")).isEqualTo("waiting");
    order("SO-5", "{\"date\": \"2026-12-12\"}", ", \"cancelled\": \"for another reason\"", "");
    assertThat(state("SO-5")).isEqualTo("cancelled");
  }

  @Test
  void a_line_is_cancelled_by_itself_and_the_history_says_why() {
    send("SO-6", "");
    assertThat(
            anna.put(
                "/api/orders/SO-6/cancellation", "{\"line\": 2, \"reason\": \"ordered twice\"}"))
        .satisfies(OrderActsIT::worked);
    send("SO-6", "");
    assertThat(carol.json("/api/orders/SO-6").at("/lines/2/state").asText()).isEqualTo("cancelled");
    assertThat(anna.delete("/api/orders/SO-6/cancellation?line=2")).satisfies(OrderActsIT::worked);
    assertThat(kinds("SO-6"))
        .contains("line-cancelled", "line-reinstated")
        .doesNotContain("changed");
    assertThat(
            refused(anna.put("/api/orders/SO-6/cancellation", "{\"line\": 9, \"reason\": \"x\"}")))
        .isEqualTo("line");
  }

  @Test
  void a_program_that_changes_something_else_changes_that_alone() {
    send("SO-7", "");
    anna.put("/api/orders/SO-7/cancellation", "{\"line\": 2, \"reason\": \"ordered twice\"}");
    promise("SO-7", "\"date\": \"2027-01-15\", \"reason\": \"late seals\"");
    order("SO-7", "{\"date\": \"2026-12-12\"}", ", \"customerReference\": \"PO-8\"", "");
    JsonNode page = carol.json("/api/orders/SO-7");
    assertThat(page.get("customerReference").asText()).isEqualTo("PO-8");
    assertThat(page.at("/lines/2/state").asText()).isEqualTo("cancelled");
    assertThat(page.at("/promise/current").asText()).isEqualTo("2027-01-15");
  }

  private static JsonNode send(String number, String more) {
    return order(number, "{\"date\": \"2026-12-12\"}", "", more);
  }

  private static JsonNode order(String number, String promise, String fields, String ofLine) {
    HttpResponse<String> answer =
        erp.put(
            "/api/orders/" + number,
            """
            {"company": "northwind", "promise": %s%s, "lines": [
              {"number": 1, "routing": "split-ac", "quantity": 5%s},
              {"number": 2, "routing": "split-ac", "quantity": 5}]}\
            """
                .formatted(promise, fields, ofLine));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return TestClient.json(answer);
  }

  private static HttpResponse<String> promise(String number, String fields) {
    return anna.put("/api/orders/" + number + "/promise", "{" + fields + "}");
  }

  private static void worked(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(TestClient.json(answer).get("outcome").asText()).isEqualTo("changed");
  }

  private static String refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return TestClient.json(answer).get("field").asText();
  }

  private static String state(String number) {
    return carol.json("/api/orders/" + number).get("state").asText();
  }

  private static List<String> kinds(String number) {
    JsonNode events = carol.json("/api/orders/" + number + "/events").get("events");
    return StreamSupport.stream(events.spliterator(), false)
        .map(event -> event.get("kind").asText())
        .toList();
  }
}
