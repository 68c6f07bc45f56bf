package org.vitrine.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;

/** What is said by mail about actions, and what is answered by the link in one. */
class ActionMailsIT {
  private static final String WU = "wu@plant.example";
  private static final String CHEN = "chen@plant.example";
  private static final String AMELIA = "amelia@northwind.example";
  private static final String JONAS = "jonas@baltic.example";
  private static final Pattern LINK = Pattern.compile("/did-it-work#([A-Za-z0-9_-]{43})");

  private static final TestClock CLOCK = new TestClock();
  private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static TestVitrine vitrine;
  private static ActionShop shop;

  @BeforeAll
  static void start() {
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
  static void stop() {
    vitrine.close();
    SMTP.stop();
  }

  /**
   * The mails to somebody whose subject has these words, as a mailbox shows them: what is under way
   * while days pass is sent again, under the same Message-ID.
   */
  private static Collection<MimeMessage> mails(String to, String words) {
    return Arrays.stream(SMTP.getReceivedMessages())
        .filter(mail -> has(mail, to, words))
        .collect(
            Collectors.toMap(
                ActionMailsIT::messageId,
                mail -> mail,
                (first, again) -> first,
                LinkedHashMap::new))
        .values();
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean has(MimeMessage mail, String to, String words) {
    try {
      return GreenMailUtil.getAddressList(mail.getAllRecipients()).contains(to)
          && mail.getSubject().contains(words);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMessage mail(String to, String words) {
    await(words + " for " + to, Duration.ofSeconds(20), () -> !mails(to, words).isEmpty());
    return mails(to, words).iterator().next();
  }

  private static String token(MimeMessage mail) {
    Matcher link = LINK.matcher(GreenMailUtil.getBody(mail).replace("=\r\n", ""));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static HttpResponse<String> answering(String token, String rest) {
    return TestClient.unknown(vitrine)
        .post("/api/actions/answers", "{\"token\": \"%s\", %s}".formatted(token, rest));
  }

  /** Days pass one by one, and the clock strikes on each. */
  private static void pass(int days) {
    for (int day = 0; day < days; day++) {
      CLOCK.pass(Duration.ofDays(1));
      shop.clockStrikes();
    }
  }

  @Test
  void its_owner_is_told_when_it_is_theirs_and_due_and_the_quality_manager_when_it_is_overdue() {
    shop.made("Sharpen the tools", 3);
    mail(WU, "Yours to do until");
    pass(5);
    mail(CHEN, "Overdue: Sharpen the tools");
    mail(WU, "Due tomorrow: Sharpen the tools");
    mail(WU, "Due today: Sharpen the tools");
    assertThat(mails(WU, "Sharpen the tools")).hasSize(3);
    assertThat(mails(CHEN, "Sharpen the tools")).hasSize(1);
  }

  @Test
  void whoever_gives_it_to_themselves_is_not_told_and_whoever_is_handed_it_is() {
    long number = shop.made("Read the norm", 10);
    shop.chen().put("/api/actions/" + number, "{\"owner\": \"%s\"}".formatted(CHEN));
    shop.chen().put("/api/actions/" + number, "{\"owner\": \"zhang@plant.example\"}");
    mail("zhang@plant.example", "Read the norm");
    shop.became(shop.chen(), number, "withdrawn", "The norm was withdrawn");
    mail("zhang@plant.example", "Not to be done any more: Read the norm");
    assertThat(mails(CHEN, "Read the norm")).isEmpty();
  }

  @Test
  void weeks_later_those_who_raised_it_are_asked_and_no_opens_it_again() {
    long number = shop.made("Turn the valve", 3, "northwind", "baltic");
    shop.became(shop.wu(), number, "done", "Turned");
    pass(29);
    String token = token(mail(AMELIA, "Did it work? Turn the valve"));
    String other = token(mail(JONAS, "Did it work? Turn the valve"));

    looking_records_nothing(number, token);
    assertThat(answering(token, "\"worked\": false").body()).contains("Say what did not work");
    assertThat(answering(token, "\"text\": \"x\"").body()).contains("true or false");
    HttpResponse<String> no = answering(token, "\"worked\": false, \"text\": \"It still drips\"");
    assertThat(no.statusCode()).as(no.body()).isEqualTo(200);
    assertThat(TestClient.json(no).get("state").asText()).isEqualTo("reopened");
    assertThat(shop.history(number)).containsExactly("made", "done", "asked", "reopened");

    assertThat(GreenMailUtil.getBody(mail(WU, "It did not work: Turn the valve")))
        .contains("Northwind Climate", "It still drips");
    mail(CHEN, "It did not work: Turn the valve");
    assertThat(answering(token, "\"worked\": true").statusCode()).as("used").isEqualTo(410);
    assertThat(answering(other, "\"worked\": true").statusCode())
        .as("what was asked before it was opened again")
        .isEqualTo(410);
    assertThat(answering("x".repeat(43), "\"worked\": true").statusCode()).isEqualTo(410);
    assertThat(mails(JONAS, "Did it work? Turn the valve")).as("asked once").hasSize(1);
  }

  private static void looking_records_nothing(long number, String token) {
    TestClient nobody = TestClient.unknown(vitrine);
    HttpResponse<String> page = nobody.get("/did-it-work");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("Turn the valve");
    HttpResponse<String> look =
        nobody.post("/api/actions/look", "{\"token\": \"%s\"}".formatted(token));
    assertThat(look.body())
        .contains("Turn the valve", "Turned")
        .doesNotContainIgnoringCase("baltic");
    assertThat(shop.history(number)).containsExactly("made", "done", "asked");
  }

  @Test
  void a_yes_is_told_to_its_owner_and_a_second_one_says_nothing_new() {
    long number = shop.made("Grease the hinge", 3, "northwind");
    shop.became(shop.wu(), number, "done", "Greased");
    pass(29);
    String token = token(mail(AMELIA, "Did it work? Grease the hinge"));
    assertThat(answering(token, "\"worked\": true").statusCode()).isEqualTo(200);
    shop.became(shop.amelia(), number, "worked", "Indeed");
    mail(WU, "It worked: Grease the hinge");
    assertThat(shop.history(number)).containsExactly("made", "done", "asked", "worked");
    assertThat(mails(WU, "It worked: Grease the hinge")).hasSize(1);
  }

  @Test
  void such_mails_are_left_by_one_click_and_wished_again_on_the_page() throws Exception {
    shop.made("Sweep the floor", 30);
    String header =
        mail(WU, "Sweep the floor").getHeader("List-Unsubscribe", null).replaceAll("[<>]", "");
    String path = URI.create(header).getPath();
    HttpResponse<String> left =
        TestClient.unknown(vitrine)
            .post(
                path,
                "List-Unsubscribe=One-Click",
                "Content-Type",
                "application/x-www-form-urlencoded");
    assertThat(left.statusCode()).isEqualTo(204);
    assertThat(shop.wu().json("/api/action-mails").toString())
        .contains("{\"topic\":\"actions-mine\",\"sent\":false}")
        .doesNotContain("actions-worked");
    shop.made("Mop the floor", 30);
    shop.wu()
        .put("/api/action-mails", "{\"mails\": [{\"topic\": \"actions-mine\", \"sent\": true}]}");
    shop.made("Wax the floor", 30);
    mail(WU, "Wax the floor");
    assertThat(mails(WU, "Mop the floor")).isEmpty();
    assertThat(
            shop.amelia()
                .put(
                    "/api/action-mails",
                    "{\"mails\": [{\"topic\": \"actions-mine\", \"sent\": true}]}")
                .body())
        .contains("mails[0].topic", "You are told nothing about “actions-mine”");
  }
}
