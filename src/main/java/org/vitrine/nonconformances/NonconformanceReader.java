package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.actions.Action;
import org.vitrine.actions.Actions;
import org.vitrine.nonconformances.Contained.ThingStanding;
import org.vitrine.nonconformances.ContainmentReader.ContainedList;
import org.vitrine.nonconformances.Nonconformance.TeamMember;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredOrder;
import org.vitrine.nonconformances.NonconformanceListRepository.NonconformanceSearch;
import org.vitrine.nonconformances.NonconformanceRepository.NonconformanceEntry;
import org.vitrine.nonconformances.OpenMatters.OpenMatter;
import org.vitrine.orders.OrderId;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Reads nonconformances as staff see them; nobody else does. */
final class NonconformanceReader {
  private static final int ON_PAGE = 500;

  private final Database database;
  private final Actions actions;
  private final OpenMatters matters;
  private final ContainmentReader containments;
  private final NonconformanceRepository repository = new NonconformanceRepository();
  private final NonconformanceListRepository lists = new NonconformanceListRepository();
  private final Colleagues colleagues = new Colleagues();

  NonconformanceReader(
      Database database, Actions actions, OpenMatters matters, ContainmentReader containments) {
    this.database = database;
    this.actions = actions;
    this.matters = matters;
    this.containments = containments;
  }

  /** The same, asked over other connections. */
  NonconformanceReader over(Database other) {
    return new NonconformanceReader(other, actions, matters, containments);
  }

  /**
   * A part of a list.
   *
   * @param next what the part after it is asked for by; absent where there is no more
   */
  record NonconformanceList(List<ObjectNode> nonconformances, Optional<String> next) {}

  NonconformanceList search(NonconformanceSearch search, Paging paging) {
    Paging.ListPart<NonconformanceNumber> part =
        paging.part(
            lists.search(database, search, paging.afterNumber(), paging.looked()),
            NonconformanceNumber::value);
    return new NonconformanceList(rows(part.shown()), part.next());
  }

  /** What the list shows while it is open: by number, under {@code rows}. */
  ObjectNode all() {
    Paging paging = Paging.first(ON_PAGE);
    Paging.ListPart<NonconformanceNumber> part =
        paging.part(lists.foremost(database, paging.looked()), NonconformanceNumber::value);
    ObjectNode page = page(part.shown());
    part.next().ifPresent(more -> page.put("truncated", true));
    return page;
  }

  /** The same of what concerns an order now. */
  ObjectNode ofOrder(OrderId order) {
    return page(lists.ofOrder(database, order, ON_PAGE));
  }

  private ObjectNode page(List<NonconformanceNumber> numbers) {
    ObjectNode page = Json.object();
    ObjectNode rows = page.putObject("rows");
    rows(numbers).forEach(row -> rows.set(row.get("number").asText(), row));
    return page;
  }

  /** In the order of these numbers. */
  private List<ObjectNode> rows(Collection<NonconformanceNumber> numbers) {
    Map<NonconformanceNumber, Nonconformance> found =
        repository.find(database, numbers).stream()
            .collect(Collectors.toMap(Nonconformance::number, Function.identity()));
    return numbers.stream()
        .map(found::get)
        .filter(one -> one != null)
        .map(NonconformanceReader::row)
        .toList();
  }

  boolean isThere(NonconformanceNumber number) {
    return !repository.find(database, List.of(number)).isEmpty();
  }

  /** One with everything; nothing where there is none. */
  Optional<ObjectNode> one(NonconformanceNumber number) {
    return database.inTransaction(queries -> one(queries, number));
  }

  Optional<ObjectNode> one(Queries queries, NonconformanceNumber number) {
    return repository.find(queries, List.of(number)).stream()
        .findFirst()
        .map(one -> whole(queries, one));
  }

