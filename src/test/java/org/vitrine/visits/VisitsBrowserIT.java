package org.vitrine.visits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** A visit on phones and at desks: noted without a network, read and corrected by the company. */
@ExtendWith(Browsers.class)
class VisitsBrowserIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static VisitShop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new VisitShop(vitrine, CLOCK);
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE company SET created_at = created_at - interval '60 days'");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static long begun() {
    return shop.planned(
        shop.li(),
        "northwind",
        Duration.ofMinutes(-30),
        ", \"with\": [\"amelia@northwind.example\"]");
  }

  private static long messagesOf(long visit) {
    return Long.parseLong(
        TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT count(*) FROM voice WHERE origin_key = '%d'".formatted(visit))
            .getFirst());
  }

  private static FilePayload photo() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new FilePayload("crate.png", "image/png", png.toByteArray());
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void what_is_noted_without_a_network_is_sent_when_there_is_one(Look look) {
    long number = begun();
    Visitor li =
        new Visitor(vitrine, look)
            .expecting("ERR_INTERNET_DISCONNECTED")
            .signInAs(VisitShop.LI)
            .open("/visits/" + number);
    assertThat(li.see(".record-stands")).hasAttribute("data-stands", "blank");
    li.see("[name=facts-0]").fill("They build a second line");
    li.see("[name=facts-0]").press("Enter");
    assertThat(li.see("[name=facts-1]")).isFocused();
    li.see("[name=facts-1]").fill("谈到新厂房");
    li.see("[name=wishes-0]").fill("A smaller crate");
    li.see("[name=promises-0]").fill("Send the drawing");
    li.see("record-pictures input[type=file]").setInputFiles(photo());
    assertThat(li.see(".record-pictures img")).hasCount(1);
    assertThat(li.see(".record-stands")).hasAttribute("data-stands", "here");
    li.expectAccessible();
    li.expectNoSidewaysScroll();

    li.offline(true);
    li.see("[data-action=note]").click();
    assertThat(li.see(".record-stands")).hasAttribute("data-stands", "waiting");
    assertThat(messagesOf(number)).isZero();
    li.offline(false);
    assertThat(li.see("visit-record [data-line]")).hasCount(4);
    assertThat(li.see("visit-record")).containsText("谈到新厂房");
    assertThat(li.see("visit-record img")).hasCount(1);
    assertThat(messagesOf(number)).isEqualTo(1);
    li.expectGoodPage();

    Visitor amelia =
        new Visitor(vitrine, look).signInAs("amelia@northwind.example").open("/orders");
    amelia.inMenu("nav a[href='/visits']").click();
    amelia.see("[data-visit='%d'] a".formatted(number)).click();
    amelia.see("[data-line='1'] [data-action=otherwise]").click();
    amelia.see("#correct-1").fill("A second line, and a third");
    amelia.expectAccessible();
    amelia.see("[data-action=correct]").click();
    assertThat(amelia.see("[data-line='1'] .record-theirs")).containsText("and a third");
    assertThat(li.see("[data-line='1'] .record-theirs")).containsText("and a third");
    assertThat(li.see("[data-line='1'] .record-text").first()).hasText("They build a second line");
    amelia.expectGoodPage();
    amelia.see("[data-action=confirm]").click();
    assertThat(amelia.see("[data-how=word]")).isVisible();
    assertThat(li.see("[data-how=word]")).isVisible();
  }

  @Test
  void what_was_typed_is_there_after_a_reload_and_two_tabs_send_it_once() {
    long number = begun();
    Visitor li =
        new Visitor(vitrine, Look.PHONE)
            .expecting("ERR_INTERNET_DISCONNECTED")
            .signInAs(VisitShop.LI)
            .open("/visits/" + number);
    li.see("[name=wishes-0]").fill("One wish");
    assertThat(li.see(".record-stands")).hasAttribute("data-stands", "here");
    li.page().waitForTimeout(600); // Typing rests for a quarter of a second before it is kept.
    li.page().reload();
    assertThat(li.see("[name=wishes-0]")).hasValue("One wish");

    Page other = li.page().context().newPage();
    other.navigate("/visits");
    other.locator(".round-day").first().waitFor();
    li.offline(true);
    li.see("[data-action=note]").click();
    assertThat(li.see(".record-stands")).hasAttribute("data-stands", "waiting");
    li.page().navigate("about:blank");
    li.offline(false);
    other.navigate("/visits/" + number);
    li.open("/visits/" + number);
    assertThat(other.locator("visit-record [data-line]")).hasCount(1);
    assertThat(li.see("visit-record [data-line]")).hasCount(1);
    assertThat(messagesOf(number)).isEqualTo(1);
  }

  @Test
  void what_was_written_while_another_device_noted_it_is_not_thrown_away() {
    long number = begun();
    Visitor li = new Visitor(vitrine, Look.PHONE).signInAs(VisitShop.LI).open("/visits/" + number);
    li.see("[name=facts-0]").fill("Only here");
    li.page().waitForTimeout(600); // Typing rests for a quarter of a second before it is kept.
    VisitShop.require(
        shop.li()
            .post(
                "/api/visits/" + number + "/record",
                VisitShop.record(UUID.randomUUID(), shop.today().plusDays(3))));
    assertThat(li.see("[data-left-over]")).containsText("Only here");
    assertThat(li.see("visit-record [data-line]")).hasCount(3);
    li.expectGoodPage();
    li.page().reload();
    li.see("[data-action=discard]").click();
    assertThat(li.see("[data-left-over]")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "DESK_CHINESE", "PHONE"})
  void a_visit_is_planned_prepared_and_covered(Look look) {
    Visitor li = new Visitor(vitrine, look).signInAs(VisitShop.LI).open("/today");
    li.inMenu("nav a[href='/visits']").click();
    assertThat(li.see(".round-day")).hasCount(7);
    li.expectGoodPage();
    li.see("[data-tab=overdue]").click();
    assertThat(li.see("[data-due]").first()).isVisible();
    li.expectAccessible();
    li.see("[data-action=cover]").click();
    li.see("dialog [data-action=save]").click();
    assertThat(li.see("dialog .trouble", li.in("Choose who", "请选择代访人"))).isVisible();
    li.expectAccessible();
    li.see("dialog button.quiet").last().click();

    li.see("[data-action=plan]").click();
    li.see("dialog [data-action=save]").click();
    assertThat(li.see("#visit-company")).hasAttribute("aria-invalid", "true");
    li.see("#visit-company").selectOption("northwind");
    li.see("dialog [name=with]").check();
    li.see("#visit-place").fill("Hall 4");
    li.expectAccessible();
    li.see("dialog [data-action=save]").click();
    assertThat(li.see(".visit[data-state=planned]")).isVisible();
    assertThat(li.see("visit-preparation")).containsText(li.in("Before you go", "行前准备"));
    assertThat(li.see(".visit-facts")).containsText("Hall 4");
    li.expectGoodPage();
    li.see("[data-action=cancel]").click();
    li.see("#outcome-reason").fill("Snow");
    li.see("dialog [data-action=save]").click();
    assertThat(li.see(".visit[data-state=cancelled]")).isVisible();
  }
}
