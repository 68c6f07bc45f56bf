package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.Routes;

/** What the plant says, over HTTP: one report, an array, or a line each (NDJSON). */
public final class ReportRoutes implements Routes {
  private static final long LARGEST_BODY = 10_000_000;
  private static final int MOST_REPORTS = 10_000;

  private final Reports reports;
  private final Guards guards;

  public ReportRoutes(Reports reports, Guards guards) {
    this.reports = reports;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post("/api/reports", guards.may(Permission.REPORT), this::report)
            .limitedTo(LARGEST_BODY)
            .taking(Media.JSON_LINES));
  }

  /** What became of what was sent, by place. */
  record ReportAnswer(
      List<Reports.ReportOutcome.Taken> taken,
      List<Reports.ReportOutcome.Known> known,
      List<Reports.ReportOutcome.Refused> refused) {}

  private void report(Exchange exchange) {
    Sender sender = Sender.of(exchange.caller(Caller.class));
    boolean lines =
        exchange.header("Content-Type").filter(type -> type.contains("ndjson")).isPresent();
    byte[] body = exchange.body();
    if (lines) {
      reply(exchange, takeAll(byLine(body), sender));
    } else if (beginsAsList(body)) {
      reply(exchange, takeAll(byElement(body), sender));
    } else {
      reply(exchange, List.of(reports.take(Json.read(body, Report.class), sender)));
    }
  }

  private List<Reports.ReportOutcome> takeAll(List<Supplier<Report>> sent, Sender sender) {
    if (sent.isEmpty() || sent.size() > MOST_REPORTS) {
      throw new Rejection.Invalid("", "Send 1 to 10,000 reports at once");
    }
    return reports.take(sent, sender);
  }

  private static void reply(Exchange exchange, List<Reports.ReportOutcome> outcomes) {
    exchange.reply(
        new ReportAnswer(
            only(outcomes, Reports.ReportOutcome.Taken.class),
            only(outcomes, Reports.ReportOutcome.Known.class),
            only(outcomes, Reports.ReportOutcome.Refused.class)));
  }

  private static boolean beginsAsList(byte[] body) {
    for (byte b : body) {
      if (!Character.isWhitespace(b)) {
        return b == '[';
      }
    }
    return false;
  }

  private static List<Supplier<Report>> byElement(byte[] body) {
    List<Supplier<Report>> sent = new ArrayList<>();
    Json.read(body, JsonNode.class)
        .forEach(element -> sent.add(() -> Json.read(element, Report.class)));
    return sent;
  }

  /** Splits at line feeds, which no character in UTF-8 contains; blank lines do not count. */
  private static List<Supplier<Report>> byLine(byte[] body) {
    List<Supplier<Report>> sent = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= body.length && sent.size() <= MOST_REPORTS; at++) {
      if (at == body.length || body[at] == '\n') {
        byte[] line = Arrays.copyOfRange(body, from, at);
        if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
          sent.add(() -> Json.read(line, Report.class));
        }
        from = at + 1;
      }
    }
    return sent;
  }

  private static <T> List<T> only(List<Reports.ReportOutcome> outcomes, Class<T> kind) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
