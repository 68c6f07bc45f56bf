package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;

/** A shop that asks its customers. */
final class SurveyShop {
  private static final Pattern LINK = Pattern.compile("/answer#([A-Za-z0-9_-]+)");

  /** What is asked where nothing else is said. */
  static final String QUESTIONS =
      """
      [{"key": "nps", "kind": "score-0-10", "text": {"en": "Recommend us?", "zh-CN": "会推荐吗？"}, "required": true},
       {"key": "why", "kind": "open", "text": {"en": "Why?", "zh-CN": "为什么？"}}]\
      """;

  private final TestVitrine vitrine;
  private final Shop shop;
  private final Clock clock;
  private TestClient chen;

  SurveyShop(TestVitrine vitrine, Clock clock) {
    this.vitrine = vitrine;
    this.shop = new Shop(vitrine, "surveys");
    this.clock = clock;
    signIn();
  }

  /** Anew, after sessions have ended. */
  void signIn() {
    chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
  }

  Shop shop() {
    return shop;
  }

  TestVitrine vitrine() {
    return vitrine;
  }

  /** Keeps surveys. */
  TestClient chen() {
    return chen;
  }

  /** Who keeps surveys, but no meetings. */
  TestClient manager() {
    return shop.staff(Role.ACCOUNT_MANAGER, "manager@plant.example");
  }

  /** A contact of a company of their own, signed in. */
  TestClient contact(String name) {
    return shop.contact(name, email(name));
  }

  static String email(String name) {
    return name + "@" + name + ".example";
  }

  String plan(String occasion, String privacy, String audience, String questions) {
    return """
    {"title": {"en": "How are we doing?", "zh-CN": "我们做得怎么样？"},
     "introduction": {"en": "Two minutes.", "zh-CN": "两分钟。"},
     "occasion": "%s", "privacy": "%s", "audience": %s, "opens": "%s", "closes": "%s", "questions": %s}\
    """
        .formatted(
            occasion,
            privacy,
            audience,
            clock.instant().minus(Duration.ofHours(1)),
            clock.instant().plus(Duration.ofDays(30)),
            questions);
  }

  HttpResponse<String> saving(String code, String plan) {
    return chen.put("/api/surveys/" + code, plan);
  }

  /** Saved and opened, and whoever is to be asked was. */
  void open(String code, String occasion, String privacy, String... companies) {
    String audience =
        companies.length == 0
            ? "{\"all\": true}"
            : "{\"companies\": [\"" + String.join("\", \"", companies) + "\"]}";
    HttpResponse<String> saved = saving(code, plan(occasion, privacy, audience, QUESTIONS));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    opened(code);
  }

  void opened(String code) {
    HttpResponse<String> opened = chen.post("/api/surveys/" + code + "/opening", "");
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
    round();
  }

  void round() {
    vitrine.vitrine().rooms().surveys().clockWork().round();
  }

  JsonNode page(String code) {
    return chen.json("/api/surveys/" + code);
  }

  static HttpResponse<String> answering(TestClient by, String code, String answers) {
    return by.post("/api/surveys/" + code + "/answers", "{\"answers\": " + answers + "}");
  }

  List<String> mails(String name) {
    return new TestMailbox(vitrine).to(email(name));
  }

  /** The secret of the link in somebody’s newest mail. */
  String link(String name) {
    Matcher link = LINK.matcher(mails(name).getLast());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  /** Whoever has only the link of a mail. */
  HttpResponse<String> byLink(String link, String code, String answers) {
    return TestClient.unknown(vitrine)
        .post(
            "/api/surveys/" + code + "/answers",
            "{\"answers\": " + answers + "}",
            "Survey-Link",
            link);
  }

  List<String> find(String sql) {
    return TestDatabase.find(vitrine.databaseUrl(), sql);
  }
}
