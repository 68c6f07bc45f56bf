package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.epcis.EpcisEvents.EventPage;
import org.vitrine.epcis.EpcisProblem.Kind;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.TrackingRoutes;

/** EPCIS 2.0 over HTTP, as its REST binding describes it. */
final class EpcisRoutes implements Routes {
  private static final long LARGEST_BODY = 2_000_000;
  private static final String VERSION = "2.0.0";
  private static final String ROLLBACK = "rollback";
  private static final Media JSON = Media.text("application/json", "application/ld+json");
  private static final int USUAL_JOBS = 30;
  private static final int MOST_JOBS = 100;

  private final EpcisEvents events;
  private final Guards guards;
  private final Supplier<URI> house;

  EpcisRoutes(EpcisEvents events, Guards guards, Supplier<URI> house) {
    this.events = events;
    this.guards = guards;
    this.house = house;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = named(guards.may(Permission.READ_ORDERS));
    Endpoint.Guard senders = named(guards.may(Permission.CAPTURE_EVENTS));
    return List.of(
        Routes.options("/epcis", guards.anyone(), exchange -> offer(exchange, "OPTIONS")),
        Routes.options("/epcis/events", guards.anyone(), exchange -> offer(exchange, "GET, POST")),
        Routes.options("/epcis/capture", guards.anyone(), exchange -> offer(exchange, "GET, POST")),
        Routes.get("/epcis/events", readers, versioned(this::find)),
        Routes.get("/epcis/events/:event", readers, versioned(this::show)),
        Routes.post("/epcis/events", senders, versioned(this::take))
            .limitedTo(LARGEST_BODY)
            .taking(JSON),
        Routes.post("/epcis/capture", senders, versioned(this::capture))
            .limitedTo(LARGEST_BODY)
            .taking(JSON),
        Routes.get("/epcis/capture", senders, versioned(this::jobs)),
        Routes.get("/epcis/capture/:capture", senders, versioned(this::job)));
  }

  /** The same guard, whose refusals have the standard's names. */
  private static Endpoint.Guard named(Endpoint.Guard guard) {
    return new Endpoint.Guard() {
      @Override
      public void admit(Exchange exchange) {
        try {
          guard.admit(exchange);
        } catch (Rejection refused) {
          throw EpcisProblem.of(refused);
        }
      }

      @Override
      public boolean admitsAtOnce(Exchange exchange) {
        return guard.admitsAtOnce(exchange);
      }
    };
  }

  private static Endpoint.Handler versioned(Endpoint.Handler action) {
    return exchange -> {
      try {
        versions(exchange);
        action.answer(exchange);
      } catch (Rejection refused) {
        throw EpcisProblem.of(refused);
      }
    };
  }

  /** Speaks 2.0, and says so; whoever needs another version is told. */
  private static void versions(Exchange exchange) {
    exchange
        .response()
        .putHeader("GS1-EPCIS-Version", VERSION)
        .putHeader("GS1-CBV-Version", VERSION);
    requireVersion(exchange, "GS1-EPCIS-Version", 0);
    requireVersion(exchange, "GS1-CBV-Version", 0);
    requireVersion(exchange, "GS1-EPCIS-Min", 1);
    requireVersion(exchange, "GS1-CBV-Min", 1);
    requireVersion(exchange, "GS1-EPCIS-Max", -1);
    requireVersion(exchange, "GS1-CBV-Max", -1);
  }

  /**
   * @param side 0 where it has to be this version, 1 where it is the least, -1 where it is the most
   */
  private static void requireVersion(Exchange exchange, String header, int side) {
    Optional<String> asked = exchange.header(header).map(String::strip);
    if (asked.isPresent() && !fits(asked.get(), side)) {
      throw new EpcisProblem(
          Kind.NOT_ACCEPTABLE, "%s: only version 2.0 is spoken here".formatted(header));
    }
  }

  private static boolean fits(String asked, int side) {
    String[] parts = asked.split("\\.");
    try {
      int major = Integer.parseInt(parts[0]);
      int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
      int difference = Integer.compare(major * 1_000 + minor, 2_000);
      return difference == 0 || Integer.signum(difference) == -side;
    } catch (NumberFormatException noVersion) {
      return false;
    }
  }

