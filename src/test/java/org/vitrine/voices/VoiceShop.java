package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.Company;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/**
 * A shop whose customers speak, and whose departments answer: quality has final inspection,
 * refrigerant has assembly, the office has all the rest.
 */
public final class VoiceShop {
  private final TestVitrine vitrine;
  private final Shop shop;
  private TestClient customer;
  private TestClient chen;
  private TestClient wu;
  private TestClient manager;
  private TestClient administrator;

  public VoiceShop(TestVitrine vitrine) {
    this.vitrine = vitrine;
    this.shop = new Shop(vitrine);
    signIn();
    department("quality", "chen@plant.example", "\"final-inspection\"", false);
    department("refrigerant", "wu@plant.example", "\"assembly\"", false);
    department("office", "host@plant.example", "", true);
    shop.order("SO-1");
  }

  /** Everybody signs in anew: sessions end sooner than messages are solved. */
  public void signIn() {
    customer = shop.contact("northwind", "amelia@northwind.example");
    chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    wu = shop.staff(Role.OPERATOR, "wu@plant.example");
    manager = managerOf("northwind", "li.wen@plant.example");
    administrator = shop.staff(Role.ADMINISTRATOR, "host@plant.example");
  }

  private void department(String code, String head, String stages, boolean fallback) {
    HttpResponse<String> answer =
        administrator.put(
            "/api/departments/" + code,
            """
            {"name": {"en": "%s", "zh-CN": "部门 %s"}, "head": "%s", "members": ["%s"], "stages": [%s], "fallback": %s}"""
                .formatted(code, code, head, head, stages, fallback));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** Who looks after a company, signed in. */
  public TestClient managerOf(String company, String email) {
    Company known = vitrine.vitrine().rooms().companies().find(company).orElseThrow();
    long person =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(List.of(known.id()), email, email, Role.ACCOUNT_MANAGER);
    return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  public Shop shop() {
    return shop;
  }

  /** Amelia of Northwind, which is gold. */
  public TestClient customer() {
    return customer;
  }

  /** Heads quality. */
  public TestClient chen() {
    return chen;
  }

  /** Heads refrigerant. */
  public TestClient wu() {
    return wu;
  }

  /** Looks after Northwind. */
  public TestClient manager() {
    return manager;
  }

  public TestClient administrator() {
    return administrator;
  }

  /** Says something about final inspection; returns the number. */
  public long say(TestClient by, String text) {
    return say(by, "SO-1", "\"stage\": \"final-inspection\",", text);
  }

  public long say(TestClient by, String order, String where, String text) {
    HttpResponse<String> answer = saying(by, order, where, text);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("number").asLong();
  }

  public HttpResponse<String> saying(TestClient by, String order, String where, String text) {
    return by.post(
        "/api/voices",
        "{\"order\": \"%s\", %s \"kind\": \"complaint\", \"text\": %s}"
            .formatted(order, where, Json.text(text)));
  }

  /** Does something with a voice, which is done; returns its page. */
  public JsonNode act(TestClient by, long number, String act, String body) {
    HttpResponse<String> answer = acting(by, number, act, body);
    assertThat(answer.statusCode()).as(act + ": " + answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }

  public HttpResponse<String> acting(TestClient by, long number, String act, String body) {
    return by.post("/api/voices/" + number + "/" + act, body);
  }

  public JsonNode page(TestClient by, long number) {
    return by.json("/api/voices/" + number);
  }

  /** The kinds of what happened, as this reader's page tells them. */
  public List<String> thread(TestClient by, long number) {
    return page(by, number).get("thread").findValuesAsText("kind");
  }

  /** The key of the person with this address. */
  public long person(String email) {
    return vitrine
        .vitrine()
        .database()
        .findOne(
            "test.person",
            "SELECT id FROM person WHERE email = $1",
            row -> row.getLong("id"),
            email)
        .orElseThrow();
  }

  /** A link to SO-1, and whoever holds it. */
  public TestClient holder(boolean maySpeak) {
    HttpResponse<String> made =
        customer.post(
            "/api/orders/SO-1/links",
            "{\"days\": 30, \"fields\": [\"requirements\"], \"maySpeak\": %s}".formatted(maySpeak));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String token = TestClient.json(made).get("url").asText().replaceFirst(".*#", "");
    return TestClient.withSession(
        vitrine, vitrine.vitrine().rooms().links().open(new Token(token), Sessions.From.NOWHERE));
  }

  /** Everything that the clock has to do by now is done. */
  public void clockStrikes() {
    vitrine.vitrine().rooms().voices().clockWork().round();
  }

  /** Whom a change of this kind told of it last. */
  public Optional<VoiceChange> told(String kind, long number) {
    return vitrine
        .vitrine()
        .database()
        .find(
            "test.told",
            "SELECT body::text AS body FROM change WHERE kind = $1 AND key = $2 ORDER BY id DESC LIMIT 1",
            row -> Json.read(row.getString("body"), VoiceChange.class),
            kind,
            String.valueOf(number))
        .stream()
        .findFirst();
  }

  /** How often this was told. */
  public long times(String kind, long number) {
    return vitrine
        .vitrine()
        .database()
        .findOne(
            "test.times",
            "SELECT count(*) AS times FROM change WHERE kind = $1 AND key = $2",
            row -> row.getLong("times"),
            kind,
            String.valueOf(number))
        .orElseThrow();
  }
}
