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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

/** A house in which something is wrong with pieces of two companies, and not with a third's. */
public final class RecallShop {
  public static final String HAZARD = "The capacitor can burst and set the cabinet on fire.";
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

  private final TestVitrine vitrine;
  private final TestClock clock;
  private final Shop shop;
  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();
  private final Map<Long, Map<CompanyId, List<NoticeLine>>> concerned = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong(700_000);

  public RecallShop(TestVitrine vitrine, TestClock clock) {
    this.vitrine = vitrine;
    this.clock = clock;
    this.shop = new Shop(vitrine);
    vitrine
        .vitrine()
        .rooms()
        .recalls()
        .concerning(
            (queries, number) -> Optional.ofNullable(concerned.get(number)).map(Map::copyOf));
    List.of(chen(), li(), zhang(), amelia(), jonas(), stranger());
    shop.order("SO-1", "northwind");
    shop.order("SO-2", "baltic");
    shop.order("SO-3", "acme");
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
    long number = numbers.incrementAndGet();
    concerned.put(number, new HashMap<>());
    return number;
  }

  /** From now on these pieces of a company, and no others of its, are concerned. */
  public void concerns(long number, String company, String order, String... serials) {
    Map<CompanyId, List<NoticeLine>> all = new HashMap<>(concerned.get(number));
    if (serials.length == 0) {
      all.remove(company(company));
    } else {
      all.put(
          company(company),
          List.of(
              new NoticeLine(
                  Optional.of(new OrderNumber(order)),
                  Optional.of(1),
                  List.of(serials),
                  Amount.of(serials.length))));
    }
    concerned.put(number, all);
  }

  /** What a company had that is no more is this one's. */
  public void isConcernedInsteadOf(long number, String company, long merged) {
    Map<CompanyId, List<NoticeLine>> all = new HashMap<>(concerned.get(number));
    List<NoticeLine> theirs = all.remove(new CompanyId(merged));
    all.merge(
        company(company),
        theirs,
        (own, more) -> Stream.concat(own.stream(), more.stream()).toList());
    concerned.put(number, all);
  }

  /** Two pieces of Northwind and one of Baltic are concerned, and it is written what is told. */
  public long written() {
    long number = raised();
    concerns(number, "northwind", "SO-1", "SN-1", "SN-2");
    concerns(number, "baltic", "SO-2", "SN-9");
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
    return chen()
        .put(
            "/api/recalls/" + number,
            """
            {"title": {"en": "Capacitor C-2231", "zh-CN": "C-2231 电容"},
             "what": {"en": "The capacitor ages too fast.", "zh-CN": "电容老化过快。"},
             "hazard": {"en": "%s", "zh-CN": "电容可能爆裂并引起火灾。"},
             "now": {"en": "Switch it off and pull the plug.", "zh-CN": "请立即断电并拔下插头。"},
             "remedies": ["replace", "repair"]}\
            """
                .formatted(hazard),
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
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
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

  /** The subjects of what was written to somebody. */
  public List<String> mailsTo(String email) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT subject FROM mail WHERE recipient = '%s' ORDER BY id".formatted(email));
  }

  /** The key of the person with this address. */
  public long person(String email) {
    return Long.parseLong(
        TestDatabase.find(
                vitrine.databaseUrl(), "SELECT id FROM person WHERE email = '%s'".formatted(email))
            .getFirst());
  }
}
