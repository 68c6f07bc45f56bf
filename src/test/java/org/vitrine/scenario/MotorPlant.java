package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

/** A maker of motors, whose capacitors are of one lot, and four companies that bought some. */
final class MotorPlant {
  static final ZoneId FOSHAN = ZoneId.of("Asia/Shanghai");
  static final String LOT = "C-2231";
  static final String IN_HOUSE = "SO-5";
  static final List<String> STATIONS = List.of("Winder 2", "Balancer 1", "Test bench 4");

  private final TestVitrine vitrine;
  private final Clock clock;
  private final Shop shop;
  private final Map<String, TestClient> signedIn = new ConcurrentHashMap<>();

  MotorPlant(TestVitrine vitrine) {
    this.vitrine = vitrine;
    this.clock = vitrine.vitrine().clock();
    this.shop = new Shop(vitrine);
    for (Customer customer : Customer.values()) {
      shop.company(customer.company(), customer.company());
      person(customer.email(), customer.role(), Optional.of(customer.company()));
      TestDatabase.execute(
          vitrine.databaseUrl(),
          "UPDATE person SET language = '%s' WHERE email = '%s'"
              .formatted(customer.language(), customer.email()));
    }
    List.of(chen(), wu(), li());
  }

  /** Who has motors of that lot: Jonas writes Chinese, Otto sells to others, Ruth is silent. */
  enum Customer {
    AMELIA("SO-1", Role.CUSTOMER, "en", 20),
    JONAS("SO-2", Role.CUSTOMER, "zh-CN", 26),
    OTTO("SO-3", Role.DISTRIBUTOR, "en", 18),
    RUTH("SO-4", Role.CUSTOMER, "en", 12);

    private final String order;
    private final Role role;
    private final String language;
    private final int motors;

    Customer(String order, Role role, String language, int motors) {
      this.order = order;
      this.role = role;
      this.language = language;
      this.motors = motors;
    }

    String order() {
      return order;
    }

    String language() {
      return language;
    }

    int motors() {
      return motors;
    }

    String company() {
      return name().toLowerCase(Locale.ROOT) + "-motors";
    }

    String email() {
      return name().toLowerCase(Locale.ROOT) + "@buys.example";
    }

    Role role() {
      return role;
    }
  }

  /** So many as each bought are made of the lot, and have arrived. */
  void motorsLeave() {
    for (Customer customer : Customer.values()) {
      shop.order(customer.order(), customer.company());
      List<String> serials = serials(customer.order(), customer.motors());
      made(customer.order(), "m-" + customer.order(), STATIONS.getFirst(), serials, LOT);
      shipped(customer, serials);
    }
    await(
        "all have left",
        () ->
            TestDatabase.find(
                    vitrine.databaseUrl(),
                    "SELECT count(*)::text FROM piece WHERE company_id IS NOT NULL")
                .equals(List.of("76")));
  }

  /** 96 at three stations, five of another lot, and 31 of which nobody wrote what is in them. */
  void othersAreInHouse() {
    shop.order(IN_HOUSE);
    for (String station : STATIONS) {
      List<String> serials = serials("H" + STATIONS.indexOf(station), 32);
      made(IN_HOUSE, "h-" + station, station, serials, LOT);
    }
    made(IN_HOUSE, "other", STATIONS.getFirst(), serials("OK", 5), "C-2232");
    made(IN_HOUSE, "nobody-knows", STATIONS.get(1), serials("GAP", 31), null);
    await("the last is known", () -> chen().get("/api/pieces/GAP-31/tree").statusCode() == 200);
  }

  private static List<String> serials(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> prefix + "-" + n).toList();
  }

  private void made(String order, String id, String station, List<String> serials, String lot) {
    String from =
        lot == null
            ? ""
            : ", \"from\": [{\"lot\": \"%s\", \"product\": \"Capacitor 47 µF\"}]".formatted(lot);
    report(
        order,
        id,
        "progressed",
        "\"good\": %d, \"station\": \"%s\", \"made\": {\"serials\": [%s]%s}"
            .formatted(serials.size(), station, quoted(serials), from));
  }

  private static String quoted(List<String> texts) {
    return "\"" + String.join("\", \"", texts) + "\"";
  }

  void report(String order, String id, String kind, String more) {
    ok(200, reporting(order, id, kind, more));
  }

  HttpResponse<String> reporting(String order, String id, String serial) {
    return reporting(
        order, id, "progressed", "\"good\": 1, \"made\": {\"serials\": [\"" + serial + "\"]}");
  }

  private HttpResponse<String> reporting(String order, String id, String kind, String more) {
    String where = kind.equals("reading") ? "" : "\"stage\": \"assembly\", ";
    return shop.integrator()
        .post(
            "/api/reports",
            """
            {"id": "%s", "order": "%s", "line": 1, %s"kind": "%s", "source": "scan", "happenedAt": "%s", %s}\
            """
                .formatted(id, order, where, kind, clock.instant(), more));
  }

  private void shipped(Customer customer, List<String> serials) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), FOSHAN);
    ok(
        201,
        shop.integrator()
            .put(
                "/api/orders/" + customer.order() + "/shipments/DN-" + customer.order(),
                """
                {"leftOn": "%s", "deliveredOn": "%s", "items": [{"line": 1, "quantity": %d, "serials": [%s]}]}\
                """
                    .formatted(
                        today.minusDays(9), today.minusDays(3), serials.size(), quoted(serials))));
  }

  TestClient chen() {
    return client("chen@plant.example", Role.QUALITY_MANAGER, Optional.empty());
  }

  TestClient wu() {
    return client("wu@plant.example", Role.QUALITY_MANAGER, Optional.empty());
  }

  /** Looks after whoever is called. */
  TestClient li() {
    return client("li@plant.example", Role.ACCOUNT_MANAGER, Optional.of(Customer.RUTH.company()));
  }

  TestClient client(Customer customer) {
    return client(customer.email(), customer.role(), Optional.of(customer.company()));
  }

  /** Signed in once a day: sessions end sooner than this story. */
  private TestClient client(String email, Role role, Optional<String> company) {
    String day = LocalDate.ofInstant(clock.instant(), FOSHAN).toString();
    return signedIn.computeIfAbsent(
        email + day,
        anew ->
            TestClient.withSession(
                vitrine, Entrance.open(vitrine, person(email, role, company)).session()));
  }

  private long person(String email, Role role, Optional<String> company) {
    List<CompanyId> companies =
        company.map(code -> shop.company(code, code).id()).stream().toList();
    return vitrine.vitrine().rooms().people().save(companies, email, email, role);
  }

  /** Whoever holds a glass link to this order. */
  TestClient holder(String order) {
    return TestClient.withSession(
        vitrine, vitrine.vitrine().rooms().links().open(glass(order), Sessions.From.NOWHERE));
  }

  Token glass(String order) {
    OrderId id =
        vitrine.vitrine().rooms().tracking().require(new OrderNumber(order), Optional.empty());
    return vitrine
        .vitrine()
        .rooms()
        .links()
        .make(id, Duration.ofDays(3), Set.of(), false, "test")
        .token();
  }

  static JsonNode ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return TestClient.json(answer);
  }
}
