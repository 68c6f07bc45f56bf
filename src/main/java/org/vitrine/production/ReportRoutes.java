package org.vitrine.production;

import java.time.Duration;
import java.util.List;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.json.JsonSequence;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/** What the plant says, over HTTP: one report, an array, or a line each (NDJSON). */
public final class ReportRoutes implements Routes {
  private static final long LARGEST_BODY = 10_000_000;
  private static final int MOST_REPORTS = 10_000;

  /**
   * Of one station: what waited for a shift comes within minutes, and nobody can flood an order.
   */
  private static final int OF_A_STATION = 1_200;

  private final RateLimiter ofStations = new RateLimiter(OF_A_STATION, Duration.ofMinutes(1));
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
    boolean lines = exchange.mediaType().filter(type -> type.contains("ndjson")).isPresent();
    if (lines) {
      reply(exchange, takeAll(JsonSequence.ofLines(exchange::content), sender));
    } else if (JsonSequence.isArray(exchange.content())) {
      reply(exchange, takeAll(JsonSequence.ofArray(exchange::content), sender));
    } else {
      Report report = Json.read(exchange.content(), Report.class);
      pace(sender, 1);
      reply(exchange, List.of(reports.take(report, sender)));
    }
  }

  private List<Reports.ReportOutcome> takeAll(JsonSequence sent, Sender sender) {
    int count = sent.count(MOST_REPORTS);
    if (count == 0 || count > MOST_REPORTS) {
      throw new Rejection.Invalid("", "Send 1 to 10,000 reports at once");
    }
    pace(sender, count);
    return reports.take(sent.as(Report.class), sender);
  }

  private void pace(Sender sender, int reports) {
    if (sender.kind() == Actor.ActorKind.STATION) {
      ofStations.admit(sender.toString(), reports);
    }
  }

  private static void reply(Exchange exchange, List<Reports.ReportOutcome> outcomes) {
    exchange.reply(
        new ReportAnswer(
            only(outcomes, Reports.ReportOutcome.Taken.class),
            only(outcomes, Reports.ReportOutcome.Known.class),
            only(outcomes, Reports.ReportOutcome.Refused.class)));
  }

  private static <T> List<T> only(List<Reports.ReportOutcome> outcomes, Class<T> kind) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
