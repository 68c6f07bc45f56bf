package org.vitrine.visits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionState;
import org.vitrine.actions.Actions;
import org.vitrine.photos.PhotoFacts;
import org.vitrine.photos.PhotoId;
import org.vitrine.photos.Photos;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.VisitRecord.LineSort;
import org.vitrine.visits.VisitRecord.RecordLine;

/** What was noted, on the pages of visits: for both sides the same. */
final class RecordPage {
  private final Actions actions;
  private final Photos photos;
  private final VisitRecordRepository repository = new VisitRecordRepository();

  RecordPage(Actions actions, Photos photos) {
    this.actions = actions;
    this.photos = photos;
  }

  void addTo(Queries queries, VisitAudience audience, Map<VisitNumber, ObjectNode> pages) {
    if (pages.isEmpty()) {
      return;
    }
    Collection<VisitRecord> records =
        repository.find(queries, pages.keySet(), audience.company()).values();
    Map<ActionNumber, ActionState> states = states(queries, audience, records);
    Map<String, PhotoFacts> facts =
        photos
            .facts(
                queries,
                records.stream()
                    .flatMap(record -> record.photos().stream())
                    .map(PhotoId::new)
                    .toList())
            .stream()
            .collect(Collectors.toMap(one -> one.id().text(), Function.identity()));
    for (VisitRecord record : records) {
      ObjectNode page = pages.get(record.visit());
      page.set("record", shown(record, states, facts));
      if (audience instanceof VisitAudience.ForVisited && record.confirmed().isEmpty()) {
        page.putArray("can").add("correct").add("confirm");
      }
    }
  }

  /** Says of visits that were noted whether that is confirmed. */
  void mark(Queries queries, VisitAudience audience, Map<Visit, ObjectNode> rows) {
    List<VisitNumber> made =
        rows.keySet().stream()
            .filter(visit -> visit.state() == VisitState.MADE)
            .map(Visit::number)
            .toList();
    Set<VisitNumber> confirmed = repository.confirmed(queries, made, audience.company());
    rows.forEach(
        (visit, row) -> {
          if (visit.state() == VisitState.MADE) {
            row.put("confirmed", confirmed.contains(visit.number()));
          }
        });
  }

  /** How far the promises are. */
  private Map<ActionNumber, ActionState> states(
      Queries queries, VisitAudience audience, Collection<VisitRecord> records) {
    List<ActionNumber> numbers =
        records.stream()
            .flatMap(record -> record.lines().stream())
            .filter(line -> line.sort() == LineSort.PROMISE)
            .flatMap(line -> line.became().stream())
            .map(ActionNumber::new)
            .toList();
    return audience
        .company()
        .map(
            company ->
                actions.shownTo(queries, company, numbers).stream()
                    .collect(Collectors.toMap(one -> one.number(), one -> one.state())))
        .orElseGet(
            () ->
                actions.find(queries, numbers).stream()
                    .collect(Collectors.toMap(one -> one.number(), one -> one.state())));
  }

  private static ObjectNode shown(
      VisitRecord record, Map<ActionNumber, ActionState> states, Map<String, PhotoFacts> facts) {
    ObjectNode shown = Json.object();
    shown.set("present", Json.tree(record.present()));
    shown.put("notedAt", record.noted().at().toString());
    shown.put("notedBy", record.noted().by());
    shown.put("openUntil", record.openUntil().toString());
    shown.put("corrections", record.corrections());
    record
        .confirmed()
        .ifPresent(
            mark -> {
              ObjectNode confirmed = shown.putObject("confirmed").put("at", mark.at().toString());
              confirmed.put("how", mark.by().isEmpty() ? "silence" : "word");
              if (!mark.by().isEmpty()) {
                confirmed.put("by", mark.by());
              }
            });
    ObjectNode lines = shown.putObject("lines");
    record.lines().forEach(line -> lines.set(String.valueOf(line.line()), shown(line, states)));
    ArrayNode pictures = shown.putArray("photos");
    record.photos().stream()
        .filter(facts::containsKey)
        .forEach(id -> pictures.add(Json.tree(facts.get(id))));
    return shown;
  }

  private static ObjectNode shown(RecordLine line, Map<ActionNumber, ActionState> states) {
    ObjectNode shown = Json.object().put("kind", line.sort().code()).put("text", line.text());
    line.became()
        .ifPresent(
            number -> {
              shown.put(line.sort() == LineSort.WISH ? "message" : "action", number);
              ActionState state = states.get(new ActionNumber(number));
              if (line.sort() == LineSort.PROMISE && state != null) {
                shown.set("state", Json.tree(state));
              }
            });
    line.corrected()
        .ifPresent(
            said ->
                shown
                    .putObject("corrected")
                    .put("text", said.text())
                    .put("by", said.by())
                    .put("at", said.at().toString()));
    return shown;
  }
}
