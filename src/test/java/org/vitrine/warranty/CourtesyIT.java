package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.changes.Changes;

/** The check that is offered before cover ends; the clock goes on when it is told to. */
class CourtesyIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-29T12:00:00Z"));
  private static TestVitrine vitrine;
  private static Shop shop;
  private static CourtesyChecks checks;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    shop.contact("northwind", "amelia@northwind.example");
    Warranty warranty = vitrine.vitrine().rooms().warranty();
    checks = new CourtesyChecks(vitrine.vitrine().database(), new Changes(), warranty, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static void piece(String serial, LocalDate until) {
    assertThat(
            shop.integrator()
                .put(
                    "/api/warranty/pieces/" + serial,
                    """
                    {"product": "KFR-35", "company": "northwind", "shippedOn": "%s", "promise": {"months": 12}}\
                    """
                        .formatted(until.minusMonths(12)))
                .statusCode())
        .isEqualTo(201);
    await(
        "its end is known",
        () ->
            !rows("SELECT piece FROM courtesy_check WHERE piece = '%s'"
                    .formatted(serial.toLowerCase(Locale.ROOT)))
                .isEmpty());
  }

  /** Adds to the ledger of a piece. */
  private static void enter(String serial, String entry) {
    HttpResponse<String> answer =
        shop.integrator().post("/api/warranty/pieces/" + serial + "/entries", entry);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static List<String> rows(String sql) {
    return TestDatabase.find(vitrine.databaseUrl(), sql);
  }

  private static long offers(String serial) {
    return rows("SELECT key FROM change WHERE kind = 'warranty.check-offered'").stream()
        .filter(key -> key.startsWith(new WarrantySerial(serial).key() + "/"))
        .count();
  }

  @Test
  void sixty_days_before_the_end_and_once_for_each_end() {
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
    piece("CC-1", today.plusDays(61));
    piece("CC-2", today.minusDays(1));
    checks.round();
    assertThat(offers("CC-1")).as("sixty-one days before").isZero();

    CLOCK.pass(Duration.ofDays(1));
    checks.round();
    checks.round();
    assertThat(offers("CC-1")).isEqualTo(1);
    assertThat(offers("CC-2")).as("what is over").isZero();
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    assertThat(
            amelia.json("/api/warranty/pieces").get("pieces").get(0).hasNonNull("checkOfferedAt"))
        .isTrue();

    enter("CC-1", "{\"kind\": \"extension\", \"from\": \"2026-12-01\", \"months\": 6}");
    await(
        "the new end is known",
        () ->
            !rows("SELECT piece FROM courtesy_check WHERE piece = 'cc-1' AND offered_at IS NULL")
                .isEmpty());
    checks.round();
    assertThat(offers("CC-1")).as("not yet for the new end").isEqualTo(1);
    CLOCK.pass(Duration.ofDays(183));
    checks.round();
    assertThat(offers("CC-1")).isEqualTo(2);
  }

  @Test
  void whoever_takes_it_over_within_the_sixty_days_is_offered_one_too() {
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
    piece("CC-5", today.plusDays(40));
    checks.round();
    assertThat(offers("CC-5")).isEqualTo(1);
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    TestClient ines = shop.contact("contoso", "ines@contoso.example");
    String code =
        TestClient.json(amelia.post("/api/warranty/transfers", "{\"serial\": \"CC-5\"}"))
            .get("code")
            .asText();

    ines.post("/api/warranty/transfers/acceptances", "{\"secret\": \"%s\"}".formatted(code));
    await(
        "it is planned for the new owner",
        () ->
            !rows("SELECT piece FROM courtesy_check WHERE piece = 'cc-5' AND offered_at IS NULL")
                .isEmpty());
    checks.round();

    assertThat(offers("CC-5")).isEqualTo(2);
  }

  @Test
  void it_is_asked_for_only_where_it_is_offered() {
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
    piece("CC-41", today.plusDays(30));
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    String asked =
        "{\"serial\": \"CC-41\", \"about\": \"courtesy-check\", \"text\": \"Please come\"}";
    assertThat(amelia.post("/api/warranty/claims", asked).statusCode()).isEqualTo(409);

    checks.round();

    assertThat(amelia.post("/api/warranty/claims", asked).statusCode()).isEqualTo(201);
  }

  @Test
  void its_owner_is_told_by_a_notice_and_a_mail_that_can_be_ended() {
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
    piece("CC-7", today.plusDays(20));
    checks.round();
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    await(
        "the notice",
        () ->
            amelia.json("/api/notices").get("notices").findValuesAsText("serial").contains("CC-7"));
    JsonNode told =
        StreamSupport.stream(amelia.json("/api/notices").get("notices").spliterator(), false)
            .filter(one -> one.at("/facts/serial").asText().equals("CC-7"))
            .findFirst()
            .orElseThrow();
    assertThat(told.get("topic").asText()).isEqualTo("warranty");
    CLOCK.pass(Duration.ofMinutes(10)); // What happens together is mailed together.
    TestMailbox mails = new TestMailbox(vitrine);
    await(
        "the mail",
        () ->
            mails.to("amelia@northwind.example").stream()
                .anyMatch(mail -> mail.contains("CC-7") && mail.contains("/unsubscribe/")));
  }

  @Test
  void what_was_voided_is_not_offered_a_check() {
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
    piece("CC-9", today.plusDays(300));
    enter(
        "CC-9",
        "{\"kind\": \"voided\", \"from\": \"%s\", \"reason\": \"It was opened\"}"
            .formatted(today.plusDays(200)));
    await(
        "it is dropped",
        () ->
            rows("SELECT piece FROM courtesy_check WHERE piece = 'cc-9' AND due_at IS NOT NULL")
                .isEmpty());
    checks.round();
    assertThat(offers("CC-9")).isZero();
  }
}
