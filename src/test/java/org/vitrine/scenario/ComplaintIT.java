package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;
import org.vitrine.voices.VoiceShop;

/**
 * One complaint, from the first word to the last; and a question that is asked after a delivery.
 */
class ComplaintIT {
  private static final String AMELIA = "amelia@northwind.example";

  private final TestClock clock = new TestClock();
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private TestVitrine vitrine;
  private VoiceShop shop;

  @BeforeEach
  void start() {
    smtp.start();
    vitrine =
        TestVitrine.startWith(
            clock,
            Optional.of(
                new MailSettings(
                    MailUrl.parse(
                        "smtp://127.0.0.1:%d?starttls=disabled"
                            .formatted(smtp.getSmtp().getPort())),
                    new MailAddress("orders@works.example"))),
            Optional.empty());
    shop = new VoiceShop(vitrine);
  }

  @AfterEach
  void stop() {
    vitrine.close();
    smtp.stop();
  }

  @Test
  void a_complaint_at_final_inspection_until_it_is_solved() {
    long number = amelia_complains_at_final_inspection();
    String topic = "voices/" + number;
    try (TestWatcher amelia = new TestWatcher(vitrine, shop.customer()).watch(topic);
        TestWatcher quality = new TestWatcher(vitrine, shop.chen()).watch(topic).watch("inbox")) {
      sees(amelia, topic, "her complaint", page -> page.at("/clock/next").asText().equals("seen"));
      sees(quality, "inbox", "it", page -> page.at("/voices/" + number).has("title"));

      half_an_hour_later_quality_is_reminded(number);
      chen_opens_it(number);
      sees(
          amelia,
          topic,
          "that somebody has seen it",
          page -> page.at("/commitments/seen").has("done"));

      chen_hands_it_on_to_those_who_braze(number);
      sees(
          amelia,
          topic,
          "why it was handed on, and how much of their time is left",
          page -> page.toString().contains("brazing joint, not the test bench") && left(page) > 0);

      long before = secondsUntilDue(number);
      wu_asks_back(number);
      sees(
          amelia, topic, "what she is asked", page -> page.get("state").asText().equals("waiting"));
      daysPass(2);
      amelia_chooses_an_answer(number);
      sees(quality, topic, "her reply", page -> page.toString().contains("Wait for all"));
      assertThat(secondsUntilDue(number))
          .as("the clock stood still for two days")
          .isEqualTo(before);

      shop.act(
          shop.wu(),
          number,
          "answers",
          "{\"text\": \"Brazed again; 18 to 24 are tested, all tight\"}");
      sees(amelia, topic, "the answer", page -> page.toString().contains("all tight"));
      shop.act(shop.wu(), number, "closing", "{\"text\": \"The joint is tight\"}");
      sees(
          amelia,
          topic,
          "that it is closed",
          page -> page.at("/clock/why").asText().equals("closed"));
      shop.act(shop.customer(), number, "thanks", "{\"text\": \"Thank you\"}");
      sees(
          quality,
          topic,
          "her thanks, which reopen nothing",
          page ->
              page.toString().contains("Thank you") && page.get("state").asText().equals("closed"));
    }
    String token = four_weeks_later_she_is_asked_by_mail();
    she_looks_at_the_question(token, number);
    try (TestWatcher quality = new TestWatcher(vitrine, shop.chen()).watch(topic).watch("inbox")) {
      sees(quality, topic, "it closed", page -> page.get("state").asText().equals("closed"));
      she_says_that_it_is_not_solved(token);
      sees(
          quality,
          topic,
          "it again, under its number",
          page -> page.get("state").asText().equals("open"));
      sees(
          quality,
          "inbox",
          "it in the inbox",
          page -> page.get("voices").has(String.valueOf(number)));
    }
    shop.act(shop.wu(), number, "answers", "{\"text\": \"A new joint is on its way\"}");
    assertThat(
            shop.act(shop.customer(), number, "closing", "{\"text\": \"Solved\"}")
                .get("state")
                .asText())
        .isEqualTo("closed");
    assertThat(shop.thread(shop.customer(), number))
        .containsExactly(
            "said",
            "handed-on",
            "asked",
            "replied",
            "answered",
            "closed",
            "thanked",
            "still-solved-asked",
            "reopened",
            "answered",
            "closed");
  }

  private long amelia_complains_at_final_inspection() {
    return shop.say(
        shop.customer(),
        "SO-1",
        "\"line\": 1, \"requirement\": \"capacity\",",
        "One of four test units leaks more than we ordered\nUnit 017. Please do not pack before you know why.");
  }

  private void half_an_hour_later_quality_is_reminded(long number) {
    clock.pass(Duration.ofMinutes(31));
    shop.clockStrikes();
    assertThat(shop.times("voice.reminded", number)).isEqualTo(1);
  }

  private void chen_opens_it(long number) {
    shop.act(shop.chen(), number, "seeing", "");
  }

  private void chen_hands_it_on_to_those_who_braze(long number) {
    shop.act(
        shop.chen(),
        number,
        "hand-overs",
        "{\"department\": \"refrigerant\", \"reason\": \"brazing joint, not the test bench\"}");
  }

  private static long left(JsonNode page) {
    return page.get("thread").findValue("left").asLong();
  }

