package org.vitrine.recalls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

/**
 * A house from which pieces of several companies left, each made of a lot of its own, so that any
 * of them can turn out to be concerned.
 */
public final class RecallShop {
  public static final String HAZARD = "The capacitor can burst and set the cabinet on fire.";
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

  /** The orders, whose they are, and what left with them. */
  private static final Map<String, List<String>> LEFT =
      Map.of(
          "SO-1", List.of("northwind", "SN-1", "SN-2", "SN-3"),
          "SO-2", List.of("baltic", "SN-9"),
          "SO-3", List.of("acme", "SN-77"),
          "SO-4", List.of("merged", "SN-4"),
          "SO-9", List.of("nobody", "SN-5"));

  /** A lot of which nothing was made. */
  private static final String UNUSED = "C-unused";

  private final TestVitrine vitrine;
  private final TestClock clock;
  private final Shop shop;
  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();
  private final Map<Long, Map<String, List<String>>> concerned = new ConcurrentHashMap<>();

  public RecallShop(TestVitrine vitrine, TestClock clock) {
    this.vitrine = vitrine;
    this.clock = clock;
    this.shop = new Shop(vitrine);
    List.of(chen(), li(), zhang(), amelia(), jonas(), stranger());
    LEFT.forEach(
        (order, pieces) -> ship(order, pieces.getFirst(), pieces.subList(1, pieces.size())));
    require(shop.integrator().put("/api/lots/" + UNUSED, "{\"product\": \"Capacitor\"}"));
    long all = raised();
    TestWatcher.await("all of it left", () -> away(all) == 7);
  }

  private void ship(String order, String company, List<String> serials) {
    shop.company(company, company);
    shop.order(order, company);
    for (String serial : serials) {
      require(
          shop.integrator()
              .put(
                  "/api/pieces/" + serial,
                  """
                  {"product": "Motor", "order": "%s", "line": 1,
                   "from": [{"lot": "%s", "product": "Capacitor"}]}\
                  """
                      .formatted(order, lotOf(serial))));
    }
    require(
        shop.integrator()
            .put(
                "/api/orders/" + order + "/shipments/DN-" + order,
                """
                {"leftOn": "%s", "items": [{"line": 1, "quantity": %d, "serials": ["%s"]}]}\
                """
                    .formatted(
                        today().minusDays(2), serials.size(), String.join("\", \"", serials))));
  }

  private static String lotOf(String serial) {
    return "C-" + serial;
  }

  private int away(long number) {
    String criteria =
        criteria(LEFT.values().stream().flatMap(pieces -> pieces.stream().skip(1)).toList());
    JsonNode seen =
        require(chen().post("/api/nonconformances/" + number + "/containment?preview", criteria));
    return seen.at("/customers/pieces").asInt() + seen.at("/road/pieces").asInt();
  }

  /** Keeps quality. */
  public TestClient chen() {
    return signedIn("chen@plant.example", email -> shop.staff(Role.QUALITY_MANAGER, email));
  }

  /** Looks after Northwind. */
  public TestClient li() {
    return signedIn(
        "li@plant.example",
        email -> {
          long person =
              vitrine
                  .vitrine()
                  .rooms()
                  .people()
                  .save(List.of(company("northwind")), email, email, Role.ACCOUNT_MANAGER);
          return TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
        });
  }

  /** Works at a station. */
  public TestClient zhang() {
    return signedIn("zhang@plant.example", email -> shop.staff(Role.OPERATOR, email));
  }

  /** Of Northwind. */
  public TestClient amelia() {
    return signedIn("amelia@northwind.example", email -> shop.contact("northwind", email));
  }

  /** Of Baltic. */
  public TestClient jonas() {
    return signedIn("jonas@baltic.example", email -> shop.contact("baltic", email));
  }

  /** Of a company of which nothing is concerned. */
  public TestClient stranger() {
    return signedIn("stranger@acme.example", email -> shop.contact("acme", email));
  }

  /** Whoever holds a glass link to this order. */
  public TestClient holder(String order) {
    OrderId id =
        vitrine.vitrine().rooms().tracking().require(new OrderNumber(order), Optional.empty());
    var link =
        vitrine.vitrine().rooms().links().make(id, Duration.ofDays(3), Set.of(), false, "test");
    return TestClient.withSession(
        vitrine, vitrine.vitrine().rooms().links().open(link.token(), Sessions.From.NOWHERE));
  }