  private void offer(Exchange exchange, String methods) {
    exchange
        .response()
        .putHeader("Allow", methods.equals("OPTIONS") ? methods : methods + ", HEAD, OPTIONS")
        .putHeader("GS1-EPCIS-Version", VERSION)
        .putHeader("GS1-EPCIS-Min", VERSION)
        .putHeader("GS1-EPCIS-Max", VERSION)
        .putHeader("GS1-CBV-Version", VERSION)
        .putHeader("GS1-CBV-Min", VERSION)
        .putHeader("GS1-CBV-Max", VERSION)
        .putHeader("GS1-Extensions", "vitrine=" + house.get().resolve("/epcis/contexts/vitrine"))
        .putHeader("GS1-EPC-Format", "No_Preference")
        .putHeader("GS1-CBV-XML-Format", "No_Preference")
        .putHeader("GS1-EPCIS-Capture-Limit", String.valueOf(EpcisEvents.MOST_EVENTS))
        .putHeader("GS1-EPCIS-Capture-File-Size-Limit", String.valueOf(LARGEST_BODY));
    exchange.replyEmpty();
  }

  private void find(Exchange exchange) {
    Map<String, String> said = exchange.queries();
    EventPage page = events.find(TrackingRoutes.companyOf(exchange.caller(Caller.class)), said);
    page.next().ifPresent(token -> link(exchange, "/epcis/events", said, token));
    exchange.replyBytes(200, contentType(exchange), Buffer.buffer(Json.bytes(page.document())));
  }

  /** Where the next page is (RFC 8288). */
  private void link(Exchange exchange, String path, Map<String, String> said, String token) {
    Map<String, String> next = new TreeMap<>(said);
    next.put(QueryParameters.TOKEN, token);
    String query =
        next.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    exchange
        .response()
        .putHeader("Link", "<%s?%s>; rel=\"next\"".formatted(house.get().resolve(path), query));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String contentType(Exchange exchange) {
    String accepted = exchange.header("Accept").orElse("*/*");
    if (accepted.contains("application/ld+json") && !accepted.contains("application/json")) {
      return "application/ld+json";
    }
    if (accepted.contains("json")
        || accepted.contains("*/*")
        || accepted.contains("application/*")) {
      return "application/json";
    }
    throw new EpcisProblem(Kind.NOT_ACCEPTABLE, "Events are sent as JSON or JSON-LD");
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.replyBytes(
        200,
        contentType(exchange),
        Buffer.buffer(
            Json.bytes(
                events.require(
                    TrackingRoutes.companyOf(exchange.caller(Caller.class)),
                    exchange.path("event")))));
  }

  private void take(Exchange exchange) {
    exchange.onlyQueries();
    String id = events.take(exchange.body(JsonNode.class));
    exchange.response().putHeader("Location", address("/epcis/events/", id));
    exchange.reply(201, Map.of("eventID", id));
  }

  private void capture(Exchange exchange) {
    exchange.onlyQueries();
    String behaviour = exchange.header("GS1-Capture-Error-Behaviour").orElse(ROLLBACK).strip();
    if (!behaviour.equals(ROLLBACK) && !behaviour.equals("proceed")) {
      throw new EpcisProblem(
          Kind.VALIDATION, "GS1-Capture-Error-Behaviour: give rollback or proceed");
    }
    String id =
        events.capture(
            exchange.body(JsonNode.class),
            !behaviour.equals(ROLLBACK),
            exchange.caller(Caller.class).actor());
    exchange
        .response()
        .putHeader("Location", address("/epcis/capture/", id))
        .putHeader("GS1-Capture-Error-Behaviour", behaviour);
    exchange.reply(202, events.job(id));
  }

  private String address(String path, String id) {
    return house.get().resolve(path + encoded(id)).toString();
  }

  private void jobs(Exchange exchange) {
    exchange.onlyQueries("perPage", QueryParameters.TOKEN);
    int perPage = exchange.number("perPage", MOST_JOBS).orElse((long) USUAL_JOBS).intValue();
    List<CaptureJob> found = events.jobs(exchange.query(QueryParameters.TOKEN), perPage + 1);
    List<CaptureJob> page = found.subList(0, Math.min(perPage, found.size()));
    if (found.size() > perPage) {
      link(exchange, "/epcis/capture", exchange.queries(), page.getLast().captureID());
    }
    exchange.reply(page);
  }

  private void job(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(events.job(exchange.path("capture")));
  }
}