  private void wu_asks_back(long number) {
    shop.act(
        shop.wu(),
        number,
        "questions",
        "{\"text\": \"Wait for all 160?\", \"choices\": [\"120 on Friday\", \"Wait for all\"]}");
  }

  private void amelia_chooses_an_answer(long number) {
    shop.act(shop.customer(), number, "answers", "{\"choice\": \"Wait for all\"}");
  }

  private long secondsUntilDue(long number) {
    return Duration.between(
            clock.instant(),
            Instant.parse(shop.page(shop.chen(), number).at("/commitments/solved/due").asText()))
        .toSeconds();
  }

  private String four_weeks_later_she_is_asked_by_mail() {
    daysPass(27);
    shop.clockStrikes();
    assertThat(mailsTo(AMELIA)).as("not before").isZero();
    daysPass(1);
    shop.clockStrikes();
    shop.clockStrikes();
    return token("still-solved");
  }

  private void daysPass(int days) {
    clock.pass(Duration.ofDays(days));
    shop.signIn();
  }

  private void she_looks_at_the_question(String token, long number) {
    TestClient anybody = TestClient.unknown(vitrine);
    for (int looked = 0; looked < 2; looked++) {
      JsonNode asked =
          TestClient.json(
              anybody.post("/api/voice-questions", "{\"token\": \"%s\"}".formatted(token)));
      assertThat(asked.get("purpose").asText()).isEqualTo("still-solved");
      assertThat(asked.get("number").asLong()).isEqualTo(number);
    }
  }

  private void she_says_that_it_is_not_solved(String token) {
    String answer =
        "{\"token\": \"%s\", \"solved\": false, \"text\": \"It leaks again\"}".formatted(token);
    TestClient anybody = TestClient.unknown(vitrine);
    assertThat(anybody.post("/api/voice-confirmations", answer).statusCode()).isEqualTo(200);
    assertThat(anybody.post("/api/voice-confirmations", answer).statusCode())
        .as("it works once")
        .isEqualTo(410);
  }

  @Test
  void two_weeks_after_the_delivery_she_is_asked_how_it_does() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    HttpResponse<String> delivered =
        shop.shop()
            .integrator()
            .put(
                "/api/orders/SO-1/shipments/S-1",
                """
                {"leftOn": "%s", "deliveredOn": "%s", "items": [{"line": 1, "quantity": 500}]}"""
                    .formatted(today.minusDays(3), today));
    assertThat(delivered.statusCode()).as(delivered.body()).isEqualTo(201);
    await(
        "the delivery is noted",
        () ->
            !vitrine
                .vitrine()
                .database()
                .find("test.care", "SELECT 1 AS one FROM voice_care", row -> 1)
                .isEmpty());
    daysPass(13);
    shop.clockStrikes();
    assertThat(mailsTo(AMELIA)).as("not before").isZero();
    daysPass(2);
    shop.clockStrikes();
    shop.clockStrikes();
    String token = token("after-care");
    JsonNode asked =
        TestClient.json(
            TestClient.unknown(vitrine)
                .post("/api/voice-questions", "{\"token\": \"%s\"}".formatted(token)));
    assertThat(asked.at("/question/en").asText()).startsWith("How is it doing?");
    assertThat(asked.at("/question/zh-CN").asText()).startsWith("用得怎么样");
    HttpResponse<String> answer =
        TestClient.unknown(vitrine)
            .post(
                "/api/care-answers",
                "{\"token\": \"%s\", \"text\": \"It hums at night\"}".formatted(token));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode page = shop.page(shop.chen(), TestClient.json(answer).get("number").asLong());
    assertThat(page.get("kind").asText()).isEqualTo("care");
    assertThat(page.at("/department/code").asText()).isEqualTo("office");
    assertThat(page.get("product").asText()).isEqualTo("KFR-35");
    assertThat(page.get("by").asText()).isEqualTo(AMELIA);
    assertThat(mailsTo(AMELIA)).as("asked once").isEqualTo(1);
  }

  private String token(String page) {
    await("a mail arrives", Duration.ofSeconds(20), () -> mailsTo(AMELIA) == 1);
    MimeMessage mail =
        Arrays.stream(smtp.getReceivedMessages())
            .filter(one -> isTo(one, AMELIA))
            .findFirst()
            .orElseThrow();
    Matcher link =
        Pattern.compile("/" + page + "#([A-Za-z0-9_-]{43})")
            .matcher(GreenMailUtil.getBody(mail).replace("=\r\n", ""));
    assertThat(link.find()).as(GreenMailUtil.getBody(mail)).isTrue();
    return link.group(1);
  }

  private long mailsTo(String email) {
    return Arrays.stream(smtp.getReceivedMessages()).filter(mail -> isTo(mail, email)).count();
  }

  private static boolean isTo(MimeMessage mail, String email) {
    return GreenMailUtil.getAddressList(recipients(mail)).contains(email);
  }

  private static Address[] recipients(MimeMessage mail) {
    try {
      return mail.getAllRecipients();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sees(TestWatcher watcher, String topic, String what, Predicate<JsonNode> so) {
    await("sees " + what, () -> watcher.page(topic) != null && so.test(watcher.page(topic)));
  }
}