  /** Signed in once a day: sessions end sooner than reminders. */
  private TestClient signedIn(String email, Function<String, TestClient> signIn) {
    return clients.computeIfAbsent(email + " " + today(), any -> signIn.apply(email));
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT);
  }

  public CompanyId company(String code) {
    return shop.company(code, code.equals("northwind") ? "Northwind Climate" : code).id();
  }

  /** A nonconformance by which nothing is concerned yet. */
  public long raised() {
    long number =
        require(
                chen()
                    .post(
                        "/api/nonconformances",
                        "{\"title\": \"Capacitors bulge\", \"severity\": \"critical\"}"))
            .get("number")
            .asLong();
    concerned.put(number, new HashMap<>());
    return number;
  }

  /** From now on these pieces of a company, and no others of its, are concerned. */
  public void concerns(long number, String company, String... serials) {
    Map<String, List<String>> all = concerned.get(number);
    all.put(company, List.of(serials));
    require(
        chen()
            .post(
                "/api/nonconformances/" + number + "/containment",
                criteria(all.values().stream().flatMap(List::stream).toList())));
  }

  private static String criteria(List<String> serials) {
    List<String> lots = serials.stream().map(RecallShop::lotOf).toList();
    return "{\"lots\": [\"%s\"]}".formatted(lots.isEmpty() ? UNUSED : String.join("\", \"", lots));
  }

  /** Two pieces of Northwind and one of Baltic are concerned, and it is written what is told. */
  public long written() {
    long number = raised();
    concerns(number, "northwind", "SN-1", "SN-2");
    concerns(number, "baltic", "SN-9");
    require(write(number, HAZARD));
    return number;
  }

  /** The same, and all are told. */
  public long told() {
    long number = written();
    assertThat(tell(number)).isEqualTo(2);
    return number;
  }

  public HttpResponse<String> write(long number, String hazard, String... headers) {
    return writeOffering(number, hazard, "replace\", \"repair", headers);
  }

  HttpResponse<String> writeOffering(
      long number, String hazard, String remedies, String... headers) {
    return chen()
        .put(
            "/api/recalls/" + number,
            """
            {"title": {"en": "Capacitor C-2231", "zh-CN": "C-2231 电容"},
             "what": {"en": "The capacitor ages too fast.", "zh-CN": "电容老化过快。"},
             "hazard": {"en": "%s", "zh-CN": "电容可能爆裂并引起火灾。"},
             "now": {"en": "Switch it off and pull the plug.", "zh-CN": "请立即断电并拔下插头。"},
             "remedies": ["%s"]}\
            """
                .formatted(hazard, remedies),
            headers);
  }

  public int tell(long number) {
    return require(chen().post("/api/recalls/" + number + "/told", "{}")).get("told").asInt();
  }

  public JsonNode board(long number) {
    return chen().json("/api/recalls/" + number);
  }

  /** What the board says of a company. */
  public JsonNode row(long number, String company) {
    return board(number).at("/companies/" + company(company).value());
  }

  /** The key of the notice by which a company was told. */
  public String notice(long number, String company) {
    return row(number, company).at("/notice/id").asText();
  }

  public JsonNode read(TestClient by, String notice) {
    return by.json("/api/recall-notices/" + notice);
  }

  public HttpResponse<String> choosing(TestClient by, String notice, String remedy) {
    return by.post(
        "/api/recall-notices/" + notice + "/remedy", "{\"remedy\": \"%s\"}".formatted(remedy));
  }

  public HttpResponse<String> done(TestClient by, String notice, int pieces) {
    return by.post(
        "/api/recall-notices/" + notice + "/progress", "{\"done\": %d}".formatted(pieces));
  }

  public static JsonNode require(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    return TestClient.json(answer);
  }

  /** All that the clock has to do by now is done. */
  public void clockStrikes() {
    vitrine.vitrine().rooms().recalls().clockWork().round();
  }

  public List<String> history(String notice) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT kind FROM recall_event WHERE notice = '%s' ORDER BY number".formatted(notice));
  }

  /** What its history says last. */
  String lastSaid(String notice) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT body::text FROM recall_event WHERE notice = '%s' ORDER BY number DESC"
                .formatted(notice))
        .getFirst();
  }

  /** The subjects of the mails that lead to this notice. */
  public List<String> mailsAbout(String notice) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT subject FROM mail WHERE body LIKE '%%%s%%' ORDER BY id".formatted(notice));
  }

  /** The key of the person with this address. */
  public long person(String email) {
    return Long.parseLong(
        TestDatabase.find(
                vitrine.databaseUrl(), "SELECT id FROM person WHERE email = '%s'".formatted(email))
            .getFirst());
  }
}
