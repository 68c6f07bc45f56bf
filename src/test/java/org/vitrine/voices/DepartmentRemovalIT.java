package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** A department goes when nothing is its own; who leaves has nothing; settings leave a trail. */
class DepartmentRemovalIT {
  private static TestVitrine vitrine;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static void department(String code, String stages) {
    HttpResponse<String> answer =
        shop.administrator()
            .put(
                "/api/departments/" + code,
                "{\"name\": \"%s\", \"head\": \"chen@plant.example\", \"stages\": [%s]}"
                    .formatted(code, stages));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static HttpResponse<String> remove(String code) {
    return shop.administrator().ask("DELETE", "/api/departments/" + code);
  }

  private static JsonNode trail(String action) {
    return shop.administrator().json("/api/audit?action=" + action).get("entries");
  }

  @Test
  void what_stands_in_the_way_is_said_and_what_was_closed_has_an_heir() {
    department("paint", "\"paint-*\"");
    long number = shop.say(shop.customer(), "Scratched");
    shop.act(
        shop.chen(), number, "hand-overs", "{\"department\": \"paint\", \"reason\": \"paint\"}");

    assertThat(remove("office").body()).contains("“office” has all the rest");
    assertThat(remove("paint").body()).contains("“paint” still has stages (paint-*)");
    department("paint", "");
    assertThat(remove("paint").body()).contains("“paint” still has 1 open message; hand it on");
    shop.act(shop.chen(), number, "closing", "{}");
    assertThat(remove("paint").statusCode()).isEqualTo(204);
    assertThat(remove("paint").statusCode()).isEqualTo(404);

    shop.act(shop.customer(), number, "reopening", "{\"text\": \"Still scratched\"}");
    JsonNode page = shop.page(shop.chen(), number);
    assertThat(page.at("/department/code").asText()).isEqualTo("quality");
    assertThat(page.get("state").asText()).isEqualTo("open");
    assertThat(page.at("/clock/runs").asBoolean()).isTrue();
    assertThat(shop.thread(shop.customer(), number))
        .containsExactly("said", "handed-on", "closed", "handed-on", "reopened");
    assertThat(trail("department-removed").get(0).get("subject").asText()).isEqualTo("paint");
    assertThat(trail("department-changed").get(0).at("/detail/stages/before/0").asText())
        .isEqualTo("paint-*");
  }

  @Test
  void what_somebody_was_at_who_left_is_with_the_head_again() {
    shop.shop().staff(Role.OPERATOR, "gone@plant.example");
    long gone = shop.person("gone@plant.example");
    long mine = mine();
    long number = shop.say(shop.customer(), "Whose is it?");
    assertThat(mine()).isEqualTo(mine + 1);
    shop.act(shop.chen(), number, "assignment", "{\"person\": %d}".formatted(gone));
    assertThat(mine()).isEqualTo(mine);
    assertThat(shop.page(shop.customer(), number).get("assignee").asText())
        .isEqualTo("gone@plant.example");

    HttpResponse<String> disabled =
        shop.administrator()
            .put(
                "/api/people/" + gone,
                "{\"name\": \"Gone\", \"role\": \"operator\", \"companies\": [], \"disabled\": true}");
    assertThat(disabled.statusCode()).as(disabled.body()).isEqualTo(200);
    for (TestClient reader : new TestClient[] {shop.chen(), shop.customer()}) {
      assertThat(shop.page(reader, number).has("assignee")).isFalse();
    }
    assertThat(row(number).has("assignee")).isFalse();
    assertThat(mine()).isEqualTo(mine + 1);
  }

  @Test
  void what_was_given_to_somebody_at_the_moment_they_left_is_with_the_head_too() {
    shop.shop().staff(Role.OPERATOR, "late@plant.example");
    long late = shop.person("late@plant.example");
    long mine = mine();
    long number = shop.say(shop.customer(), "Given at the wrong moment");
    shop.act(shop.chen(), number, "assignment", "{\"person\": %d}".formatted(late));
    vitrine
        .vitrine()
        .database()
        .execute("test.disable", "UPDATE person SET disabled_at = now() WHERE id = $1", late);
    assertThat(row(number).has("assignee")).isFalse();
    assertThat(shop.page(shop.chen(), number).has("assignee")).isFalse();
    assertThat(mine()).isEqualTo(mine + 1);
  }

  private static JsonNode row(long number) {
    for (JsonNode row : shop.chen().json("/api/voices?mine=true").get("voices")) {
      if (row.get("number").asLong() == number) {
        return row;
      }
    }
    throw new AssertionError("It is not among those of the head");
  }

  /** How many are the head’s of quality, as the inbox counts them. */
  private static long mine() {
    return shop.chen().json("/api/voices?mine=true").get("voices").size();
  }

  @Test
  void changed_settings_stand_in_the_trail_with_what_they_were() {
    shop.administrator()
        .put(
            "/api/commitments",
            "{\"targets\": [{\"tier\": \"gold\", \"kind\": \"wish\", \"seen\": \"PT1H\", \"firstAnswer\": \"PT5H\", \"nextAnswer\": \"PT6H\", \"solved\": \"PT90H\"}]}");
    assertThat(trail("commitments-changed").get(0).at("/detail/gold wish/after/1").asText())
        .isEqualTo("PT5H");
    String questions =
        "{\"questions\": [{\"product\": \"KFR-*\", \"question\": \"Cold?\", \"days\": 9}]}";
    shop.administrator().put("/api/care-questions", questions);
    shop.administrator().put("/api/care-questions", questions);
    assertThat(trail("care-questions-changed")).hasSize(1);
    assertThat(trail("care-questions-changed").get(0).at("/detail/KFR-*/after").asText())
        .isEqualTo("9: Cold?");
    shop.administrator().put("/api/voice-settings", "{\"chosen\": \"wu@plant.example\"}");
    assertThat(trail("voice-settings-changed").get(0).at("/detail/chosen/after").asText())
        .isEqualTo("wu@plant.example");
    shop.administrator()
        .put(
            "/api/notices/rhythm",
            "{\"rhythm\": [{\"readers\": \"customers\", \"tier\": \"gold\", \"topic\": \"stages\", \"mode\": \"off\"}]}");
    assertThat(trail("notice-rhythm-changed").get(0).at("/detail/customers gold stages").toString())
        .isEqualTo("{\"after\":\"off\",\"before\":\"digest\"}");
  }
}
