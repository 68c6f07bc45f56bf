package org.vitrine.recalls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.Amount;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.Recall.RecallMark;
import org.vitrine.recalls.TellingPlan.PlannedNotice;

/**
 * How telling stands, for staff: what is written, what each company is to be told now, what it was
 * told, and how far it is.
 */
final class RecallBoard {
  private final Companies companies;
  private final Concerns concerns;
  private final RecallRepository repository = new RecallRepository();
  private final RecallNoticeRepository notices = new RecallNoticeRepository();

  RecallBoard(Companies companies, Concerns concerns) {
    this.companies = companies;
    this.concerns = concerns;
  }

  /** Throws {@link Rejection.NotFound} where there is no such nonconformance. */
  void require(Queries queries, NonconformanceNumber nonconformance) {
    concerns.require(queries, nonconformance);
  }

  /** The same where there is none. */
  ObjectNode page(Queries queries, NonconformanceNumber nonconformance) {
    require(queries, nonconformance);
    Map<CompanyId, List<NoticeLine>> concerned = concerns.of(queries, nonconformance);
    Optional<Recall> written = repository.find(queries, nonconformance);
    TellingPlan plan = TellingPlan.between(written, concerned, notices.of(queries, nonconformance));
    ObjectNode page = Json.object().put("number", nonconformance.value());
    written.ifPresent(recall -> write(page, recall));
    page.put("preview", plan.fingerprint());
    page.put("toTell", plan.toTell().size());
    page.set("sums", sums(plan.notices()));
    Map<CompanyId, String> names =
        companies.namesById(queries, plan.notices().stream().map(PlannedNotice::company).toList());
    ObjectNode rows = page.putObject("companies");
    for (PlannedNotice one : plan.notices()) {
      rows.set(
          String.valueOf(one.company().value()),
          row(one).put("name", names.getOrDefault(one.company(), "")));
    }
    return page;
  }

  private static void write(ObjectNode page, Recall recall) {
    ObjectNode written = page.putObject("written");
    written.setAll(RecallReader.words(recall.matter()));
    written.put("version", recall.version());
    mark(written, "saved", recall.saved());
    recall.told().ifPresent(told -> mark(page, "told", told));
  }

  private static void mark(ObjectNode page, String name, RecallMark mark) {
    page.putObject(name).put("at", mark.at().toString()).put("by", mark.by());
  }

  /** Of how many pieces, and of how many companies, what is done. */
  private static ObjectNode sums(List<PlannedNotice> notices) {
    ObjectNode sums = Json.object();
    sum(sums, "concerned", notices, one -> !one.lines().isEmpty(), PlannedNotice::lines);
    told(sums, "told", notices, notice -> true);
    told(sums, "read", notices, notice -> notice.answer().read().isPresent());
    told(sums, "acknowledged", notices, RecallNotice::isAcknowledged);
    told(sums, "left", notices, notice -> notice.state() == RecallNotice.NoticeState.LEFT);
    ObjectNode done = told(sums, "done", notices, RecallNotice::isDone);
    done.set(
        "pieces",
        Json.tree(
            notices.stream()
                .flatMap(one -> one.before().stream())
                .map(notice -> notice.handling().done())
                .reduce(Amount.NONE, Amount::plus)));
    return sums;
  }

  private static ObjectNode told(
      ObjectNode sums, String name, List<PlannedNotice> notices, Predicate<RecallNotice> counts) {
    return sum(
        sums,
        name,
        notices,
        one -> one.before().filter(had -> !had.lines().isEmpty()).filter(counts).isPresent(),
        one -> one.before().orElseThrow().lines());
  }

  private static ObjectNode sum(
      ObjectNode sums,
      String name,
      List<PlannedNotice> notices,
      Predicate<PlannedNotice> counts,
      Function<PlannedNotice, List<NoticeLine>> lines) {
    List<PlannedNotice> counted = notices.stream().filter(counts).toList();
    ObjectNode sum = sums.putObject(name).put("companies", counted.size());
    sum.set(
        "pieces",
        Json.tree(
            counted.stream().map(lines).map(NoticeLine::pieces).reduce(Amount.NONE, Amount::plus)));
    return sum;
  }

  private static ObjectNode row(PlannedNotice planned) {
    ObjectNode row = Json.object();
    row.set("lines", Json.tree(planned.lines()));
    row.set("pieces", Json.tree(NoticeLine.pieces(planned.lines())));
    planned.news().ifPresent(news -> row.put("toTell", news.code()));
    planned.before().ifPresent(notice -> row.set("notice", RecallReader.standing(notice)));
    return row;
  }
}
