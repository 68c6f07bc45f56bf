package org.vitrine.walls;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.access.Session;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.people.Newcomer;
import org.vitrine.people.Preferences;
import org.vitrine.tracking.GlassField;
import org.vitrine.voices.SayVoice;
import org.vitrine.voices.VoiceKind;
import org.vitrine.voices.VoiceNumber;
import org.vitrine.voices.Voices;

/**
 * A company whose every text holds one word that stands nowhere else, and whose numbers and dates
 * nobody else has: whoever reads one of them where they should not has found a leak.
 */
final class Canary {
  static final String COMPANY = "zqxvwkj-ag";
  static final String NAME = "Zqxvwkj Holding";
  static final String ORDER = "ZQXVWKJ-1";
  static final String SPARE_ORDER = "ZQXVWKJ-2";
  private static final String WORD = "zqxvwkj";
  private static final List<String> SONGS =
      List.of(WORD, "98765301", "98765302", "54321.625", "2031-03-17", "2031-03-18");

  private static final String ROUTING =
      """
      {"name": "Zqxvwkj routing", "stages": [
        {"code": "zqxvwkj-stage", "name": {"en": "Zqxvwkj stage"}, "operations": ["Zqxvwkj*"], "usualHours": 48},
        {"code": "zqxvwkj-end", "name": {"en": "Zqxvwkj end"}, "operations": ["End*"]}]}\
      """;

  private static final String PLACED =
      """
      {"company": "zqxvwkj-ag", "customerReference": "Zqxvwkj reference", "placedOn": "2031-03-18",
       "promise": %s, "cancelled": %s,
       "lines": [{"number": 1, "product": "Zqxvwkj product", "description": "Zqxvwkj description", "quantity": 98765301,
                  "routing": "zqxvwkj-routing", "workOrders": ["Zqxvwkj work order of %s"],
                  "promise": {"date": "2031-03-18", "reason": "Zqxvwkj line reason"},
                  "requirements": [{"code": "zqxvwkj-code", "stage": "zqxvwkj-stage", "name": "Zqxvwkj requirement",
                                    "ordered": "Zqxvwkj limits", "unit": "zqxvwkj/h", "minimum": 98765302,
                                    "waiver": "Zqxvwkj waiver"}]}]}\
      """;

  private final TestVitrine vitrine;
  private final Shop shop;
  private final CompanyId company;
  private final long contact;
  private int changes;

  Canary(TestVitrine vitrine, Shop shop) {
    this.vitrine = vitrine;
    this.shop = shop;
    this.company =
        vitrine
            .vitrine()
            .rooms()
            .companies()
            .save(COMPANY, new SaveCompany(NAME, CompanyKind.CUSTOMER, Tier.PLATINUM))
            .company()
            .id();
    this.contact = person();
    require(shop.integrator().put("/api/routings/zqxvwkj-routing", ROUTING));
    place(ORDER, "{\"date\": \"2031-03-17\"}", "null");
    place(ORDER, "{\"date\": \"2031-03-18\", \"reason\": \"Zqxvwkj reason\"}", "null");
    place(SPARE_ORDER, "{\"date\": \"2031-03-17\"}", "\"Zqxvwkj cancelled\"");
    report("progressed", "\"operation\": \"Zqxvwkj operation\", \"good\": 98765302");
    report("held", "\"stage\": \"zqxvwkj-stage\", \"reason\": \"Zqxvwkj hold\"");
    report(
        "reading",
        "\"requirement\": \"zqxvwkj-code\", \"value\": 54321.625, \"unit\": \"Zqxvwkj 7\"");
    link();
    session();
    speaks();
    raises();
    isWrittenTo();
  }

  CompanyId company() {
    return company;
  }

  OrderId order() {
    return vitrine.vitrine().rooms().tracking().require(new OrderNumber(ORDER), Optional.empty());
  }

  /** Another contact of the company. */
  long person() {
    return vitrine
        .vitrine()
        .rooms()
        .people()
        .save(
            List.of(company),
            "Zqxvwkj Person",
            "zqxvwkj" + System.nanoTime() + "@zqxvwkj.example",
            Role.CUSTOMER);
  }

  /** A session of its contact, by the id that lists show. */
  long session() {
    Sessions.Opened opened = open(signInLink());
    return vitrine.vitrine().rooms().sessions().sessions(opened.person(), Optional.empty()).stream()
        .mapToLong(Session::id)
        .max()
        .orElseThrow();
  }

  Token signInLink() {
    return vitrine.vitrine().rooms().sessions().links().make(contact);
  }

