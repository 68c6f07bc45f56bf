package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/**
 * A plant with three customers, each with a contact and an order, and somebody who keeps meetings.
 */
public final class MeetingRoom {
  private final TestVitrine vitrine;
  private final Shop shop;
  private final TestClient chen;
  private final TestClient amelia;
  private final TestClient jonas;
  private final TestClient mia;

  public MeetingRoom(TestVitrine vitrine) {
    this.vitrine = vitrine;
    this.shop = new Shop(vitrine);
    this.chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    this.amelia = shop.contact("northwind", "amelia@northwind.example");
    this.jonas = shop.contact("baltic", "jonas@baltic.example");
    this.mia = shop.contact("cedar", "mia@cedar.example");
    shop.order("SO-1", "northwind");
    shop.order("SO-2", "baltic");
    shop.order("SO-3", "cedar");
  }

  public Shop shop() {
    return shop;
  }

  /** Keeps meetings. */
  public TestClient chen() {
    return chen;
  }

  /** Amelia of Northwind. */
  public TestClient amelia() {
    return amelia;
  }

  /** Jonas of Baltic. */
  public TestClient jonas() {
    return jonas;
  }

  /** Mia of Cedar. */
  public TestClient mia() {
    return mia;
  }

  /** Plans one at this time of Foshan; returns its number. */
  public long plan(String title, String start, String more) {
    HttpResponse<String> answer = planning(title, start, more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("number").asLong();
  }

  public HttpResponse<String> planning(String title, String start, String more) {
    return chen.post(
        "/api/meetings",
        """
        {"kind": "quality-improvement", "title": "%s", "start": "%s", "zone": "Asia/Shanghai", "minutes": 60%s}"""
            .formatted(title, start, more));
  }

  /** Asks these companies; returns how many people were. */
  public int ask(long meeting, String... companies) {
    HttpResponse<String> answer =
        chen.post(
            "/api/meetings/" + meeting + "/invitations",
            "{\"asked\": {\"companies\": [%s]}}".formatted(quoted(companies)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("invited").asInt();
  }

  private static String quoted(String... names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }

  /** A complaint about final inspection of an order. */
  public long complain(TestClient by, String order, String text) {
    HttpResponse<String> answer =
        by.post(
            "/api/voices",
            """
            {"order": "%s", "stage": "final-inspection", "kind": "complaint", "text": "%s"}"""
                .formatted(order, text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("number").asLong();
  }

  /** A reading of the cooling capacity, which is to be between 3,325 and 3,675 W. */
  public void reading(String order, String id, int value) {
    HttpResponse<String> answer =
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "%s", "line": 1, "kind": "reading", "requirement": "capacity", "unit": "%s",
                 "value": %d, "source": "machine", "happenedAt": "%s"}"""
                    .formatted(id, order, id, value, vitrine.vitrine().clock().instant()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  public JsonNode page(TestClient by, long meeting) {
    return by.json("/api/meetings/" + meeting);
  }

  /** The items of an agenda in their order, as this reader sees it. */
  public List<JsonNode> items(TestClient by, long meeting) {
    JsonNode page = page(by, meeting);
    return page.get("agenda")
        .valueStream()
        .map(key -> page.get("items").get(key.asText()))
        .toList();
  }

  /** The key of the item that has this title. */
  public String item(TestClient by, long meeting, String title) {
    return page(by, meeting)
        .get("items")
        .propertyStream()
        .filter(item -> item.getValue().get("title").asText().equals(title))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no item " + title));
  }

  public HttpResponse<String> edit(long meeting, String item, String said) {
    return chen.put("/api/meetings/%d/items/%s".formatted(meeting, item), said);
  }

  /** Everything that was said and done until now is on the agendas that it belongs to. */
  public void agendasAreMade() {
    vitrine.vitrine().rooms().meetings().makeAgendas();
  }

  public List<String> find(String sql) {
    return TestDatabase.find(vitrine.databaseUrl(), sql);
  }
}
