package org.vitrine.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/**
 * What was kept and missed, on a day at the end of January; all that is told was said after the
 * ledger began.
 */
class KeptIT {
  private static final LocalDate DUE = LocalDate.parse("2031-01-10");
  private static final LocalDate NEXT_DUE = LocalDate.parse("2031-02-05");
  private static final String OPEN = "\"kind\": \"open\", \"nextWordBy\": \"2031-01-09\"";
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient anna;
  private static TestClient carol;

  @BeforeAll
  static void start() {
    clock = new TestClock(Instant.parse("2031-01-02T04:00:00Z"));
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    signIn();
    worked(
        carol.put(
            "/api/notices/choices",
            "{\"topics\": [{\"topic\": \"promises\", \"mode\": \"off\"}]}"));
    shop.company("polar", "Polar Air");
    order("K-1", "northwind", 5);
    order("K-2", "northwind", 5);
    order("K-3", "northwind", 5);
    order("K-4", "polar", 5);
    say("K-2", DUE.plusDays(5), "machine");
    say("K-3", DUE.plusDays(5), "customer-change");
    carol.post("/api/orders/K-3/promises/read", "{}");
    order("K-1", "northwind", 4);
    for (String order : List.of("N-1", "N-2", "N-3", "N-4")) {
      order(order, "northwind", 5, NEXT_DUE);
    }
    String takenBack = accepted("N-1", OPEN);
    accepted("N-2", OPEN);
    accepted("N-3", "\"kind\": \"date\", \"date\": \"%s\"".formatted(NEXT_DUE.plusDays(1)));
    fallSilent("N-3");
    worked(anna.put("/api/orders/N-4/promise", "{\"toBeConfirmed\": true, \"reason\": \"late\"}"));
    carol.post("/api/orders/N-4/promises/read", "{}");
    clock.pass(Duration.ofDays(8));
    signIn();
    say("K-4", DUE.plusDays(2), "staff");
    clock.pass(Duration.ofDays(20));
    signIn();
    for (String order : List.of("K-1", "K-2", "K-3", "K-4")) {
      ship(order, order.equals("K-1") ? DUE : DUE.plusDays(4));
    }
    clock.pass(Duration.ofDays(10));
    signIn();
    worked(carol.post("/api/delay-offers/" + takenBack + "/taking-back", ""));
  }

