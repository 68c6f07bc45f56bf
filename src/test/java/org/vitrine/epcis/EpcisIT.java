package org.vitrine.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** Events of orders as others read them, and what others send. */
class EpcisIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-07T08:00:00Z"));
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient staff;
  private static TestClient customer;
  private static TestClient stranger;
  private static TestClient integrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    staff = shop.staff(Role.QUALITY_MANAGER, "qi@plant.example");
    customer = shop.contact("northwind", "amelia@northwind.example");
    stranger = shop.contact("elsewhere", "eve@elsewhere.example");
    integrator = shop.integrator();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String address(String path) {
    return vitrine.vitrine().address().resolve(path).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<JsonNode> events(TestClient client, String query) {
    List<JsonNode> found = new ArrayList<>();
    client
        .json("/epcis/events?perPage=1000" + query)
        .at("/epcisBody/queryResults/resultsBody/eventList")
        .forEach(found::add);
    return found;
  }

  private static List<JsonNode> ofOrder(TestClient client, String order) {
    return events(client, "&EQ_bizTransaction_po=" + encoded(address("/orders/" + order)));
  }

  private static List<JsonNode> awaited(String order, int least) {
    TestWatcher.await(
        least + " events of " + order, () -> ofOrder(integrator, order).size() >= least);
    return ofOrder(integrator, order);
  }

  private static JsonNode captured(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String path = URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    TestWatcher.await("the job ends", () -> !integrator.json(path).get("running").asBoolean());
    return integrator.json(path);
  }

  private static String document(String... events) {
    return """
    {"@context": ["%s"], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-12-07T08:00:00Z",
     "epcisBody": {"eventList": [%s]}}\
    """
        .formatted(Namespaces.STANDARD_CONTEXT, String.join(", ", events));
  }

  private static String event(String serial, String more) {
    return """
    {"@context": ["%s"], "type": "ObjectEvent", "eventTime": "2026-12-07T09:00:00.000+01:00",
     "eventTimeZoneOffset": "+01:00", "action": "OBSERVE", "bizStep": "receiving",
     "epcList": ["urn:epc:id:sgtin:4012345.011111.%s"]%s}\
    """
        .formatted(Namespaces.STANDARD_CONTEXT, serial, more);
  }

  private static String problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    return TestClient.json(answer).get("type").asText();
  }

  private static void agree(String company, String terms) {
    HttpResponse<String> answer =
        shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com")
            .put(
                "/api/profiles/" + company,
                "{%s, \"agreedBy\": \"Eve\", \"agreedOn\": \"2025-01-02\"}".formatted(terms));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void what_happens_to_an_order_are_events_that_its_company_reads_and_nobody_else() {
    shop.order("SO-E1");
    shop.good("SO-E1", "e1-1", "Assembly", 500);
    shop.good("SO-E1", "e1-2", "Final test", 40);
    integrator.put(
        "/api/orders/SO-E1/shipments/DN-1",
        "{\"leftOn\": \"2026-12-07\", \"items\": [{\"line\": 1, \"quantity\": 40}]}");

    List<JsonNode> events = awaited("SO-E1", 4);

    assertThat(events)
        .extracting(one -> one.get("type").asText() + " " + one.path("bizStep").asText())
        .containsExactly(
            "TransactionEvent ",
            "ObjectEvent assembling",
            "ObjectEvent inspecting",
            "ObjectEvent shipping");
    assertThat(events.get(2).at("/quantityList/0/quantity").asInt()).isEqualTo(40);
    assertThat(events.get(2).at("/quantityList/0/epcClass").asText())
        .isEqualTo(address("/products/KFR-35"));
    assertThat(events.get(2).get("eventTimeZoneOffset").asText()).isEqualTo("+08:00");
    assertThat(events)
        .allMatch(one -> one.get("eventID").asText().startsWith("ni:///sha-256;"))
        .allMatch(one -> one.has("recordTime"));
    assertThat(ofOrder(customer, "SO-E1")).isEqualTo(events);
    assertThat(ofOrder(stranger, "SO-E1")).isEmpty();
    String one = "/epcis/events/" + encoded(events.get(3).get("eventID").asText());
    assertThat(customer.json(one).get("bizStep").asText()).isEqualTo("shipping");
    assertThat(problem(stranger.get(one), 404)).isEqualTo("epcisException:NoSuchResourceException");
    assertThat(events.toString()).doesNotContain("Zhang San").doesNotContain("station 4");
  }

  @Test
  void a_report_that_was_corrected_is_declared_wrong_and_stays() {
    shop.order("SO-E2");
    shop.good("SO-E2", "e2-1", "Assembly", 50);
    awaited("SO-E2", 2);
    CLOCK.pass(Duration.ofMinutes(1));
    integrator.post(
        "/api/reports",
        """
        {"id": "e2-2", "order": "SO-E2", "operation": "Assembly", "kind": "progressed", "good": 5, "source": "scan",
         "corrects": "e2-1", "happenedAt": "%s"}\
        """
            .formatted(CLOCK.instant()));

    List<JsonNode> events = awaited("SO-E2", 4);

    JsonNode wrong = events.get(1);
    JsonNode right = events.get(2).has("errorDeclaration") ? events.get(3) : events.get(2);
    JsonNode declared = events.get(2).has("errorDeclaration") ? events.get(2) : events.get(3);
    assertThat(declared.get("eventID")).isEqualTo(wrong.get("eventID"));
    assertThat(declared.at("/errorDeclaration/reason").asText()).isEqualTo("incorrect_data");
    assertThat(declared.at("/errorDeclaration/correctiveEventIDs/0"))
        .isEqualTo(right.get("eventID"));
    assertThat(right.at("/quantityList/0/quantity").asInt()).isEqualTo(5);
    assertThat(
            events(
                integrator,
                "&EXISTS_errorDeclaration=true&EQ_eventID="
                    + encoded(wrong.get("eventID").asText())))
        .hasSize(1);
    assertThat(
            integrator
                .json("/epcis/events/" + encoded(wrong.get("eventID").asText()))
                .has("errorDeclaration"))
        .isTrue();
  }

  @Test
  void what_never_happened_is_declared_so_and_what_ended_is_said() {
    shop.order("SO-E6");
    shop.good("SO-E6", "e6-1", "Assembly", 5);
    integrator.put(
        "/api/orders/SO-E6/shipments/DN-6",
        "{\"leftOn\": \"2026-12-07\", \"items\": [{\"line\": 1, \"quantity\": 5}]}");
    HttpResponse<String> told =
        integrator.post(
            "/api/reports",
            """
            [{"id": "e6-2", "order": "SO-E6", "stage": "packing", "kind": "held", "reason": "no boxes", "source": "manual",
              "happenedAt": "%1$s"},
             {"id": "e6-3", "order": "SO-E6", "stage": "assembly", "kind": "withdrawn", "corrects": "e6-1", "source": "manual",
              "happenedAt": "%1$s"}]\
            """
                .formatted(CLOCK.instant()));
    assertThat(told.body()).doesNotContain("\"refused\":[{");
    HttpResponse<String> gone =
        integrator.delete("/api/orders/SO-E6/shipments/DN-6?reason=mistake");
    assertThat(gone.statusCode()).as(gone.body()).isLessThan(300);
    shop.cancel("SO-E6", "by mistake");

    List<JsonNode> events = awaited("SO-E6", 7);

    assertThat(events).hasSize(7);
    assertThat(events)
        .filteredOn(one -> one.has("errorDeclaration"))
        .extracting(
            one -> one.get("bizStep").asText() + " " + one.at("/errorDeclaration/reason").asText())
        .containsExactlyInAnyOrder("assembling did_not_occur", "shipping did_not_occur");
    assertThat(events)
        .filteredOn(one -> one.path("disposition").asText().equals("unavailable"))
        .hasSize(1);
    assertThat(events).filteredOn(one -> one.path("action").asText().equals("DELETE")).hasSize(1);
    assertThat(events.toString()).doesNotContain("no boxes").doesNotContain("by mistake");
  }

  @Test
  void a_company_reads_of_the_stages_that_are_shown_to_it() {
    TestClient eve = shop.contact("partly", "eve@partly.example");
    shop.order("SO-E7", "partly");
    shop.good("SO-E7", "e7-1", "Assembly", 500);
    shop.good("SO-E7", "e7-2", "Final test", 500);
    awaited("SO-E7", 3);
    assertThat(ofOrder(eve, "SO-E7")).hasSize(3);
    agree("partly", "\"shows\": {\"stages\": [\"final-inspection\"], \"readings\": []}");

    assertThat(ofOrder(eve, "SO-E7"))
        .extracting(one -> one.path("bizStep").asText())
        .containsExactly("", "inspecting");
    assertThat(ofOrder(staff, "SO-E7")).hasSize(3);
  }

  @Test
  void every_published_document_is_captured_once() {
    for (String name : PublishedDocuments.names()) {
      JsonNode document = PublishedDocuments.read(name);
      int events = document.at("/epcisBody/eventList").size();
      JsonNode job = captured(integrator.post("/epcis/capture", Json.text(document)));
      JsonNode again =
          captured(
              integrator.post(
                  "/epcis/capture", Json.text(document), "GS1-Capture-Error-Behaviour", "proceed"));
      assertThat(again.get("taken").asInt()).as(name).isZero();
      if (job.get("success").asBoolean()) {
        assertThat(job.get("taken").asInt() + job.get("known").asInt()).as(name).isEqualTo(events);
        assertThat(again.get("known").asInt()).as(name).isEqualTo(events);
      } else {
        assertThat(job.toString()).as(name).contains("Another event has this id");
      }
    }
  }

  @Test
  void an_invalid_document_is_refused_with_the_place_or_taken_but_for_what_is_wrong() {
    String right = event("r1", "");
    String wrong = event("r2", "").replace("receiving", "reciving");
    HttpResponse<String> refused = integrator.post("/epcis/capture", document(right, wrong));
    assertThat(problem(refused, 400)).isEqualTo("epcisException:ValidationException");
    assertThat(TestClient.json(refused).at("/errors").findValuesAsText("at"))
        .contains("/epcisBody/eventList/1/bizStep");
    assertThat(events(integrator, "&MATCH_epc=urn:epc:id:sgtin:4012345.011111.r1")).isEmpty();

    JsonNode job =
        captured(
            integrator.post(
                "/epcis/capture",
                document(right, wrong),
                "GS1-Capture-Error-Behaviour",
                "proceed"));

    assertThat(job.get("success").asBoolean()).isFalse();
    assertThat(job.get("taken").asInt()).isEqualTo(1);
    assertThat(job.get("captureErrorBehaviour").asText()).isEqualTo("proceed");
    assertThat(job.at("/errors/0/errors").findValuesAsText("at"))
        .contains("/epcisBody/eventList/1/bizStep");
    assertThat(events(integrator, "&MATCH_epc=urn:epc:id:sgtin:4012345.011111.r1")).hasSize(1);
  }

  @Test
  void under_an_id_stands_one_event() {
    String own = ", \"eventID\": \"urn:uuid:0b7a1f0e-0001-4a51-bd6a-0bba133845a8\"";
    HttpResponse<String> taken = integrator.post("/epcis/events", event("u1", own));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    String place = taken.headers().firstValue("Location").orElseThrow();
    assertThat(integrator.get(URI.create(place).getRawPath()).statusCode()).isEqualTo(200);
    assertThat(problem(integrator.post("/epcis/events", event("u1", own)), 409))
        .isEqualTo("epcisException:ResourceAlreadyExistsException");
    assertThat(problem(integrator.post("/epcis/events", event("u2", own)), 409))
        .isEqualTo("epcisException:ResourceAlreadyExistsException");

    JsonNode job =
        captured(integrator.post("/epcis/capture", document(event("u3", ""), event("u2", own))));

    assertThat(job.get("success").asBoolean()).isFalse();
    assertThat(job.get("taken").asInt()).as("all or nothing").isZero();
    assertThat(events(integrator, "&MATCH_epc=urn:epc:id:sgtin:4012345.011111.u3")).isEmpty();
    assertThat(
            captured(integrator.post("/epcis/capture", document(event("u1", own))))
                .get("known")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void an_event_of_others_that_names_an_order_is_its_companys_to_see_and_moves_nothing() {
    shop.order("SO-E3");
    awaited("SO-E3", 1);
    JsonNode before = customer.json("/api/orders/SO-E3");
    String named =
        ", \"bizTransactionList\": [{\"type\": \"po\", \"bizTransaction\": \"%s\"}]"
            .formatted(address("/orders/SO-E3"));
    assertThat(integrator.post("/epcis/events", event("n1", named)).statusCode()).isEqualTo(201);
    assertThat(integrator.post("/epcis/events", event("n2", "")).statusCode()).isEqualTo(201);

    assertThat(ofOrder(customer, "SO-E3")).hasSize(2);
    assertThat(ofOrder(stranger, "SO-E3")).isEmpty();
    assertThat(events(customer, "&MATCH_epc=urn:epc:id:sgtin:4012345.011111.n2")).isEmpty();
    assertThat(customer.json("/api/orders/SO-E3").get("lines")).isEqualTo(before.get("lines"));
  }

  @Test
  void what_we_export_is_valid_and_taken_by_another_house() {
    shop.order("SO-E4");
    shop.good("SO-E4", "e4-1", "Assembly", 500);
    List<JsonNode> events = awaited("SO-E4", 2);
    ObjectNode document = (ObjectNode) Json.read(document(), JsonNode.class);
    ((ObjectNode) document.get("epcisBody")).set("eventList", Json.tree(events));
    assertThat(new DocumentCheck().ofAll(document)).isEmpty();
    assertThat(Gs1Schema.faults(document)).isEmpty();
    JsonNode page =
        integrator.json(
            "/epcis/events?perPage=1000&EQ_bizTransaction_po=" + encoded(address("/orders/SO-E4")));
    assertThat(Gs1Schema.faults(page)).isEmpty();
    ((ObjectNode) page.at("/epcisBody/queryResults/resultsBody/eventList/0")).remove("eventTime");
    assertThat(Gs1Schema.faults(page)).as("without what it needs").isNotEmpty();
    JsonNode alone =
        integrator.json("/epcis/events/" + encoded(events.getFirst().get("eventID").asText()));
    assertThat(Gs1Schema.faults(alone)).isEmpty();
    JsonNode here = captured(integrator.post("/epcis/capture", Json.text(document)));
    assertThat(here.get("known").asInt()).as("we know our own").isEqualTo(events.size());
    try (TestVitrine other = TestVitrine.startAt(CLOCK)) {
      TestClient program = new Shop(other).integrator();
      assertThat(program.post("/epcis/capture", Json.text(document)).statusCode()).isEqualTo(202);
      TestWatcher.await("all of it is there", () -> events(program, "").size() == events.size());
      assertThat(events(program, "").getFirst().get("eventID"))
          .isEqualTo(events.getFirst().get("eventID"));
    }
  }

  @Test
  void pages_of_a_feed_that_grows_lose_nothing_and_double_nothing() {
    IntStream.range(0, 25).forEach(EpcisIT::another);
    String kind = "&MATCH_epc=urn:epc:idpat:sgtin:4012345.022222.*";
    for (String order :
        List.of("", "&orderBy=eventTime&orderDirection=ASC", "&orderBy=recordTime")) {
      int there = events(integrator, kind).size();
      List<String> read = new ArrayList<>();
      Optional<String> next = Optional.of("/epcis/events?perPage=4" + kind + order);
      int more = 0;
      while (next.isPresent()) {
        HttpResponse<String> page = integrator.get(next.get());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        TestClient.json(page)
            .at("/epcisBody/queryResults/resultsBody/eventList")
            .forEach(one -> read.add(one.get("eventID").asText()));
        another(100 * order.length() + 25 + more++);
        next =
            page.headers()
                .firstValue("Link")
                .map(link -> link.substring(1, link.indexOf('>')))
                .map(link -> link.substring(link.indexOf("/epcis")));
      }
      assertThat(read).as(order).doesNotHaveDuplicates().hasSize(there);
    }
  }

  private static void another(int serial) {
    integrator.post("/epcis/events", event("p" + serial, "").replace("011111", "022222"));
  }

  @Test
  void whoever_goes_on_from_the_last_record_time_misses_nothing() {
    integrator.post("/epcis/events", event("c0", ""));
    List<JsonNode> before = events(integrator, "&orderBy=recordTime&orderDirection=DESC");
    String last = before.getFirst().get("recordTime").asText();
    List<Thread> writers =
        IntStream.range(1, 9)
            .mapToObj(
                at ->
                    Thread.ofVirtual()
                        .start(() -> integrator.post("/epcis/events", event("c" + at, ""))))
            .toList();
    List<String> found = new ArrayList<>();
    TestWatcher.await(
        "all are read",
        () -> {
          String from = found.isEmpty() ? last : found.getLast();
          for (JsonNode one :
              events(
                  integrator,
                  "&GE_recordTime=" + encoded(Instant.parse(from).plusMillis(1).toString()))) {
            found.add(one.get("recordTime").asText());
          }
          return found.size() >= 8;
        });
    writers.forEach(
        writer -> {
          try {
            writer.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(found).hasSize(8).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void a_query_that_the_standard_does_not_know_is_refused() {
    for (String query :
        List.of(
            "colour=red",
            "GE_eventTime=yesterday",
            "EQ_action=CREATE",
            "orderBy=colour",
            "perPage=0",
            "eventCountLimit=1&maxEventCount=1",
            "nextPageToken=abc",
            "EQ_bizTransaction=1")) {
      assertThat(problem(integrator.get("/epcis/events?" + query), 400))
          .as(query)
          .isEqualTo("epcisException:QueryParameterException");
    }
    integrator.post("/epcis/events", event("q1", ""));
    integrator.post("/epcis/events", event("q2", ""));
    String both =
        "&MATCH_epc=urn:epc:id:sgtin:4012345.011111.q1,https://id.gs1.org/01/04012345111118/21/q2";
    assertThat(problem(integrator.get("/epcis/events?maxEventCount=1" + both), 413))
        .isEqualTo("epcisException:QueryTooLargeException");
    assertThat(events(integrator, "&eventCountLimit=1" + both)).hasSize(1);
    assertThat(events(integrator, both)).hasSize(2);
    assertThat(events(integrator, "&eventType=AggregationEvent" + both)).isEmpty();
    assertThat(events(integrator, "&EQ_bizStep=cbv:BizStep-receiving&EQ_action=OBSERVE" + both))
        .hasSize(2);
    assertThat(events(integrator, "&LT_eventTime=2026-12-07T08:00:00Z" + both)).isEmpty();
    assertThat(events(integrator, "&GE_eventTime=2026-12-07T08:00:00Z" + both)).hasSize(2);
    assertThat(events(integrator, "&MATCH_epc=urn:epc:idpat:sgtin:4012345.011111.*"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void what_a_moment_is_to_others_is_data() {
    String before = staff.get("/api/epcis/steps").body();
    HttpResponse<String> saved =
        staff.put(
            "/api/epcis/steps",
            """
            {"steps": [{"moment": "progressed", "bizStep": "installing"},
                       {"moment": "progressed", "stage": "packing", "bizStep": "https://ns.example.com/wrapping"},
                       {"moment": "progressed", "routing": "split-ac", "stage": "assembly", "disposition": "active"}]}\
            """);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    shop.order("SO-E5");
    shop.good("SO-E5", "e5-1", "Assembly", 500);
    shop.good("SO-E5", "e5-2", "Final test", 500);
    shop.good("SO-E5", "e5-3", "Pack", 500);
    List<JsonNode> events = awaited("SO-E5", 4);
    assertThat(staff.put("/api/epcis/steps", before).statusCode()).isEqualTo(200);

    assertThat(events.get(1).has("bizStep")).isFalse();
    assertThat(events.get(1).get("disposition").asText()).isEqualTo("active");
    assertThat(events.get(2).get("bizStep").asText()).isEqualTo("installing");
    assertThat(events.get(3).get("bizStep").asText()).isEqualTo("https://ns.example.com/wrapping");
    for (String wrong :
        List.of(
            "{\"moment\": \"shipped\", \"bizStep\": \"schipping\"}",
            "{\"moment\": \"sold\"}",
            "{\"moment\": \"held\"}, {\"moment\": \"held\"}")) {
      HttpResponse<String> refused = staff.put("/api/epcis/steps", "{\"steps\": [" + wrong + "]}");
      assertThat(refused.statusCode()).as(wrong + refused.body()).isEqualTo(422);
    }
  }

  @Test
  void contexts_come_with_the_program() {
    TestClient nobody = TestClient.unknown(vitrine);
    JsonNode standard = nobody.json("/epcis/contexts/epcis-context.jsonld").get("@context");
    assertThat(standard.at("/bizStep/@context/shipping").asText())
        .isEqualTo("cbv:BizStep-shipping");
    Namespaces.OF_THE_STANDARD
        .byPrefix()
        .forEach(
            (prefix, address) ->
                assertThat(standard.path(prefix).asText(address)).as(prefix).isEqualTo(address));
    assertThat(nobody.json("/epcis/contexts/vitrine").at("/@context/vitrine").asText())
        .isEqualTo(address("/epcis/contexts/vitrine#"));
  }

  @Test
  void it_says_which_version_it_speaks_and_refuses_another() {
    HttpResponse<String> offer = TestClient.unknown(vitrine).ask("OPTIONS", "/epcis");
    assertThat(offer.statusCode()).isEqualTo(204);
    assertThat(offer.headers().firstValue("GS1-EPCIS-Version")).contains("2.0.0");
    assertThat(offer.headers().firstValue("GS1-EPCIS-Capture-Limit")).contains("500");
    assertThat(staff.get("/epcis/events").headers().firstValue("GS1-CBV-Version"))
        .contains("2.0.0");
    assertThat(problem(staff.get("/epcis/events", "GS1-EPCIS-Version", "1.2"), 406))
        .isEqualTo("epcisException:NotAcceptableException");
    assertThat(problem(staff.get("/epcis/events", "GS1-EPCIS-Min", "2.1"), 406)).isNotBlank();
    assertThat(staff.get("/epcis/events", "GS1-EPCIS-Version", "2.0").statusCode()).isEqualTo(200);
    assertThat(problem(TestClient.unknown(vitrine).get("/epcis/events"), 401))
        .isEqualTo("epcisException:SecurityException");
    assertThat(problem(customer.post("/epcis/events", event("x", "")), 403))
        .isEqualTo("epcisException:SecurityException");
  }
}
