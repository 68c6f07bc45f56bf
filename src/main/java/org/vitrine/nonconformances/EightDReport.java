package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.actions.Action;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionState;
import org.vitrine.actions.Actions;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.Nonconformance.TeamMember;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredOrder;
import org.vitrine.nonconformances.PurposedAction.WatchedProof;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * The report in eight disciplines, a view over what is there: the team, the problem, what was
 * contained, the cause with its whys, what is done and whether it worked, what prevents it, and
 * thanks. For a company it says what concerns that one, and nothing of any other: no name, no
 * number, no count (decision 0106).
 */
final class EightDReport {
  private final Actions actions;
  private final AffectedCompanies affected;
  private final CauseRepository causes = new CauseRepository();
  private final ProofRepository purposes = new ProofRepository();
  private final ReportReaderRepository readers = new ReportReaderRepository();

  EightDReport(Actions actions, AffectedCompanies affected) {
    this.actions = actions;
    this.affected = affected;
  }

  /** Whose pieces a nonconformance reaches. */
  @FunctionalInterface
  interface AffectedCompanies {
    List<AffectedCompany> of(Queries queries, NonconformanceNumber number);
  }

  /**
   * A report, as one company reads it or as the house does.
   *
   * @param orders of the company, that it is about
   * @param withheld which texts are left out since they name another company
   */
  record CompanyReport(ObjectNode body, List<OrderNumber> orders, List<String> withheld) {}

  /** With everything, for the house. */
  ObjectNode forHouse(Queries queries, Nonconformance one) {
    ReportPen pen = new ReportPen(one, Optional.empty());
    pen.head(true);
    List<AffectedCompany> all = affected.of(queries, one.number());
    pen.contained(all);
    pen.name(all, readers.names(queries, all.stream().map(AffectedCompany::company).toList()));
    analysis(queries, one, pen);
    todo(queries, one, pen, true);
    return pen.body();
  }

  CompanyReport forCompany(Queries queries, Nonconformance one, CompanyId company) {
    List<AffectedCompany> all = affected.of(queries, one.number());
    Optional<CompanyId> anchored =
        one.anchor().order().flatMap(AnchoredOrder::id).flatMap(id -> readers.owner(queries, id));
    boolean theirs = anchored.equals(Optional.of(company));
    ReportPen pen = new ReportPen(one, Optional.of(others(queries, one, company, all, theirs)));
    pen.head(theirs);
    pen.contained(all.stream().filter(own -> own.company().equals(company)).toList());
    analysis(queries, one, pen);
    todo(queries, one, pen, false);
    return new CompanyReport(pen.body(), orders(one, company, all, theirs), pen.withheld());
  }

  private OtherNames others(
      Queries queries,
      Nonconformance one,
      CompanyId company,
      List<AffectedCompany> all,
      boolean theirs) {
    List<String> names = new ArrayList<>(readers.namesBesides(queries, company));
    all.stream()
        .filter(other -> !other.company().equals(company))
        .flatMap(other -> other.order().stream())
        .map(OrderNumber::value)
        .forEach(names::add);
    one.anchor().order().filter(order -> !theirs).map(AnchoredOrder::number).ifPresent(names::add);
    return new OtherNames(names);
  }

  private static List<OrderNumber> orders(
      Nonconformance one, CompanyId company, List<AffectedCompany> all, boolean theirs) {
    List<OrderNumber> orders = new ArrayList<>();
    one.anchor()
        .order()
        .filter(order -> theirs)
        .map(order -> new OrderNumber(order.number()))
        .ifPresent(orders::add);
    all.stream()
        .filter(own -> own.company().equals(company))
        .flatMap(own -> own.order().stream())
        .forEach(orders::add);
    return orders.stream().distinct().toList();
  }

  private void analysis(Queries queries, Nonconformance one, ReportPen pen) {
    CauseAnalysis found = causes.find(queries, one.number());
    pen.whys(found.whys());
    pen.text("cause", found.cause());
    pen.text("prevention", found.prevention());
    pen.text("thanks", found.thanks());
  }

  /** What is done, in the order in which it was raised; what is not done any more is left out. */
  private void todo(Queries queries, Nonconformance one, ReportPen pen, boolean counts) {
    Map<ActionNumber, PurposedAction> known =
        purposes.of(queries, one.number()).stream()
            .collect(Collectors.toMap(PurposedAction::action, Function.identity()));
    for (Action action : actions.of(queries, NonconformanceActions.SOURCE, one.number().value())) {
      if (action.state() != ActionState.WITHDRAWN) {
        pen.action(action, Optional.ofNullable(known.get(action.number())), counts);
      }
    }
  }

