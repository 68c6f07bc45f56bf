package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;

/** What is done about what went wrong, on the pages of the house and of who waits for the order. */
@ExtendWith(Browsers.class)
class CorrectionsBrowserIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient chen;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    shop.contact("northwind", "amelia@northwind.example");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor visitor(Look look, String email) {
    return new Visitor(vitrine, look).signInAs(email);
  }

  /** One piece of it left, made of a lot. */
  private static long contained(String order, String lot) {
    shop.order(order);
    integrate(
        "/api/pieces/" + lot + "-1",
        """
        {"product": "KFR-35 of %1$s", "order": "%1$s", "line": 1, "from": [{"lot": "%2$s", "product": "Winding of %1$s"}]}\
        """
            .formatted(order, lot));
    integrate(
        "/api/orders/" + order + "/shipments/DN-" + order,
        "{\"leftOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": 1, \"serials\": [\"%s-1\"]}]}"
            .formatted(LocalDate.now().minusDays(1), lot));
    long number =
        TestClient.json(
                chen.post(
                    "/api/nonconformances",
                    """
                    {"title": "It does not cool", "severity": "major", "order": "%s", "line": 1,
                     "requirement": "capacity", "team": ["chen@plant.example"]}\
                    """
                        .formatted(order)))
            .get("number")
            .asLong();
    String containment = "/api/nonconformances/" + number + "/containment";
    String lots = "{\"lots\": [\"" + lot + "\"]}";
    TestWatcher.await(
        "it left",
        () ->
            TestClient.json(chen.post(containment + "?preview", lots)).at("/road/pieces").asInt()
                == 1);
    chen.post(containment, lots);
    return number;
  }

  private static void integrate(String path, String body) {
    var answer = shop.integrator().put(path, body);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
  }

  private static void measured(String order, String piece) {
    shop.integrator()
        .post(
            "/api/reports",
            """
            {"id": "%s", "order": "%s", "requirement": "capacity", "kind": "reading", "value": 3500,
             "unit": "%s", "source": "machine", "happenedAt": "%s"}\
            """
                .formatted(piece, order, piece, Instant.now()));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK", "PHONE_CHINESE_DARK"})
  void what_is_done_is_proven_booked_and_shared(Look look) {
    String order = "SO-" + look.name().replace('_', '-');
    long number = contained(order, "C-" + look.name().replace('_', '-'));

    Visitor page = visitor(look, "chen@plant.example").open("/nonconformances/" + number);
    page.see("[data-action=raise-correction]").click();
    page.see("#correction-text").fill("Another winding");
    page.see("#correction-due").fill(LocalDate.now().plusDays(9).toString());
    page.see("#proof-goal").fill("3");
    page.expectAccessible();
    page.see("[data-action=raise-correction-now]").click();
    assertThat(page.see("todo-card a", "Another winding")).isVisible();
    String action =
        chen.json("/api/nonconformances/" + number + "/report").at("/actions/0/number").asText();
    chen.post(
        "/api/actions/" + action + "/outcome", "{\"outcome\": \"done\", \"text\": \"It is in\"}");
    TestWatcher.await(
        "it is done",
        () ->
            chen.json("/api/nonconformances/" + number + "/report")
                .at("/actions/0/done")
                .asBoolean());
    measured(order, "u1-" + order);
    measured(order, "u2-" + order);
    assertThat(page.see("todo-card .proof")).containsText(Pattern.compile("2 of 3|3 件中已有 2"));

    page.see("[data-action=write-analysis]").click();
    page.see("#analysis-why-0").fill("The winding was too thin");
    page.see("#analysis-cause").fill("A drawing of last year");
    page.expectAccessible();
    page.see("[data-action=save-analysis]").click();
    assertThat(page.see("analysis-card")).containsText("A drawing of last year");

    page.see("[data-action=book-cost]").click();
    page.see("#cost-amount").fill("twelve");
    page.see("[data-action=book-cost-now]").click();
    assertThat(page.see("#cost-amount")).hasAttribute("aria-invalid", "true");
    page.see("#cost-amount").fill("1250.5");
    page.see("select[name=currency]").selectOption("EUR");
    page.expectAccessible();
    page.see("[data-action=book-cost-now]").click();
    assertThat(page.see(".cost-sums")).containsText("1,250.50");
    page.see("cost-card summary").click();
    page.see("[data-action=take-cost-back]").click();
    page.see("#cost-reason").fill("Another order");
    page.expectAccessible();
    page.see("[data-action=take-cost-back-now]").click();
    assertThat(page.see(".cost-sums")).containsText("0.00");
    page.expectGoodPage();

    page.see("[data-reader=northwind] [data-action=share]").click();
    assertThat(page.see("[data-reader=northwind] [data-action=take-back]")).isVisible();
    page.see("[data-reader=northwind] a").click();
    assertThat(page.see("eight-d-report")).containsText("The winding was too thin");
    page.expectGoodPage();

    Visitor amelia = visitor(look, "amelia@northwind.example").open("/orders/" + order);
    amelia.see(".order-reports a").click();
    assertThat(amelia.see("eight-d-report")).containsText("Another winding");
    assertThat(amelia.see("eight-d-report")).not().containsText("1,250");
    amelia.expectGoodPage();
    amelia.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(amelia.page().locator("[data-action=print]")).not().isVisible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK", "PHONE_CHINESE_DARK"})
  void a_drill_is_started_answered_and_done(Look look) {
    String lot = "D-" + look.name().replace('_', '-');
    contained("SO-" + lot, lot);
    integrate("/api/pieces/" + lot + "-2", "{\"product\": \"KFR-35 of SO-%s\"}".formatted(lot));
    long drill = drawn(look, lot);

    Visitor page = visitor(look, "chen@plant.example").open("/drills");
    page.expectGoodPage();
    page.see("a[href='/drills/" + drill + "']").click();
    page.see("[data-action=start-drill]").click();
    assertThat(page.see("article[data-drill]")).hasAttribute("data-state", "running");
    page.see("[data-action=answer-free]").click();
    assertThat(page.see("gap-form .trouble:not(:empty)")).isVisible();
    page.see("[data-action=tick-open]").click();
    page.see("#gap-note").fill("Looked at the cards");
    page.expectGoodPage();
    page.see("[data-action=answer-unknown]").click();
    assertThat(page.see("article[data-drill]")).hasAttribute("data-state", "traced");
    page.expectGoodPage();
  }

  /** One a half-year: each look has a year of its own. */
  private static long drawn(Look look, String lot) {
    return vitrine
        .vitrine()
        .database()
        .findOne(
            "test.draw",
            """
            INSERT INTO trace_drill (half, due, lot, drawn_at)
            VALUES ($1, $2, $3, now())
            RETURNING id\
            """,
            row -> row.getLong("id"),
            (2030 + look.ordinal()) + "-1",
            LocalDate.of(2030 + look.ordinal(), 6, 30),
            lot)
        .orElseThrow();
  }
}
