package org.vitrine.visits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** A house whose people go to see Northwind and Baltic; everybody signs in anew each time. */
public final class VisitShop {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");
  static final String LI = "li.wen@plant.example";
  static final String WANG = "wang.fang@plant.example";

  private final TestVitrine vitrine;
  private final TestClock clock;
  private final Shop shop;

  public VisitShop(TestVitrine vitrine, TestClock clock) {
    this.vitrine = vitrine;
    this.clock = clock;
    this.shop = new Shop(vitrine);
    shop.company("baltic", "Baltic Cooling");
    li();
    wang();
    amelia();
    jonas();
  }

  Shop shop() {
    return shop;
  }

  /** Looks after Northwind. */
  public TestClient li() {
    return manager("northwind", LI);
  }

  /** Looks after Baltic. */
  TestClient wang() {
    return manager("baltic", WANG);
  }

  private TestClient manager(String company, String email) {
    var known = vitrine.vitrine().rooms().companies().find(company).orElseThrow();
    long person =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(List.of(known.id()), email, email, Role.ACCOUNT_MANAGER);
    return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  TestClient zhang() {
    return shop.staff(Role.OPERATOR, "zhang@plant.example");
  }

  /** Of Northwind. */
  public TestClient amelia() {
    return shop.contact("northwind", "amelia@northwind.example");
  }

  TestClient jonas() {
    return signed("baltic", "jonas@baltic.example");
  }

  private TestClient signed(String company, String email) {
    var known = vitrine.vitrine().rooms().companies().find(company).orElseThrow();
    long person =
        vitrine.vitrine().rooms().people().save(List.of(known.id()), email, email, Role.CUSTOMER);
    return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT);
  }

  static String body(String company, Instant at, String more) {
    return "{\"company\": \"%s\", \"at\": \"%s\", \"minutes\": 60%s}".formatted(company, at, more);
  }

  /** A visit by Li to Northwind, with Amelia. */
  public long planned(Duration time) {
    return planned(li(), "northwind", time, ", \"with\": [\"amelia@northwind.example\"]");
  }

  long planned(TestClient by, String company, Duration time, String more) {
    return require(by.post("/api/visits", body(company, in(time), more))).get("number").asLong();
  }

  static String record(UUID id, LocalDate due) {
    return """
    {"id": "%s", "present": {"theirs": ["amelia@northwind.example", "Tom"], "ours": ["li.wen@plant.example"]},
     "facts": ["They build a second line"], "wishes": [{"text": "A smaller crate"}],
     "promises": [{"text": "Send the drawing", "due": "%s"}]}\
    """
        .formatted(id, due);
  }

  /** One that began an hour ago, and was noted. */
  public long noted() {
    long number = planned(Duration.ofHours(1));
    clock.pass(Duration.ofHours(2));
    require(
        li().post(
                "/api/visits/" + number + "/record",
                record(UUID.randomUUID(), today().plusDays(14))));
    return number;
  }

  static JsonNode require(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return TestClient.json(answer);
  }
}
