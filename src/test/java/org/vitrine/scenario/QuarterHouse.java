package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.scenario.MotorPlant.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.access.Role;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;

/**
 * A house and its customers in the third quarter of 2026; everybody signs in anew each time, since
 * a session ends sooner than a quarter.
 */
final class QuarterHouse {
  static final String CHEN = "chen@plant.example";
  static final String LI = "li@plant.example";
  static final String QUARTER = "2026-Q3";

  private static final Pattern LINK = Pattern.compile("/answer#([A-Za-z0-9_-]+)");

  /** What one can say of us in two minutes. */
  private static final String QUESTIONS =
      """
      [{"key": "nps", "kind": "score-0-10", "required": true,
        "text": {"en": "How likely are you to recommend us?", "zh-CN": "您有多大可能推荐我们？"},
        "ends": {"low": {"en": "Not at all", "zh-CN": "完全不会"}, "high": {"en": "Certainly", "zh-CN": "一定会"}}},
       {"key": "why", "kind": "open", "text": {"en": "What should we do better?", "zh-CN": "我们应改进什么？"}}]\
      """;

  private static final ZoneId FOSHAN = MotorPlant.FOSHAN;

  private final TestVitrine vitrine;
  private final TestClock clock;
  private final Shop shop;

  /** Nine in the morning on the first day, a Wednesday. */
  static TestClock firstDay() {
    return new TestClock(Instant.parse("2026-07-01T01:00:00Z"));
  }

  QuarterHouse(TestVitrine vitrine, TestClock clock) {
    this.vitrine = vitrine;
    this.clock = clock;
    this.shop = new Shop(vitrine);
    for (Buyer buyer : Buyer.values()) {
      shop.company(buyer.code(), buyer.company);
      as(buyer);
      speaks(buyer.email(), buyer.language);
    }
    chen();
    li();
    ok(
        201,
        shop.staff(Role.ADMINISTRATOR, "host@plant.example")
            .put(
                "/api/departments/office",
                """
                {"name": {"en": "Office", "zh-CN": "客服部"}, "head": "%1$s", "members": ["%1$s"],
                 "stages": [], "fallback": true}\
                """
                    .formatted(CHEN)));
  }

