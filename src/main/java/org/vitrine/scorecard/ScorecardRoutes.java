package org.vitrine.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;
import org.vitrine.scorecard.PublishedMonths.ListedMonth;
import org.vitrine.scorecard.PublishedMonths.ShownMonth;

/**
 * The numbers of the months over HTTP. What is frozen and opened to the public is the same for
 * everybody, asks for no session, and may be kept by whatever lies between; everything else is for
 * those who are let in.
 */
final class ScorecardRoutes implements Routes {
  private static final int MOST_MONTHS = 60;
  private static final int ASKED_AT_MOST = 120;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int LONGEST_REASON = 500;
  private static final String CACHED = "public, max-age=60";
  private static final String CACHED_BY_THEM = "private, no-cache";
  private static final int FIRST_YEAR = 2000;
  private static final int NOT_MODIFIED = 304;
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv; charset=utf-8";

  private final Scorecard scorecard;
  private final Guards guards;
  private final Idempotency idempotency;
  private final RateLimiter ofNetwork = new RateLimiter(ASKED_AT_MOST, WITHIN);

  ScorecardRoutes(Scorecard scorecard, Guards guards, Idempotency idempotency) {
    this.scorecard = scorecard;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_SCORECARD);
    return List.of(
        Routes.get("/api/scorecard", guards.anyone(), this::list),
        Routes.get("/api/scorecard/:month.csv", guards.anyone(), this::table),
        Routes.get("/api/scorecard/:month", guards.anyone(), this::show),
        idempotency.once(Routes.post("/api/scorecard/:month/corrections", keepers, this::correct)),
        Routes.get(
            "/api/scorecard-settings", guards.may(Permission.READ_SCORECARD), this::showSettings),
        Routes.put("/api/scorecard-settings", keepers, this::saveSettings));
  }

  record MonthList(List<ListedMonth> months) {}

  /** What one may not read is not there, so that a page can ask whether there is anything. */
  private void list(Exchange exchange) {
    exchange.onlyQueries("limit");
    int most = exchange.number("limit", MOST_MONTHS).orElse((long) MOST_MONTHS).intValue();
    PublishedMonths published = scorecard.published();
    if (reads(exchange, published)) {
      reply(exchange, published, JSON, Json.bytes(new MonthList(published.newest(most))));
    } else {
      exchange.reply(new MonthList(List.of()));
    }
  }

  /** What is public is everybody's: no session is looked at, whoever asks. */
  private boolean reads(Exchange exchange, PublishedMonths published) {
    if (published.opened() == Openness.PUBLIC) {
      ofNetwork.admit(ClientNetwork.of(exchange.remoteAddress()));
      return true;
    }
    return known(exchange)
        .filter(caller -> isStaff(caller) || isAdmitted(caller, published.opened()))
        .isPresent();
  }

  /** Who asks, where that can be told: nobody whose session has ended. */
  private Optional<Caller> known(Exchange exchange) {
    if (guards.credential(exchange).isEmpty()) {
      ofNetwork.admit(ClientNetwork.of(exchange.remoteAddress()));
      return Optional.empty();
    }
    try {
      guards.everyCaller().admit(exchange);
      return Optional.of(exchange.caller(Caller.class));
    } catch (Rejection.Unauthenticated ended) {
      return Optional.empty();
    }
  }

  private static boolean isStaff(Caller caller) {
    return caller.may(Permission.READ_SCORECARD);
  }

  /** Customers and distributors, whoever of them is signed in. */
  private static boolean isAdmitted(Caller caller, Openness opened) {
    return opened == Openness.CUSTOMERS
        && caller instanceof Caller.SignedIn person
        && person.company().isPresent();
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    YearMonth month = month(exchange);
    PublishedMonths published = scorecard.published();
    Optional<ShownMonth> frozen = published.month(month);
    if (frozen.isEmpty()) {
      exchange.reply(ShownMonth.notFrozen(month, preview(exchange, month)));
    } else if (reads(exchange, published)) {
      reply(exchange, published, JSON, Json.bytes(frozen.get()));
    } else {
      throw nothing();
    }
  }

  /** What would be frozen now: for the house alone. */
  private MonthCard preview(Exchange exchange, YearMonth month) {
    boolean begun = !month.isAfter(YearMonth.from(scorecard.today()));
    if (!begun || known(exchange).filter(ScorecardRoutes::isStaff).isEmpty()) {
      throw nothing();
    }
    return scorecard.counted(month);
  }

  private static YearMonth month(Exchange exchange) {
    try {
      YearMonth month = YearMonth.parse(exchange.path("month"));
      if (month.getYear() >= FIRST_YEAR) {
        return month;
      }
    } catch (DateTimeParseException noMonth) {
      // Said below, as for a month before there was anything.
    }
    throw nothing();
  }

  private static Rejection nothing() {
    return new Rejection.NotFound("There is nothing at this address");
  }

  private void table(Exchange exchange) {
    exchange.onlyQueries();
    YearMonth month = month(exchange);
    PublishedMonths published = scorecard.published();
    List<FrozenMonth> rows = published.of(month);
    if (!rows.isEmpty() && !reads(exchange, published)) {
      throw nothing();
    }
    List<MonthCard> cards =
        rows.isEmpty()
            ? List.of(preview(exchange, month))
            : rows.stream().map(FrozenMonth::card).toList();
    byte[] csv = ScorecardCsv.of(cards).getBytes(UTF_8);
    exchange
        .response()
        .putHeader(
            "Content-Disposition", "attachment; filename=\"numbers-%s.csv\"".formatted(month));
    if (rows.isEmpty()) {
      exchange.replyBytes(200, CSV, Buffer.buffer(csv));
    } else {
      reply(exchange, published, CSV, csv);
    }
  }

  private static void reply(
      Exchange exchange, PublishedMonths published, String type, byte[] content) {
    boolean isPublic = published.opened() == Openness.PUBLIC;
    exchange
        .response()
        .putHeader("Cache-Control", isPublic ? CACHED : CACHED_BY_THEM)
        .putHeader("ETag", published.tag());
    if (exchange.header("If-None-Match").filter(published.tag()::equals).isPresent()) {
      exchange.response().setStatusCode(NOT_MODIFIED).end();
    } else {
      exchange.replyBytes(200, type, Buffer.buffer(content));
    }
  }

  /** Why a month is counted again, for everybody to read. */
  record CorrectMonth(String reason) {
    CorrectMonth {
      reason = reason == null ? "" : reason.strip();
      if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
        throw new Rejection.Invalid(
            "reason",
            "Say what was wrong, for everybody to read, in 1 to %d characters"
                .formatted(LONGEST_REASON));
      }
    }
  }

  private void correct(Exchange exchange) {
    YearMonth month = month(exchange);
    scorecard.correct(month, exchange.body(CorrectMonth.class).reason(), guards.actor(exchange));
    exchange.reply(201, scorecard.published().month(month).orElseThrow());
  }

  /**
   * @param next the month that is frozen next, or the current one
   */
  record ScorecardSettings(Openness opened, NextMonth next) {}

  record NextMonth(YearMonth month, LocalDate frozenOn) {}

  private void showSettings(Exchange exchange) {
    YearMonth next = scorecard.next();
    exchange.reply(
        new ScorecardSettings(
            scorecard.published().opened(), new NextMonth(next, ScorecardMonth.frozenOn(next))));
  }

  record OpenScorecard(String opened) {
    private Openness wanted() {
      return Optional.ofNullable(opened)
          .flatMap(Openness::find)
          .orElseThrow(() -> new Rejection.Invalid("opened", "Give public, customers or nobody"));
    }
  }

  private void saveSettings(Exchange exchange) {
    scorecard.open(exchange.body(OpenScorecard.class).wanted(), guards.actor(exchange));
    showSettings(exchange);
  }
}
