package org.vitrine.invitations;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.access.Role;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.database.Queries;

/** People who are asked to come, and what they do. */
final class Guests {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final String KIND = "meeting";
  private static final Pattern LINK = Pattern.compile("/invitation#([A-Za-z0-9_-]{43})");

  private final TestVitrine vitrine;
  private final AtomicLong numbers = new AtomicLong();

  Guests(TestVitrine vitrine) {
    this.vitrine = vitrine;
  }

  /** Those of the JDK: ical4j registers some of its own wherever it has read a calendar. */
  static Set<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name -> !name.startsWith("ical4j"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Invitations door() {
    return vitrine.vitrine().rooms().invitations();
  }

  private Clock clock() {
    return vitrine.vitrine().clock();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock().instant(), SHANGHAI);
  }

  CompanyId company(String code) {
    return vitrine
        .vitrine()
        .rooms()
        .companies()
        .save(code, new SaveCompany(code, CompanyKind.DISTRIBUTOR, Tier.GOLD))
        .company()
        .id();
  }

  /** A contact, whose address says who and where they are. */
  Invitee contact(String company, String name) {
    CompanyId employer = company(company);
    return Invitee.of(
        employer,
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(List.of(employer), name, address(company, name), Role.DISTRIBUTOR));
  }

  static String address(String company, String name) {
    return "%s@%s.example".formatted(name.toLowerCase(Locale.ROOT), company);
  }

  void reads(Invitee guest, String language, String zone) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE person SET language = '%s', zone = '%s' WHERE id = %d"
            .formatted(language, zone, guest.person()));
  }

  /** Something in so many days, at two in the afternoon in Shanghai. */
  Occasion in(Duration time) {
    long number = numbers.incrementAndGet();
    return Occasion.once(
        KIND,
        number,
        "meeting-" + number,
        "Quality meeting",
        "",
        LocalDateTime.ofInstant(clock().instant().plus(time), SHANGHAI)
            .withNano(0)
            .atZone(SHANGHAI),
        Duration.ofMinutes(90),
        new Venue(Optional.of("Hall 2"), Optional.empty()));
  }

  /** Every second Tuesday of the month, from the next one that is three weeks away on. */
  Occasion series(int dates) {
    long number = numbers.incrementAndGet();
    SeriesRule rule = SeriesRule.monthly(2, DayOfWeek.TUESDAY, dates);
    LocalDate first = rule.dates(today().plusWeeks(3), 1).getFirst();
    return Occasion.once(
            "series",
            number,
            "series-" + number,
            "质量改进会议",
            "",
            first.atTime(14, 0).atZone(SHANGHAI),
            Duration.ofMinutes(90),
            new Venue(Optional.of("二号会议室"), Optional.empty()))
        .repeating(rule);
  }

  Occasion announce(Occasion occasion, Invitee... guests) {
    act(
        transaction -> {
          door().announce(transaction, occasion);
          door().invite(transaction, occasion.kind(), occasion.number(), List.of(guests));
        });
    return occasion;
  }

  void act(Consumer<Queries> deed) {
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> {
              deed.accept(transaction);
              return null;
            });
  }

  void change(Occasion occasion) {
    act(transaction -> door().change(transaction, occasion));
  }

  void cancel(Occasion occasion, String reason) {
    act(transaction -> door().cancel(transaction, occasion.kind(), occasion.number(), reason));
  }

  List<Invitation> of(Occasion occasion) {
    return door().of(vitrine.vitrine().database(), occasion.kind(), occasion.number());
  }

  Invitation of(Occasion occasion, Invitee guest) {
    return of(occasion).stream()
        .filter(one -> one.person() == guest.person())
        .findFirst()
        .orElseThrow();
  }

  InvitationState state(Occasion occasion, Invitee guest) {
    return of(occasion, guest).state();
  }

  /** What was written to them, oldest first. */
  List<String> mails(String address) {
    return new TestMailbox(vitrine).to(address);
  }

  List<String> subjects(String address) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT subject FROM mail WHERE recipient = '%s' ORDER BY id".formatted(address));
  }

  /** The secret of the newest mail that has one. */
  String token(String address) {
    List<String> mails = mails(address);
    for (int at = mails.size() - 1; at >= 0; at--) {
      Matcher link = LINK.matcher(mails.get(at));
      if (link.find()) {
        return link.group(1);
      }
    }
    throw new IllegalStateException("No mail to " + address + " has a link");
  }

  HttpResponse<String> look(String token) {
    return TestClient.unknown(vitrine)
        .post("/api/invitations/look", "{\"token\": \"%s\"}".formatted(token));
  }

  HttpResponse<String> answer(String token, String answer, String... more) {
    return TestClient.unknown(vitrine)
        .post(
            "/api/invitations/answers",
            "{\"token\": \"%s\", \"answer\": \"%s\"%s}"
                .formatted(token, answer, String.join("", more)));
  }

  /** Told as changes of this occasion. */
  int told(Occasion occasion) {
    return Integer.parseInt(
        TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT count(*)::text FROM change WHERE kind = 'invitation' AND key LIKE '%s/%d/%%'"
                    .formatted(occasion.kind(), occasion.number()))
            .getFirst());
  }

  void remind() {
    new Reminders(vitrine.vitrine().database(), door().book(), door().mails(), clock()).remindAll();
  }
}
