package org.vitrine.actions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.actions.ActionListRepository.ActionHistoryLine;
import org.vitrine.actions.ActionListRepository.ActionSearch;
import org.vitrine.actions.ActionShown.CompanySaid;
import org.vitrine.actions.ActionShown.ItWorked;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Reads actions as they are shown: to staff all of them, to a company its own behind its wall. */
final class ActionReader {
  private static final int ON_PAGE = 500;

  private final Database database;
  private final Companies companies;
  private final ActionTimes times;
  private final ActionRepository repository = new ActionRepository();
  private final ActionListRepository lists = new ActionListRepository();
  private final Colleagues colleagues = new Colleagues();
  private final ActionCompanyRepository shown = new ActionCompanyRepository();

  ActionReader(Database database, Companies companies, ActionTimes times) {
    this.database = database;
    this.companies = companies;
    this.times = times;
  }

  /** The same, asked over other connections. */
  ActionReader over(Database other) {
    return new ActionReader(other, companies, times);
  }

  /**
   * A part of a list.
   *
   * @param next what the part after it is asked for by; absent where there is no more
   */
  record ActionList(List<ObjectNode> actions, Optional<String> next) {}

  ActionList search(ActionSearch search, Paging paging) {
    Paging.ListPart<ActionNumber> part =
        paging.part(
            lists.search(database, search, paging.afterNumber(), paging.looked()),
            ActionNumber::value);
    return new ActionList(rows(database, part.shown()), part.next());
  }

  ActionList search(CompanyId company, Optional<ActionState> state, Paging paging) {
    return behindTheWall(
        company,
        queries -> {
          Paging.ListPart<ActionShown> part =
              paging.part(
                  shown.list(queries, company, state, paging.afterNumber(), paging.looked()),
                  one -> one.number().value());
          return new ActionList(part.shown().stream().map(this::row).toList(), part.next());
        });
  }

  /** What is open page shows: by number, under {@code rows}. */
  ObjectNode page(Optional<CompanyId> company) {
    Paging paging = Paging.first(ON_PAGE);
    Paging.ListPart<ObjectNode> part =
        company.isPresent()
            ? paging.part(ofCompany(company.get(), paging.looked()), row -> row)
            : paging.part(rows(database, lists.foremost(database, paging.looked())), row -> row);
    ObjectNode page = Json.object();
    ObjectNode rows = page.putObject("rows");
    part.shown().forEach(row -> rows.set(row.get("number").asText(), row));
    part.next().ifPresent(more -> page.put("truncated", true));
    return page;
  }

  private List<ObjectNode> ofCompany(CompanyId company, int most) {
    return behindTheWall(
        company,
        queries ->
            shown.list(queries, company, Optional.empty(), Optional.empty(), most).stream()
                .map(this::row)
                .toList());
  }

  /** One, with its history; nothing where there is none. */
  Optional<ObjectNode> one(ActionNumber number) {
    Optional<ObjectNode> row = rows(database, List.of(number)).stream().findFirst();
    row.ifPresent(
        page -> {
          ArrayNode history = page.putArray("history");
          lists.history(database, number).forEach(line -> history.add(line(line)));
        });
    return row;
  }

  private static ObjectNode line(ActionHistoryLine line) {
    ObjectNode shown = Json.object();
    shown.put("sequence", line.sequence());
    shown.put("at", line.at().toString());
    shown.put("kind", line.kind());
    shown.put("by", line.by());
    shown.setAll((ObjectNode) line.detail());
    return shown;
  }

  /** The same as this company reads it; nothing where it is not its own. */
  Optional<ObjectNode> one(ActionNumber number, CompanyId company) {
    return behindTheWall(company, queries -> shown.find(queries, company, number).map(this::row));
  }

  private <T> T behindTheWall(CompanyId company, Function<Queries, T> work) {
    return database.onBehalfOf(Optional.of(company.value()), work);
  }

  /** In the order of their numbers as they are given. */
  private List<ObjectNode> rows(Queries queries, Collection<ActionNumber> numbers) {
    Map<ActionNumber, Action> found =
        repository.find(queries, numbers).stream()
            .collect(Collectors.toMap(Action::number, Function.identity()));
    Map<ActionNumber, List<CompanySaid>> answers = shown.answers(queries, numbers);
    Map<CompanyId, String> names =
        companies.namesById(
            queries,
            answers.values().stream()
                .flatMap(List::stream)
                .map(CompanySaid::company)
                .distinct()
                .toList());
    Map<Long, Colleague> owners =
        colleagues.byId(
            queries,
            found.values().stream().map(action -> action.owner().id()).distinct().toList());
    return numbers.stream()
        .map(found::get)
        .filter(action -> action != null)
        .map(
            action ->
                row(
                    action,
                    answers.getOrDefault(action.number(), List.of()),
                    names,
                    Optional.ofNullable(owners.get(action.owner().id()))))
        .toList();
  }

  private ObjectNode row(
      Action action,
      List<CompanySaid> answers,
      Map<CompanyId, String> names,
      Optional<Colleague> owner) {
    ObjectNode row = Json.object();
    row.put("number", action.number().value());
    row.put("version", action.version());
    row.put("text", action.text());
    ObjectNode who = (ObjectNode) Json.tree(action.owner());
    owner.ifPresent(known -> who.put("email", known.email()));
    row.set("owner", who);
    row.put("due", action.due().toString());
    row.put("dueAt", times.end(action.due()).toString());
    row.put("state", action.state().code());
    action.source().ifPresent(source -> row.set("source", Json.tree(source)));
    row.put("madeAt", action.made().at().toString());
    row.put("madeBy", action.made().by());
    action.closing().ifPresent(closing -> row.set("closing", Json.tree(closing)));
    action.moved().ifPresent(moved -> row.set("moved", Json.tree(moved)));
    action.rhythm().askedAt().ifPresent(at -> row.put("askedAt", at.toString()));
    ArrayNode raisedBy = row.putArray("raisedBy");
    answers.forEach(answer -> raisedBy.add(answer(answer, names)));
    return row;
  }

  private static ObjectNode answer(CompanySaid answer, Map<CompanyId, String> names) {
    ObjectNode shown = Json.object().put("company", names.getOrDefault(answer.company(), ""));
    answer.at().ifPresent(at -> shown.set("worked", Json.tree(new ItWorked(at, answer.text()))));
    return shown;
  }

  private ObjectNode row(ActionShown action) {
    ObjectNode row = Json.object();
    row.put("number", action.number().value());
    row.put("text", action.text());
    row.set("owner", Json.object().put("name", action.owner()));
    row.put("due", action.due().toString());
    row.put("dueAt", times.end(action.due()).toString());
    row.put("state", action.state().code());
    action.answers().ifPresent(label -> row.put("answers", label));
    row.put("madeAt", action.madeAt().toString());
    action.closing().ifPresent(closing -> row.set("closing", Json.tree(closing)));
    action.moved().ifPresent(moved -> row.set("moved", Json.tree(moved)));
    action.askedAt().ifPresent(at -> row.put("askedAt", at.toString()));
    action.worked().ifPresent(worked -> row.set("worked", Json.tree(worked)));
    return row;
  }
}
