package org.vitrine.calendars;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.Routes;

/** Calendars over HTTP, as JSON and as iCalendar. */
final class CalendarRoutes implements Routes {
  private static final String ICALENDAR = "text/calendar";
  private static final String DRY_RUN = "dryRun";
  private static final long MOST_VERSIONS = 1_000_000;

  private final Calendars calendars;
  private final Guards guards;

  CalendarRoutes(Calendars calendars, Guards guards) {
    this.calendars = calendars;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_PLANT);
    Endpoint.Guard keepers = guards.may(Permission.DEFINE_ROUTINGS);
    return List.of(
        Routes.get("/api/calendars", readers, this::list),
        Routes.get("/api/calendars/:code.ics", readers, this::export),
        Routes.post("/api/calendars/:code.ics", keepers, this::importDays)
            .taking(Media.text(ICALENDAR)),
        Routes.get("/api/calendars/:code", readers, this::show),
        Routes.put("/api/calendars/:code", keepers, this::save));
  }

  /** A calendar as it is sent: its code stands in the path. */
  record SaveCalendar(String name, String zone, WorkingWeek week, List<SpecialDays> exceptions) {}

  /** A calendar with who saved it when. */
  record CalendarAnswer(@JsonUnwrapped CalendarVersion calendar, List<Calendars.Saved> versions) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("calendars", calendars.all()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries("version");
    Optional<Integer> version = exchange.number("version", MOST_VERSIONS).map(Long::intValue);
    CalendarVersion found = calendars.require(exchange.path("code"), version);
    exchange.reply(new CalendarAnswer(found, calendars.versions(found.calendar().code())));
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries(DRY_RUN);
    SaveCalendar sent = exchange.body(SaveCalendar.class);
    WorkCalendar wanted =
        new WorkCalendar(
            exchange.path("code"),
            sent.name(),
            sent.zone() == null ? calendars.plantZone().getId() : sent.zone(),
            sent.week(),
            sent.exceptions());
    if (exchange.isYes(DRY_RUN)) {
      exchange.reply(calendars.tried(wanted));
      return;
    }
    Calendars.SavedCalendar saved = calendars.save(wanted, exchange.caller(Caller.class).actor());
    exchange.reply(saved.outcome() == SaveOutcome.CREATED ? 201 : 200, saved);
  }

  private void export(Exchange exchange) {
    exchange.onlyQueries();
    CalendarVersion found = calendars.require(exchange.path("code"), Optional.empty());
    exchange
        .response()
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"%s.ics\"".formatted(found.calendar().code()));
    exchange.replyBytes(200, ICALENDAR + "; charset=utf-8", Buffer.buffer(CalendarText.of(found)));
  }

  private void importDays(Exchange exchange) {
    exchange.onlyQueries(DRY_RUN);
    if (exchange.isYes(DRY_RUN)) {
      exchange.reply(calendars.triedDays(exchange.path("code"), text(exchange)));
      return;
    }
    Calendars.ImportedDays imported =
        calendars.importDays(
            exchange.path("code"), text(exchange), exchange.caller(Caller.class).actor());
    exchange.reply(imported.outcome() == SaveOutcome.CREATED ? 201 : 200, imported);
  }

  private static String text(Exchange exchange) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(exchange.content().readAllBytes()))
          .toString();
    } catch (CharacterCodingException broken) {
      throw new Rejection.Invalid("", "Not valid UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
