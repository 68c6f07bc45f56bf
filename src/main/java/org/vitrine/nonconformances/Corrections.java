package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.Actions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.CauseAnalysis.WriteAnalysis;
import org.vitrine.nonconformances.EightDReport.AffectedCompanies;
import org.vitrine.nonconformances.NonconformanceActions.RaiseAction;
import org.vitrine.nonconformances.NonconformanceCost.BookCost;
import org.vitrine.nonconformances.SharedReportRepository.ReportShare;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * The door to what is found out and done about a nonconformance, whether it worked, what it costs,
 * and the report of all that.
 */
public final class Corrections {
  private final Database database;
  private final Companies companies;
  private final Actions actions;
  private final NonconformanceDesk desk;
  private final NonconformanceActions raised;
  private final ProofLedger proofs;
  private final CostBook costs;
  private final EightDReport report;
  private final ReportShares shares;
  private final AffectedCompanies affected;
  private final CauseRepository causes = new CauseRepository();
  private final NonconformanceRepository repository = new NonconformanceRepository();

  public Corrections(
      Database database, Nonconformances nonconformances, Companies companies, Actions actions) {
    this.database = database;
    this.companies = companies;
    this.actions = actions;
    this.desk = nonconformances.desk();
    this.raised = new NonconformanceActions(actions, desk);
    this.proofs = new ProofLedger(actions, nonconformances.snapshots(), desk);
    this.costs = new CostBook(desk);
    this.affected = nonconformances::affected;
    this.report = new EightDReport(actions, affected);
    this.shares = new ReportShares(database, companies, desk, report);
  }

  ProofLedger proofs() {
    return proofs;
  }

  ReportShares shares() {
    return shares;
  }

  /** What staff read of it beside the nonconformance itself; nothing where there is none. */
  Optional<ObjectNode> page(Database asked, NonconformanceNumber number) {
    return asked.inTransaction(
        queries ->
            repository.find(queries, List.of(number)).stream()
                .findFirst()
                .map(one -> page(queries, one)));
  }

  private ObjectNode page(Queries queries, Nonconformance one) {
    ObjectNode page = Json.object().put("version", one.version());
    page.set("report", report.forHouse(queries, one));
    page.set("costs", Json.tree(costs.of(queries, one.number())));
    List<CompanyId> concerned =
        affected.of(queries, one.number()).stream()
            .map(AffectedCompany::company)
            .distinct()
            .toList();
    List<ReportShare> shared = shares.withWhom(queries, one.number());
    ArrayNode readers = page.putArray("readers");
    for (Company company : companies(queries, concerned, shared)) {
      ObjectNode reader =
          readers.addObject().put("company", company.code()).put("name", company.name());
      reader.put("concerned", concerned.contains(company.id()));
      shared.stream()
          .filter(share -> share.company().equals(company.id()))
          .forEach(
              share -> reader.put("sharedAt", share.at().toString()).put("sharedBy", share.by()));
    }
    return page;
  }

  private List<Company> companies(
      Queries queries, List<CompanyId> concerned, List<ReportShare> shared) {
    return Stream.concat(concerned.stream(), shared.stream().map(ReportShare::company))
        .distinct()
        .map(company -> companies.require(queries, company))
        .toList();
  }

  /** The report, as the house reads it or as it looks to a company, and what of it is left out. */
  ObjectNode report(NonconformanceNumber number, Optional<Company> company) {
    return database.inTransaction(
        queries -> {
          Nonconformance one = desk.read(queries, number);
          return company
              .map(reader -> preview(queries, one, reader))
              .orElseGet(() -> report.forHouse(queries, one));
        });
  }

  private ObjectNode preview(Queries queries, Nonconformance one, Company company) {
    EightDReport.CompanyReport written = report.forCompany(queries, one, company.id());
    written.withheld().forEach(written.body().putArray("withheld")::add);
    return written.body();
  }

  /**
   * Writes what was found out.
   *
   * @param startedFrom the version that whoever does so has read
   */
  public void write(
      NonconformanceNumber number, WriteAnalysis wanted, Optional<Long> startedFrom, Actor by) {
    CauseAnalysis analysis = wanted.analysis();
    database.inTransaction(
        transaction -> {
          Nonconformance one = desk.lock(transaction, number);
          if (startedFrom.isPresent() && startedFrom.get() != one.version()) {
            throw new Rejection.ChangedMeanwhile(page(transaction, one), null, null);
          }
          if (!causes.find(transaction, number).equals(analysis)) {
            causes.save(transaction, number, analysis);
            desk.write(transaction, one, "report-written", Json.object(), by);
          }
          return one;
        });
  }

  /**
   * What an action is for, and by what it is seen that it worked.
   *
   * @param proof absent where nothing is measured
   */
  record NamePurpose(ActionPurpose purpose, NamedProof proof) {
    NamePurpose {
      if (purpose == null) {
        throw new Rejection.Invalid(
            "purpose", "Say what it is for: containment, correction or prevention");
      }
    }
  }

  /**
   * What is sent to have something done for a purpose.
   *
   * @param owner by e-mail address
   * @param due the last day, where the plant is
   */
  public record RaiseCorrection(
      ActionPurpose purpose, String text, String owner, LocalDate due, NamedProof proof) {
    RaiseAction action() {
      return new RaiseAction(text, owner, due);
    }

    NamePurpose named() {
      return new NamePurpose(purpose, proof);
    }
  }

  /** Has something done about it, and says what for. */
  public ActionNumber raise(NonconformanceNumber number, RaiseCorrection wanted, Actor by) {
    NamePurpose named = wanted.named();
    RaiseAction action = wanted.action();
    return database.inTransaction(
        transaction -> {
          ActionNumber made = raised.raise(transaction, number, action, by);
          name(transaction, desk.lock(transaction, number), made, named, by);
          return made;
        });
  }

  private void name(
      Queries transaction, Nonconformance one, ActionNumber action, NamePurpose wanted, Actor by) {
    proofs.name(
        transaction, one, action, wanted.purpose(), Optional.ofNullable(wanted.proof()), by);
  }

  void name(NonconformanceNumber number, ActionNumber action, NamePurpose wanted, Actor by) {
    database.inTransaction(
        transaction -> {
          Nonconformance one = desk.lock(transaction, number);
          if (actions.of(transaction, NonconformanceActions.SOURCE, number.value()).stream()
              .noneMatch(known -> known.number().equals(action))) {
            throw new Rejection.NotFound("It raised no such action");
          }
          name(transaction, one, action, wanted, by);
          return one;
        });
  }

  public void book(NonconformanceNumber number, BookCost wanted, Actor by) {
    database.inTransaction(
        transaction -> {
          costs.book(transaction, number, wanted, by);
          return number;
        });
  }

  void takeBack(NonconformanceNumber number, long entry, String reason, Actor by) {
    database.inTransaction(
        transaction -> {
          costs.takeBack(transaction, number, entry, reason, by);
          return number;
        });
  }

  void share(NonconformanceNumber number, Company company, boolean shared, Actor by) {
    database.inTransaction(
        transaction -> {
          if (shared) {
            shares.share(transaction, number, company, by);
          } else {
            shares.takeBack(transaction, number, company, by);
          }
          return number;
        });
  }
}
