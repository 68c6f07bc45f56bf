package org.vitrine.visits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.TopicPage;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.Visit.VisitPerson;
import org.vitrine.visits.VisitAudience.ForVisiting;
import org.vitrine.visits.VisitCoverRepository.VisitCover;
import org.vitrine.visits.VisitDues.VisitDue;
import org.vitrine.visits.VisitListRepository.VisitSearch;

/** Visits in lists: all, somebody's week, and who is to be met. */
final class VisitLists {
  private static final int LISTED = 200;
  private static final int DAYS = 7;

  private final VisitReader reader;
  private final VisitDues dues;
  private final VisitCovers covers;
  private final ZoneId zone;
  private final VisitListRepository repository = new VisitListRepository();

  VisitLists(VisitReader reader, VisitDues dues, VisitCovers covers, ZoneId zone) {
    this.reader = reader;
    this.dues = dues;
    this.covers = covers;
    this.zone = zone;
  }

  VisitReader reader() {
    return reader;
  }

  VisitLists reading(VisitReader other) {
    return new VisitLists(other, dues, covers, zone);
  }

  /** The newest, as it is watched. */
  ObjectNode page(Queries queries, VisitAudience audience) {
    List<VisitNumber> numbers =
        repository.list(queries, VisitSearch.newest(audience.company(), LISTED + 1));
    ObjectNode page = Json.object().put(TopicPage.TRUNCATED, numbers.size() > LISTED);
    ObjectNode rows = page.putObject(TopicPage.ROWS);
    List<Visit> visits = reader.find(queries, audience, numbers.stream().limit(LISTED).toList());
    reader
        .rows(queries, audience, visits)
        .forEach((visit, row) -> rows.set(visit.number().toString(), row));
    if (audience instanceof ForVisiting house && house.keeps()) {
      page.putArray("can").add("plan");
    }
    return page;
  }

  /** A part of those that are looked for, the newest first. */
  ObjectNode search(VisitAudience audience, VisitSearch search, Paging paging) {
    return reader.as(
        audience,
        queries -> {
          Paging.ListPart<VisitNumber> part =
              paging.part(repository.list(queries, search), VisitNumber::value);
          ObjectNode page = Json.object();
          ArrayNode rows = page.putArray("visits");
          reader
              .rows(queries, audience, reader.find(queries, audience, part.shown()))
              .values()
              .forEach(rows::add);
          part.next().ifPresent(next -> page.put("next", next));
          return page;
        });
  }

  /**
   * What somebody goes to in a week, by day, also for others who are away; and whom they should go
   * to by its end.
   *
   * @param from its first day; Monday of this week where none is named
   */
  ObjectNode round(
      ForVisiting audience, VisitPerson whose, Optional<LocalDate> from, LocalDate today) {
    LocalDate first = from.orElse(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    LocalDate last = first.plusDays(DAYS - 1);
    return reader.as(
        audience,
        queries -> {
          ObjectNode page =
              Json.object().put("from", first.toString()).put("until", last.toString());
          page.putObject("by").put("id", whose.id()).put("name", whose.name());
          ArrayNode days = page.putArray("days");
          for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.addObject().put("day", day.toString()).putArray("visits");
          }
          List<Visit> visits =
              reader.find(
                  queries,
                  audience,
                  repository.round(queries, whose.id(), first, last.plusDays(1), zone));
          reader
              .rows(queries, audience, visits.reversed())
              .forEach(
                  (visit, row) ->
                      ((ArrayNode) days.get(index(first, visit)).get("visits")).add(row));
          List<VisitCover> away = covers.in(queries, first, last);
          ArrayNode shown = page.putArray("covers");
          away.stream()
              .filter(one -> isOf(one, whose))
              .forEach(one -> shown.add(VisitLists.shown(one)));
          page.set("due", rows(due(queries, whose, away, last)));
          return page;
        });
  }

  private int index(LocalDate first, Visit visit) {
    LocalDate day = LocalDate.ofInstant(visit.plan().at(), zone);
    return (int) (day.toEpochDay() - first.toEpochDay());
  }

  private static boolean isOf(VisitCover cover, VisitPerson whose) {
    return cover.person().id() == whose.id() || cover.substitute().id() == whose.id();
  }

  /** Whom they look after, and those whom others look after for whom they go. */
  private List<VisitDue> due(
      Queries queries, VisitPerson whose, List<VisitCover> away, LocalDate last) {
    Set<CompanyId> own = new HashSet<>(dues.lookedAfter(queries, whose.id()));
    away.stream()
        .filter(one -> one.substitute().id() == whose.id())
        .forEach(one -> own.addAll(dues.lookedAfter(queries, one.person().id())));
    return own.isEmpty()
        ? List.of()
        : dues.of(queries, Optional.of(own)).stream()
            .filter(one -> one.overdue() || !one.due().ideal().isAfter(last))
            .toList();
  }

  /** Whom nobody met in time, with by when that was. */
  List<VisitDue> overdue(Queries queries, Optional<Collection<CompanyId>> companies) {
    return dues.of(queries, companies).stream().filter(VisitDue::overdue).toList();
  }

  ObjectNode overduePage(ForVisiting audience) {
    return reader.as(
        audience,
        queries -> {
          ObjectNode page = Json.object();
          page.set("rows", rows(overdue(queries, Optional.empty())));
          return page;
        });
  }

  private static ArrayNode rows(List<VisitDue> dues) {
    ArrayNode rows = Json.object().putArray("rows");
    dues.forEach(one -> rows.add(row(one)));
    return rows;
  }

  static ObjectNode row(VisitDue one) {
    ObjectNode row = Json.object();
    row.putObject("company")
        .put("code", one.stand().company().code())
        .put("name", one.stand().company().name())
        .put("tier", one.stand().company().tier());
    row.put("role", one.stand().role().code());
    one.stand()
        .touch()
        .ifPresent(
            touch ->
                row.putObject("last")
                    .put("at", touch.at().toString())
                    .put("how", touch.how())
                    .put("number", touch.number()));
    row.put("ideal", one.due().ideal().toString());
    row.put("latest", one.due().latest().toString());
    row.put("overdue", one.overdue());
    row.putObject("cadence")
        .put("idealDays", one.cadence().idealDays())
        .put("longestDays", one.cadence().longestDays())
        .put("owner", one.cadence().from().owner().code())
        .put("version", one.cadence().from().version());
    ArrayNode who = row.putArray("managers");
    one.managers().forEach(manager -> who.add(manager.name()));
    one.stand()
        .next()
        .ifPresent(
            next ->
                row.putObject("next")
                    .put("number", next.number().value())
                    .put("at", next.at().toString()));
    return row;
  }

  static ObjectNode shown(VisitCover cover) {
    ObjectNode shown = Json.object().put("id", cover.id());
    shown.putObject("person").put("id", cover.person().id()).put("name", cover.person().name());
    shown
        .putObject("substitute")
        .put("id", cover.substitute().id())
        .put("name", cover.substitute().name());
    return shown.put("from", cover.from().toString()).put("until", cover.until().toString());
  }
}