  /** What it reaches, in parts; nothing where there is no such nonconformance. */
  Optional<ContainedList> contained(
      NonconformanceNumber number, Optional<ThingStanding> standing, Paging paging) {
    return isThere(number)
        ? Optional.of(containments.part(database, number, standing, paging))
        : Optional.empty();
  }

  private ObjectNode whole(Queries queries, Nonconformance one) {
    ObjectNode page = row(one);
    one.finding().problem().ifPresent(text -> page.put("problem", text));
    page.set("team", team(queries, one.team()));
    ArrayNode todo = page.putArray("actions");
    actions
        .of(queries, NonconformanceActions.SOURCE, one.number().value())
        .forEach(action -> todo.add(action(action)));
    containments.of(queries, one.number()).ifPresent(shown -> page.set("containment", shown));
    ArrayNode left = page.putArray("left");
    matters.of(queries, one.number()).forEach(matter -> left.add(matter(matter)));
    ArrayNode history = page.putArray("history");
    repository.history(queries, one.number()).forEach(entry -> history.add(entry(entry)));
    return page;
  }

  private static ObjectNode matter(OpenMatter matter) {
    ObjectNode shown = Json.object();
    shown.put("what", matter.what());
    shown.put("count", matter.count());
    shown.put("each", matter.instead().isPresent());
    return shown;
  }

  private ArrayNode team(Queries queries, List<TeamMember> team) {
    Map<Long, Colleague> known =
        colleagues.byId(queries, team.stream().map(TeamMember::id).toList());
    ArrayNode people = Json.object().putArray("team");
    for (TeamMember member : team) {
      ObjectNode person = people.addObject().put("name", member.name());
      Optional.ofNullable(known.get(member.id()))
          .ifPresent(colleague -> person.put("email", colleague.email()));
    }
    return people;
  }

  private ObjectNode action(Action action) {
    ObjectNode shown = Json.object();
    shown.put("number", action.number().value());
    shown.put("text", action.text());
    shown.put("owner", action.owner().name());
    shown.put("due", action.due().toString());
    shown.put("state", action.state().code());
    shown.put("overdue", actions.isOverdue(action));
    return shown;
  }

  private static ObjectNode entry(NonconformanceEntry entry) {
    ObjectNode shown = Json.object();
    shown.put("sequence", entry.sequence());
    shown.put("at", entry.at().toString());
    shown.put("kind", entry.kind());
    shown.put("by", entry.by());
    shown.setAll((ObjectNode) entry.detail());
    return shown;
  }

  static ObjectNode row(Nonconformance one) {
    ObjectNode row = Json.object();
    row.put("number", one.number().value());
    row.put("version", one.version());
    row.put("title", one.finding().title());
    row.put("severity", one.finding().severity().code());
    row.put("state", one.isOpen() ? "open" : "closed");
    row.set("about", about(one.anchor()));
    row.put("raisedAt", one.raised().at().toString());
    row.put("raisedBy", one.raised().by());
    one.closing().ifPresent(closing -> row.set("closing", Json.tree(closing)));
    return row;
  }

  private static ObjectNode about(NonconformanceAnchor anchor) {
    ObjectNode about = anchor.order().map(NonconformanceReader::aboutOrder).orElseGet(Json::object);
    anchor.voice().ifPresent(voice -> about.put("voice", voice));
    anchor.meeting().ifPresent(meeting -> about.put("meeting", meeting));
    anchor.station().ifPresent(station -> about.put("station", station));
    anchor.lot().ifPresent(lot -> about.put("lot", lot));
    anchor.piece().ifPresent(piece -> about.put("piece", piece));
    return about;
  }

  static ObjectNode aboutOrder(AnchoredOrder order) {
    ObjectNode about = Json.object().put("order", order.number());
    order.line().ifPresent(line -> about.put("line", line));
    order.stage().ifPresent(stage -> about.put("stage", stage));
    order.requirement().ifPresent(requirement -> about.put("requirement", requirement));
    about.set("names", Json.tree(order.names()));
    return about;
  }
}
