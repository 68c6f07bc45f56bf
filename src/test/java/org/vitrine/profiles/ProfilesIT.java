package org.vitrine.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Merges;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.voices.VoiceKind;

class ProfilesIT {
  private static final String CLOCKS =
      "\"clocks\": {\"complaint\": {\"seen\": \"PT10M\", \"firstAnswer\": \"PT1H\","
          + " \"nextAnswer\": \"PT1H\", \"solved\": \"PT8H\"}}";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;
  private static LocalDate today;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
    shop.company("calm", "Calm Air");
    today = vitrine.vitrine().rooms().profiles().today();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void where_nothing_was_agreed_what_is_usual_counts() {
    JsonNode shown = shown("calm");

    assertThat(shown.at("/standing/version").asInt()).isZero();
    assertThat(shown.at("/versions")).isEmpty();
    assertThat(shown.at("/today/clocks/complaint/version/owner").asText()).isEqualTo("default");
    assertThat(shown.at("/today/visits/account-manager/value/ideal").asInt()).isEqualTo(30);
    assertThat(shown.at("/today/visits/department-head/value/longest").asInt()).isEqualTo(210);
    assertThat(shown.at("/today/fastLane/value").asBoolean()).isFalse();
    assertThat(shown.at("/today/notices/answers/value").asText()).isEqualTo("at-once");
    assertThat(shown.at("/today/warranty/value").isMissingNode()).isTrue();
  }

  @Test
  void a_version_overrides_what_it_names_and_nothing_else() {
    shop.company("north", "North");
    JsonNode usual = shown("north").at("/today/clocks/wish");

    assertOutcome(agree("north", CLOCKS + ", \"fastLane\": true"), "created", 1);

    JsonNode shown = shown("north");
    assertThat(shown.at("/today/clocks/complaint/value/seen").asText()).isEqualTo("PT10M");
    assertThat(shown.at("/today/clocks/complaint/version/owner").asText()).isEqualTo("company");
    assertThat(shown.at("/today/clocks/complaint/version/version").asInt()).isEqualTo(1);
    assertThat(shown.at("/today/fastLane/value").asBoolean()).isTrue();
    assertThat(shown.at("/today/clocks/wish")).isEqualTo(usual);
    assertThat(shown.at("/tierToday/clocks/complaint/version/owner").asText()).isEqualTo("default");
    assertThat(shown.at("/versions/0/savedBy").asText()).isEqualTo("wang.fang@example.com");
    assertThat(shown.at("/versions/0/from").asText()).isEqualTo(today.toString());
    assertThat(shown.at("/versions/0/clocks/complaint/solved").asText()).isEqualTo("PT8H");
    assertThat(shown.at("/versions/0").has("visits")).isFalse();
  }

  @Test
  void what_a_tier_gets_counts_where_nothing_else_was_agreed() {
    shop.company("silver-one", "Silver One");
    manager.put("/api/companies/silver-one", "{\"name\": \"Silver One\", \"tier\": \"silver\"}");
    String tier = "/api/profiles/tiers/silver";
    assertOutcome(
        manager.put(tier, body("\"fastLane\": true, \"languages\": [\"zh-CN\"]")), "created", 1);
    assertOutcome(agree("silver-one", "\"languages\": [\"en\"]"), "created", 1);

    JsonNode shown = shown("silver-one");

    assertThat(shown.at("/today/fastLane/version/owner").asText()).isEqualTo("tier");
    assertThat(shown.at("/today/languages/value/0").asText()).isEqualTo("en");
    assertThat(shown.at("/tierToday/languages/value/0").asText()).isEqualTo("zh-CN");
    assertThat(TestClient.json(manager.get(tier)).at("/standing/counting").asInt()).isEqualTo(1);
    assertThat(shown("calm").at("/today/fastLane/version/owner").asText()).isEqualTo("default");
  }

