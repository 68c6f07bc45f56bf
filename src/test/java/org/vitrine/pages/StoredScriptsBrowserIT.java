package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;
import org.vitrine.platform.json.Json;

/**
 * Scripts stored in every text that somebody may write: each page shows them as the text they are.
 * A dialog, or a complaint about the page's policy, would fail these tests by itself.
 */
@ExtendWith(Browsers.class)
class StoredScriptsBrowserIT {
  /** Attributes, elements, templates and addresses; shorter than the shortest field but one. */
  private static final String SCRIPT =
      "\"'><img src=x onerror=\"window.hurt=1\"><svg onload=alert(1)></script><script>alert(2)</script>${hurt}";

  private static final String BRIEF = "<svg onload=alert()>";
  private static final String ORDER = "SO-666";
  private static final String LOOK_FOR_HARM =
      """
      () => {
        document.querySelectorAll('details').forEach((one) => (one.open = true));
        const strange = [...document.querySelectorAll('main *, header *')].filter((one) =>
          one.localName === 'script' || one.getAttribute('src') === 'x' ||
          [...one.attributes].some(({name, value}) => name.startsWith('on') || /^\\s*javascript:/i.test(value)));
        return {
          hurt: window.hurt ?? 0,
          strange: strange.map((one) => one.outerHTML),
          shown: document.body.textContent.includes('<svg onload='),
        };
      }""";

  private static Showroom showroom;
  private static String glass;

  @BeforeAll
  static void write() {
    showroom = new Showroom();
    TestClient erp = showroom.shop().integrator();
    put(erp, "/api/companies/mallory", Map.of("name", SCRIPT, "tier", "platinum"));
    put(erp, "/api/routings/mallory", routing());
    put(erp, "/api/orders/" + ORDER, order("2026-12-20", Map.of()));
    TestClient manager = showroom.client(Role.ACCOUNT_MANAGER, SCRIPT);
    put(manager, "/api/orders/" + ORDER, order("2026-12-23", Map.of("reason", SCRIPT)));
    List.of(
            Map.of("kind", "progressed", "operation", SCRIPT, "good", 7),
            Map.of("kind", "progressed", "operation", "__proto__", "good", 7),
            Map.of("kind", "progressed", "operation", "No stage knows " + SCRIPT, "good", 7),
            Map.of(
                "kind",
                "reading",
                "requirement",
                "limit",
                "value",
                900,
                "unit",
                SCRIPT.substring(0, 100)),
            Map.of("kind", "held", "stage", "first", "reason", SCRIPT))
        .forEach(StoredScriptsBrowserIT::report);
    put(erp, "/api/orders/SO-667", order("2026-12-20", Map.of(), SCRIPT));
    glass = showroom.glassLink(ORDER, "requirements", "readings", "operations", "reports");
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @Test
  void a_buyer_reads_them_as_text() {
    Visitor buyer =
        new Visitor(showroom.vitrine(), Look.DESK).signIn(showroom.linkFor("mallory", SCRIPT));

    expectHarmless(buyer, "/orders", "tr[data-order=" + ORDER + "]");
    expectHarmless(buyer, "/orders/" + ORDER, ".answer");
    expectHarmless(buyer, "/orders/SO-667", "[data-state=cancelled]");
    expectHarmless(buyer, "/orders/" + ORDER + "/history", "li[data-kind=promise-revised]");
  }

  @Test
  void the_plants_own_people_read_them_as_text() {
    Visitor li = showroom.staff(Role.ADMINISTRATOR, Look.PHONE_CHINESE);

    expectHarmless(li, "/board", "[data-card='" + ORDER + "/1']");
    expectHarmless(li, "/orders", "tr[data-order=" + ORDER + "]");
    expectHarmless(li, "/orders/" + ORDER, "[data-stage=unmapped]");
    expectHarmless(li, "/orders/SO-667", "[data-state=cancelled]");
    expectHarmless(li, "/orders/" + ORDER + "/history", "li[data-kind=promise-revised]");
  }

  @Test
  void so_do_those_who_run_the_house_on_the_pages_of_access() {
    showroom.linkFor("mallory", SCRIPT);
    Visitor li =
        new Visitor(showroom.vitrine(), Look.DESK)
            .signIn(showroom.link(Role.ADMINISTRATOR, SCRIPT));
    TestClient administrator = showroom.client(Role.ADMINISTRATOR, SCRIPT);
    assertThat(
            administrator
                .post(
                    "/api/people",
                    Json.tree(
                            Map.of(
                                "name",
                                SCRIPT.substring(0, 100),
                                "email",
                                "invited@vitrine.example",
                                "role",
                                "operator",
                                "companies",
                                List.of()))
                        .toString())
                .statusCode())
        .isEqualTo(201);

    expectHarmless(li, "/people", "li[data-person]:has-text('invited@vitrine.example')");
    expectHarmless(li, "/mail", "li[data-mail]:has-text('invited@vitrine.example')");
    expectHarmless(li, "/audit", "li[data-entry]:has-text('invited@vitrine.example')");
    expectHarmless(li, "/account", "session-list li");
    expectHarmless(li, "/orders/" + ORDER, "share-link li[data-link]");
  }

  @Test
  void so_does_whoever_holds_a_glass_link() {
    expectHarmless(showroom.stranger(Look.PHONE), glass, ".answer");
  }

  @Test
  void a_script_that_is_searched_for_is_only_searched_for() {
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, Look.DESK).open("/orders");

    li.see("input[name=q]").fill(SCRIPT.substring(0, 20));

    assertThat(li.see("tbody tr")).hasCount(2);
    expectNoHarm(li);
  }