  private static void signIn() {
    anna = shop.staff(Role.ACCOUNT_MANAGER, "anna@vitrine.example");
    carol = shop.contact("northwind", "carol@northwind.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void both_days_are_counted_always() {
    JsonNode report = anna.json("/api/promises/kept?month=2031-01");
    assertThat(report.at("/first/n").asInt()).isEqualTo(4);
    assertThat(report.at("/first/onTime").asInt()).isEqualTo(1);
    assertThat(report.at("/agreed/n").asInt()).isEqualTo(4);
    assertThat(report.at("/agreed/onTime").asInt())
        .as("K-1 was in time, and Carol had read of K-3; nobody knew of K-2")
        .isEqualTo(2);
    assertThat(report.at("/agreed/inFull").asInt()).isEqualTo(2);
    assertThat(orders(anna, "month=2031-01&of=agreed-missed")).containsExactly("K-2", "K-4");
    assertThat(orders(anna, "month=2031-01&of=first-kept")).containsExactly("K-1");
  }

  @ParameterizedTest
  @CsvSource({
    "promised-after-start, 0, 4, ''",
    "split-or-moved,       1, 4, K-1",
    "withdrawn,            0, 3, ''",
    "customers-side,       1, 3, K-3",
    "moved-late,           1, 3, K-4",
    "untold,               2, 3, 'K-2,K-4'",
    "late-consent,         0, 0, ''"
  })
  void what_could_be_gamed_is_a_row_of_its_own(String kind, int n, int of, String behind) {
    for (JsonNode row : anna.json("/api/promises/kept?month=2031-01").get("gamed")) {
      if (row.get("kind").asText().equals(kind)) {
        assertThat(row.get("n").asInt()).isEqualTo(n);
        assertThat(row.get("of").asInt()).isEqualTo(of);
      }
    }
    assertThat(String.join(",", orders(anna, "month=2031-01&of=" + kind))).isEqualTo(behind);
  }

  /** Nothing has come of N-1 to N-4, and nothing but an open day lets go of theirs. */
  @Test
  void only_a_consent_that_stands_and_was_spoken_lets_go_of_a_day() {
    assertThat(orders(anna, "month=2031-02&of=first-missed"))
        .containsExactly("N-1", "N-2", "N-3", "N-4");
    assertThat(orders(anna, "from=2031-02-05&to=2031-02-05&of=agreed-missed"))
        .as("taken back, consent by silence of which nobody was told, withdrawn by the house")
        .containsExactly("N-1", "N-3", "N-4");
    assertThat(orders(anna, "month=2031-02&of=withdrawn")).containsExactly("N-1", "N-2", "N-4");
    assertThat(orders(anna, "month=2031-02&of=untold")).containsExactly("N-3");
  }

  @Test
  void customers_read_their_own_and_nothing_of_what_could_be_gamed() {
    JsonNode own = carol.json("/api/promises/kept?month=2031-01&by=company");
    assertThat(own.at("/first/n").asInt()).isEqualTo(3);
    assertThat(own.has("gamed")).isFalse();
    assertThat(own.get("groups")).hasSize(1);
    assertThat(orders(carol, "month=2031-01&of=agreed")).containsExactly("K-1", "K-2", "K-3");
    assertThat(carol.get("/api/promises/kept/lines?of=untold").statusCode()).isEqualTo(403);
    assertThat(carol.get("/api/promises/kept?company=polar").statusCode()).isEqualTo(422);
  }

  @Test
  void it_is_counted_by_company_product_and_routing() {
    assertThat(
            anna.json("/api/promises/kept?month=2031-01&by=company").at("/groups/0/key").asText())
        .isEqualTo("northwind");
    assertThat(anna.json("/api/promises/kept?month=2031-01&company=polar").at("/first/n").asInt())
        .isEqualTo(1);
    JsonNode products = anna.json("/api/promises/kept?from=2031-01-01&to=2031-01-31&by=product");
    assertThat(products.at("/groups/0/name").asText()).isEqualTo("KFR-35");
    assertThat(anna.json("/api/promises/kept?month=2031-01&product=other").at("/first/n").asInt())
        .isZero();
    assertThat(
            anna.json("/api/promises/kept?month=2031-01&by=routing").at("/groups/0/key").asText())
        .isEqualTo("split-ac");
    assertThat(anna.json("/api/promises/kept?month=9999-12").at("/first/n").asInt()).isZero();
    assertThat(anna.json("/api/promises/kept?month=1971-01").at("/agreed/n").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "month=2031-13,                     month",
    "month=2031,                        month",
    "month=2031-01&from=2031-01-01,     month",
    "from=2031-02-01&to=2031-01-01,     from",
    "from=2030-01-01&to=2031-12-31,     from",
    "from=yesterday,                    from",
    "to=+12031-01-01,                   to",
    "by=moon,                           by",
    "company=nobody,                    company"
  })
  void what_makes_no_sense_is_refused_at_its_field(String query, String field) {
    var answer = anna.get("/api/promises/kept?" + query.replace("+", "%2B"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
    assertThat(anna.get("/api/promises/kept/lines?month=2031-01").statusCode()).isEqualTo(422);
    assertThat(anna.get("/api/promises/kept/lines?of=luck").statusCode()).isEqualTo(422);
  }

  private static List<String> orders(TestClient by, String query) {
    JsonNode lines = by.json("/api/promises/kept/lines?" + query).get("lines");
    return StreamSupport.stream(lines.spliterator(), false)
        .map(line -> line.get("order").asText())
        .toList();
  }

  private static void order(String number, String company, int quantity) {
    order(number, company, quantity, DUE);
  }

  private static void order(String number, String company, int quantity, LocalDate due) {
    worked(
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "%s", "promise": {"date": "%s"}, "lines": [
                  {"number": 1, "product": "KFR-35", "routing": "split-ac", "quantity": %d}]}\
                """
                    .formatted(company, due, quantity)));
  }

  /** Carol accepts an offer on the day on which it is made. */
  private static String accepted(String order, String offered) {
    HttpResponse<String> answer =
        anna.post(
            "/api/orders/" + order + "/delay-offers",
            "{\"lines\": [1], \"because\": {\"en\": \"late\"}, \"cause\": \"machine\", %s}"
                .formatted(offered));
    worked(answer);
    String offer = TestClient.json(answer).get("id").asText();
    worked(carol.post("/api/delay-offers/" + offer + "/answer", "{\"answer\": \"accept\"}"));
    return offer;
  }

  /** What the clock would have written, had she said nothing. */
  private static void fallSilent(String order) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
        SELECT e.company_id, e.order_id, e.version + 1, 'delay-lapsed', e.happened_at, e.recorded_at,
               'inferred', 'Vitrine', e.body || '{"silent": true}'
          FROM event e
          JOIN orders o ON o.id = e.order_id
         WHERE o.number = '%s' AND e.kind = 'delay-answered'\
        """
            .formatted(order));
  }

  private static void say(String order, LocalDate day, String cause) {
    worked(
        anna.put(
            "/api/orders/" + order + "/promise",
            "{\"date\": \"%s\", \"reason\": \"late\", \"cause\": \"%s\"}".formatted(day, cause)));
  }

  private static void ship(String order, LocalDate day) {
    worked(
        shop.integrator()
            .put(
                "/api/orders/" + order + "/shipments/S-" + order,
                "{\"leftOn\": \"%s\", \"deliveredOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": %d}]}"
                    .formatted(DUE.minusDays(1), day, order.equals("K-1") ? 4 : 5)));
  }

  private static void worked(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }
}
