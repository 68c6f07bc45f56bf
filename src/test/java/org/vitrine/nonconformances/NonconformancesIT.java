package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.nonconformances.QualityShop.ok;
import static org.vitrine.nonconformances.QualityShop.stages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Something is wrong with what is made: from when it is raised until it is closed. */
class NonconformancesIT {
  private static TestVitrine vitrine;
  private static QualityShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new QualityShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String wrong(String place) {
    return """
    {"title": "Zyq bulges", "problem": "Three of ten", "severity": "critical"%s}\
    """
        .formatted(place.isEmpty() ? "" : ", " + place);
  }

  @Test
  void a_stage_that_is_done_is_in_doubt_for_everybody_until_it_is_closed() {
    shop.shop().order("SO-1");
    shop.shop().good("SO-1", "r1", "Assembly", 500);
    assertThat(stages(shop.amelia(), "SO-1").getFirst()).isEqualTo("met");

    long number = shop.raised(wrong("\"order\": \"so-1\", \"line\": 1, \"stage\": \"assembly\""));

    assertThat(stages(shop.amelia(), "SO-1").getFirst()).isEqualTo("doubted");
    assertThat(stages(shop.zhang(), "SO-1").getFirst()).isEqualTo("doubted");
    shop.shop().good("SO-1", "r2", "Assembly", 10);
    assertThat(stages(shop.amelia(), "SO-1").getFirst()).isEqualTo("doubted");

    shop.done(shop.chen(), number, "closing", "{\"text\": \"The gauge was wrong\"}");

    assertThat(stages(shop.amelia(), "SO-1").getFirst()).isEqualTo("met");
    assertThat(shop.history(number)).containsExactly("raised", "closed");
    shop.done(shop.chen(), number, "reopening", "{\"reason\": \"It was not the gauge\"}");
    assertThat(stages(shop.amelia(), "SO-1").getFirst()).isEqualTo("doubted");
  }

  @Test
  void customers_read_that_it_is_looked_into_and_nothing_of_the_text() {
    shop.shop().order("SO-2");
    long number = shop.raised(wrong("\"order\": \"SO-2\", \"requirement\": \"capacity\""));

    String page = shop.amelia().get("/api/orders/SO-2").body();
    String history = shop.amelia().get("/api/orders/SO-2/events").body();

    assertThat(stages(shop.amelia(), "SO-2").get(1)).isEqualTo("doubted");
    assertThat(history).contains("doubted").contains("final-inspection");
    assertThat(page + history)
        .doesNotContain("Zyq")
        .doesNotContain("critical")
        .doesNotContain(String.valueOf(number))
        .doesNotContain("zhang");
    assertThat(shop.amelia().get("/api/nonconformances/" + number).statusCode()).isEqualTo(403);
  }

  @Test
  void it_says_where_it_showed_and_what_that_is_called() {
    shop.shop().order("SO-3");
    long number =
        shop.raised(
            wrong(
                "\"order\": \"SO-3\", \"line\": 1, \"requirement\": \"capacity\", \"station\": \"S"
                    + " 4\", \"lot\": \"C-2231\", \"piece\": \"SN-1\", \"meeting\": 18"));

    JsonNode about = shop.read(number).get("about");

    assertThat(about.get("stage").asText()).isEqualTo("final-inspection");
    assertThat(about.at("/names/stage/en").asText()).isEqualTo("Final inspection");
    assertThat(about.at("/names/requirement").toString()).contains("Cooling capacity");
    assertThat(about.get("lot").asText()).isEqualTo("C-2231");
    assertThat(about.get("meeting").asLong()).isEqualTo(18);
    JsonNode found = shop.chen().json("/api/nonconformances?order=SO-3&state=open");
    assertThat(found.get("nonconformances").findValuesAsText("number"))
        .containsExactly(String.valueOf(number));
    assertThat(
            shop.chen()
                .json("/api/nonconformances?meeting=18")
                .get("nonconformances")
                .findValuesAsText("number"))
        .containsExactly(String.valueOf(number));
  }