  private void speaks(String email, String language) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE person SET language = '%s' WHERE email = '%s'".formatted(language, email));
  }

  /** Who buys here: Amelia is the one whom the story follows, Mei reads Chinese, Ruth is silent. */
  enum Buyer {
    AMELIA("Northwind Climate", "en"),
    JONAS("Baltic Cooling", "en"),
    MEI("海风冷气", "zh-CN"),
    OTTO("Contoso Klima", "en"),
    FAY("Fabrikam Air", "en"),
    IVAN("Volga Heating", "en"),
    RUTH("Ruth and Sons", "en");

    private final String company;
    private final String language;

    Buyer(String company, String language) {
      this.company = company;
      this.language = language;
    }

    String code() {
      return this == AMELIA ? "northwind" : name().toLowerCase(Locale.ROOT) + "-company";
    }

    String email() {
      return name().toLowerCase(Locale.ROOT) + "@buys.example";
    }

    String order() {
      return "SO-" + (ordinal() + 1);
    }

    private String person() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  TestClient as(Buyer buyer) {
    return signedIn(
        buyer.person(), buyer.email(), Role.CUSTOMER, List.of(company(buyer.code()).id()));
  }

  private Company company(String code) {
    return vitrine.vitrine().rooms().companies().find(code).orElseThrow();
  }

  private TestClient signedIn(String name, String email, Role role, List<CompanyId> companies) {
    long person = vitrine.vitrine().rooms().people().save(companies, name, email, role);
    return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  /** Answers messages, asks, counts, and signs. */
  TestClient chen() {
    return signedIn("Chen Yu", CHEN, Role.QUALITY_MANAGER, List.of());
  }

  /** Looks after Northwind. */
  TestClient li() {
    return signedIn("Li Wen", LI, Role.ACCOUNT_MANAGER, List.of(company(Buyer.AMELIA.code()).id()));
  }

  TestClient stranger() {
    return TestClient.unknown(vitrine);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), FOSHAN);
  }

  Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  void pass(Duration time) {
    clock.pass(time);
    strikes();
  }

  /** Nine in the morning of another day. */
  void until(String day) {
    Instant then = LocalDate.parse(day).atTime(LocalTime.of(9, 0)).atZone(FOSHAN).toInstant();
    pass(Duration.between(clock.instant(), then));
  }

  /** Whatever is due by now is done. */
  void strikes() {
    var rooms = vitrine.vitrine().rooms();
    rooms.voices().clockWork().round();
    rooms.visits().clockWork().round();
    rooms.surveys().clockWork().round();
    rooms.scorecard().freezeDue();
  }

  /** Ten pieces for each, promised for the same day of August. */
  void everybodyOrders() {
    for (Buyer buyer : Buyer.values()) {
      ok(
          201,
          shop.integrator()
              .put(
                  "/api/orders/" + buyer.order(),
                  """
                  {"company": "%s", "placedOn": "2026-07-01", "promise": {"date": "2026-08-14"},
                   "lines": [{"number": 1, "product": "KFR-35", "quantity": 10, "routing": "split-ac"}]}\
                  """
                      .formatted(buyer.code())));
    }
  }

  /** All in time but what Northwind waits for. */
  void everybodyIsSentWhatTheyOrderedAndAmeliaTooLate() {
    for (Buyer buyer : Buyer.values()) {
      String day = buyer == Buyer.AMELIA ? "2026-08-17" : "2026-08-13";
      ok(
          201,
          shop.integrator()
              .put(
                  "/api/orders/%s/shipments/DN-%s".formatted(buyer.order(), buyer.order()),
                  "{\"leftOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": 10}]}"
                      .formatted(day)));
    }
  }

  /** Everybody is asked, by name, for twelve days. */
  void asks(String code) {
    ok(
        201,
        chen()
            .put(
                "/api/surveys/" + code,
                """
                {"title": {"en": "How are we doing?", "zh-CN": "我们做得怎么样？"},
                 "introduction": {"en": "Two minutes.", "zh-CN": "两分钟。"},
                 "occasion": "once", "privacy": "named", "audience": {"all": true},
                 "opens": "%s", "closes": "%s", "questions": %s}\
                """
                    .formatted(clock.instant(), in(Duration.ofDays(12)), QUESTIONS)));
    ok(200, chen().post("/api/surveys/" + code + "/opening", ""));
    strikes();
  }

  void answers(Buyer buyer, String code, int score, String why) {
    HttpResponse<String> sent =
        as(buyer)
            .post(
                "/api/surveys/" + code + "/answers",
                "{\"answers\": {\"nps\": %d, \"why\": \"%s\"}}".formatted(score, why));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
  }

  /** The secret of the link in somebody’s newest mail that asks. */
  String link(Buyer buyer) {
    Matcher link = LINK.matcher("");
    return new TestMailbox(vitrine)
        .to(buyer.email()).reversed().stream()
            .filter(mail -> link.reset(mail).find())
            .map(mail -> link.group(1))
            .findFirst()
            .orElseThrow();
  }

  /** The number of what came of a survey, or of a visit, as a message. */
  Optional<Long> message(String origin, String key) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT number::text FROM voice WHERE origin_kind = '%s' AND origin_key = '%s'"
                .formatted(origin, key))
        .stream()
        .map(Long::parseLong)
        .findFirst();
  }

  JsonNode message(TestClient reader, long number) {
    return reader.json("/api/voices/" + number);
  }

  void acts(TestClient by, long message, String act, String text) {
    ok(
        200,
        by.post(
            "/api/voices/%d/%s".formatted(message, act),
            text.isEmpty() ? "" : "{\"text\": \"%s\"}".formatted(text)));
  }
}
