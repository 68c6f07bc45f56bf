package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;
import org.vitrine.voices.VoiceShop;

/**
 * Four weeks after a message was closed a mail asks whether it is still solved; its link is opened.
 */
@ExtendWith(Browsers.class)
class StillSolvedBrowserIT {
  private static final Pattern LINK = Pattern.compile("/still-solved#[A-Za-z0-9_-]{43}");

  private static final TestClock CLOCK = new TestClock();
  private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static TestVitrine vitrine;
  private static VoiceShop shop;

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
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
    SMTP.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void whoever_says_that_it_came_back_reopens_it_under_its_number(Look look) {
    long number = closed(look);
    String path = fourWeeksLater(look);
    Visitor chen = chen().open("/messages/" + number);
    Visitor inbox = chen().open("/inbox");
    assertThat(chen.see(".voice")).hasAttribute("data-state", "closed");
    assertThat(inbox.see("inbox-list, .empty-state")).isVisible();
    String row = ".inbox-row[data-voice='" + number + "']";
    assertThat(inbox.see(row)).hasCount(0);

    Visitor amelia = new Visitor(vitrine, look).open(path);
    assertThat(amelia.see("main")).containsText("leaks more than we ordered, " + look);
    assertThat(amelia.page()).hasURL(Pattern.compile("/still-solved$"));
    amelia.expectGoodPage();
    amelia.see("[data-action=no]").click();
    amelia.see("[data-action=send]").click();
    assertThat(amelia.see("main [role=alert]").first()).not().isEmpty();
    amelia.see("textarea").fill("It leaks again, at the same joint");
    amelia.expectGoodPage();
    assertThat(chen.see(".voice")).hasAttribute("data-state", "closed");
    amelia.see("[data-action=send]").click();

    assertThat(amelia.see("main [role=status]"))
        .containsText(amelia.in("open again under its number", "重新打开"));
    assertThat(chen.see(".voice")).hasAttribute("data-state", "open");
    assertThat(chen.see(".thread")).containsText("It leaks again, at the same joint");
    assertThat(inbox.see(row)).containsText("leaks more than we ordered, " + look);
    amelia.expectGoodPage();
    assertThat(shop.thread(shop.customer(), number))
        .containsExactly("said", "answered", "closed", "still-solved-asked", "reopened");

    Visitor again = new Visitor(vitrine, look).expecting("status of 410").open(path);
    assertThat(again.see("main [role=status]")).not().isEmpty();
    assertThat(again.see("main button")).hasCount(0);
  }

  private static long closed(Look look) {
    shop.signIn();
    long number =
        shop.say(shop.customer(), "One of four test units leaks more than we ordered, " + look);
    shop.act(shop.chen(), number, "answers", "{\"text\": \"Brazed again\"}");
    shop.act(shop.chen(), number, "closing", "{}");
    return number;
  }

  /** The path of the link in her mail. */
  private static String fourWeeksLater(Look look) {
    CLOCK.pass(Duration.ofDays(28));
    shop.signIn();
    shop.clockStrikes();
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

  private static Visitor chen() {
    return new Visitor(vitrine, Look.DESK)
        .signIn(
            vitrine.vitrine().rooms().sessions().links().make(shop.person("chen@plant.example")));
  }
}
