package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.Order;

/**
 * What of an order is cancelled, and since when: what the plant reports of it from then on is kept,
 * and no longer moves it on. What is said of the reason later changes nothing.
 *
 * @param ofOrder the version at which the whole order was
 * @param ofLines that at which single lines were, by their number
 * @param workedAt of the work that was reported after the whole order was, when the last was done
 */
public record Cancellations(
    Optional<Long> ofOrder, Map<Integer, Long> ofLines, Optional<Instant> workedAt) {
  static final Cancellations NONE =
      new Cancellations(Optional.empty(), Collections.emptyMap(), Optional.empty());

  /** From the history of an order, in its order. */
  static Cancellations of(Order order, List<Event> events) {
    return new Cancellations(
        order.cancelReason() == null ? Optional.empty() : wholly(events),
        order.lines().stream().allMatch(line -> line.cancelled() == null)
            ? Collections.emptyMap()
            : byLine(events),
        Optional.empty());
  }

  /** The first since the order was last taken up again. */
  private static Optional<Long> wholly(List<Event> events) {
    long reinstated =
        events.stream()
            .filter(event -> event.kind() == EventKind.REINSTATED)
            .mapToLong(Event::version)
            .max()
            .orElse(0);
    return events.stream()
        .filter(event -> event.kind() == EventKind.CANCELLED && event.version() > reinstated)
        .map(Event::version)
        .findFirst();
  }

  private static Map<Integer, Long> byLine(List<Event> events) {
    Map<Integer, Long> since = new HashMap<>();
    for (Event event : events) {
      if (event.kind() == EventKind.PLACED || event.kind() == EventKind.CHANGED) {
        for (JsonNode line : event.body().path("lines")) {
          int number = line.path("number").asInt();
          if (line.hasNonNull("cancelled")) {
            since.putIfAbsent(number, event.version());
          } else {
            since.remove(number);
          }
        }
      } else if (event.kind() == EventKind.LINE_CANCELLED) {
        since.putIfAbsent(event.body().path("line").asInt(), event.version());
      } else if (event.kind() == EventKind.LINE_REINSTATED) {
        since.remove(event.body().path("line").asInt());
      }
    }
    return since;
  }

  /** Whether a report that comes now moves nothing. */
  boolean stop(Report report) {
    return ofOrder.isPresent() || ofLines.containsKey(report.place().line());
  }

  /** Whether a report that came at this version moved nothing. */
  boolean stopped(Report report, long version) {
    return ofOrder.filter(since -> version > since).isPresent()
        || version > ofLines.getOrDefault(report.place().line(), Long.MAX_VALUE);
  }

  Cancellations worked(Report report) {
    Instant moment = report.happenedAt();
    return ofOrder.isEmpty() || workedAt.filter(moment::isBefore).isPresent()
        ? this
        : new Cancellations(ofOrder, ofLines, Optional.of(moment));
  }
}
