package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.actions.ActionShop;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;

/** What is done because customers said so, on the pages of both sides. */
@ExtendWith(Browsers.class)
class ActionsBrowserIT {
  private static final Pattern LINK = Pattern.compile("/did-it-work#[A-Za-z0-9_-]{43}");

  private static final TestClock CLOCK = new TestClock();
  private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static TestVitrine vitrine;
  private static ActionShop shop;

  @BeforeAll
  static void open() {
    SMTP.start();
    vitrine =
        TestVitrine.startWith(
            CLOCK,
            Optional.of(
                new MailSettings(
                    MailUrl.parse(
                        "smtp://127.0.0.1:%d?starttls=disabled"
                            .formatted(SMTP.getSmtp().getPort())),
                    new MailAddress("orders@works.example"))),
            Optional.empty());
    shop = new ActionShop(vitrine, CLOCK);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
    SMTP.stop();
  }

  /** Pages that stay open while weeks pass are signed out by then. */
  private static Visitor visitor(Look look, String email) {
    return new Visitor(vitrine, look)
        .expecting("status of 401")
        .signIn(vitrine.vitrine().rooms().sessions().links().make(shop.person(email)));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void an_action_is_made_done_read_by_who_raised_it_and_opened_again(Look look) {
    String text = "Braze the joints twice, " + look;
    Visitor chen = visitor(look, "chen@plant.example").open("/actions");
    chen.see("[data-action=make]").click();
    chen.see("#action-text").fill(text);
    chen.see("select[name=owner]").selectOption("wu@plant.example");
    chen.see("action-form summary").click();
    chen.see("input[name=company][value=northwind]").check();
    chen.expectGoodPage();
    Visitor amelia = visitor(look, "amelia@northwind.example").open("/actions");
    chen.see("[data-action=make-now]").click();
    assertThat(chen.see(".action-row", text)).isVisible();
    assertThat(amelia.see("article", text)).isVisible();
    amelia.expectGoodPage();

    Visitor wu = visitor(look, "wu@plant.example").open("/actions?show=mine");
    wu.expectGoodPage();
    wu.see(".action-row", text).click();
    wu.see("[data-action=done]").click();
    wu.see("textarea").fill("Every joint since Monday");
    wu.expectGoodPage();
    wu.see("[data-action=say]").click();
    assertThat(wu.see(".action-view")).hasAttribute("data-state", "done");
    wu.expectGoodPage();
    assertThat(amelia.see("article", text)).containsText("Every joint since Monday");
    amelia.expectGoodPage();

    Visitor asked = new Visitor(vitrine, look).open(weeksLater(look));
    assertThat(asked.see("main")).containsText(text);
    assertThat(asked.page()).hasURL(Pattern.compile("/did-it-work$"));
    asked.expectGoodPage();
    asked.see("[data-action=no]").click();
    asked.see("[data-action=send]").click();
    assertThat(asked.see("main [role=alert]").first()).not().isEmpty();
    asked.see("textarea").fill("One of ten still leaks");
    asked.expectGoodPage();
    asked.see("[data-action=send]").click();
    assertThat(asked.see("main [role=status]"))
        .containsText(asked.in("open again under its number", "重新进行"));

    Visitor again = visitor(look, "chen@plant.example").open("/actions");
    again.see(".action-row", text).click();
    assertThat(again.see(".action-history")).containsText("One of ten still leaks");
    again.expectGoodPage();
    new Visitor(vitrine, look).expecting("status of 410").open(link(look).orElseThrow());
  }

  /** The path of the link in her mail. */
  private static String weeksLater(Look look) {
    CLOCK.pass(Duration.ofDays(29));
    shop.clockStrikes();
    await("the mail arrives", Duration.ofSeconds(20), () -> link(look).isPresent());
    return link(look).orElseThrow();
  }

  private static Optional<String> link(Look look) {
    return Arrays.stream(SMTP.getReceivedMessages())
        .map(mail -> GreenMailUtil.getBody(mail).replace("=\r\n", ""))
        .filter(body -> body.contains(look.name()))
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