  private static void expectHarmless(Visitor visitor, String path, String selector) {
    visitor.open(path);
    assertThat(visitor.see(selector).first()).isAttached();
    expectNoHarm(visitor);
  }

  private static void expectNoHarm(Visitor visitor) {
    assertThat(visitor.page().evaluate(LOOK_FOR_HARM))
        .as(visitor.page().url())
        .isEqualTo(Map.of("hurt", 0, "strange", List.of(), "shown", true));
  }

  private static Map<String, Object> routing() {
    return Map.of(
        "name",
        SCRIPT,
        "stages",
        List.of(
            Map.of(
                "code",
                "first",
                "name",
                Map.of("en", SCRIPT, "zh-CN", SCRIPT, BRIEF, SCRIPT),
                "operations",
                List.of("\"*", "__proto__"),
                "usualHours",
                24),
            Map.of("code", "last", "name", Map.of(BRIEF, SCRIPT))));
  }

  private static ObjectNode order(String date, Map<String, String> promise) {
    ObjectNode order =
        (ObjectNode)
            Json.tree(
                Map.of(
                    "company", "mallory",
                    "customerReference", SCRIPT.substring(0, 100),
                    "lines",
                        List.of(
                            Map.of(
                                "number",
                                1,
                                "product",
                                SCRIPT.substring(0, 100),
                                "description",
                                SCRIPT,
                                "quantity",
                                500,
                                "routing",
                                "mallory",
                                "requirements",
                                List.of(
                                    Map.of(
                                        "code",
                                        "limit",
                                        "stage",
                                        "first",
                                        "name",
                                        Map.of("en", SCRIPT, "zh-CN", SCRIPT),
                                        "ordered",
                                        SCRIPT,
                                        "unit",
                                        BRIEF,
                                        "maximum",
                                        500),
                                    Map.of(
                                        "code", "waived", "stage", "first", "name", SCRIPT,
                                        "waiver", SCRIPT))))));
    ObjectNode promised = order.putObject("promise").put("date", date);
    promise.forEach(promised::put);
    return order;
  }

  private static ObjectNode order(String date, Map<String, String> promise, String cancelled) {
    return order(date, promise).put("cancelled", cancelled);
  }

  private static void report(Map<String, ?> what) {
    ObjectNode report = (ObjectNode) Json.tree(what);
    report.put("id", SCRIPT + what.hashCode());
    report.put("order", ORDER);
    report.put("source", "manual");
    report.put("actor", SCRIPT);
    report.put("station", SCRIPT.substring(0, 100));
    report.put("happenedAt", showroom.vitrine().vitrine().clock().instant().toString());
    JsonNode answer =
        TestClient.json(showroom.shop().integrator().post("/api/reports", report.toString()));
    assertThat(answer.get("taken")).as(answer.toString()).hasSize(1);
  }

  private static void put(TestClient client, String path, Object body) {
    var answer = client.put(path, Json.tree(body).toString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