  Sessions.Opened open(Token link) {
    return Entrance.open(
        vitrine.vitrine(), link, new Sessions.From("Zqxvwkj browser", "zqxvwkj address"));
  }

  /** A glass link that its contact made. */
  Token link() {
    return vitrine
        .vitrine()
        .rooms()
        .links()
        .make(
            order(),
            Duration.ofDays(3),
            Set.of(GlassField.values()),
            open(signInLink()).person(),
            Sessions.From.NOWHERE)
        .token();
  }

  /** Everything that can happen to the company happens. */
  void stirs() {
    changes++;
    report("progressed", "\"operation\": \"Zqxvwkj operation\", \"good\": 1");
    report("resumed", "\"stage\": \"zqxvwkj-stage\"");
    place("ZQXVWKJ-NEW-" + changes, "{\"date\": \"2031-03-17\"}", "null");
    place("ZQXVWKJ-NEW-" + changes, "{\"date\": \"2031-03-17\"}", "\"Zqxvwkj cancelled\"");
    require(
        shop.integrator()
            .put("/api/companies/" + COMPANY, "{\"name\": \"%s %d\"}".formatted(NAME, changes)));
    link();
    speaks();
    isWrittenTo();
  }

  /** Its contact says something; staff answer it, and note something for themselves. */
  private void speaks() {
    Voices voices = vitrine.vitrine().rooms().voices();
    VoiceNumber number =
        voices.say(
            new Caller.SignedIn(contact, "Zqxvwkj Person", Role.CUSTOMER, Optional.of(company)),
            new SayVoice(
                new OrderNumber(ORDER),
                1,
                "zqxvwkj-stage",
                "zqxvwkj-code",
                VoiceKind.COMPLAINT,
                "Zqxvwkj complaint",
                null));
    Caller.SignedIn host =
        new Caller.SignedIn(host(), "Zqxvwkj Host", Role.ADMINISTRATOR, Optional.empty());
    voices.handling().note(host, number, "Zqxvwkj note");
    voices.answer(host, number, Voices.VoiceWords.of("Zqxvwkj answer"), Optional.empty());
  }

  /** Something is done because it said so. */
  private void raises() {
    Actions actions = vitrine.vitrine().rooms().actions();
    NewAction wanted =
        new NewAction(
            "Zqxvwkj action",
            host(),
            LocalDate.now().plusDays(30),
            Optional.empty(),
            Set.of(company));
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction ->
                actions.done(
                    transaction,
                    actions.raise(transaction, wanted, Actor.system("Zqxvwkj")),
                    "Zqxvwkj word",
                    Actor.system("Zqxvwkj")));
  }

  private long host() {
    return vitrine
        .vitrine()
        .rooms()
        .people()
        .save(List.of(), "Host", "host@foshan.example", Role.ADMINISTRATOR);
  }

  /** Mails go out that speak of the company: to a new contact, and about an order. */
  private void isWrittenTo() {
    long host = host();
    vitrine
        .vitrine()
        .rooms()
        .people()
        .invite(
            new Caller.SignedIn(host, "Host", Role.ADMINISTRATOR, Optional.empty()),
            Sessions.From.NOWHERE,
            new Newcomer(
                "Zqxvwkj Guest",
                "guest" + System.nanoTime() + "@zqxvwkj.example",
                Role.CUSTOMER,
                List.of(company),
                Preferences.UNKNOWN));
    Token ended = link();
    require(
        TestClient.unknown(vitrine)
            .post("/api/glass-request", "{\"token\": \"%s\"}".formatted(ended.text())));
  }

  private void place(String number, String promise, String cancelled) {
    require(
        shop.integrator()
            .put("/api/orders/" + number, PLACED.formatted(promise, cancelled, number)));
  }

  private void report(String kind, String rest) {
    require(
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "Zqxvwkj report %d", "order": "%s", "kind": "%s", %s, "source": "scan", "station": "Zqxvwkj station",
                 "actor": "Zqxvwkj actor", "happenedAt": "%s"}\
                """
                    .formatted(System.nanoTime(), ORDER, kind, rest, Instant.now())));
  }

  private static void require(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** What of the company stands in a text, but for the words that the reader said themselves. */
  static List<String> heardIn(String text, List<String> said) {
    String rest = text.toLowerCase(Locale.ROOT);
    for (String own : said) {
      rest = rest.replace(own.toLowerCase(Locale.ROOT), "");
    }
    return SONGS.stream().filter(rest::contains).toList();
  }
}
