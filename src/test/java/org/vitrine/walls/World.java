package org.vitrine.walls;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Keys;
import org.vitrine.access.Role;
import org.vitrine.access.Scope;
import org.vitrine.access.Session;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.invitations.Invitations;
import org.vitrine.invitations.Invitee;
import org.vitrine.invitations.Occasion;
import org.vitrine.invitations.Venue;
import org.vitrine.meetings.AskedGuests;
import org.vitrine.meetings.InviteGuests;
import org.vitrine.meetings.MeetingKind;
import org.vitrine.meetings.MeetingNumber;
import org.vitrine.meetings.MeetingPerson;
import org.vitrine.meetings.Meetings;
import org.vitrine.meetings.PlanMeeting;
import org.vitrine.meetings.ProposeItem;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.reviews.ReviewNumber;
import org.vitrine.reviews.SaveReview;
import org.vitrine.reviews.WhoseWord;
import org.vitrine.tracking.GlassField;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.voices.SayVoice;
import org.vitrine.voices.VoiceKind;

/** Companies, orders and everybody who may ask, beside a company that none of them may see. */
final class World implements AutoCloseable {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)\\}");
  private static final Actor TEST = Actor.system("test");
  private static final String OWN_WORDS = "It leaks";
  private static final String FOREIGN_WORDS = "Zqxvwkj leaks";
  private static final int ROOM = 15;

  /** So many are made in a day at most, and the questions of a world are more. */
  private static final String LONG_AGO =
      """
      UPDATE glass_link
         SET created_at = created_at - interval '2 days'
       WHERE revoked_at IS NOT NULL AND created_at > now() - interval '1 day'\
      """;

  private static final String SEEN =
      """
      INSERT INTO evidence_place (company_id, order_id, version, sha256, kind, line, stage, taken_at, station)
      SELECT company_id, id, 1, '%2$s', 'paper', 1, '%3$s', now(), '%4$s'
        FROM orders
       WHERE number = '%1$s'\
      """;

  private static final String RECALL_NOTICE =
      """
      WITH said AS (
        INSERT INTO recall (nonconformance, words, remedies, version, saved_at, saved_by)
        VALUES (%5$d, '{"title": "%4$s", "what": "%4$s", "hazard": "%4$s", "now": "%4$s"}', '{repair}', 1, now(), 'Chen')
        RETURNING nonconformance, words, remedies),
      told AS (
        INSERT INTO recall_notice (id, company_id, nonconformance, words, remedies, telling, news, first_told_at,
                                   told_at, told_by, order_keys)
        SELECT '%1$s', c.id, s.nonconformance, s.words, s.remedies, 1, 'first', now(), now(), 'Chen', ARRAY[lower('%3$s')]
          FROM said s, company c WHERE c.code = '%2$s'
        RETURNING company_id)
      INSERT INTO recall_line (notice, company_id, place, order_number, line, codes, amount)
      SELECT '%1$s', company_id, 0, '%3$s', 1, '{%4$s}', 1000
        FROM told\
      """;

  private static final String DELAY_OFFER =
      """
      INSERT INTO delay_offer (id, company_id, order_id, order_number, terms, lines, promised, answer_by, state, settled_at,
                               offered_at, offered_by)
      SELECT '%1$s', o.company_id, o.id, o.number,
             jsonb_build_object('lines', ARRAY[1], 'kind', 'date', 'date', current_date + 20, 'because', '%3$s',
                                'answerBy', current_date + 5, 'cause', 'machine', 'side', 'ours', 'silence', 'none'),
             '{1}', '{}', current_date + 5, 'open', now(), now(), 'Chen'
        FROM orders o WHERE o.number = '%2$s'\
      """;

  private static final String DELAY_RISK =
      """
      WITH before AS (
        UPDATE delay_risk SET closed_at = now()
         WHERE closed_at IS NULL AND order_id = (SELECT id FROM orders WHERE number = '%2$s'))
      INSERT INTO delay_risk (id, company_id, order_id, order_number, line, promised, chance, opened_at, due_at)
      SELECT '%1$s', o.company_id, o.id, o.number, %3$d, current_date + 3, 0.4, now(), now() + interval '1 day'
        FROM orders o WHERE o.number = '%2$s'\
      """;

  private static final String SURVEY =
      """
      WITH made AS (
        INSERT INTO survey (code, title, introduction, occasion, privacy, everybody, tiers, companies, seed, opens,
                            closes, questions, state, asked, version, saved_at, saved_by)
        VALUES ('%1$s', '"%2$s"', '"%2$s"', 'once', 'confidential', true, '{}', '{}', 7, now() - interval '1 day',
                now() + interval '1 day', '[{"key": "q", "kind": "open", "text": "%2$s"}]', 'open', true, 1, now(), 'Chen')
        RETURNING code)
      INSERT INTO survey_asked (survey, person_id, company_id, about, asked_at)
      SELECT m.code, %4$d, c.id, '', now()
        FROM made m, company c WHERE c.code = '%3$s'\
      """;

  private static final String VISIT =
      """
      WITH made AS (
        INSERT INTO visit (number, company_id, kind, role, state, person_id, person, at, minutes, uid, version, changed_at)
        SELECT %1$d, c.id, 'visit', 'account-manager', 'made', %3$d, 'Li Wen', now() - interval '1 day', 60,
               'visit-%1$d', 2, now()
          FROM company c WHERE c.code = '%2$s'
        RETURNING number, company_id),
      noted AS (
        INSERT INTO visit_record (visit, company_id, client_id, digest, present, photos, noted_at, noted_by, open_until)
        SELECT number, company_id, gen_random_uuid(), '', '{"theirs": ["%4$s"], "ours": []}', '{}', now(), 'Li Wen',
               now() + interval '7 days'
          FROM made)
      INSERT INTO visit_line (visit, company_id, line, kind, text)
      SELECT number, company_id, 1, 'fact', '%4$s'
        FROM made\
      """;

  /** Meetings that are planned count up from 1. */
  private static final long BEYOND_MEETINGS = 1_000_000;

  /** What stands in a meeting, by keys of which nobody has any. */
  private static final Set<String> AT_THE_TABLE = Set.of("line", "poll", "agenda-item");

  private static final String NO_KEY = "77";

  private static final String NO_ID = "987654321987";

  /** What is nobody's own: it is the same whoever asks. */
  private static final Map<String, String> OF_THE_HOUSE =
      Map.ofEntries(
          Map.entry("quarter", "2024-Q1"),
          Map.entry("month", "2020-01"),
          Map.entry("theme", "1"),
          Map.entry("tier", "silver"),
          Map.entry("order-line", "1"),
          Map.entry("operation", "Assembly"),
          Map.entry("stage", "assembly"),
          Map.entry("no-stage", "packing"),
          Map.entry("no-requirement", "nothing"),
          Map.entry("evidence", DigestUtils.sha256Hex(new byte[0])));

  private final TestVitrine vitrine;
  private final Shop shop;
  private final Canary canary;
  private final TestClient inspector;
  private final SetUpStation station;
  private final Map<Asker, Long> people = new EnumMap<>(Asker.class);
  private final Map<Asker, TestClient> visitors = new EnumMap<>(Asker.class);
  private final Map<Scope, TestClient> programs = new EnumMap<>(Scope.class);
  private final Map<String, String> meetings = new HashMap<>();
  private final Map<OrderId, Integer> links = new HashMap<>();
  private final AtomicLong count = new AtomicLong();

  World(TestVitrine vitrine) {
    this.vitrine = vitrine;
    this.shop = new Shop(vitrine);
    CompanyId northwind = company("northwind", CompanyKind.CUSTOMER);
    CompanyId baltic = company("baltic", CompanyKind.DISTRIBUTOR);
    CompanyId acme = company("acme", CompanyKind.CUSTOMER);
    this.canary = new Canary(vitrine, shop);
    List.of("northwind", "baltic", "acme")
        .forEach(
            company -> {
              shop.order("SO-" + company, company);
              shop.order("SO-spare-" + company, company);
              shop.good("SO-" + company, "r1", "Assembly", 40);
            });
    this.inspector = shop.staff(Role.QUALITY_MANAGER, "inspector@example.com");
    this.station = SetUpStation.of(vitrine, inspector, "Station", "[\"Assembly\"]");
    people.put(Asker.CUSTOMER, person("amelia", Role.CUSTOMER, northwind));
    people.put(Asker.DISTRIBUTOR, person("jonas", Role.DISTRIBUTOR, baltic));
    people.put(Asker.ADMINISTRATOR, person("wu.min", Role.ADMINISTRATOR));
    action(Canary.COMPANY, "Zqxvwkj is to be mended");
    // A session begins with the company that was there first: acme.
    people.put(Asker.ELSEWHERE, person("both", Role.CUSTOMER, acme, canary.company()));
    people.put(Asker.NOWHERE, person("nowhere", Role.CUSTOMER));
    people.put(Asker.OPERATOR, person("zhang", Role.OPERATOR));
    people.put(Asker.ACCOUNT_MANAGER, person("li.wen", Role.ACCOUNT_MANAGER, northwind));
    people.put(Asker.QUALITY_MANAGER, person("chen", Role.QUALITY_MANAGER));
    List.of("northwind", "baltic", "acme").forEach(company -> said("SO-" + company, OWN_WORDS));
    said(Canary.ORDER, FOREIGN_WORDS);
    List.of("northwind", "baltic", "acme")
        .forEach(company -> seen("SO-" + company, "assembly", OWN_WORDS));
    seen(Canary.ORDER, "zqxvwkj-stage", FOREIGN_WORDS);
  }

  /** A paper that stands at a stage of an order, the only one there. */
  private void seen(String order, String stage, String words) {
    TestClient plant = shop.integrator();
    plant.put("/api/evidence/" + DigestUtils.sha256Hex(paper(order)), paper(order));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        SEEN.formatted(order, DigestUtils.sha256Hex(paper(order)), stage, words));
  }

  private static byte[] paper(String order) {
    return ("%PDF-1.7\n" + order).getBytes(StandardCharsets.US_ASCII);
  }

  TestVitrine vitrine() {
    return vitrine;
  }

  Shop shop() {
    return shop;
  }

  Canary canary() {
    return canary;
  }

  private CompanyId company(String code, CompanyKind kind) {
    return vitrine
        .vitrine()
        .rooms()
        .companies()
        .save(code, new SaveCompany(code, kind, Tier.GOLD))
        .company()
        .id();
  }

  private long person(String name, Role role, CompanyId... companies) {
    return vitrine
        .vitrine()
        .rooms()
        .people()
        .save(List.of(companies), name, name + "@example.com", role);
  }

  /** A client in a session of its own. */
  TestClient client(Asker asker) {
    return switch (asker) {
      case NOBODY -> TestClient.unknown(vitrine);
      case GLASS ->
          TestClient.withSession(
              vitrine,
              vitrine
                  .vitrine()
                  .rooms()
                  .links()
                  .open(link(order("SO-northwind")).token(), Sessions.From.NOWHERE));
      case STATION -> screen();
      case KEY_REPORTS -> program(Scope.REPORTS);
      case KEY_ORDERS -> program(Scope.ORDERS);
      case KEY_READ -> program(Scope.READ);
      default -> TestClient.withSession(vitrine, open(asker).session());
    };
  }

  /** As if its code had just been typed there: strangers may type only so many. */
  private TestClient screen() {
    Token session =
        vitrine
            .vitrine()
            .database()
            .inTransaction(
                transaction ->
                    vitrine
                        .vitrine()
                        .rooms()
                        .sessions()
                        .openStation(transaction, station.id(), Sessions.From.NOWHERE));
    return TestClient.withStation(vitrine, session);
  }

  /**
   * A client who came in before; a link is made anew, since those of before make room for others.
   */
  TestClient visitor(Asker asker) {
    return asker == Asker.GLASS ? client(asker) : visitors.computeIfAbsent(asker, this::client);
  }

  /** Those who came in before may have lost their sessions. */
  void comeInAnew() {
    visitors.clear();
  }

  /** A program keeps its key: there may be so many only. */
  private TestClient program(Scope scope) {
    return programs.computeIfAbsent(scope, one -> TestClient.withKey(vitrine, key(one).token()));
  }

  private Keys.NewKey key(Scope scope) {
    return vitrine.vitrine().rooms().keys().create(fresh(), Set.of(scope), TEST);
  }

  private Sessions.Opened open(Asker asker) {
    return Entrance.open(vitrine, people.get(asker));
  }

  private GlassLinks.NewLink link(OrderId order) {
    if (links.merge(order, 1, Integer::sum) % ROOM == 0) {
      makeRoom(order);
    }
    return vitrine
        .vitrine()
        .rooms()
        .links()
        .make(
            order,
            Duration.ofDays(3),
            EnumSet.complementOf(EnumSet.of(GlassField.TRACKING)),
            false,
            "test");
  }

  /** An order has so many open links at most: those that were asked about make room for others. */
  private void makeRoom(OrderId order) {
    GlassLinks links = vitrine.vitrine().rooms().links();
    links.of(order, Optional.empty()).stream()
        .filter(link -> link.revokedAt().isEmpty())
        .skip(ROOM)
        .forEach(link -> links.revoke(order, link.id(), Optional.empty(), TEST));
    TestDatabase.execute(vitrine.databaseUrl(), LONG_AGO);
  }

  private OrderId order(String number) {
    return vitrine.vitrine().rooms().tracking().require(new OrderNumber(number), Optional.empty());
  }

  private String fresh() {
    return "fresh-" + count.incrementAndGet();
  }

  static boolean asksForSomething(String text) {
    return PLACEHOLDER
        .matcher(text.replace("{fresh}", ""))
        .results()
        .anyMatch(found -> !OF_THE_HOUSE.containsKey(found.group(1)));
  }

  /** The text with its placeholders filled: with what is the asker's own, another's, or guessed. */
  String filled(String text, Asker asker, Whose whose) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(named(found.group(1), asker, whose)));
  }

  private String named(String what, Asker asker, Whose whose) {
    if (OF_THE_HOUSE.containsKey(what)) {
      return OF_THE_HOUSE.get(what);
    }
    if (AT_THE_TABLE.contains(what)) {
      return NO_KEY;
    }
    return switch (what) {
      case "fresh" -> fresh();
      case "own-order" -> "SO-" + home(asker);
      default ->
          switch (whose) {
            case OWN -> own(what, asker);
            case FOREIGN -> foreign(what);
            case GUESSED -> guessed(what);
          };
    };
  }

  private static String home(Asker asker) {
    return switch (asker) {
      case DISTRIBUTOR -> "baltic";
      case ELSEWHERE -> "acme";
      default -> "northwind";
    };
  }

  private String own(String what, Asker asker) {
    Asker person = people.containsKey(asker) ? asker : Asker.CUSTOMER;
    return switch (what) {
      case "order" -> "SO-" + home(asker);
      case "spare-order" -> "SO-spare-" + home(asker);
      case "company" -> home(asker);
      case "picture" -> DigestUtils.sha256Hex(paper("SO-" + home(asker)));
      case "voice" -> voice("SO-" + home(asker), OWN_WORDS);
      case "visit" -> visit(home(asker), OWN_WORDS);
      case "meeting" -> meeting(home(asker), "Quality");
      case "item" -> item(meeting(home(asker), "Quality"));
      case "invitation" -> invitation(invitee(asker), OWN_WORDS);
      case "action" -> action(home(asker), "The joint is to be brazed again");
      case "nonconformance" -> nonconformance("SO-" + home(asker), "It leaks");
      case "recall-notice" -> recallNotice(home(asker), "SO-" + home(asker), "SN-1");
      case "delay-offer" -> delayOffer("SO-" + home(asker), OWN_WORDS);
      case "delay-risk" -> delayRisk("SO-" + home(asker));
      case "piece" -> piece(home(asker), "SN-");
      case "transfer" -> transfer(home(asker), "SN-");
      case "claim" -> claim(home(asker), voice("SO-" + home(asker), OWN_WORDS), "SN-");
      case "review" -> review("What is better?", Tier.GOLD).toString();
      case "survey" -> survey(home(asker), "Are you content?", people.get(person));
      case "group", "drill", "cost", "station", "operator", "webhook", "calibration" -> NO_ID;
      case "link" -> String.valueOf(link(order("SO-" + home(asker))).id());
      case "session" -> String.valueOf(sessionId(person));
      case "person" -> String.valueOf(personOf(home(asker)));
      case "key" -> String.valueOf(key(Scope.READ).id());
      case "sign-in" ->
          vitrine.vitrine().rooms().sessions().links().make(people.get(person)).text();
      case "glass" -> link(order("SO-" + home(asker))).token().text();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private String foreign(String what) {
    return switch (what) {
      case "order" -> Canary.ORDER;
      case "spare-order" -> Canary.SPARE_ORDER;
      case "company" -> Canary.COMPANY;
      case "picture" -> DigestUtils.sha256Hex(paper(Canary.ORDER));
      case "voice" -> voice(Canary.ORDER, FOREIGN_WORDS);
      case "visit" -> visit(Canary.COMPANY, FOREIGN_WORDS);
      case "meeting" -> meeting(Canary.COMPANY, "Zqxvwkj meeting");
      case "item" -> item(meeting(Canary.COMPANY, "Zqxvwkj meeting"));
      case "invitation" -> invitation(Invitee.of(canary.company(), canary.person()), FOREIGN_WORDS);
      case "action" -> action(Canary.COMPANY, "Zqxvwkj is to be mended");
      case "nonconformance" -> nonconformance(Canary.ORDER, "Zqxvwkj leaks");
      case "recall-notice" -> recallNotice(Canary.COMPANY, Canary.ORDER, "Zqxvwkj serial");
      case "delay-offer" -> delayOffer(Canary.ORDER, FOREIGN_WORDS);
      case "delay-risk" -> delayRisk(Canary.ORDER);
      case "piece" -> piece(Canary.COMPANY, "ZQXVWKJ-P");
      case "transfer" -> transfer(Canary.COMPANY, "ZQXVWKJ-P");
      case "claim" -> claim(Canary.COMPANY, voice(Canary.ORDER, FOREIGN_WORDS), "ZQXVWKJ-P");
      case "review" -> foreignReview();
      case "survey" -> survey(Canary.COMPANY, "Zqxvwkj survey", canary.person());
      case "group", "drill", "cost", "station", "operator", "webhook", "calibration" -> NO_ID;
      case "link" -> String.valueOf(link(canary.order()).id());
      case "session" -> String.valueOf(canary.session());
      case "person" -> String.valueOf(canary.person());
      case "key" -> String.valueOf(key(Scope.READ).id());
      case "sign-in" -> used(canary.signInLink());
      case "glass" -> revoked(canary.link());
      default -> throw new IllegalArgumentException(what);
    };
  }

  /** As long as the foreign one, and nothing at all. */
  private static String guessed(String what) {
    return switch (what) {
      case "order" -> "ZQXVWKA-1";
      case "spare-order" -> "ZQXVWKA-2";
      case "picture" -> DigestUtils.sha256Hex(paper("ZQXVWKA-1"));
      case "piece" -> "ZQXVWKA-P77";
      case "company" -> "zqxvwka-ag";
      case "link",
          "session",
          "person",
          "key",
          "invitation",
          "group",
          "item",
          "transfer",
          "drill",
          "cost",
          "station",
          "operator",
          "webhook",
          "calibration" ->
          NO_ID;
      case "voice", "action", "review", "meeting", "nonconformance", "claim", "visit" -> "987654";
      case "recall-notice", "delay-offer", "delay-risk" -> "00000000000000000000000000000000";
      case "survey" -> "survey-987654";
      case "sign-in", "glass" -> Token.random().text();
      default -> throw new IllegalArgumentException(what);
    };
  }

  /**
   * Like no other voice: the more there are alike, the longer each of the lists takes that are read
   * anew whenever something is said.
   */
  private String voice(String order, String text) {
    return said(order, text + " " + Token.random().text());
  }

  /** By staff who took it down on the telephone, so that nobody's limits are reached. */
  private String said(String order, String text) {
    return vitrine
        .vitrine()
        .rooms()
        .voices()
        .say(
            new Caller.SignedIn(
                people.get(Asker.ACCOUNT_MANAGER),
                "Li Wen",
                Role.ACCOUNT_MANAGER,
                Optional.empty()),
            new SayVoice(new OrderNumber(order), null, null, null, VoiceKind.COMPLAINT, text, null))
        .toString();
  }

  private Invitee invitee(Asker asker) {
    return switch (asker) {
      case OPERATOR, ACCOUNT_MANAGER, QUALITY_MANAGER, ADMINISTRATOR ->
          Invitee.staff(people.get(asker));
      case CUSTOMER, DISTRIBUTOR, ELSEWHERE ->
          Invitee.of(
              vitrine.vitrine().rooms().companies().find(home(asker)).orElseThrow().id(),
              people.get(asker));
      default -> invitee(Asker.CUSTOMER);
    };
  }

  private String invitation(Invitee asked, String title) {
    Invitations invitations = vitrine.vitrine().rooms().invitations();
    long number = BEYOND_MEETINGS + count.incrementAndGet();
    return vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> {
              invitations.announce(
                  transaction,
                  Occasion.once(
                      "meeting",
                      number,
                      "m-" + number,
                      title,
                      "",
                      ZonedDateTime.now(ZoneId.of("Asia/Shanghai")).plusDays(3),
                      Duration.ofHours(1),
                      Venue.UNKNOWN));
              invitations.invite(transaction, "meeting", number, List.of(asked));
              return String.valueOf(
                  invitations.of(transaction, "meeting", number).getFirst().number());
            });
  }

  private String nonconformance(String order, String title) {
    return TestClient.json(
            inspector.post(
                "/api/nonconformances",
                "{\"title\": \"%s\", \"severity\": \"minor\", \"order\": \"%s\"}"
                    .formatted(title, order)))
        .get("number")
        .asText();
  }

  /** One that a company raised, and that is done. */
  private String action(String company, String text) {
    CompanyId raisedBy = vitrine.vitrine().rooms().companies().find(company).orElseThrow().id();
    Actions actions = vitrine.vitrine().rooms().actions();
    return vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> {
              ActionNumber number =
                  actions.raise(
                      transaction,
                      new NewAction(
                          text,
                          people.get(Asker.ADMINISTRATOR),
                          LocalDate.now().plusDays(30),
                          Optional.of(new ActionSource("meeting", 18, text)),
                          Set.of(raisedBy)),
                      TEST);
              actions.done(transaction, number, text, TEST);
              return number;
            })
        .toString();
  }

  /** A piece of this company, whose cover is kept; returns its serial. */
  private String piece(String company, String begins) {
    String serial = begins + count.incrementAndGet();
    int status =
        shop.integrator()
            .put(
                "/api/warranty/pieces/" + serial,
                "{\"product\": \"KFR-35\", \"company\": \"%s\"}".formatted(company))
            .statusCode();
    if (status != 201) {
      throw new IllegalStateException(serial + ": " + status);
    }
    return serial;
  }

  /** By which this company hands a piece over. */
  private String transfer(String company, String begins) {
    String serial = piece(company, begins);
    long id = 500_000 + count.incrementAndGet();
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO piece_transfer (id, piece, serial, product, giver, offered_at, expires_at)
        VALUES (%1$d, folded_number('%2$s'), '%2$s', '"KFR-35"', '%3$s', now(), now() + interval '1 day');
        INSERT INTO piece_transfer_side (transfer, company_id, side)
        SELECT %1$d, id, 'giver' FROM company WHERE code = '%3$s'\
        """
            .formatted(id, serial, company));
    return String.valueOf(id);
  }

  /** What this company claims of a piece, by a message that it said. */
  private String claim(String company, String voice, String begins) {
    String serial = piece(company, begins);
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO claim (voice, company_id, piece, about, made_at, covered)
        SELECT %s, id, folded_number('%s'), 'fault', now(), true FROM company WHERE code = '%s'\
        """
            .formatted(voice, serial, company));
    return voice;
  }

  /** By which this company was told that a piece of its order is recalled. */
  private String recallNotice(String company, String order, String serial) {
    String id = "%032x".formatted(count.incrementAndGet());
    TestDatabase.execute(
        vitrine.databaseUrl(), RECALL_NOTICE.formatted(id, company, order, serial, count.get()));
    return id;
  }

  /** A date that is offered for the first line of an order. */
  private String delayOffer(String order, String because) {
    String id = "%032x".formatted(count.incrementAndGet());
    TestDatabase.execute(vitrine.databaseUrl(), DELAY_OFFER.formatted(id, order, because));
    return id;
  }

  /** A date of a line of this order that will hardly be kept. */
  private String delayRisk(String order) {
    String id = "%032x".formatted(count.incrementAndGet());
    TestDatabase.execute(vitrine.databaseUrl(), DELAY_RISK.formatted(id, order, count.get()));
    return id;
  }

  /** One that was made, and can be corrected. */
  private String visit(String company, String text) {
    long number = 600_000 + count.incrementAndGet();
    TestDatabase.execute(
        vitrine.databaseUrl(),
        VISIT.formatted(number, company, people.get(Asker.ACCOUNT_MANAGER), text));
    return String.valueOf(number);
  }

  private String survey(String company, String title, long person) {
    String code = fresh();
    TestDatabase.execute(vitrine.databaseUrl(), SURVEY.formatted(code, title, company, person));
    return code;
  }

  /** One that companies of this tier take part in. */
  private ReviewNumber review(String title, Tier tier) {
    Instant now = Instant.now();
    return vitrine
        .vitrine()
        .rooms()
        .reviews()
        .make(
            new Caller.SignedIn(
                people.get(Asker.QUALITY_MANAGER),
                "Chen Yu",
                Role.QUALITY_MANAGER,
                Optional.empty()),
            new SaveReview(
                title,
                title,
                now.minusSeconds(60),
                now.plusSeconds(3_600),
                WhoseWord.PERSON,
                Set.of(tier),
                List.of(),
                null));
  }

  /** One of the other company alone, which has proposed something. */
  private String foreignReview() {
    ReviewNumber review = review("Zqxvwkj review", Tier.PLATINUM);
    vitrine
        .vitrine()
        .rooms()
        .reviews()
        .propose(
            new Caller.SignedIn(
                canary.person(), "Zqxvwkj person", Role.CUSTOMER, Optional.of(canary.company())),
            review,
            "Zqxvwkj proposal",
            true);
    return review.toString();
  }

  /** One that this company alone is asked to, however often it is asked for. */
  private String meeting(String company, String title) {
    return meetings.computeIfAbsent(
        company,
        one -> {
          Meetings door = vitrine.vitrine().rooms().meetings();
          MeetingPerson chen =
              new MeetingPerson(
                  people.get(Asker.QUALITY_MANAGER), "Chen Yu", Optional.empty(), true);
          AskedGuests asked = new AskedGuests(null, List.of(one), null, null, null);
          MeetingNumber number =
              door.plan(
                  chen,
                  new PlanMeeting(
                      MeetingKind.DESIGN_REVIEW,
                      title,
                      LocalDateTime.parse("2199-12-10T14:00"),
                      "Asia/Shanghai",
                      60,
                      null,
                      null,
                      null,
                      null,
                      asked,
                      null));
          door.invite(chen, number, new InviteGuests(asked, null, null, null));
          door.add(chen, number, new ProposeItem(title, null));
          return number.toString();
        });
  }

  /** What the house put on its agenda, for all who are asked. */
  private String item(String meeting) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT id FROM agenda_item WHERE added_by IS NOT NULL AND meeting = " + meeting)
        .getFirst();
  }

  private long sessionId(Asker person) {
    Sessions.Opened opened = open(person);
    return vitrine
        .vitrine()
        .rooms()
        .sessions()
        .sessions(opened.person(), Optional.of(opened.session()))
        .stream()
        .filter(Session::current)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private long personOf(String company) {
    return person(
        fresh(),
        Role.CUSTOMER,
        vitrine.vitrine().rooms().companies().find(company).orElseThrow().id());
  }

  private String used(Token link) {
    canary.open(link);
    return link.text();
  }

  private String revoked(Token link) {
    vitrine.vitrine().rooms().links().of(canary.order(), Optional.empty()).stream()
        .filter(listed -> listed.revokedAt().isEmpty())
        .forEach(
            listed ->
                vitrine
                    .vitrine()
                    .rooms()
                    .links()
                    .revoke(canary.order(), listed.id(), Optional.empty(), TEST));
    return link.text();
  }

  /** What of the foreign company stands in a text that nobody should read it in. */
  List<String> leaksIn(String text, Asker asker, String asked) {
    List<String> said =
        asker == Asker.ELSEWHERE
            ? List.of(Canary.ORDER, Canary.NAME, Canary.COMPANY)
            : asked.toLowerCase(Locale.ROOT).contains("zqxvwkj")
                ? List.of(Canary.ORDER, Canary.SPARE_ORDER, Canary.COMPANY)
                : List.of();
    return Canary.heardIn(text, said);
  }

  @Override
  public void close() {
    vitrine.close();
  }
}