  @Test
  void one_from_tomorrow_changes_nothing_today() {
    shop.company("later", "Later");
    assertOutcome(
        agree("later", "\"fastLane\": true, \"from\": \"%s\"".formatted(today.plusDays(1))),
        "created",
        1);

    JsonNode shown = shown("later");
    assertThat(shown.at("/standing/version").asInt()).isEqualTo(1);
    assertThat(shown.at("/standing").has("counting")).isFalse();
    assertThat(shown.at("/today/fastLane/value").asBoolean()).isFalse();

    var rooms = vitrine.vitrine().rooms();
    CompanyId company = rooms.companies().find("later").orElseThrow().id();
    Profiles profiles = rooms.profiles();
    assertThat(profiles.agreed(profiles.database, company, today.plusDays(1)).fastLane().value())
        .isTrue();
    assertThat(
            profiles
                .agreed(profiles.database, company, today)
                .clocks()
                .get(VoiceKind.WISH)
                .version()
                .owner())
        .isEqualTo(ProfileOwner.DEFAULT);
  }

  @Test
  void the_past_stays_as_it_was() {
    shop.company("past", "Past");
    refused("past", "\"from\": \"%s\"".formatted(today.minusDays(1)), "from");
    assertThat(shown("past").at("/standing/version").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"until\": \"2020-01-01\"|until",
        "\"agreedOn\": \"2999-01-01\"|agreedOn",
        "\"agreedBy\": \"  \"|agreedBy",
        "\"agreedBy\": 7|agreedBy",
        "\"clocks\": {\"praise\": {}}|clocks",
        "\"clocks\": {\"wish\": {\"seen\": \"PT1H\"}}|clocks.wish.firstAnswer",
        "\"clocks\": {\"wish\": null}|clocks.wish",
        "\"visits\": {\"account-manager\": {\"ideal\": 30, \"longest\":"
            + " 20}}|visits.account-manager.longest",
        "\"visits\": {\"account-manager\": {\"ideal\": 0, \"longest\":"
            + " 20}}|visits.account-manager.ideal",
        "\"visits\": {\"porter\": {\"ideal\": 3, \"longest\": 20}}|visits",
        "\"notices\": {\"messages\": \"off\"}|notices",
        "\"notices\": {\"stages\": \"often\"}|notices.stages",
        "\"shows\": {\"stages\": [\"\"]}|shows.stages",
        "\"warranty\": {\"months\": 0}|warranty.months",
        "\"languages\": [\"fr\"]|languages",
        "\"workingHours\": \"nobody's\"|workingHours",
        "\"fastLane\": \"yes\"|fastLane",
        "\"discount\": 10|discount"
      })
  void what_cannot_be_is_refused_at_its_field(String terms, String field) {
    refused("calm", terms, field);
  }

  @Test
  void the_same_again_is_no_new_version() {
    shop.company("again", "Again");
    String terms =
        CLOCKS + ", \"shows\": {\"stages\": [\"a\", \"b\"]}, \"warranty\": {\"months\": 12}";
    assertOutcome(agree("again", terms), "created", 1);
    assertOutcome(agree("again", terms), "unchanged", 1);
    assertOutcome(agree("again", terms + ", \"fastLane\": false"), "changed", 2);
  }

  @Test
  void whoever_saw_an_older_version_is_told() {
    shop.company("match", "Match");
    String wanted = body("\"fastLane\": true");
    assertOutcome(ifMatch("match", wanted, "\"0\""), "created", 1);
    var refused = ifMatch("match", body("\"languages\": [\"en\"]"), "\"0\"");
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(TestClient.json(refused).at("/current/version").asInt()).isEqualTo(1);
    assertThat(TestClient.json(refused).get("changedBy").asText())
        .isEqualTo("wang.fang@example.com");
    assertOutcome(ifMatch("match", body("\"languages\": [\"en\"]"), "\"1\""), "changed", 2);
  }

