package org.vitrine.surveys;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Tier;
import org.vitrine.meetings.MeetingNumber;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Results over HTTP: to those who keep surveys, and to those who were asked. */
final class ResultRoutes implements Routes {
  private final Database database;
  private final SurveyResults results;
  private final Guards guards;
  private final Idempotency idempotency;

  ResultRoutes(Database database, SurveyResults results, Guards guards, Idempotency idempotency) {
    this.database = database;
    this.results = results;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_SURVEYS);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_SURVEYS);
    Endpoint.Guard asked = guards.may(Permission.ANSWER_SURVEYS);
    return List.of(
        Routes.get("/api/surveys/:code/results", readers, this::show),
        Routes.get("/api/surveys/:code/outcome", asked, this::outcome),
        Routes.get("/api/surveys/:code/alarms", readers, this::alarms),
        Routes.put("/api/surveys/:code/alarms", keepers, this::saveAlarms),
        Routes.get("/api/surveys/:code/themes", readers, this::themes),
        idempotency.once(Routes.post("/api/surveys/:code/themes", keepers, this::addTheme)),
        Routes.put("/api/surveys/:code/themes/:theme", keepers, this::saveTheme),
        Routes.delete("/api/surveys/:code/themes/:theme", keepers, this::removeTheme),
        idempotency.once(
            Routes.post("/api/surveys/:code/themes/:theme/meeting", keepers, this::discuss)),
        Routes.get("/api/surveys/:code/thanks", readers, this::thanks),
        Routes.put("/api/surveys/:code/thanks", keepers, this::saveThanks),
        idempotency.once(Routes.post("/api/surveys/:code/thanks/told", keepers, this::tell)));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries("tier", "channel", "from");
    exchange.reply(results.reader().page(database, code(exchange), filter(exchange)));
  }

  private static ResultFilter filter(Exchange exchange) {
    return new ResultFilter(
        exchange.query("tier").map(ResultRoutes::tier),
        exchange.query("channel").map(ResultRoutes::channel),
        exchange.query("from").map(ResultRoutes::day));
  }

  private static Tier tier(String code) {
    return List.of(Tier.values()).stream()
        .filter(tier -> tier.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(() -> unknown("tier", code, "standard, silver, gold or platinum"));
  }

  private static SheetChannel channel(String code) {
    return List.of(SheetChannel.values()).stream()
        .filter(channel -> channel.code().equals(code))
        .findFirst()
        .orElseThrow(() -> unknown("channel", code, "page, mail, visit or phone"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      throw unknown("from", text, "a day such as 2026-10-31");
    }
  }

  private static Rejection unknown(String field, String given, String wanted) {
    return new Rejection.Invalid(field, "“%s” is not %s".formatted(Excerpt.of(given), wanted));
  }

  private void outcome(Exchange exchange) {
    exchange.onlyQueries();
    Caller.SignedIn by = exchange.caller(Caller.SignedIn.class);
    exchange.reply(
        results
            .outcomes()
            .of(
                code(exchange),
                by.id(),
                by.company()
                    .orElseThrow(() -> new Rejection.Forbidden("You do not belong to a company"))));
  }

  private void alarms(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(results.alarms().find(code(exchange)));
  }

  private void saveAlarms(Exchange exchange) {
    exchange.reply(
        results
            .alarms()
            .save(code(exchange), exchange.body(AlarmRules.class), guards.actor(exchange).name()));
  }

  private void themes(Exchange exchange) {
    exchange.onlyQueries("question");
    String question =
        exchange
            .query("question")
            .orElseThrow(() -> new Rejection.Invalid("question", "Say which question"));
    exchange.reply(results.themes().board(code(exchange), question));
  }

  private void addTheme(Exchange exchange) {
    long id =
        results
            .themes()
            .add(code(exchange), exchange.body(SaveTheme.class), guards.actor(exchange).name());
    exchange.reply(201, Map.of("id", id));
  }

  private void saveTheme(Exchange exchange) {
    long id = theme(exchange);
    results
        .themes()
        .save(code(exchange), id, exchange.body(SaveTheme.class), guards.actor(exchange).name());
    exchange.replyEmpty();
  }

  private void removeTheme(Exchange exchange) {
    results.themes().remove(code(exchange), theme(exchange));
    exchange.replyEmpty();
  }

  /** What is sent to put a theme on an agenda. */
  record DiscussTheme(MeetingNumber meeting) {
    DiscussTheme {
      if (meeting == null) {
        throw new Rejection.Invalid("meeting", "Give the number of the meeting");
      }
    }
  }

  private void discuss(Exchange exchange) {
    MeetingNumber meeting = exchange.body(DiscussTheme.class).meeting();
    results
        .themes()
        .discuss(exchange.caller(Caller.class), code(exchange), theme(exchange), meeting);
    exchange.replyEmpty();
  }

  private static long theme(Exchange exchange) {
    try {
      return exchange.id("theme");
    } catch (Rejection.Invalid noNumber) {
      throw ThemeDesk.notHere();
    }
  }

  private void thanks(Exchange exchange) {
    exchange.onlyQueries();
    Optional<SurveyThanks> found = results.thanks().find(code(exchange));
    exchange.reply(found.isPresent() ? found.get() : Map.of("deeds", List.of(), "version", 0));
  }

  private void saveThanks(Exchange exchange) {
    exchange.reply(
        results
            .thanks()
            .save(
                code(exchange),
                exchange.body(ThanksDraft.class),
                exchange.startedFrom(),
                guards.actor(exchange).name()));
  }

  private void tell(Exchange exchange) {
    int told = results.thanks().tell(code(exchange), guards.actor(exchange));
    exchange.reply(Map.of("told", told));
  }

  private static SurveyCode code(Exchange exchange) {
    return SurveyCode.of(exchange.path("code")).orElseThrow(SurveyDesk::notHere);
  }
}
