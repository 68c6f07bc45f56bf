package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** The description says what the server does: no route more, no field less. */
class DescriptionIT {
  private static final String OPENAPI = "https://spec.openapis.org/oas/3.1/";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient integrator;
  private static TestClient customer;
  private static TestClient administrator;
  private static ApiDescription description;

  @BeforeAll
  static void start() {
    // The examples speak of an afternoon in December.
    Duration ahead = Duration.between(Instant.now(), Instant.parse("2026-12-07T13:22:00Z"));
    vitrine = TestVitrine.startAt(Clock.offset(Clock.systemUTC(), ahead));
    shop = new Shop(vitrine);
    integrator = shop.integrator();
    customer = shop.contact("northwind", "carol@northwind.example");
    administrator = shop.staff(Role.ADMINISTRATOR, "li.wen@example.com");
    HttpResponse<String> answer = TestClient.unknown(vitrine).get("/api/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    description = new ApiDescription(TestClient.json(answer));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void it_is_openapi_3_1() {
    Schema openApi =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(DescriptionIT::published))
            .getSchema(SchemaLocation.of(OPENAPI + "schema-base/2022-10-07"));
    assertThat(openApi.validate(description.json())).isEmpty();
    JsonNode broken = description.json().deepCopy();
    ((ObjectNode) broken.at("/paths/~1api~1me/get/responses/200")).remove("description");
    assertThat(openApi.validate(broken)).as("without what it needs").isNotEmpty();
  }