  /** Writes one, and leaves out what its reader must not read. */
  private record ReportPen(
      Nonconformance one, Optional<OtherNames> others, ObjectNode body, List<String> withheld) {

    ReportPen(Nonconformance one, Optional<OtherNames> others) {
      this(one, others, Json.object(), new ArrayList<>());
    }

    void text(String part, Optional<String> text) {
      readable(part, text).ifPresent(said -> body.put(part, said));
    }

    private Optional<String> readable(String part, Optional<String> text) {
      Optional<String> left = others.map(names -> names.keepOutOf(text)).orElse(text);
      if (left.isEmpty() && text.isPresent()) {
        withheld.add(part);
      }
      return left;
    }

    /**
     * @param placed whether its reader reads where it showed
     */
    void head(boolean placed) {
      body.put("number", one.number().value());
      text("title", Optional.of(one.finding().title()));
      body.put("severity", one.finding().severity().code());
      body.put("state", one.isOpen() ? "open" : "closed");
      body.put("raisedAt", one.raised().at().toString());
      one.closing().ifPresent(closing -> body.put("closedAt", closing.at().toString()));
      ArrayNode team = body.putArray("team");
      one.team().stream().map(TeamMember::name).forEach(team::add);
      text("problem", one.finding().problem());
      one.anchor()
          .order()
          .filter(order -> placed)
          .ifPresent(order -> body.set("about", NonconformanceReader.aboutOrder(order)));
    }

    void contained(List<AffectedCompany> those) {
      ArrayNode contained = body.putArray("contained");
      for (AffectedCompany own : those) {
        ObjectNode line = contained.addObject();
        own.order().ifPresent(order -> line.put("order", order.value()));
        own.line().ifPresent(number -> line.put("line", number));
        own.codes().forEach(line.withArray("codes")::add);
        own.amount().ifPresent(amount -> line.set("amount", Json.tree(amount)));
      }
    }

    /** Whose each is, for the house. */
    void name(List<AffectedCompany> those, Map<CompanyId, String> names) {
      for (int at = 0; at < those.size(); at++) {
        ((ObjectNode) body.get("contained").get(at))
            .put("company", names.get(those.get(at).company()));
      }
    }

    void whys(List<String> whys) {
      ArrayNode said = body.putArray("whys");
      for (int at = 0; at < whys.size(); at++) {
        readable("whys[%d]".formatted(at), Optional.of(whys.get(at))).ifPresent(said::add);
      }
    }

    void action(Action action, Optional<PurposedAction> purposed, boolean counts) {
      ObjectNode shown = body.withArray("actions").addObject();
      String part = "actions[%d]".formatted(body.get("actions").size() - 1);
      readable(part, Optional.of(action.text())).ifPresent(text -> shown.put("text", text));
      purposed.ifPresent(known -> shown.put("purpose", known.purpose().code()));
      shown.put("owner", action.owner().name());
      shown.put("due", action.due().toString());
      shown.put("done", !action.state().isOpen());
      action.closing().ifPresent(closing -> shown.put("doneAt", closing.at().toString()));
      purposed
          .flatMap(PurposedAction::proof)
          .ifPresent(proof -> shown.set("proof", counts ? counted(proof) : said(proof)));
      if (counts) {
        shown.put("number", action.number().value());
      }
    }

    /** How many pieces were measured says how many others there are: a company reads no count. */
    private static ObjectNode said(WatchedProof proof) {
      ObjectNode said = Json.object();
      said.set("name", Json.tree(proof.name()));
      proof.count().provenAt().ifPresent(at -> said.put("provenAt", at.toString()));
      return said;
    }

    private static ObjectNode counted(WatchedProof proof) {
      ObjectNode counted = said(proof);
      counted.set("product", Json.tree(proof.wanted().product()));
      counted.put("requirement", proof.wanted().requirement());
      counted.put("goal", proof.wanted().goal());
      counted.put("counted", proof.count().counted());
      counted.put("restarts", proof.count().restarts());
      proof.count().failedAt().ifPresent(at -> counted.put("failedAt", at.toString()));
      return counted;
    }
  }
}
