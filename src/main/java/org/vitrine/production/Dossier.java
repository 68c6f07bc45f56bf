package org.vitrine.production;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.accounts.Company;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.Promise;
import org.vitrine.platform.json.Json;

/**
 * Everything there is about one order, read in one snapshot: what was bought, how it is made and
 * all that was said of it.
 */
public record Dossier(
    Order order, Company company, Map<String, Routing> routings, List<Event> events) {

  /** A report with the time it reached us. */
  public record Heard(Report report, Instant recordedAt) {}

  /** What the plant said, in the order in which it happened. */
  public List<Heard> heard() {
    return events.stream()
        .filter(event -> event.kind() == EventKind.REPORTED)
        .map(event -> new Heard(toReport(event), event.recordedAt()))
        .sorted(Comparator.comparing(Heard::report, Report.BY_TIME))
        .toList();
  }

  /** The progress of each line, by its number, from what was heard. */
  public Map<Integer, Progress> progress(List<Heard> heard) {
    Map<Integer, List<Report>> byLine =
        Progress.effective(heard.stream().map(Heard::report).toList()).stream()
            .collect(Collectors.groupingBy(Report::line));
    return order.lines().stream()
        .collect(
            Collectors.toMap(
                Line::number,
                line ->
                    Progress.derivedFrom(
                        line,
                        routings.get(line.routing()),
                        byLine.getOrDefault(line.number(), List.of()))));
  }

  /** What was promised, with every revision; absent where nothing was. */
  public Optional<Promise> promise() {
    List<Promise.Revision> given =
        events.stream()
            .filter(
                event ->
                    event.kind() == EventKind.PROMISED || event.kind() == EventKind.PROMISE_REVISED)
            .map(Dossier::toRevision)
            .toList();
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new Promise(given.getFirst().date(), given.subList(1, given.size())));
  }

  private static Promise.Revision toRevision(Event event) {
    GivenPromise promise = Json.read(event.body(), GivenPromise.class);
    return new Promise.Revision(
        promise.date(), promise.reason(), event.actor(), event.happenedAt());
  }

  private Report toReport(Event event) {
    ObjectNode json = event.body().deepCopy();
    json.put("id", event.reportId());
    json.put("order", order.number().value());
    json.put("happenedAt", event.happenedAt().toString());
    json.put("source", event.source());
    json.put("actor", event.actor());
    return Json.read(json, Report.class);
  }

  /** What of a report the event's own columns do not already say. */
  static String bodyOf(Report report) {
    return Json.text(report, Report.InBody.class);
  }
}