  /** A schema that the OpenAPI Initiative publishes, from a library that carries it. */
  private static String published(String address) {
    if (!address.startsWith(OPENAPI)) {
      return null;
    }
    try (InputStream schema =
        DescriptionIT.class.getResourceAsStream(address.replace("https:/", ""))) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_route_is_described_and_every_description_is_a_route() {
    Set<String> served =
        vitrine.vitrine().endpoints().stream()
            .filter(endpoint -> endpoint.path().startsWith("/api/"))
            .map(
                endpoint -> endpoint.method() + " " + endpoint.path().replaceAll(":(\\w+)", "{$1}"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described =
        description.operations().stream()
            .map(operation -> operation.method().toUpperCase(Locale.ROOT) + " " + operation.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(served);
  }

  /** Whoever generates a client names methods and classes after them. */
  @Test
  void no_name_and_no_heading_stands_twice() {
    assertThat(description.operations())
        .extracting(operation -> operation.said().path("operationId").asText())
        .doesNotHaveDuplicates();
    assertThat(description.json().path("tags").findValuesAsText("name")).doesNotHaveDuplicates();
  }

  @Test
  void every_route_says_what_it_is_for_and_what_can_go_wrong() {
    for (ApiDescription.Operation operation : description.operations()) {
      assertThat(operation.said().path("summary").asText()).as(operation.path()).isNotBlank();
      assertThat(operation.said().path("tags")).hasSize(1);
      assertThat(
              operation.said().path("responses").has("200")
                  || operation.said().path("responses").has("201")
                  || operation.said().path("responses").has("204")
                  || operation.said().path("responses").has("303"))
          .isTrue();
      if (operation.said().has("requestBody")) {
        assertThat(operation.said().path("responses").has("422")).as(operation.path()).isTrue();
        assertThat(operation.said().path("responses").has("413")).as(operation.path()).isTrue();
      }
    }
  }

  @Test
  void all_examples_are_what_their_schemas_say() {
    for (ApiDescription.Operation operation : description.operations()) {
      List<JsonNode> contents = new ArrayList<>();
      contents.add(operation.said().at("/requestBody/content/application~1json"));
      operation
          .said()
          .path("responses")
          .forEach(
              reply -> contents.add(description.resolved(reply).at("/content/application~1json")));
      for (JsonNode content : contents) {
        for (JsonNode example : description.examples(content)) {
          assertFits(content.get("schema"), example, operation.path());
        }
      }
    }
    for (JsonNode reply : description.json().at("/components/responses")) {
      JsonNode content = reply.at("/content/application~1problem+json");
      assertFits(content.get("schema"), content.get("example"), reply.get("description").asText());
    }
  }

  /** An order needs its company and its routing, a report its order, a shipment its carrier too. */
  private List<ApiDescription.Operation> whatOthersNeedFirst() {
    List<String> needed =
        List.of(
            "/api/companies/{code}",
            "/api/routings/{code}",
            "/api/carriers/{code}",
            "/api/orders/{number}");
    return description.operations().stream()
        .sorted(Comparator.comparingInt(operation -> rank(operation.path(), needed)))
        .toList();
  }

  /** Nothing more can be done with what is cancelled, so that comes last. */
  private static int rank(String path, List<String> needed) {
    if (path.endsWith("/cancellation")) {
      return needed.size() + 1;
    }
    return needed.contains(path) ? needed.indexOf(path) : needed.size();
  }

  @Test
  void every_request_that_stands_as_an_example_is_taken() {
    Map<String, String> ids = new HashMap<>();
    int sent = 0;
    for (ApiDescription.Operation operation : whatOthersNeedFirst()) {
      JsonNode contents = operation.said().at("/requestBody/content");
      for (String type : List.of("application/json", "application/x-ndjson")) {
        for (JsonNode example : description.examples(contents.path(type))) {
          String body = example.isTextual() ? example.asText() : body(operation, example);
          HttpResponse<String> answer =
              sender(operation)
                  .ask(
                      operation.method().toUpperCase(Locale.ROOT),
                      address(operation, ids),
                      body,
                      "Content-Type",
                      type);
          assertThat(answer.statusCode()).as(body + "\n" + answer.body()).isBetween(200, 204);
          assertAnswers(operation, answer);
          if (answer.statusCode() == 201 && TestClient.json(answer).has("id")) {
            ids.put(operation.path() + "/", TestClient.json(answer).get("id").asText());
          }
          assertThat(answer.body()).doesNotContain("\"refused\":[{");
          sent++;
        }
      }
    }
    assertThat(sent).isGreaterThan(15);
  }

  /** Programs do what they may; the rest is for people. */
  private static TestClient sender(ApiDescription.Operation operation) {
    if (operation.path().equals("/api/me/company")) {
      return customer;
    }
    return operation.said().path("security").toString().contains("session")
        ? administrator
        : integrator;
  }

  /** The address with the number of what was made last, where it names one. */
  private static String address(ApiDescription.Operation operation, Map<String, String> ids) {
    String address = description.address(operation);
    return ids.entrySet().stream()
        .filter(id -> address.startsWith(id.getKey()))
        .map(id -> address.replace("/1", "/" + id.getValue()))
        .findFirst()
        .orElse(address);
  }

  @Test
  void real_replies_are_what_their_schemas_say() {
    shop.order("SO-2");
    shop.good("SO-2", "a", "Assembly", 500);
    shop.good("SO-2", "b", "Polish by hand", 5);
    shop.good("SO-2", "c", "Final test", 40);
    shop.revisePromise("SO-2", "2026-12-20", "the valves came late");
    integrator.post(
        "/api/reports",
        """
        [{"id": "d", "order": "SO-2", "kind": "reading", "requirement": "capacity", "value": 1, "source": "machine",
          "unit": "SN-1", "happenedAt": "2026-10-05T08:00:00Z"},
         {"id": "e", "order": "SO-2", "kind": "held", "stage": "packing", "reason": "no boxes", "source": "manual",
          "happenedAt": "2026-10-05T08:00:00Z"}]\
        """);
    integrator.put(
        "/api/orders/%E8%AE%A2%E5%8D%95-7",
        """
        {"company": "northwind", "lines": [{"number": 1, "routing": "split-ac"}], "cancelled": "by mistake"}\
        """);
    integrator.post("/api/orders/SO-2/links", "");
    String voice = say("There is a dent in the casing");
    String closed = say("A dent in the casing");
    administrator.post("/api/voices/" + voice + "/notes", "{\"text\": \"like the other\"}");
    administrator.post("/api/voices/" + voice + "/answers", "{\"text\": \"we look at it\"}");
    administrator.post(
        "/api/voices/" + voice + "/questions",
        "{\"text\": \"Where?\", \"choices\": [\"Top\", \"Side\"]}");
    administrator.post("/api/voices/" + closed + "/closing", "{\"text\": \"we made it anew\"}");
    administrator.post(
        "/api/voice-causes",
        "{\"title\": \"Dents\", \"voices\": [%s, %s]}".formatted(voice, closed));
    String review = review();
    for (TestClient reader : List.of(integrator, customer, administrator)) {
      for (String path :
          List.of(
              "/api/orders",
              "/api/orders?limit=1",
              "/api/orders/SO-2",
              "/api/orders/%E8%AE%A2%E5%8D%95-7",
              "/api/orders/SO-2/events?limit=3",
              "/api/orders/SO-2/links",
              "/api/service-reviews",
              "/api/service-reviews/2026-Q3",
              "/api/orders/SO-none",
              "/api/orders?limit=0",
              "/api/companies",
              "/api/companies?limit=1",
              "/api/companies/northwind",
              "/api/companies/nobody",
              "/api/companies/northwind/agreed",
              "/api/companies/northwind/agreed?limit=1",
              "/api/account-managers",
              "/api/routings",
              "/api/column-mappings",
              "/api/calendars",
              "/api/calendars/plant",
              "/api/departments",
              "/api/departments/quality",
              "/api/commitments",
              "/api/care-questions",
              "/api/voice-settings",
              "/api/voices",
              "/api/voices?limit=1",
              "/api/voices?state=lost",
              "/api/voices/alike?order=SO-2&text=leaks",
              "/api/voices/" + voice,
              "/api/voices/" + closed,
              "/api/voices/987654",
              "/api/voices/figures",
              "/api/reviews",
              "/api/reviews/" + review,
              "/api/reviews/987654",
              "/api/reviews/" + review + "/proposals",
              "/api/reviews/" + review + "/proposals?limit=1",
              "/api/reviews/" + review + "/proposals/alike?text=A%20softer%20remote",
              "/api/reviews/" + review + "/cards",
              "/api/reviews/" + review + "/groups",
              "/api/voices/figures?from=yesterday",
              "/api/people",
              "/api/keys",
              "/api/audit",
              "/api/audit?limit=1",
              "/api/audit?from=yesterday",
              "/api/sessions",
              "/api/settings",
              "/api/mail",
              "/api/sign-in/options",
              "/api/sign-in/open-id",
              "/api/notices",
              "/api/notices?limit=1",
              "/api/notices?limit=0",
              "/api/notices/choices",
              "/api/notices/rhythm",
              "/api/notices/devices",
              "/api/orders/SO-2/following",
              "/api/me")) {
        assertAnswers(description.operation("get", path), reader.get(path));
      }
    }
  }

  /** One with a proposal that is answered, one that is the same, and one that is not. */
  private static String review() {
    HttpResponse<String> made =
        administrator.post(
            "/api/reviews",
            """
            {"title": "Remote", "question": "What is better?", "opens": "2020-01-01T00:00:00Z",
             "closes": "2090-01-01T00:00:00Z"}\
            """);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String path = "/api/reviews/" + TestClient.json(made).get("number").asText();
    long first = propose(path, "A softer remote");
    long same = propose(path, "A softer remote, please");
    propose(path, "Louder beeps");
    String answer = "{\"proposals\": [%d], \"answer\": \"%s\", %s}";
    administrator.post(
        path + "/answers", answer.formatted(first, "declined", "\"reason\": \"It is soft\""));
    administrator.post(path + "/answers", answer.formatted(same, "same", "\"sameAs\": " + first));
    administrator.post(
        path + "/groups", "{\"name\": \"Soft\", \"proposals\": [%d, %d]}".formatted(first, same));
    return path.replaceAll(".*/", "");
  }

  private static long propose(String review, String text) {
    HttpResponse<String> answer =
        customer.post(review + "/proposals", "{\"text\": \"%s\"}".formatted(text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("proposal").asLong();
  }

  private static String say(String text) {
    HttpResponse<String> answer =
        customer.post(
            "/api/voices",
            """
            {"order": "SO-2", "line": 1, "requirement": "capacity", "kind": "complaint", "text": "%s"}\
            """
                .formatted(text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("number").asText();
  }

  @Test
  void what_became_of_a_file_is_what_its_schema_says() {
    String orders = "order,company,routing\nSO-F,northwind,split-ac\nSO-G,nobody,split-ac\n";
    String log =
        "order,part,quantity,operation,worker,started_at,finished_at,good,rejected,scrapped,rework,report\n"
            + "SO-F,,,Assembly,,,2026-01-02T08:00,1,0,0,no,work\n";
    for (String path : List.of("/api/imports/orders", "/api/imports/orders/preview")) {
      assertAnswers(description.operation("post", path), administrator.post(path, orders));
    }
    for (String path : List.of("/api/imports/plant-log", "/api/imports/plant-log/preview")) {
      assertAnswers(description.operation("post", path), administrator.post(path, log));
    }
  }

  @Test
  void whoever_nobody_knows_is_told_to_sign_in() {
    TestClient unknown = TestClient.unknown(vitrine);
    for (ApiDescription.Operation operation : description.operations()) {
      HttpResponse<String> answer =
          unknown.ask(
              operation.method().toUpperCase(Locale.ROOT), description.address(operation), "{}");
      assertAnswers(operation, answer);
      boolean open = operation.said().has("security") && operation.said().get("security").isEmpty();
      assertThat(answer.statusCode() == 401).as(operation.path()).isEqualTo(!open);
    }
  }

  /** The reply has a status that is described, and a body that fits it. */
  private static void assertAnswers(
      ApiDescription.Operation operation, HttpResponse<String> answer) {
    String status = String.valueOf(answer.statusCode());
    JsonNode reply = description.resolved(operation.said().path("responses").path(status));
    String what = operation.method() + " " + operation.path() + " " + status;
    assertThat(reply.isMissingNode()).as(what + " is described").isFalse();
    if (answer.statusCode() == 204) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    JsonNode content = reply.path("content").path(type);
    assertThat(content.isMissingNode()).as(what + " as " + type).isFalse();
    assertFits(content.get("schema"), TestClient.json(answer), what);
  }

  /** The example, with a token that is real where one is needed. */
  private static String body(ApiDescription.Operation operation, JsonNode example) {
    return switch (operation.path()) {
      case "/api/session" -> {
        long person = vitrine.vitrine().rooms().people().administrators().first();
        yield token(vitrine.vitrine().rooms().sessions().links().make(person).text());
      }
      case "/api/glass-session" ->
          token(
              TestClient.json(integrator.post("/api/orders/SO-1001/links", ""))
                  .get("url")
                  .asText()
                  .replaceFirst(".*#", ""));
      default -> Json.text(example);
    };
  }

  private static String token(String text) {
    return "{\"token\": \"" + text + "\"}";
  }

  private static void assertFits(JsonNode schema, JsonNode value, String what) {
    assertThat(description.misfits(schema, value)).as(what + ": " + value).isEmpty();
  }
}
