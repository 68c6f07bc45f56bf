package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.DkimKey;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailLook;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;

/** What is asked by mail is not owed: one click ends it (RFC 8058), and the page turns it on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsLeftIT {
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ADDRESS = "https://orders.example";

  private final TestClock clock = new TestClock();
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private KeyPair keys;
  private TestVitrine vitrine;
  private VoiceShop shop;
  private int asked;

  @BeforeAll
  void start() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    keys = generator.generateKeyPair();
    smtp.start();
    vitrine =
        TestVitrine.startBehind(
            URI.create(ADDRESS),
            new MailSettings(
                MailUrl.parse(
                    "smtp://127.0.0.1:%d?starttls=disabled".formatted(smtp.getSmtp().getPort())),
                new MailAddress("orders@works.example"),
                Optional.of(new DkimKey("vitrine", (RSAPrivateKey) keys.getPrivate())),
                MailLook.PLAIN),
            clock);
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  void stop() {
    vitrine.close();
    smtp.stop();
  }

  /** Somebody of a company of their own, who is asked about this; returns their address. */
  private String contact(AskedTopic topic) {
    asked++;
    String email = "%s-%d@c%d.example".formatted(topic.code(), asked, asked);
    shop.shop().contact(company(), email);
    return email;
  }

  private String company() {
    return "company-" + asked;
  }

  private TestClient signedIn(String email) {
    return shop.shop().contact(company(), email);
  }

  /** The moment comes at which it is asked once more. */
  private void ask(AskedTopic topic, String email, String order) {
    shop.shop().order(order, company());
    if (topic == AskedTopic.STILL_SOLVED) {
      shop.signIn();
      long number = shop.say(signedIn(email), order, "", "It leaks");
      shop.act(shop.chen(), number, "closing", "{\"text\": \"It is tight\"}");
      clock.pass(Duration.ofDays(29));
    } else {
      deliver(order);
      clock.pass(Duration.ofDays(15));
    }
    shop.clockStrikes();
  }

  private void deliver(String order) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    HttpResponse<String> answer =
        shop.shop()
            .integrator()
            .put(
                "/api/orders/%s/shipments/S-1".formatted(order),
                "{\"leftOn\": \"%s\", \"deliveredOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": 500}]}"
                    .formatted(today, today));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    await(
        "the delivery is noted",
        () ->
            !TestDatabase.find(
                    vitrine.databaseUrl(),
                    "SELECT 1 FROM voice_care c JOIN orders o ON o.id = c.order_id WHERE o.number = '%s'"
                        .formatted(order))
                .isEmpty());
  }

  private MimeMessage mail(String email) {
    await("a mail arrives", Duration.ofSeconds(20), () -> mailsTo(email) > 0);
    return Arrays.stream(smtp.getReceivedMessages())
        .filter(one -> isTo(one, email))
        .findFirst()
        .orElseThrow();
  }

  private long mailsTo(String email) {
    return Arrays.stream(smtp.getReceivedMessages()).filter(one -> isTo(one, email)).count();
  }

  private static boolean isTo(MimeMessage mail, String email) {
    try {
      return GreenMailUtil.getAddressList(mail.getAllRecipients()).contains(email);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many questions were asked of somebody, whatever of it has arrived. */
  private int questions(String email) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT 1 FROM voice_question q JOIN person p ON p.id = q.person_id WHERE p.email = '%s'"
                .formatted(email))
        .size();
  }

  private String chosen(String email) {
    return signedIn(email).json("/api/notices/choices").get("questions").toString();
  }

  private static String all(boolean stillSolved, boolean afterCare) {
    return "[{\"topic\":\"still-solved\",\"asked\":%s},{\"topic\":\"after-care\",\"asked\":%s}]"
        .formatted(stillSolved, afterCare);
  }

  private static String without(AskedTopic topic) {
    return all(topic != AskedTopic.STILL_SOLVED, topic != AskedTopic.AFTER_CARE);
  }

  private HttpResponse<String> post(String path) {
    return TestClient.unknown(vitrine).post(path, ONE_CLICK, "Content-Type", FORM);
  }

  @ParameterizedTest
  @EnumSource(AskedTopic.class)
  void one_click_ends_the_question_and_the_page_of_choices_turns_it_on_again(AskedTopic topic)
      throws Exception {
    String email = contact(topic);
    ask(topic, email, topic.code() + "-1");
    String path = path(mail(email));

    looking_ends_nothing(path, topic, email);
    HttpResponse<String> answer = post(path);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map()).doesNotContainKeys("location", "set-cookie");
    assertThat(post(path).statusCode()).as("a second time").isEqualTo(204);
    assertThat(chosen(email)).isEqualTo(without(topic));

    ask(topic, email, topic.code() + "-2");
    assertThat(questions(email)).as("not asked again").isEqualTo(1);

    choose(email, "{\"topics\": [], \"questions\": [{\"topic\": \"%s\", \"asked\": true}]}", topic);
    assertThat(chosen(email)).isEqualTo(all(true, true));
    ask(topic, email, topic.code() + "-3");
    assertThat(questions(email)).as("asked again").isEqualTo(2);
  }

  private void choose(String email, String body, AskedTopic topic) {
    HttpResponse<String> answer =
        signedIn(email).put("/api/notices/choices", body.formatted(topic.code()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Where the mail is left, by its headers, which are signed with the rest. */
  private String path(MimeMessage mail) throws Exception {
    assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly(ONE_CLICK);
    String header = mail.getHeader("List-Unsubscribe", null);
    assertThat(header).startsWith("<" + ADDRESS + "/unsubscribe/").endsWith(">");
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    mail.writeTo(raw);
    String published =
        "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    assertThat(
            new DKIMVerifier((method, selector, domain) -> List.of(published))
                .verify(new ByteArrayInputStream(raw.toByteArray())))
        .singleElement()
        .satisfies(
            signature ->
                assertThat(signature.getHeaders())
                    .extracting(CharSequence::toString)
                    .contains("list-unsubscribe", "list-unsubscribe-post"));
    return URI.create(header.substring(1, header.length() - 1)).getPath();
  }

  private void looking_ends_nothing(String path, AskedTopic topic, String email) {
    TestClient nobody = TestClient.unknown(vitrine);
    HttpResponse<String> page = nobody.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("people/pages/unsubscribe.js");
    assertThat(nobody.ask("HEAD", path).statusCode()).isEqualTo(200);
    assertThat(nobody.json(path.replace("/unsubscribe/", "/api/unsubscribing/")).toString())
        .isEqualTo("{\"topics\":[\"%s\"]}".formatted(topic.code()));
    assertThat(chosen(email)).isEqualTo(all(true, true));
  }

  @ParameterizedTest
  @EnumSource(AskedTopic.class)
  void a_colleague_is_asked_who_has_not_left(AskedTopic topic) {
    String left = contact(topic);
    String colleague = "colleague-of-" + left;
    choose(left, "{\"questions\": [{\"topic\": \"%s\", \"asked\": false}]}", topic);
    TestClient other = signedIn(colleague);
    String order = topic.code() + "-C";
    shop.shop().order(order, company());
    if (topic == AskedTopic.STILL_SOLVED) {
      shop.signIn();
      long number = shop.say(signedIn(left), order, "", "It leaks");
      shop.act(other, number, "answers", "{\"text\": \"Here too\"}");
      shop.act(shop.chen(), number, "closing", "{}");
      clock.pass(Duration.ofDays(29));
    } else {
      deliver(order);
      clock.pass(Duration.ofDays(15));
    }
    shop.clockStrikes();
    assertThat(questions(left)).isZero();
    assertThat(questions(colleague)).isEqualTo(1);
  }

  @Test
  void what_is_not_named_stays_as_it_is_and_what_is_wrong_is_said() {
    String email = contact(AskedTopic.AFTER_CARE);
    choose(
        email, "{\"questions\": [{\"topic\": \"%s\", \"asked\": false}]}", AskedTopic.AFTER_CARE);
    choose(email, "{\"topics\": [], \"digestHour\": 7}", AskedTopic.AFTER_CARE);
    assertThat(chosen(email)).isEqualTo(without(AskedTopic.AFTER_CARE));

    String twice =
        "{\"questions\": [{\"topic\": \"after-care\", \"asked\": true}, {\"topic\": \"after-care\", \"asked\": false}]}";
    assertThat(signedIn(email).put("/api/notices/choices", twice).body())
        .contains("questions[1].topic", "“after-care” appears twice");
    assertThat(
            signedIn(email)
                .put(
                    "/api/notices/choices",
                    "{\"questions\": [{\"topic\": \"x\", \"asked\": true}]}")
                .statusCode())
        .isEqualTo(422);
    shop.signIn();
    assertThat(
            shop.chen()
                .put(
                    "/api/notices/choices",
                    "{\"questions\": [{\"topic\": \"after-care\", \"asked\": false}]}")
                .body())
        .contains("questions[0].topic", "You are asked nothing about “after-care”");
    assertThat(shop.chen().json("/api/notices/choices").get("questions")).isEmpty();
  }
}
