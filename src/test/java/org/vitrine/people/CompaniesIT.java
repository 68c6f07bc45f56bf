package org.vitrine.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Companies as staff and programs keep them. */
class CompaniesIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;
  private static TestClient li;
  private static TestClient zhao;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    administrator = shop.staff(Role.ADMINISTRATOR, "wu@works.example");
    li = shop.staff(Role.ACCOUNT_MANAGER, "li@works.example");
    zhao = shop.staff(Role.ACCOUNT_MANAGER, "zhao@works.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_list_is_read_in_pages_by_name_and_says_who_and_how_much_there_is() {
    List.of("paged-ajax", "paged-ceres", "paged-beta").forEach(code -> shop.company(code, code));
    shop.order("SO-paged", "paged-beta");
    shop.contact("paged-beta", "one@beta.example");

    JsonNode first = li.json("/api/companies?q=paged&limit=2");
    JsonNode second = li.json("/api/companies?q=PAGED&limit=2&after=" + text(first, "next"));

    assertThat(codes(first)).containsExactly("paged-ajax", "paged-beta");
    assertThat(codes(second)).containsExactly("paged-ceres");
    assertThat(second.has("next")).isFalse();
    assertThat(first.at("/companies/1/people").asInt()).isEqualTo(1);
    assertThat(first.at("/companies/1/openOrders").asInt()).isEqualTo(1);
    assertThat(first.at("/companies/0/openOrders").asInt()).isZero();
  }

  @Test
  void a_list_is_narrowed_by_tier_kind_and_who_looks_after_it() {
    save(administrator, "narrow-a", "\"name\": \"Narrow A\", \"tier\": \"platinum\"", 201);
    save(
        administrator,
        "narrow-b",
        "\"name\": \"Narrow B\", \"kind\": \"distributor\", \"managers\": [%d]".formatted(id(li)),
        201);

    assertThat(codes(li.json("/api/companies?q=narrow&tier=platinum"))).containsExactly("narrow-a");
    assertThat(codes(li.json("/api/companies?q=narrow&kind=distributor")))
        .containsExactly("narrow-b");
    assertThat(codes(li.json("/api/companies?manager=" + id(li)))).contains("narrow-b");
    assertThat(codes(li.json("/api/companies?q=narrow&manager=" + id(zhao)))).isEmpty();
    assertThat(li.get("/api/companies?tier=wooden").body()).contains("\"tier\"");
  }

  @Test
  void a_company_is_read_as_it_is_kept() {
    save(
        administrator,
        "kept",
        "\"name\": \"Kept\", \"language\": \"zh-CN\", \"zone\": \"Asia/Shanghai\", \"managers\": [%d]"
            .formatted(id(zhao)),
        201);

    JsonNode kept = li.json("/api/companies/kept");

    assertThat(kept.get("language").asText()).isEqualTo("zh-CN");
    assertThat(kept.get("zone").asText()).isEqualTo("Asia/Shanghai");
    assertThat(kept.at("/managers/0/name").asText()).isEqualTo("zhao@works.example");
    assertThat(kept.get("version").asLong()).isEqualTo(1);
    assertThat(li.get("/api/companies/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void what_a_program_leaves_open_stays_and_what_is_empty_is_taken_back() {
    save(administrator, "open", "\"name\": \"Open\", \"language\": \"en\"", 201);

    save(shop.integrator(), "open", "\"name\": \"Open Ltd\"", 200);
    assertThat(li.json("/api/companies/open").get("language").asText()).isEqualTo("en");

    save(li, "open", "\"name\": \"Open Ltd\", \"language\": \"\"", 200);
    assertThat(li.json("/api/companies/open").has("language")).isFalse();
    assertThat(save(li, "open", "\"name\": \"Open Ltd\"", 200)).contains("\"unchanged\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": " "}                           | name
          {"name": "A", "language": "fr"}         | language
          {"name": "A", "zone": "Mars/Olympus"}   | zone
          {"name": "A", "managers": [987654]}     | managers
          {"name": "A", "tier": "wooden"}         | tier\
          """)
  void what_is_wrong_is_said_at_its_field(String content, String field) {
    HttpResponse<String> refused = administrator.put("/api/companies/wrong-" + field, content);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(refused).get("field").asText()).isEqualTo(field);
    assertThat(li.get("/api/companies/wrong-" + field).statusCode()).isEqualTo(404);
  }

  @Test
  void an_edit_that_began_with_what_is_not_there_any_more_is_told_what_is_and_who_did_it() {
    save(administrator, "edited", "\"name\": \"Edited\"", 201);
    assertThat(edit(li, "edited", 1, "\"name\": \"Edited\", \"tier\": \"gold\"").statusCode())
        .isEqualTo(200);

    HttpResponse<String> late = edit(zhao, "edited", 1, "\"name\": \"Edited by Zhao\"");

    assertThat(late.statusCode()).isEqualTo(412);
    JsonNode problem = TestClient.json(late);
    assertThat(problem.at("/current/tier").asText()).isEqualTo("gold");
    assertThat(problem.at("/current/version").asLong()).isEqualTo(2);
    assertThat(problem.get("changedBy").asText()).isEqualTo("li@works.example");
    assertThat(edit(zhao, "edited", 1, "\"name\": \"Edited\", \"tier\": \"gold\"").statusCode())
        .as("the same again is no other edit")
        .isEqualTo(200);
    assertThat(edit(zhao, "never-there", 1, "\"name\": \"X\"").statusCode()).isEqualTo(404);
  }

  @Test
  void an_account_manager_says_who_looks_after_companies_of_theirs_and_of_nobodys() {
    save(administrator, "cared", "\"name\": \"Cared\"", 201);
    save(li, "cared", "\"name\": \"Cared\", \"managers\": [%d]".formatted(id(li)), 200);

    save(zhao, "cared", "\"name\": \"Cared\", \"managers\": [%d]".formatted(id(zhao)), 403);
    save(
        shop.integrator(),
        "cared",
        "\"name\": \"Cared\", \"managers\": [%d]".formatted(id(zhao)),
        403);
    save(zhao, "cared", "\"name\": \"Cared for\"", 200);
    save(li, "cared", "\"name\": \"Cared for\", \"managers\": [%d]".formatted(id(zhao)), 200);

    assertThat(zhao.json("/api/companies/cared").get("managers").findValuesAsText("name"))
        .containsExactly("zhao@works.example");
    assertThat(li.get("/api/me").statusCode()).as("nobody is signed out by it").isEqualTo(200);
  }

  @Test
  void what_was_agreed_is_one_time_line_newest_first_in_pages() {
    save(administrator, "agreed", "\"name\": \"Agreed\", \"tier\": \"silver\"", 201);
    shop.order("SO-agreed", "agreed");
    shop.order("SO-agreed", "agreed", "2026-12-24");
    save(administrator, "agreed", "\"name\": \"Agreed\", \"tier\": \"gold\"", 200);
    save(
        administrator,
        "agreed",
        "\"name\": \"Agreed\", \"tier\": \"gold\", \"managers\": [%d]".formatted(id(li)),
        200);

    JsonNode first = li.json("/api/companies/agreed/agreed?limit=3");
    JsonNode rest = li.json("/api/companies/agreed/agreed?limit=3&after=" + text(first, "next"));

    assertThat(kinds(first)).containsExactly("company", "company", "promise-revised");
    assertThat(first.at("/agreed/0/changed/managers/after/0").asText())
        .isEqualTo("li@works.example");
    assertThat(first.at("/agreed/1/changed/tier/before").asText()).isEqualTo("silver");
    assertThat(first.at("/agreed/1/by").asText()).isEqualTo("wu@works.example");
    assertThat(first.at("/agreed/2/promise/order").asText()).isEqualTo("SO-agreed");
    assertThat(first.at("/agreed/2/promise/before").asText()).isEqualTo("2026-12-12");
    assertThat(first.at("/agreed/2/promise/date").asText()).isEqualTo("2026-12-24");
    assertThat(first.at("/agreed/2/promise/reason").asText()).isEqualTo("planned anew");
    assertThat(kinds(rest)).containsExactly("promised", "company");
    assertThat(rest.has("next")).isFalse();
    assertThat(li.get("/api/companies/agreed/agreed?after=yesterday").statusCode()).isEqualTo(422);
  }

  @Test
  void who_looks_after_a_company_is_in_its_history_wherever_it_was_said() {
    save(administrator, "moved", "\"name\": \"Moved\"", 201);
    TestClient qian = shop.staff(Role.ACCOUNT_MANAGER, "qian@works.example");
    String person = "/api/people/" + id(qian);
    String role =
        "{\"name\": \"Qian\", \"role\": \"%s\", \"companies\": [\"moved\"], \"disabled\": %s}";

    change(person, role.formatted("account-manager", false));
    change(person, role.formatted("account-manager", true));

    JsonNode agreed = administrator.json("/api/companies/moved/agreed").get("agreed");
    assertThat(agreed.at("/0/changed/managers/before/0").asText()).isEqualTo("Qian");
    assertThat(agreed.at("/0/changed/managers/after")).isEmpty();
    assertThat(agreed.at("/1/changed/managers/after/0").asText()).isEqualTo("Qian");
    assertThat(administrator.json("/api/companies/moved").get("managers")).isEmpty();
    assertThat(administrator.json("/api/companies/moved").get("version").asLong()).isEqualTo(3);
  }

  @Test
  void orders_hear_of_a_name_or_a_tier_and_of_nothing_else() {
    save(administrator, "quiet", "\"name\": \"Quiet\"", 201);
    shop.order("SO-quiet", "quiet");
    save(administrator, "quiet", "\"name\": \"Quiet\", \"zone\": \"Europe/Berlin\"", 200);
    save(administrator, "quiet", "\"name\": \"Quiet\", \"tier\": \"gold\"", 200);

    TestWatcher.await("the tier", () -> events("SO-quiet").contains("company-changed"));
    assertThat(events("SO-quiet").split("company-changed", -1)).hasSize(2);
  }

  @Test
  void the_trail_says_what_a_company_was_and_what_it_is() {
    save(li, "trailed", "\"name\": \"Trailed\"", 201);
    save(li, "trailed", "\"name\": \"Trailed\", \"tier\": \"gold\"", 200);

    JsonNode entries = administrator.json("/api/audit?subject=trailed").get("entries");

    assertThat(entries.findValuesAsText("action"))
        .containsExactly("company-changed", "company-created");
    assertThat(entries.at("/0/detail/tier/before").asText()).isEqualTo("standard");
    assertThat(entries.at("/0/actor").asText()).isEqualTo("li@works.example");
  }

  @Test
  void people_who_have_not_said_how_they_read_are_written_to_as_their_company_reads() {
    save(administrator, "reads", "\"name\": \"Reads\", \"language\": \"zh-CN\"", 201);

    invite("silent@reads.example", "");
    invite("says@reads.example", ", \"language\": \"en\"");

    assertThat(subjects("silent@reads.example"))
        .allMatch(subject -> subject.matches(".*\\p{IsHan}.*"));
    assertThat(subjects("says@reads.example"))
        .noneMatch(subject -> subject.matches(".*\\p{IsHan}.*"));
  }

  private static void invite(String email, String more) {
    HttpResponse<String> invited =
        administrator.post(
            "/api/people",
            "{\"name\": \"Guest\", \"email\": \"%s\", \"role\": \"customer\", \"companies\": [\"reads\"]%s}"
                .formatted(email, more));
    assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
  }

  private static List<String> subjects(String email) {
    List<String> found =
        TestDatabase.find(
            vitrine.databaseUrl(), "SELECT subject FROM mail WHERE recipient = '" + email + "'");
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String events(String order) {
    return administrator.get("/api/orders/" + order + "/events").body();
  }

  private static void change(String person, String content) {
    HttpResponse<String> answer = administrator.put(person, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String save(TestClient by, String code, String content, int expected) {
    HttpResponse<String> answer = by.put("/api/companies/" + code, "{" + content + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    return answer.body();
  }

  private static HttpResponse<String> edit(
      TestClient by, String code, long version, String content) {
    return by.ask(
        "PUT",
        "/api/companies/" + code,
        "{" + content + "}",
        "Content-Type",
        "application/json",
        "If-Match",
        "\"" + version + "\"");
  }

  private static long id(TestClient person) {
    String email = person.json("/api/me").get("email").asText();
    return administrator.json("/api/people?q=" + email).at("/people/0/id").asLong();
  }

  private static List<String> codes(JsonNode page) {
    return texts(page.get("companies"), "code");
  }

  private static List<String> kinds(JsonNode page) {
    return texts(page.get("agreed"), "kind");
  }

  private static List<String> texts(JsonNode items, String name) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get(name).asText())
        .toList();
  }

  private static String text(JsonNode page, String name) {
    return page.get(name).asText();
  }
}
