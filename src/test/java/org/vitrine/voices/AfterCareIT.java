package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** What is asked after a delivery: when, of whom, and in how many mails. */
class AfterCareIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
  }

  private static void deliver(String order, LocalDate day, String items) {
    HttpResponse<String> answer =
        shop.shop()
            .integrator()
            .put(
                "/api/orders/%s/shipments/S-1".formatted(order),
                "{\"leftOn\": \"%s\", \"deliveredOn\": \"%s\", \"items\": [%s]}"
                    .formatted(day, day, items));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static List<String> find(String sql) {
    return TestDatabase.find(vitrine.databaseUrl(), sql);
  }

  private static List<String> noted(String order) {
    return find(
        "SELECT product FROM voice_care WHERE order_id = (SELECT id FROM orders WHERE number = '%s')"
            .formatted(order));
  }

  private static long asked(String order) {
    return find("SELECT person_id FROM voice_question WHERE order_id = (SELECT id FROM orders WHERE number = '%s')"
            .formatted(order))
        .size();
  }

  @Test
  void what_was_delivered_long_ago_is_not_asked_after() {
    shop.shop().order("SO-OLD");
    shop.shop().order("SO-NEW");
    deliver("SO-OLD", today().minusDays(25), "{\"line\": 1, \"quantity\": 500}");
    deliver("SO-NEW", today(), "{\"line\": 1, \"quantity\": 500}");
    await("the newer is noted", () -> !noted("SO-NEW").isEmpty());
    assertThat(noted("SO-OLD")).isEmpty();
  }

  @Test
  void several_products_of_an_order_are_asked_after_in_one_mail() {
    shop.shop().contact("contoso", "carl@contoso.example");
    two("SO-TWO", "contoso");
    deliver("SO-TWO", today(), "{\"line\": 1, \"quantity\": 5}, {\"line\": 2, \"quantity\": 7}");
    await("both are noted", () -> noted("SO-TWO").size() == 2);
    CLOCK.pass(Duration.ofDays(15));
    shop.signIn();
    shop.clockStrikes();
    assertThat(asked("SO-TWO")).as("one contact, one mail").isEqualTo(1);
    assertThat(
            find(
                "SELECT product FROM voice_question WHERE order_id = (SELECT id FROM orders WHERE number = 'SO-TWO')"))
        .containsExactly((String) null);
    String mail = find("SELECT m::text FROM mail m WHERE m::text LIKE '%SO-TWO%'").toString();
    assertThat(mail).contains("Chiller, Pump");
    shop.clockStrikes();
    assertThat(asked("SO-TWO")).as("once").isEqualTo(1);
  }

  private static void two(String number, String company) {
    HttpResponse<String> answer =
        shop.shop()
            .integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "%s", "customerReference": "PO-2", "placedOn": "2026-10-02",
                 "promise": {"date": "2026-12-12"},
                 "lines": [{"number": 1, "product": "Chiller", "description": "a", "quantity": 5, "routing": "split-ac"},
                           {"number": 2, "product": "Pump", "description": "b", "quantity": 7, "routing": "split-ac"}]}"""
                    .formatted(company));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  @Test
  void one_that_cannot_be_asked_holds_up_no_others() {
    TestClient fay = shop.shop().contact("fabrikam", "fay@fabrikam.example");
    assertThat(fay).isNotNull();
    for (String order : List.of("SO-BAD", "SO-GOOD")) {
      shop.shop().order(order, "fabrikam");
      deliver(order, today(), "{\"line\": 1, \"quantity\": 500}");
      await("it is noted", () -> !noted(order).isEmpty());
    }
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
        CREATE TRIGGER refuse BEFORE INSERT ON voice_question
          FOR EACH ROW WHEN (NEW.order_id = %s) EXECUTE FUNCTION refuse()"""
            .formatted(find("SELECT id FROM orders WHERE number = 'SO-BAD'").getFirst()));
    CLOCK.pass(Duration.ofDays(15));
    shop.clockStrikes();
    assertThat(asked("SO-GOOD")).isEqualTo(1);
    assertThat(asked("SO-BAD")).isZero();
    TestDatabase.execute(vitrine.databaseUrl(), "DROP TRIGGER refuse ON voice_question");
    shop.clockStrikes();
    assertThat(asked("SO-BAD")).as("it waits").isZero();
    CLOCK.pass(Duration.ofMinutes(11));
    shop.clockStrikes();
    assertThat(asked("SO-BAD")).isEqualTo(1);
  }
}
