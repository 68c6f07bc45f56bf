package org.vitrine.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Sender;

/**
 * One entry of an order's history as an audience may read it.
 *
 * @param actor who said so, by the word of whoever sent it
 * @param sender who sent it, as the server knew them
 */
public record HistoryEntry(
    long version,
    EventKind kind,
    Instant happenedAt,
    Instant recordedAt,
    String source,
    Optional<String> actor,
    Optional<Sender> sender,
    Optional<JsonNode> body) {
  private static final Set<String> CUSTOMER_READS =
      Set.of(
          "line",
          "stage",
          "operation",
          "kind",
          "good",
          "rejected",
          "scrapped",
          "rework",
          "setup",
          "requirement",
          "value",
          "passed",
          "unit",
          "reason",
          "station",
          "startedAt",
          "date");

  static HistoryEntry of(Event event, Optional<Sender> sender, Audience audience) {
    return new HistoryEntry(
        event.version(),
        event.kind(),
        event.happenedAt(),
        event.recordedAt(),
        event.source(),
        Optional.of(event.actor()).filter(actor -> audience.seesActors()),
        sender.filter(known -> audience.seesActors()),
        body(event, audience));
  }

  private static Optional<JsonNode> body(Event event, Audience audience) {
    if (audience instanceof Audience.Staff) {
      return Optional.of(event.body());
    }
    ObjectNode allowed = (ObjectNode) Json.tree(Map.of());
    event
        .body()
        .properties()
        .forEach(
            field -> {
              if (CUSTOMER_READS.contains(field.getKey())) {
                allowed.set(field.getKey(), field.getValue());
              }
            });
    return Optional.of(allowed);
  }

  /** A page of them. */
  record HistoryPage(List<HistoryEntry> events, Optional<String> next) {}
}