  @Test
  void of_two_at_once_each_gets_a_version_of_its_own() {
    shop.company("both", "Both");
    List<Integer> versions =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(one -> agree("both", "\"warranty\": {\"months\": %d}".formatted(one + 1)))
            .map(answer -> TestClient.json(answer).get("version").asInt())
            .toList();

    assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
  }

  @Test
  void a_company_reads_its_own_agreement_and_nothing_of_the_house() {
    shop.company("own", "Own");
    shop.company("other", "Other");
    agree("own", CLOCKS + ", \"warranty\": {\"months\": 36}");
    agree("other", "\"warranty\": {\"months\": 77}");
    TestClient amelia = shop.contact("own", "amelia@own.example");

    var answer = amelia.get("/api/agreement");

    JsonNode shown = TestClient.json(answer);
    assertThat(shown.at("/today/warranty/value/months").asInt()).isEqualTo(36);
    assertThat(shown.at("/versions/0/agreedBy").asText()).isEqualTo("Amelia Hart");
    assertThat(shown.at("/versions/0/terms/warranty/months").asInt()).isEqualTo(36);
    assertThat(answer.body()).doesNotContain("77", "savedBy", "wang.fang", "gold");
    assertThat(amelia.get("/api/profiles/own").statusCode()).isEqualTo(403);
  }

  @Test
  void it_stands_among_all_that_was_agreed_and_in_the_trail() {
    shop.company("trail", "Trail");
    agree("trail", "\"fastLane\": true");
    JsonNode agreed = manager.json("/api/companies/trail/agreed");
    assertThat(agreed.findValues("profile"))
        .singleElement()
        .extracting(profile -> profile.get("after").asText())
        .isEqualTo("1");
    TestClient administrator = shop.staff(Role.ADMINISTRATOR, "admin@example.com");

    assertThat(administrator.get("/api/audit?limit=20").body())
        .contains("profile-agreed", "trail 1");
  }

  @Test
  void what_was_agreed_with_a_company_that_becomes_part_of_another_counts_no_more() {
    shop.company("small", "Small");
    shop.company("large", "Large");
    agree("small", "\"fastLane\": true");
    agree("small", "\"fastLane\": true, \"warranty\": {\"months\": 5}");
    agree("large", "\"languages\": [\"zh-CN\"]");
    Merges merges = vitrine.vitrine().rooms().merges();
    Merges.Merge wanted = merges.require("small", "large");
    vitrine
        .vitrine()
        .rooms()
        .profiles()
        .database
        .inTransaction(
            transaction -> {
              merges.merge(transaction, wanted, "somebody");
              return null;
            });

    JsonNode shown = shown("large");
    assertThat(shown.at("/standing/version").asInt()).isEqualTo(1);
    assertThat(shown.at("/today/fastLane/value").asBoolean()).isFalse();
    assertThat(shown.at("/today/languages/value/0").asText()).isEqualTo("zh-CN");
  }

  private static HttpResponse<String> agree(String company, String terms) {
    return manager.put("/api/profiles/" + company, body(terms));
  }

  private static HttpResponse<String> ifMatch(String company, String body, String version) {
    return manager.put("/api/profiles/" + company, body, "If-Match", version);
  }

  private static String body(String terms) {
    String frame = terms.contains("agreedBy") ? "" : ", \"agreedBy\": \"Amelia Hart\"";
    String on =
        terms.contains("agreedOn")
            ? ""
            : ", \"agreedOn\": \"%s\"".formatted(LocalDate.now(ZoneOffset.UTC).minusDays(2));
    return "{" + terms + frame + on + "}";
  }

  private static void refused(String company, String terms, String field) {
    var answer = agree(company, terms);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
  }

  private static void assertOutcome(HttpResponse<String> answer, String outcome, int version) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(TestClient.json(answer).get("outcome").asText()).isEqualTo(outcome);
    assertThat(TestClient.json(answer).get("version").asInt()).isEqualTo(version);
  }

  private static JsonNode shown(String company) {
    return TestClient.json(manager.get("/api/profiles/" + company));
  }
}
