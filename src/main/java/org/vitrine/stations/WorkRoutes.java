package org.vitrine.stations;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/** What a station works on, and what a scanned code leads to, over HTTP. */
final class WorkRoutes implements Routes {
  /** The server's clock also where nothing changed, and so nothing is sent. */
  private static final String NOW = "Vitrine-Now";

  /** Faster than anybody scans, too slow to go through all numbers. */
  private static final int SCANS_A_MINUTE = 120;

  private final RateLimiter pace = new RateLimiter(SCANS_A_MINUTE, Duration.ofMinutes(1));
  private final Stations stations;
  private final WorkLists lists;
  private final Scans scans;
  private final Guards guards;

  WorkRoutes(Stations stations, WorkLists lists, Scans scans, Guards guards) {
    this.stations = stations;
    this.lists = lists;
    this.scans = scans;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/station/work", guards.station(), this::work),
        Routes.post("/api/station/scan", guards.station(), this::scan));
  }

  private void work(Exchange exchange) {
    WorkLists.WorkList list = lists.of(own(exchange));
    String tag = "\"" + list.tag() + "\"";
    Instant now = stations.now();
    exchange
        .response()
        .putHeader("ETag", "W/" + tag)
        .putHeader("Cache-Control", "private, no-cache")
        .putHeader(NOW, now.toString());
    if (exchange.header("If-None-Match").filter(tags -> tags.contains(tag)).isPresent()) {
      exchange.response().setStatusCode(304).end();
      return;
    }
    Buffer body =
        Buffer.buffer("{\"now\":\"" + now + "\",\"work\":")
            .appendBytes(list.json())
            .appendString("}");
    exchange.replyBytes(200, "application/json", body);
  }

  /** What a reader read, or somebody typed. */
  record ScannedText(String text) {
    private static final int LONGEST = 2_000;

    ScannedText {
      text = text == null ? "" : text;
      if (text.length() > LONGEST) {
        throw new Rejection.Invalid("text", "Longer than any code");
      }
    }
  }

  private void scan(Exchange exchange) {
    ScannedText sent = exchange.body(ScannedText.class);
    StationEntry own = own(exchange);
    pace.admit(String.valueOf(own.id()));
    exchange.reply(scans.scan(sent.text(), own));
  }

  private StationEntry own(Exchange exchange) {
    return stations.known(exchange.caller(Caller.Station.class).id());
  }
}
