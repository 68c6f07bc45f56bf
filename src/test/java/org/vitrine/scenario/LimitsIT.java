package org.vitrine.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** Whatever somebody can make grow has a limit, and an error that names the field and the limit. */
class LimitsIT {
  private static TestVitrine vitrine;
  private static TestClient integrator;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    integrator = shop.integrator();
    administrator = shop.staff(Role.ADMINISTRATOR, "li.wen@works.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_line_demands_so_much() {
    assertThat(place(line(1, 100)).statusCode()).isEqualTo(201);
    assertRefused(place(line(1, 1) + "," + line(2, 101)), "lines[1].requirements", "100");
  }

  @Test
  void an_order_demands_so_much() {
    String lines = many(21, number -> line(number + 1, 96));
    assertRefused(place(lines), "lines", "2,000");
  }

  @Test
  void a_name_is_in_so_many_languages() {
    String names = many(21, number -> "\"x-%d\": \"Capacity\"".formatted(number));
    assertRefused(
        place(
            """
            {"number": 1, "routing": "split-ac", "requirements": [
              {"code": "c", "stage": "assembly", "name": {%s}}]}\
            """
                .formatted(names)),
        "lines[0].requirements[0].name",
        "20");
    assertRefused(
        route("{\"code\": \"a\", \"name\": {%s}}".formatted(names)), "stages[0].name", "20");
  }

  @Test
  void what_an_order_names_is_as_long_as_a_code() {
    String endless = "x".repeat(100_000);
    assertRefused(
        integrator.put(
            "/api/orders/SO-1",
            "{\"company\": \"%s\", \"lines\": [%s]}".formatted(endless, line(1, 0))),
        "company",
        "40");
    assertRefused(
        place("{\"number\": 1, \"routing\": \"%s\"}".formatted(endless)), "lines[0].routing", "40");
  }

  @Test
  void a_stage_names_so_many_operations() {
    assertThat(route(stage("a", 100, "operations")).statusCode()).isLessThan(300);
    assertRefused(route(stage("a", 60_000, "operations")), "stages[0].operations", "100");
    assertRefused(
        route(stage("a", 1, "operations") + "," + stage("b", 101, "countedBy")),
        "stages[1].countedBy",
        "100");
  }

  @Test
  void a_routing_names_so_many_operations() {
    assertRefused(route(many(6, at -> stage("s" + at, 90, "operations"))), "stages", "500");
  }

  @Test
  void an_operation_is_so_long() {
    assertRefused(
        route("{\"code\": \"a\", \"operations\": [\"ok\", \"%s\"]}".formatted("*a".repeat(101))),
        "stages[0].operations[1]",
        "200");
    assertRefused(
        route("{\"code\": \"a\", \"operations\": [\" \"]}"), "stages[0].operations[0]", "200");
  }

  @Test
  void there_are_so_many_routings() {
    fill("INSERT INTO routing (code, name, stages) SELECT 'r' || n, '', '[]' FROM %s", 2_000);
    assertFull(integrator.put("/api/routings/one-more", "{\"stages\": [{\"code\": \"a\"}]}"));
    execute("DELETE FROM routing WHERE stages = '[]'");
  }

  @Test
  void there_are_so_many_companies() {
    fill(
        "INSERT INTO company (code, name, kind, tier, created_at)"
            + " SELECT 'c' || n, '', 'customer', 'gold', now() FROM %s",
        10_000);
    assertFull(integrator.put("/api/companies/one-more", "{\"name\": \"One More\"}"));
    assertThat(integrator.put("/api/companies/c1", "{\"name\": \"Changed\"}").statusCode())
        .isEqualTo(200);
    execute("DELETE FROM company WHERE code ~ '^c[0-9]' AND code <> 'c1'");
  }

  @Test
  void there_are_so_many_keys_and_so_many_secrets_of_each() {
    long key =
        TestClient.json(
                administrator.post("/api/keys", "{\"name\": \"turning\", \"scopes\": [\"read\"]}"))
            .get("id")
            .asLong();
    String rotation = "/api/keys/" + key + "/rotation";
    for (int secret = 2; secret <= 10; secret++) {
      assertThat(administrator.post(rotation, "").statusCode()).isEqualTo(201);
    }
    assertFull(administrator.post(rotation, ""));

    fill("INSERT INTO api_key (name, created_at) SELECT 'k' || n, now() FROM %s", 500);
    assertFull(administrator.post("/api/keys", "{\"name\": \"more\", \"scopes\": [\"read\"]}"));
    execute("DELETE FROM api_key WHERE name ~ '^k[0-9]'");
  }

  @Test
  void a_company_has_so_many_people() {
    fill(
        "INSERT INTO person (name, email, role, created_at)"
            + " SELECT '', 'p' || n || '@northwind.example', 'customer', now() FROM %s",
        1_000);
    execute(
        "INSERT INTO membership (person_id, company_id) SELECT p.id, c.id FROM person p, company c"
            + " WHERE p.email ~ '^p[0-9]+@' AND c.code = 'northwind'");
    HttpResponse<String> refused = invite("\"northwind\"");
    assertRefused(refused, "companies", "1000");
    execute("DELETE FROM person WHERE email ~ '^p[0-9]+@'");
  }

  @Test
  void a_person_belongs_to_so_many_companies() {
    assertRefused(invite(many(1_001, at -> "\"c%d\"".formatted(at))), "companies", "1000");
    assertRefused(invite("\"nobody\""), "companies", "nobody");
  }

  private static HttpResponse<String> invite(String companies) {
    return administrator.post(
        "/api/people",
        """
        {"name": "Amelia", "email": "amelia@northwind.example", "role": "customer", "companies": [%s]}\
        """
            .formatted(companies));
  }

  private static HttpResponse<String> place(String lines) {
    return integrator.put(
        "/api/orders/SO-1", "{\"company\": \"northwind\", \"lines\": [%s]}".formatted(lines));
  }

  private static String line(int number, int requirements) {
    return "{\"number\": %d, \"routing\": \"split-ac\", \"requirements\": [%s]}"
        .formatted(
            number,
            many(requirements, at -> "{\"code\": \"r%d\", \"stage\": \"assembly\"}".formatted(at)));
  }

  private static HttpResponse<String> route(String stages) {
    return integrator.put("/api/routings/limits", "{\"stages\": [%s]}".formatted(stages));
  }

  private static String stage(String code, int operations, String list) {
    return "{\"code\": \"%s\", \"%s\": [%s]}"
        .formatted(code, list, many(operations, at -> "\"A%d*\"".formatted(at)));
  }

  private static String many(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(joining(","));
  }

  /** The text names where the numbers from 1 come from. */
  private static void fill(String sql, int rows) {
    execute(sql.formatted("generate_series(1, %d) AS n".formatted(rows)));
  }

  /** As the owner of the tables. */
  private static void execute(String sql) {
    TestDatabase.execute(vitrine.databaseUrl(), sql);
  }

  private static void assertRefused(HttpResponse<String> answer, String field, String limit) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    JsonNode problem = TestClient.json(answer);
    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("detail").asText()).contains(limit).hasSizeLessThan(200);
  }

  private static void assertFull(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(TestClient.json(answer).get("detail").asText()).containsPattern("\\d");
  }
}
