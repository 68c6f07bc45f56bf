package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;

/** What it means that nobody answers, where that was agreed and emails go out. */
class SilenceIT {
  private static final TestClock CLOCK = new TestClock();
  private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static TestVitrine vitrine;
  private static DelayShop shop;
  private static int orders = 100;

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
    shop = new DelayShop(vitrine, CLOCK);
    shop.agreed("{\"silence\": \"consent\"}");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
    SMTP.stop();
  }

  private static String order() {
    String number = "SO-" + ++orders;
    shop.order(number);
    return number;
  }

  /** Both contacts have their mail. */
  private static void told(String order) {
    shop.clockStrikes();
    TestWatcher.await(
        "the mails",
        () ->
            TestDatabase.find(
                        vitrine.databaseUrl(),
                        "SELECT id FROM mail WHERE sent_at IS NOT NULL AND subject LIKE '%"
                            + order
                            + "%'")
                    .size()
                == 2);
  }

  @Test
  void silence_is_consent_where_that_was_agreed_said_and_told() {
    String order = order();
    String offer = shop.offered(order, "[1, 2]", 15, ", \"silence\": \"consent\"");
    told(order);
    shop.later(Duration.ofDays(7));
    shop.clockStrikes();
    assertThat(shop.state(offer)).isEqualTo("silent-consent");
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(8).toString());
    assertThat(shop.answer(shop.amelia(), offer, "{\"answer\": \"decline\"}").statusCode())
        .isEqualTo(409);

    assertThat(
            shop.offering(
                    order,
                    "\"lines\": [1], \"kind\": \"date\", \"date\": \"%s\", \"silence\": \"consent\""
                        .formatted(shop.today().plusDays(20)))
                .body())
        .contains("\"field\":\"silence\"");
    String renewed = shop.offered(order, "[1]", 20, "");
    shop.clockStrikes();
    shop.later(Duration.ofDays(7));
    shop.clockStrikes();
    assertThat(shop.state(renewed)).isEqualTo("lapsed");
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(1).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO bouncing_address (email, since, reason) SELECT email, now(), 'No such mailbox'"
            + " FROM person",
        "UPDATE mail SET sent_at = NULL, set_aside_at = now()"
      })
  void silence_of_whoever_was_never_reached_is_no_consent(String trouble) {
    String order = order();
    String offer = shop.offered(order, "[1]", 15, ", \"silence\": \"consent\"");
    told(order);
    TestDatabase.execute(vitrine.databaseUrl(), trouble);
    shop.later(Duration.ofDays(7));
    shop.clockStrikes();
    TestDatabase.execute(vitrine.databaseUrl(), "DELETE FROM bouncing_address");
    assertThat(shop.state(offer)).isEqualTo("lapsed");
    assertThat(shop.promised(order, 1)).isEqualTo(shop.today().plusDays(3).toString());
  }
}