  @Test
  void raised_by_a_message_it_is_about_what_that_is_about() {
    shop.shop().order("SO-4");
    long voice =
        ok(
                201,
                shop.amelia()
                    .post(
                        "/api/voices",
                        """
                        {"order": "SO-4", "line": 1, "stage": "packing", "kind": "complaint", "text": "It hums"}\
                        """))
            .get("number")
            .asLong();

    long number = shop.raised(wrong("\"voice\": " + voice));

    assertThat(shop.read(number).at("/about/order").asText()).isEqualTo("SO-4");
    assertThat(stages(shop.amelia(), "SO-4").get(2)).isEqualTo("doubted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title    | {\"severity\": \"major\"}",
        "title    | {\"title\": \"  \", \"severity\": \"major\"}",
        "severity | {\"title\": \"It leaks\"}",
        "severity | {\"title\": \"It leaks\", \"severity\": \"terrible\"}",
        "order    | {\"title\": \"It leaks\", \"severity\": \"minor\", \"order\": \"SO-999\"}",
        "stage    | {\"title\": \"It leaks\", \"severity\": \"minor\", \"stage\": \"assembly\"}",
        "voice    | {\"title\": \"It leaks\", \"severity\": \"minor\", \"voice\": 4711}",
        "meeting  | {\"title\": \"It leaks\", \"severity\": \"minor\", \"meeting\": 0}",
        "team     | {\"title\": \"It leaks\", \"severity\": \"minor\", \"team\":"
            + " [\"nobody@plant.example\"]}",
        "titel    | {\"titel\": \"It leaks\", \"severity\": \"minor\"}"
      })
  void what_cannot_be_is_refused_at_its_field(String field, String body) {
    JsonNode problem = ok(422, shop.zhang().post("/api/nonconformances", body));
    assertThat(problem.get("field").asText()).isEqualTo(field);
  }

  @Test
  void an_edit_says_what_it_started_from() {
    shop.wu();
    shop.chen();
    long number = shop.raised(wrong("\"team\": [\"chen@plant.example\"]"));
    String path = "/api/nonconformances/" + number;
    String edit =
        """
        {"title": "Zyq bulges", "severity": "major", "team": ["wu@plant.example", "chen@plant.example"]}\
        """;
    JsonNode read = shop.read(number);
    assertThat(read.at("/team/0/email").asText()).isEqualTo("chen@plant.example");

    JsonNode edited = ok(200, shop.chen().put(path, edit, "If-Match", "\"1\""));
    assertThat(edited.at("/team/0/name").asText()).isEqualTo("wu@plant.example");
    assertThat(edited.get("severity").asText()).isEqualTo("major");
    assertThat(edited.has("problem")).isFalse();

    JsonNode late = ok(412, shop.wu().put(path, wrong(""), "If-Match", "\"1\""));
    assertThat(late.at("/current/version").asInt()).isEqualTo(2);
    assertThat(ok(200, shop.wu().put(path, edit)).get("version").asInt())
        .as("the same again is nothing new")
        .isEqualTo(2);
  }

  @Test
  void it_is_closed_when_all_is_done_or_with_a_reason_for_what_is_left() {
    long number = shop.raised(wrong(""));
    String path = "/api/nonconformances/" + number;
    shop.zhang();
    ok(
        201,
        shop.chen()
            .post(
                path + "/actions",
                """
                {"text": "Test all capacitors", "owner": "zhang@plant.example", "due": "2999-01-01"}\
                """
                    .replace("2999", String.valueOf(java.time.Year.now().getValue() + 1))));
    assertThat(shop.read(number).at("/left/0/what").asText()).isEqualTo("actions");
    assertThat(shop.read(number).at("/actions/0/owner").asText()).isEqualTo("zhang@plant.example");

    JsonNode refused = ok(422, shop.chen().post(path + "/closing", "{}"));
    assertThat(refused.get("field").asText()).isEqualTo("left");
    JsonNode closed =
        shop.done(
            shop.chen(),
            number,
            "closing",
            "{\"left\": [{\"what\": \"actions\", \"reason\": \"It goes on in the next"
                + " project\"}]}");

    assertThat(closed.get("state").asText()).isEqualTo("closed");
    JsonNode entry = closed.get("history").get(closed.get("history").size() - 1);
    assertThat(entry.get("by").asText()).isEqualTo("chen@plant.example");
    assertThat(entry.at("/left/0/reason").asText()).isEqualTo("It goes on in the next project");
    ok(409, shop.chen().put(path, wrong("")));
    ok(409, shop.chen().post(path + "/closing", "{}"));
  }

  @Test
  void it_is_found_by_what_is_wrong_and_by_staff_alone() {
    long number = shop.raised(wrong("\"station\": \"Winder 7\""));
    org.vitrine.fixtures.TestWatcher.await(
        "it is found",
        () -> numbersFound(shop.zhang(), "Winder 7").contains("/nonconformances/" + number));
    assertThat(numbersFound(shop.amelia(), "Winder 7")).doesNotContain("nonconformance");
  }

  private static String numbersFound(TestClient by, String text) {
    return by.get("/api/search?text=" + text.replace(" ", "%20")).body();
  }

  @Test
  void who_does_not_decide_cannot_close_it() {
    long number = shop.raised(wrong(""));
    ok(403, shop.zhang().post("/api/nonconformances/" + number + "/closing", "{}"));
    assertThat(
            StreamSupport.stream(
                    shop.zhang()
                        .json("/api/nonconformances?severity=critical")
                        .get("nonconformances")
                        .spliterator(),
                    false)
                .map(row -> row.get("number").asLong()))
        .contains(number);
  }
}
