package org.vitrine.recalls;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.NoticeAudience.ForCompany;
import org.vitrine.recalls.NoticeAudience.ForHolder;
import org.vitrine.recalls.NoticeAudience.ForManufacturer;
import org.vitrine.recalls.Recall.RecallMark;
import org.vitrine.recalls.RecallNotice.NoticeState;

/**
 * Notices as each audience reads them. An allow-list: whatever a notice gets later is read by
 * nobody by itself.
 */
final class RecallReader {
  private final Database database;
  private final Companies companies;
  private final RecallNoticeRepository repository = new RecallNoticeRepository();

  RecallReader(Database database, Companies companies) {
    this.database = database;
    this.companies = companies;
  }

  /** The same over other connections. */
  RecallReader over(Database other) {
    return new RecallReader(other, companies);
  }

  /** A notice by itself; nothing where it is not theirs, or they hold a link to an order. */
  Optional<ObjectNode> one(NoticeAudience audience, RecallNoticeId id) {
    return as(
        audience,
        queries ->
            repository.find(queries, List.of(id), audience.company()).stream()
                .findFirst()
                .map(notice -> page(queries, audience, notice)));
  }

  /** Those about an order, by their keys. */
  ObjectNode ofOrder(NoticeAudience audience, OrderNumber order) {
    return as(
        audience,
        queries -> {
          ObjectNode page = Json.object();
          ObjectNode notices = page.putObject("notices");
          for (RecallNotice notice : repository.of(queries, order, audience.company())) {
            notices.set(
                notice.id().text(),
                audience instanceof ForHolder
                    ? forHolder(notice, order)
                    : page(queries, audience, notice));
          }
          return page;
        });
  }

  /** Those of a company of which something is left to be done, by their keys. */
  ObjectNode open(ForCompany audience) {
    return as(
        audience,
        queries -> {
          ObjectNode page = Json.object();
          ObjectNode notices = page.putObject("notices");
          repository.of(queries, audience.of()).stream()
              .filter(notice -> !notice.withoutLeaving().isFinished())
              .forEach(notice -> notices.set(notice.id().text(), page(queries, audience, notice)));
          return page;
        });
  }

  private <T> T as(NoticeAudience audience, Function<Queries, T> work) {
    return database.onBehalfOf(audience.company().map(CompanyId::value), work);
  }

  private ObjectNode page(Queries queries, NoticeAudience audience, RecallNotice notice) {
    Company company = companies.require(queries, notice.company());
    return switch (audience) {
      case ForManufacturer staff -> forStaff(staff, notice, company);
      case ForCompany own -> forCompany(own, notice, company);
      case ForHolder holder -> throw RecallNoticeId.notHere();
    };
  }

  private static ObjectNode forStaff(ForManufacturer staff, RecallNotice notice, Company company) {
    ObjectNode page = told(notice, notice.lines());
    page.putObject("company").put("code", company.code()).put("name", company.name());
    page.put("nonconformance", notice.nonconformance().value());
    page.setAll(standing(notice));
    ArrayNode can = page.putArray("can");
    if (staff.answers() && mayChoose(notice)) {
      can.add("choose");
    }
    if (staff.tells() && notice.state() != NoticeState.CLEARED) {
      can.add("handle");
    }
    return page;
  }

  /** How far it is, as staff see it. */
  static ObjectNode standing(RecallNotice notice) {
    ObjectNode page = Json.object().put("id", notice.id().text());
    told(page, notice);
    page.put("state", notice.state().code());
    page.set("pieces", Json.tree(notice.pieces()));
    answered(page, notice);
    notice
        .handling()
        .left()
        .ifPresent(left -> mark(page, "left", left.mark()).put("reason", left.reason()));
    return page;
  }

  /** That nothing more is done is for the house: whoever was told can still choose. */
  private static ObjectNode forCompany(ForCompany own, RecallNotice notice, Company company) {
    ObjectNode page = told(notice, notice.lines());
    page.putObject("company").put("name", company.name());
    page.put("state", notice.withoutLeaving().state().code());
    answered(page, notice);
    ArrayNode can = page.putArray("can");
    if (own.answers() && mayChoose(notice)) {
      can.add("choose");
    }
    boolean sellsOn = company.kind() == CompanyKind.DISTRIBUTOR;
    if (own.answers() && sellsOn && !notice.lines().isEmpty()) {
      can.add("reach");
    }
    return page;
  }

  private static boolean mayChoose(RecallNotice notice) {
    return !notice.lines().isEmpty()
        && !notice.isDone()
        && (notice.handling().begun().isEmpty() || !notice.isAcknowledged());
  }

  /** What is wrong with this order's, and what to do: not what its company answered. */
  private static ObjectNode forHolder(RecallNotice notice, OrderNumber order) {
    List<NoticeLine> lines = notice.lines().stream().filter(line -> line.isOf(order)).toList();
    ObjectNode page = told(notice, lines);
    page.put("state", (lines.isEmpty() ? NoticeState.CLEARED : NoticeState.TOLD).code());
    page.putArray("can");
    return page;
  }

  private static ObjectNode told(RecallNotice notice, List<NoticeLine> lines) {
    ObjectNode page = Json.object().put("id", notice.id().text());
    page.setAll(words(notice.matter()));
    page.set("lines", Json.tree(lines));
    page.set("pieces", Json.tree(NoticeLine.pieces(lines)));
    told(page, notice);
    return page;
  }

  private static void told(ObjectNode page, RecallNotice notice) {
    page.putObject("told")
        .put("at", notice.telling().last().at().toString())
        .put("first", notice.telling().first().toString())
        .put("news", notice.telling().news().code());
  }

  static ObjectNode words(RecallMatter matter) {
    ObjectNode words = (ObjectNode) Json.tree(matter.words());
    words.set("remedies", Json.tree(matter.remedies().stream().sorted().toList()));
    return words;
  }

  private static void answered(ObjectNode page, RecallNotice notice) {
    RecallNotice.NoticeAnswer answer = notice.answer();
    answer.read().ifPresent(read -> mark(page, "read", read));
    answer
        .choice()
        .ifPresent(
            choice -> mark(page, "choice", choice.mark()).put("remedy", choice.remedy().code()));
    answer
        .reached()
        .ifPresent(reached -> mark(page, "reached", reached.mark()).put("count", reached.count()));
    page.put("acknowledged", notice.isAcknowledged());
    notice.handling().begun().ifPresent(at -> page.put("begunAt", at.toString()));
    page.set("done", Json.tree(notice.handling().done()));
  }

  private static ObjectNode mark(ObjectNode page, String name, RecallMark mark) {
    return page.putObject(name).put("at", mark.at().toString()).put("by", mark.by());
  }
}
