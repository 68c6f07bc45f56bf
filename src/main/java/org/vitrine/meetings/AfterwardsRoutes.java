package org.vitrine.meetings;

import io.vertx.core.buffer.Buffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.meetings.Afterwards.AmendmentDecision;
import org.vitrine.meetings.Amendment.AmendmentState;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.words.Language;

/** What comes after meetings, over HTTP. */
final class AfterwardsRoutes implements Routes {
  private static final String MEETING = "/api/meetings/:number";

  private final AfterwardsOffice office;
  private final Guards guards;
  private final Idempotency idempotency;

  AfterwardsRoutes(AfterwardsOffice office, Guards guards, Idempotency idempotency) {
    this.office = office;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.mayOneOf(Permission.ATTEND_MEETINGS, Permission.READ_PLANT);
    Endpoint.Guard guests = guards.may(Permission.ATTEND_MEETINGS);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_MEETINGS);
    return List.of(
        Routes.get("/api/meetings/figures", guards.may(Permission.READ_FIGURES), this::figures),
        Routes.get("/api/meetings/said", guests, this::said),
        Routes.get(MEETING + "/minutes.pdf", readers, this::document),
        idempotency.once(Routes.post(MEETING + "/amendments", guests, this::want)),
        Routes.post(MEETING + "/amendments/:key/decision", keepers, this::decide),
        idempotency.once(Routes.post(MEETING + "/corrections", keepers, this::correct)));
  }

  /**
   * @param line by its key; absent where it concerns the whole
   */
  record WantAmendment(String line, String text) {}

  /**
   * @param text how it reads from then on; absent for what was asked for
   */
  record DecideAmendment(String outcome, String answer, String text) {}

  /**
   * @param line by its key
   */
  record CorrectLine(String line, String text) {}

  private void want(Exchange exchange) {
    WantAmendment sent = exchange.body(WantAmendment.class);
    String text = MinutesText.line(sent.text());
    Optional<Long> line = Optional.ofNullable(sent.line()).map(key -> TableText.key("line", key));
    long key =
        office.want(MeetingRoutes.person(exchange), MeetingRoutes.number(exchange), line, text);
    exchange.reply(201, Map.of("key", String.valueOf(key)));
  }

  private void decide(Exchange exchange) {
    DecideAmendment sent = exchange.body(DecideAmendment.class);
    MeetingPerson by = MeetingRoutes.person(exchange);
    MeetingNumber number = MeetingRoutes.number(exchange);
    AmendmentDecision decision =
        new AmendmentDecision(
            outcome(sent.outcome()),
            MinutesText.answer(sent.answer(), "Give an answer, which whoever asked for it reads"),
            MinutesText.reworded(sent.text()));
    office.decide(by, guards.actor(exchange), number, MeetingTable.key(exchange, "key"), decision);
    exchange.reply(office.page(by.audience(), number));
  }

  private static AmendmentState outcome(String code) {
    return Arrays.stream(AmendmentState.values())
        .filter(state -> state != AmendmentState.OPEN && state.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "outcome",
                    "“%s” is not taken or declined"
                        .formatted(Excerpt.of(code == null ? "" : code))));
  }

  private void correct(Exchange exchange) {
    CorrectLine sent = exchange.body(CorrectLine.class);
    long line = TableText.key("line", sent.line());
    long key =
        office.correct(
            MeetingRoutes.person(exchange),
            MeetingRoutes.number(exchange),
            line,
            MinutesText.line(sent.text()));
    exchange.reply(201, Map.of("key", String.valueOf(key)));
  }

  private void document(Exchange exchange) {
    exchange.onlyQueries("language");
    MeetingNumber number = MeetingRoutes.number(exchange);
    byte[] pdf = office.document(MeetingRoutes.audience(exchange), number, language(exchange));
    exchange
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "inline; filename=\"minutes-%s.pdf\"".formatted(number));
    exchange.replyBytes(200, "application/pdf", Buffer.buffer(pdf));
  }

  private static Language language(Exchange exchange) {
    return exchange
        .query("language")
        .map(
            tag ->
                Language.of(tag)
                    .orElseThrow(
                        () ->
                            new Rejection.Invalid(
                                "language", "“%s” is not en or zh-CN".formatted(Excerpt.of(tag)))))
        .orElseGet(() -> Language.preferred(exchange.header("Accept-Language").orElse("")));
  }

  private void figures(Exchange exchange) {
    exchange.onlyQueries("from", "to");
    exchange.reply(office.figures(day(exchange, "from"), day(exchange, "to")));
  }

  private static Optional<LocalDate> day(Exchange exchange, String name) {
    return exchange.query(name).map(text -> day(name, text));
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException notADay) {
      // Said below, as for a year that no calendar has.
    }
    throw new Rejection.Invalid(
        name, "“%s” is not a date such as 2026-11-30".formatted(Excerpt.of(text)));
  }

  /** Of one’s own company; staff name one by its code. */
  private void said(Exchange exchange) {
    exchange.onlyQueries("company");
    exchange.reply(office.said(exchange.caller(Caller.class), exchange.query("company")));
  }
}
