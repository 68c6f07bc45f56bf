package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What went wrong is talked about at the next meeting, by each company as its own. */
class NonconformanceAgendaIT {
  private static TestVitrine vitrine;
  private static MeetingRoom room;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(new TestClock(Instant.parse("2026-11-20T00:00:00Z")));
    room = new MeetingRoom(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  private static void put(String path, String body) {
    assertThat(room.shop().integrator().put(path, body).statusCode()).as(path).isEqualTo(201);
  }

  private static void shipped(String order, String serial) {
    put(
        "/api/pieces/" + serial,
        """
        {"product": "Motor", "order": "%s", "line": 1, "from": [{"lot": "C-7", "product": "Capacitor"}]}\
        """
            .formatted(order));
    put(
        "/api/orders/" + order + "/shipments/DN-" + order,
        """
        {"leftOn": "2026-11-10", "items": [{"line": 1, "quantity": 1, "serials": ["%s"]}]}\
        """
            .formatted(serial));
  }

  private static JsonNode post(String path, String body) {
    return TestClient.json(room.chen().post("/api/nonconformances" + path, body));
  }

  private static List<JsonNode> wrong(TestClient reader, long meeting) {
    return room.items(reader, meeting).stream()
        .filter(item -> item.at("/facts/of").asText().equals("nonconformance"))
        .toList();
  }

  @Test
  void each_company_has_its_own_on_the_agenda_and_nobody_learns_of_others() {
    shipped("SO-1", "N-1");
    shipped("SO-2", "N-2");
    long number =
        post(
                "",
                """
                {"title": "Zyq capacitors bulge", "severity": "critical", "order": "SO-1", "line": 1,
                 "requirement": "capacity"}\
                """)
            .get("number")
            .asLong();
    long inHouse =
        post("", "{\"title\": \"Zyq crane creaks\", \"severity\": \"minor\"}")
            .get("number")
            .asLong();
    TestWatcher.await(
        "both left",
        () ->
            post("/" + number + "/containment?preview", "{\"lots\": [\"C-7\"]}")
                    .at("/road/pieces")
                    .asInt()
                == 2);
    post("/" + number + "/containment", "{\"lots\": [\"C-7\"]}");
    long meeting = room.plan("November", "2026-12-08T14:00", "");
    room.ask(meeting, "northwind", "baltic");

    TestWatcher.await(
        "all of it is on the agenda",
        () -> {
          room.agendasAreMade();
          return wrong(room.chen(), meeting).size() == 3;
        });

    assertThat(wrong(room.amelia(), meeting))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("title").asText()).isEqualTo("Final inspection");
              assertThat(item.at("/sources/0/facts/order").asText()).isEqualTo("SO-1");
              assertThat(item.at("/figures/companies").asInt()).isEqualTo(1);
              assertThat(item.get("opened").asBoolean()).isFalse();
            });
    assertThat(wrong(room.jonas(), meeting))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("title").asText()).isEqualTo("Something that went wrong");
              assertThat(item.at("/figures/companies").asInt()).isEqualTo(1);
            });
    assertThat(room.page(room.jonas(), meeting).toString())
        .doesNotContain("Zyq", "SO-1", "Final inspection", "orthwind");
    assertThat(room.page(room.amelia(), meeting).toString()).doesNotContain("Zyq", "SO-2");

    post("/" + inHouse + "/closing", "{}");
    TestWatcher.await(
        "it is solved",
        () -> {
          room.agendasAreMade();
          return wrong(room.chen(), meeting).stream()
                  .filter(item -> item.at("/sources/0/open").asBoolean())
                  .count()
              == 2;
        });
  }
}
