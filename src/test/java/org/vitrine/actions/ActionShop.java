package org.vitrine.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** A house with a quality manager, two who do things, and two companies that raised matters. */
public final class ActionShop {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

  private final TestVitrine vitrine;
  private final TestClock clock;
  private final Shop shop;
  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();

  public ActionShop(TestVitrine vitrine, TestClock clock) {
    this.vitrine = vitrine;
    this.clock = clock;
    this.shop = new Shop(vitrine);
    List.of(chen(), wu(), zhang(), amelia(), jonas(), stranger());
  }

  /** Keeps quality. */
  public TestClient chen() {
    return staff(Role.QUALITY_MANAGER, "chen@plant.example");
  }

  /** Does what is given to him. */
  public TestClient wu() {
    return staff(Role.OPERATOR, "wu@plant.example");
  }

  /** Does other things. */
  public TestClient zhang() {
    return staff(Role.OPERATOR, "zhang@plant.example");
  }

  /** Of Northwind. */
  public TestClient amelia() {
    return contact("northwind", "amelia@northwind.example");
  }

  /** Of Baltic. */
  public TestClient jonas() {
    return contact("baltic", "jonas@baltic.example");
  }

  /** Of a company that raised nothing. */
  public TestClient stranger() {
    return contact("acme", "stranger@acme.example");
  }

  private TestClient staff(Role role, String email) {
    return signedIn(email, () -> shop.staff(role, email));
  }

  private TestClient contact(String company, String email) {
    return signedIn(email, () -> shop.contact(company, email));
  }

  /** Signed in once a day: sessions end sooner than actions are done. */
  private TestClient signedIn(String email, Supplier<TestClient> signIn) {
    return clients.computeIfAbsent(email + today(), any -> signIn.get());
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT);
  }

  /** One for Wu, due in so many days, raised by these companies in a meeting. */
  public long made(String text, int days, String... companies) {
    clock.pass(Duration.ofSeconds(1)); // No two are made at the same moment.
    HttpResponse<String> answer =
        chen()
            .post(
                "/api/actions",
                """
                {"text": "%s", "owner": "wu@plant.example", "due": "%s", "companies": [%s],
                 "source": {"kind": "meeting", "number": 18, "label": "Meeting of November"}}"""
                    .formatted(
                        text,
                        today().plusDays(days),
                        List.of(companies).stream()
                            .map("\"%s\""::formatted)
                            .reduce((one, other) -> one + ", " + other)
                            .orElse("")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("number").asLong();
  }

  public HttpResponse<String> saying(TestClient by, long number, String outcome, String text) {
    return by.post(
        "/api/actions/" + number + "/outcome",
        "{\"outcome\": \"%s\", \"text\": \"%s\"}".formatted(outcome, text));
  }

  /** Says what became of it; returns what it is then. */
  public JsonNode became(TestClient by, long number, String outcome, String text) {
    HttpResponse<String> answer = saying(by, number, outcome, text);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }

  public JsonNode read(TestClient by, long number) {
    return by.json("/api/actions/" + number);
  }

  public List<String> history(long number) {
    return read(chen(), number).get("history").findValuesAsText("kind");
  }

  /** All that the clock has to do by now is done. */
  public void clockStrikes() {
    vitrine.vitrine().rooms().actions().clockWork().round();
  }

  /** The key of the person with this address. */
  public long person(String email) {
    return count("SELECT id FROM person WHERE email = '%s'".formatted(email));
  }

  public long count(String sql) {
    return Long.parseLong(TestDatabase.find(vitrine.databaseUrl(), sql).getFirst());
  }
}
