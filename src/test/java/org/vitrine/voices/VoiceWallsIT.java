package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Voices behind the second wall: what a company reads and writes, and what only staff ever see. */
class VoiceWallsIT {
  private static TestVitrine vitrine;
  private static VoiceShop shop;
  private static long number;
  private static CompanyId northwind;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new VoiceShop(vitrine);
    northwind = vitrine.vitrine().rooms().companies().find("northwind").orElseThrow().id();
    number = shop.say(shop.customer(), "It leaks");
    shop.act(shop.chen(), number, "notes", "{\"text\": \"zqx note\"}");
    shop.act(shop.chen(), number, "answers", "{\"text\": \"We look at it\"}");
    shop.chen()
        .post(
            "/api/voice-causes", "{\"title\": \"zqx cause\", \"voices\": [%d]}".formatted(number));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static List<String> asPortal(String sql) {
    return vitrine
        .vitrine()
        .database()
        .onBehalfOf(
            Optional.of(northwind.value()),
            queries -> queries.find("test.portal", sql, row -> String.valueOf(row.getValue(0))));
  }

  @Test
  void a_note_and_a_cause_are_not_there_behind_the_wall() {
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(), "SELECT kind FROM voice_event ORDER BY sequence"))
        .contains("noted", "joined");
    assertThat(asPortal("SELECT body::text FROM voice_event"))
        .isNotEmpty()
        .noneMatch(body -> body.contains("zqx"));
    assertThat(asPortal("SELECT coalesce(body::text, '') FROM change"))
        .isNotEmpty()
        .noneMatch(body -> body.contains("zqx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM voice_cause",
        "SELECT * FROM voice_cause_member",
        "SELECT * FROM voice_likeness",
        "SELECT * FROM voice_question",
        "SELECT * FROM voice_care",
        "SELECT * FROM staff_member",
        "UPDATE voice_event SET at = at",
        "DELETE FROM voice_event",
        "UPDATE voice SET department = 'mine'",
        "UPDATE voice SET tier = 'platinum'",
        "UPDATE voice SET assignee_id = 1",
        "INSERT INTO voice_event (company_id, voice, sequence, at, kind, side, body) SELECT company_id, number, 99, now(), 'answered', 'customer', '{}' FROM voice",
        "INSERT INTO voice_event (company_id, voice, sequence, at, kind, side, body) SELECT company_id, number, 99, now(), 'noted', 'customer', '{}' FROM voice",
        "INSERT INTO voice_event (company_id, voice, sequence, at, kind, side, body) SELECT company_id, number, 99, now(), 'added', 'staff', '{}' FROM voice",
        "INSERT INTO voice_event (company_id, voice, sequence, at, kind, side, body, for_staff) SELECT company_id, number, 99, now(), 'added', 'customer', '{}', true FROM voice",
        "INSERT INTO change (kind, key, version, company_id) VALUES ('order.delivered', '1', 1, current_company())",
        "INSERT INTO change (kind, key, version, company_id) VALUES ('voice', '1', 1, 1 + current_company())",
        "INSERT INTO change (kind, key, version) VALUES ('voice', '1', 1)"
      })
  void what_is_not_theirs_to_say_is_refused_by_the_database(String sql) {
    assertThatThrownBy(
            () ->
                vitrine
                    .vitrine()
                    .database()
                    .inTransactionOnBehalfOf(
                        northwind.value(), queries -> queries.execute("test.refused", sql)))
        .hasMessageMatching(
            "(?s).*(permission denied|row-level security|cannot insert a non-DEFAULT value).*");
  }

  @Test
  void the_program_rewrites_nothing_that_happened() {
    for (String sql : List.of("UPDATE voice_event SET at = at", "DELETE FROM voice_event")) {
      assertThatThrownBy(() -> vitrine.vitrine().database().execute("test.refused", sql))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_customer_reads_no_note_no_cause_and_no_gap_where_they_were() {
    String page = shop.page(shop.customer(), number).toString();
    assertThat(page).doesNotContain("zqx").doesNotContain("noted").doesNotContain("cause");
    assertThat(shop.page(shop.customer(), number).get("version").asInt())
        .as("said, seen and answered are all that there is")
        .isEqualTo(3);
    assertThat(shop.page(shop.chen(), number).toString()).contains("zqx note", "zqx cause");
  }

  @Test
  void a_holder_of_a_link_speaks_where_its_maker_allowed_it_and_sees_their_own_alone() {
    TestClient mute = shop.holder(false);
    assertThat(shop.saying(mute, "SO-1", "", "Hello").statusCode()).isEqualTo(403);
    assertThat(mute.get("/api/voices").statusCode()).isEqualTo(403);

    TestClient holder = shop.holder(true);
    shop.shop().order("SO-9");
    assertThat(shop.saying(holder, "SO-9", "", "Not this order").statusCode()).isEqualTo(404);
    long own = shop.say(holder, "SO-1", "\"requirement\": \"capacity\",", "Is it quiet?");
    assertThat(shop.page(holder, own).get("side").asText()).isEqualTo("glass");
    assertThat(holder.get("/api/voices/" + number).statusCode()).isEqualTo(404);
    assertThat(shop.acting(holder, number, "answers", "{\"text\": \"x\"}").statusCode())
        .isEqualTo(404);
    assertThat(holder.json("/api/voices").findValuesAsText("number"))
        .containsExactly(String.valueOf(own));
    shop.act(shop.chen(), own, "answers", "{\"text\": \"Very\"}");
    try (TestWatcher watcher =
        new TestWatcher(vitrine, holder)
            .watch("voices/order/SO-1")
            .watch("voices/" + own)
            .watch("voices/" + number)
            .watch("voices/order/SO-9")
            .watch("voices")
            .watch("inbox")) {
      await(
          "their own",
          () -> watcher.page("voices/order/SO-1") != null && watcher.page("voices/" + own) != null);
      assertThat(watcher.page("voices/order/SO-1").get("voices").properties()).hasSize(1);
      assertThat(watcher.page("voices/" + own).get("thread").findValuesAsText("text"))
          .contains("Very");
      for (String topic : List.of("voices/" + number, "voices/order/SO-9", "voices", "inbox")) {
        await(topic, () -> "not-found".equals(watcher.gone(topic)));
      }
    }
    assertThat(shop.page(shop.customer(), own).get("side").asText())
        .as("the company whose order it is reads it too")
        .isEqualTo("glass");
  }

  @Test
  void what_a_link_does_not_show_nobody_says_anything_about() {
    String made =
        shop.customer().post("/api/orders/SO-1/links", "{\"days\": 3, \"maySpeak\": true}").body();
    assertThat(made).contains("/glass#");
    TestClient holder =
        TestClient.withSession(
            vitrine,
            vitrine
                .vitrine()
                .rooms()
                .links()
                .open(
                    new Token(made.replaceFirst("(?s).*#([A-Za-z0-9_-]+).*", "$1")),
                    Sessions.From.NOWHERE));
    assertThat(shop.saying(holder, "SO-1", "\"requirement\": \"capacity\",", "x").body())
        .isEqualTo(
            shop.saying(holder, "SO-1", "\"requirement\": \"none\",", "x")
                .body()
                .replace("none", "capacity"));
  }

  @Test
  void a_link_that_ends_ends_what_was_said_by_it_for_its_holder() {
    TestClient holder = shop.holder(true);
    long own = shop.say(holder, "SO-1", "", "Still there?");
    long link = shop.customer().json("/api/orders/SO-1/links").at("/links/0/id").asLong();
    for (var one : shop.customer().json("/api/orders/SO-1/links").get("links")) {
      if (one.get("maySpeak").asBoolean() && !one.has("revokedAt")) {
        link = one.get("id").asLong();
        shop.customer().delete("/api/orders/SO-1/links/" + link);
      }
    }
    await("it is over", () -> holder.get("/api/voices/" + own).statusCode() == 401);
    assertThat(asPortal("SELECT number FROM voice WHERE number = " + own)).hasSize(1);
  }

  @Test
  void a_holder_finds_nothing_alike_and_begins_no_list_after_what_others_said() {
    String text = "The condenser fan rattles loudly at night";
    long others = shop.say(shop.customer(), "SO-1", "", text);
    TestClient holder = shop.holder(true);
    String alike = "/api/voices/alike?order=SO-1&text=" + text.replace(" ", "%20");
    assertThat(shop.customer().json(alike).findValuesAsText("number"))
        .contains(String.valueOf(others));
    assertThat(holder.json(alike).get("voices")).isEmpty();
    assertThat(holder.get("/api/voices?after=" + others).statusCode()).isEqualTo(422);
    assertThat(holder.get("/api/voices?after=" + others).body())
        .as("as where there is none")
        .isEqualTo(holder.get("/api/voices?after=1").body());
    assertThat(holder.json("/api/voices?mine=true&text=condenser").get("voices")).isEmpty();
    long own = shop.say(holder, "SO-1", "", text);
    assertThat(holder.json(alike).findValuesAsText("number")).containsExactly(String.valueOf(own));
    assertThat(holder.get("/api/voices?after=" + own).statusCode()).isEqualTo(200);
  }
}
