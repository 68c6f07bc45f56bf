package org.vitrine.visits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.TouchRepository.MetCompany;
import org.vitrine.visits.Visit.VisitPerson;
import org.vitrine.visits.VisitAudience.ForVisited;
import org.vitrine.visits.VisitAudience.ForVisiting;
import org.vitrine.visits.VisitCoverRepository.VisitCover;
import org.vitrine.visits.VisitRepository.VisitEvent;

/** Visits as each audience reads them. An allow-list: what a visit gets later is read by nobody. */
final class VisitReader {
  private final Database database;
  private final RecordPage records;
  private final ZoneId zone;
  private final VisitRepository repository = new VisitRepository();
  private final VisitCoverRepository covers = new VisitCoverRepository();
  private final TouchRepository touches = new TouchRepository();

  VisitReader(Database database, RecordPage records, ZoneId zone) {
    this.database = database;
    this.records = records;
    this.zone = zone;
  }

  /** The same over other connections. */
  VisitReader over(Database other) {
    return new VisitReader(other, records, zone);
  }

  /** Asks on behalf of an audience: behind their company's wall where they have one. */
  <T> T as(VisitAudience audience, Function<Queries, T> work) {
    return database.onBehalfOf(audience.company().map(CompanyId::value), work);
  }

  /** Those among these that are theirs to see; of what was missed only the house reads. */
  List<Visit> find(Queries queries, VisitAudience audience, Collection<VisitNumber> numbers) {
    return repository.find(queries, numbers, audience.company()).stream()
        .filter(
            visit ->
                audience instanceof ForVisiting
                    || visit.state() != VisitState.MISSED && visit.state() != VisitState.NOT_NOTED)
        .toList();
  }

  /** One by itself; nothing where it is not theirs. */
  Optional<ObjectNode> one(VisitAudience audience, VisitNumber number) {
    return as(
        audience,
        queries -> Optional.ofNullable(pages(queries, audience, List.of(number)).get(number)));
  }

  /** The pages of those among these that are theirs to see. */
  Map<VisitNumber, ObjectNode> pages(
      Queries queries, VisitAudience audience, Collection<VisitNumber> numbers) {
    List<Visit> found = find(queries, audience, numbers);
    Map<VisitNumber, ObjectNode> pages = new HashMap<>();
    rows(queries, audience, found).forEach((visit, row) -> pages.put(visit.number(), row));
    if (audience instanceof ForVisiting house && !found.isEmpty()) {
      Map<VisitNumber, List<VisitEvent>> history =
          repository.history(queries, pages.keySet()).stream()
              .collect(Collectors.groupingBy(VisitEvent::visit));
      found.forEach(
          visit ->
              addHouse(
                  pages.get(visit.number()),
                  visit,
                  house,
                  history.getOrDefault(visit.number(), List.of())));
    }
    records.addTo(queries, audience, pages);
    return pages;
  }

  private static void addHouse(
      ObjectNode page, Visit visit, ForVisiting house, List<VisitEvent> history) {
    ArrayNode told = page.putArray("history");
    for (VisitEvent event : history) {
      ObjectNode line = told.addObject().put("at", event.at().toString()).put("kind", event.kind());
      if (!event.by().isEmpty()) {
        line.put("by", event.by());
      }
      event.reason().ifPresent(reason -> line.put("reason", reason));
    }
    ArrayNode can = page.putArray("can");
    boolean acts =
        house.mayAct(visit) || page.path("substitute").path("id").asLong() == house.person();
    if (acts && visit.isOpen()) {
      can.add("note");
      can.add("miss");
    }
    if (acts && visit.state() == VisitState.PLANNED) {
      can.add("edit");
    }
  }

  /** In the order given, as lists have them. */
  Map<Visit, ObjectNode> rows(Queries queries, VisitAudience audience, List<Visit> visits) {
    Map<CompanyId, MetCompany> known =
        touches.companies(queries, visits.stream().map(Visit::company).distinct().toList());
    List<VisitCover> away = audience instanceof ForVisiting ? covers(queries, visits) : List.of();
    Map<Visit, ObjectNode> rows = new LinkedHashMap<>();
    for (Visit visit : visits) {
      rows.put(visit, row(visit, known.get(visit.company()), audience, away));
    }
    records.mark(queries, audience, rows);
    return rows;
  }

  private List<VisitCover> covers(Queries queries, List<Visit> visits) {
    List<LocalDate> days = new ArrayList<>(visits.stream().map(this::day).sorted().toList());
    return days.isEmpty() ? List.of() : covers.list(queries, days.getFirst(), days.getLast());
  }

  private LocalDate day(Visit visit) {
    return LocalDate.ofInstant(visit.plan().at(), zone);
  }

  private ObjectNode row(
      Visit visit, MetCompany company, VisitAudience audience, List<VisitCover> away) {
    ObjectNode row =
        Json.object()
            .put("number", visit.number().value())
            .put("version", visit.version())
            .put("kind", visit.plan().kind().code())
            .put("role", visit.plan().role().code())
            .put("state", visit.state().code())
            .put("at", visit.plan().at().toString())
            .put("until", visit.plan().ends().toString())
            .put("minutes", visit.plan().minutes());
    visit.plan().place().ifPresent(place -> row.put("place", place));
    row.set("by", person(audience, visit.plan().by()));
    away.stream()
        .filter(cover -> cover.covers(visit.plan().by(), day(visit)))
        .findFirst()
        .ifPresent(cover -> row.set("substitute", person(audience, cover.substitute())));
    ArrayNode with = row.putArray("with");
    visit.with().forEach(one -> with.add(person(audience, one)));
    ObjectNode whose = row.putObject("company").put("name", company.name());
    if (audience instanceof ForVisiting) {
      whose.put("code", company.code()).put("tier", company.tier());
    }
    return row;
  }

  /** Keys of people are for the house. */
  private static ObjectNode person(VisitAudience audience, VisitPerson one) {
    ObjectNode person = Json.object();
    if (!(audience instanceof ForVisited)) {
      person.put("id", one.id());
    }
    return person.put("name", one.name());
  }
}
