package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.platform.json.Json;
import org.vitrine.production.FinishForecast.MovedBecause;
import org.vitrine.production.Sender;
import org.vitrine.production.ToldForecast;

/**
 * One entry of an order's history as an audience may read it.
 *
 * @param names what the codes in a report are called
 * @param report which report it is, and whether another took its place; absent for what is none
 */
public record HistoryEntry(
    long version,
    EventKind kind,
    Instant happenedAt,
    Instant recordedAt,
    @JsonUnwrapped EventOrigin from,
    Optional<JsonNode> body,
    Optional<HeardNames> names,
    Optional<ReportTrail> report) {
  private static final Predicate<Audience> ALL = audience -> true;

  /** Who reads which field of what happened; a field that is not named here is for staff only. */
  private static final Map<String, Predicate<Audience>> READ_BY =
      Map.ofEntries(
          Map.entry("line", ALL),
          Map.entry("stage", ALL),
          Map.entry("kind", ALL),
          Map.entry("good", ALL),
          Map.entry("rework", ALL),
          Map.entry("setup", ALL),
          Map.entry("passed", ALL),
          Map.entry("station", ALL),
          Map.entry("startedAt", ALL),
          Map.entry("date", ALL),
          Map.entry("toBeConfirmed", ALL),
          Map.entry("items", ALL),
          Map.entry("offer", ALL),
          Map.entry("lines", ALL),
          Map.entry("answerBy", ALL),
          Map.entry("silence", ALL),
          Map.entry("silent", ALL),
          Map.entry("nextWordBy", ALL),
          Map.entry("remedies", ALL),
          Map.entry("remedy", ALL),
          Map.entry("part", ALL),
          Map.entry("answer", ALL),
          Map.entry("words", Audience::seesReasons),
          Map.entry("leftOn", ALL),
          Map.entry("expectedOn", ALL),
          Map.entry("deliveredOn", ALL),
          Map.entry("shipment", audience -> audience.sees(GlassField.TRACKING)),
          Map.entry("carrier", audience -> audience.sees(GlassField.TRACKING)),
          Map.entry("trackingNumber", audience -> audience.sees(GlassField.TRACKING)),
          Map.entry("rejected", Audience::seesFaults),
          Map.entry("scrapped", Audience::seesFaults),
          Map.entry("reason", Audience::seesReasons),
          Map.entry("cause", Audience::seesReasons),
          Map.entry("side", Audience::seesReasons),
          Map.entry("askedBy", Audience::seesReasons),
          Map.entry("operation", audience -> audience.sees(GlassField.OPERATIONS)),
          Map.entry("requirement", audience -> audience.sees(GlassField.REQUIREMENTS)),
          Map.entry("value", audience -> audience.sees(GlassField.READINGS)),
          Map.entry("unit", audience -> audience.sees(GlassField.READINGS)));

  /**
   * Who says so.
   *
   * @param actor by the word of whoever sent it
   * @param sender who sent it, as the server knew them
   */
  record EventOrigin(String source, Optional<String> actor, Optional<Sender> sender) {}

  /**
   * What became of a report.
   *
   * @param id what it is called, for those who correct it
   * @param corrected absent where it counts
   */
  record ReportTrail(Optional<String> id, Optional<ReportCorrection> corrected) {}

  /**
   * That another report took the place of one.
   *
   * @param version the entry of that one
   */
  record ReportCorrection(long version, Instant at, Optional<String> by) {}

  /** Those of these entries that the audience may read, each as far as it may. */
  static List<HistoryEntry> of(List<TrackingRepository.SentEvent> events, HeardBy heard) {
    return events.stream()
        .filter(sent -> mayRead(sent.event(), heard))
        .map(sent -> of(sent, heard))
        .toList();
  }

  private static boolean mayRead(Event event, HeardBy heard) {
    return switch (event.kind()) {
      case REPORTED -> heard.mayHear(event);
      case COMPANY_CHANGED -> heard.audience().seesTier(); // Often that is what has changed.
      case CARRIER_CHANGED -> heard.audience().seesActors(); // The page shows the carrier as it is.
      case TAKEN_BACK -> heard.audience().seesActors(); // To others it never happened.
      // By itself it is no news, since the page says what is likely now; that it jumped is.
      case FORECAST_TOLD -> !movedBecause(event).isEmpty();
      case WAIVER_ASKED, WAIVER_DECLINED, RISK_CHOSEN -> heard.audience() instanceof Audience.Staff;
      case DELAY_OFFERED, DELAY_ANSWERED, DELAY_LAPSED, DELAY_WITHDRAWN, DELAY_TAKEN_BACK ->
          heard.audience().sees(GlassField.DELAY_OFFERS);
      default -> true;
    };
  }

  /** What happened that its lines were told at once; nothing that a page does not say as well. */
  private static Set<MovedBecause> movedBecause(Event event) {
    Set<MovedBecause> because = EnumSet.noneOf(MovedBecause.class);
    Json.read(event.body(), ToldForecast.class)
        .lines()
        .values()
        .forEach(line -> line.because().ifPresent(because::add));
    return because;
  }

  private static HistoryEntry of(TrackingRepository.SentEvent sent, HeardBy heard) {
    Event event = sent.event();
    Audience audience = heard.audience();
    return new HistoryEntry(
        event.version(),
        event.kind(),
        event.happenedAt(),
        event.recordedAt(),
        new EventOrigin(
            event.source(),
            Optional.of(event.actor()).filter(actor -> audience.seesActors()),
            sent.sender().filter(known -> audience.seesActors())),
        body(event, heard),
        names(event, heard),
        trail(sent, audience));
  }

  private static Optional<ReportTrail> trail(TrackingRepository.SentEvent sent, Audience audience) {
    Optional<String> id =
        Optional.ofNullable(sent.event().reportId())
            .filter(known -> audience instanceof Audience.Staff);
    Optional<ReportCorrection> corrected =
        sent.correction()
            .map(
                one ->
                    new ReportCorrection(
                        one.version(),
                        one.at(),
                        Optional.of(one.by()).filter(actor -> audience.seesActors())));
    return id.isEmpty() && corrected.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportTrail(id, corrected));
  }

  private static Optional<HeardNames> names(Event event, HeardBy heard) {
    if (event.kind() != EventKind.REPORTED) {
      return Optional.empty();
    }
    JsonNode body = event.body();
    return HeardNames.of(
        heard.summary().snapshot().namesOn(body.path("line").asInt()),
        Optional.ofNullable(body.path("operation").textValue())
            .filter(code -> heard.audience().sees(GlassField.OPERATIONS)),
        body.path("station").textValue());
  }

  private static Optional<JsonNode> body(Event event, HeardBy heard) {
    Audience audience = heard.audience();
    if (event.kind() == EventKind.FORECAST_TOLD) {
      return Optional.of(Json.tree(Map.of("because", movedBecause(event))));
    }
    if (audience instanceof Audience.Staff) {
      return Optional.of(event.body());
    }
    ObjectNode allowed = Json.object();
    event
        .body()
        .properties()
        .forEach(
            field -> {
              if (READ_BY.getOrDefault(field.getKey(), nobody -> false).test(audience)) {
                allowed.set(field.getKey(), field.getValue());
              }
            });
    if (event.kind() == EventKind.REPORTED && !heard.seesValue(event)) {
      allowed.remove(List.of("value", "unit"));
    }
    if (event.kind() == EventKind.PLACED || event.kind() == EventKind.CHANGED) {
      allowed.remove("lines"); // There these are whole, with all that is demanded of them.
    }
    return Optional.of(allowed);
  }

  /** A page of them. */
  record HistoryPage(List<HistoryEntry> events, Optional<String> next) {}
}
