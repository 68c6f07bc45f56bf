package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.orders.OrderNumber;
import org.vitrine.tracking.GlassField;

/**
 * A house with orders of two lines of which days are promised, and those who are asked about them.
 */
final class DelayShop {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

  private final TestVitrine vitrine;
  private final TestClock clock;
  private final Shop shop;
  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();

  DelayShop(TestVitrine vitrine, TestClock clock) {
    this.vitrine = vitrine;
    this.clock = clock;
    this.shop = new Shop(vitrine);
    shop.company("acme", "Acme");
    List.of(li(), amelia(), jonas(), stranger());
  }

  /** Looks after Northwind. */
  TestClient li() {
    return signedIn(
        "li@plant.example",
        email -> {
          long person =
              vitrine
                  .vitrine()
                  .rooms()
                  .people()
                  .save(
                      List.of(shop.company("northwind", "Northwind Climate").id()),
                      email,
                      email,
                      Role.ACCOUNT_MANAGER);
          return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
        });
  }

  /** Keeps quality, and only reads. */
  TestClient chen() {
    return signedIn("chen@plant.example", email -> shop.staff(Role.QUALITY_MANAGER, email));
  }

  /** Runs the house. */
  TestClient boss() {
    return signedIn("boss@plant.example", email -> shop.staff(Role.ADMINISTRATOR, email));
  }

  /** Of Northwind. */
  TestClient amelia() {
    return signedIn("amelia@northwind.example", email -> shop.contact("northwind", email));
  }

  /** Of Northwind, too. */
  TestClient jonas() {
    return signedIn("jonas@northwind.example", email -> shop.contact("northwind", email));
  }

  /** Of another company. */
  TestClient stranger() {
    return signedIn("stranger@acme.example", email -> shop.contact("acme", email));
  }

  /** Signed in once a day: sessions end sooner than offers. */
  private TestClient signedIn(String email, Function<String, TestClient> signIn) {
    return clients.computeIfAbsent(email + " " + today(), any -> signIn.apply(email));
  }

  TestClient holder(String order, GlassField... fields) {
    var id = vitrine.vitrine().rooms().tracking().require(new OrderNumber(order), Optional.empty());
    var link =
        vitrine
            .vitrine()
            .rooms()
            .links()
            .make(id, Duration.ofDays(30), Set.of(fields), false, "test");
    return TestClient.withSession(
        vitrine, vitrine.vitrine().rooms().links().open(link.token(), Sessions.From.NOWHERE));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT);
  }

  /** An order of two lines, promised for ten days from now. */
  void order(String number) {
    order(number, today().plusDays(10));
  }

  void order(String number, LocalDate promised) {
    require(
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "northwind", "promise": {"date": "%s"}, "lines": [
                  {"number": 1, "product": "Air conditioner", "quantity": 20, "routing": "split-ac"},
                  {"number": 2, "product": "Remote control", "quantity": 20, "routing": "split-ac"}]}\
                """
                    .formatted(promised)));
  }

  /** Work on its first line has begun so late that its day will hardly be kept. */
  void slips(String order) {
    HttpResponse<String> taken =
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "%1$s-begun", "order": "%1$s", "line": 1, "operation": "Assembling", "kind": "progressed",
                 "good": 1, "source": "scan", "actor": "Zhang San", "happenedAt": "%2$s"}\
                """
                    .formatted(order, clock.instant()));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
  }

  TestClient integrator() {
    return shop.integrator();
  }

  /** The question about an order, once it is asked. */
  JsonNode risk(String order) {
    TestWatcher.await("the question", () -> find(order).isPresent());
    return find(order).orElseThrow();
  }

  private Optional<JsonNode> find(String order) {
    return li().json("/api/delay-risks")
        .get("risks")
        .valueStream()
        .filter(risk -> risk.get("order").asText().equals(order))
        .findFirst();
  }

  HttpResponse<String> offering(String order, String more) {
    return li().post(
            "/api/orders/" + order + "/delay-offers",
            "{\"because\": {\"en\": \"The compressor came late\", \"zh-CN\": \"压缩机到货延迟\"}, "
                + "\"cause\": \"supplier-late\", "
                + more
                + "}");
  }

  /** A date that is offered for these lines, so many days from now. */
  String offered(String order, String lines, int days, String more) {
    return require(
            offering(
                order,
                "\"lines\": %s, \"kind\": \"date\", \"date\": \"%s\"%s"
                    .formatted(lines, today().plusDays(days), more)))
        .get("id")
        .asText();
  }

  HttpResponse<String> answer(TestClient by, String offer, String answer) {
    return by.post("/api/delay-offers/" + offer + "/answer", answer);
  }

  JsonNode read(TestClient by, String offer) {
    return by.json("/api/delay-offers/" + offer);
  }

  String state(String offer) {
    return read(li(), offer).get("state").asText();
  }

  /** The day that a line goes by, as its customer reads it. */
  String promised(String order, int line) {
    JsonNode page = amelia().json("/api/orders/" + order);
    JsonNode own = page.at("/lines/%d/promise/current".formatted(line));
    return own.isMissingNode() ? page.at("/promise/current").asText() : own.asText();
  }

  List<String> history(TestClient by, String order) {
    return by.json("/api/orders/" + order + "/events").get("events").findValuesAsText("kind");
  }

  static JsonNode require(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return TestClient.json(answer);
  }

  void agreed(String promises) {
    HttpResponse<String> saved =
        li().put(
                "/api/profiles/northwind",
                """
                {"agreedBy": "Amelia", "agreedOn": "%s", "promises": %s}\
                """
                    .formatted(today(), promises));
    assertThat(saved.statusCode()).as(saved.body()).isIn(200, 201);
  }

  /** All that the clock has to do by now is done. */
  void clockStrikes() {
    vitrine.vitrine().rooms().delays().clockWork().round();
  }

  void later(Duration time) {
    clock.pass(time);
  }

  List<String> mails(String email) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT body FROM mail WHERE recipient = '%s' ORDER BY id".formatted(email));
  }
}
