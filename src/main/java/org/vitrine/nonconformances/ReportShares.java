package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionChange;
import org.vitrine.actions.ActionChange.ActionStanding;
import org.vitrine.actions.ActionSource;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.EightDReport.CompanyReport;
import org.vitrine.nonconformances.SharedReportRepository.ReportShare;
import org.vitrine.nonconformances.SharedReportRepository.SharedRow;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Who of the customers reads the report: what was written for their company lies where it can read
 * it, and is written anew whenever something is another.
 */
final class ReportShares implements Subscriber {
  private static final int MOST_LISTED = 200;

  private final Database database;
  private final Companies companies;
  private final NonconformanceDesk desk;
  private final EightDReport report;
  private final SharedReportRepository repository = new SharedReportRepository();

  ReportShares(
      Database database, Companies companies, NonconformanceDesk desk, EightDReport report) {
    this.database = database;
    this.companies = companies;
    this.desk = desk;
    this.report = report;
  }

  List<ReportShare> withWhom(Queries queries, NonconformanceNumber number) {
    return repository.withWhom(queries, number);
  }

  /**
   * From now on this company reads it. Throws {@link Rejection.Invalid} on the text that names
   * another company, which this one would learn of.
   */
  void share(Queries transaction, NonconformanceNumber number, Company company, Actor by) {
    Nonconformance one = desk.lock(transaction, number);
    CompanyReport written = report.forCompany(transaction, one, company.id());
    if (!written.withheld().isEmpty()) {
      throw new Rejection.Invalid(
          written.withheld().getFirst(), "This names another company or an order of one");
    }
    if (repository.share(transaction, number, company.id(), written, desk.now(), by.name())) {
      desk.write(transaction, one, "report-shared", said(company), by);
    }
  }

  /** From now on it reads it no more. */
  void takeBack(Queries transaction, NonconformanceNumber number, Company company, Actor by) {
    Nonconformance one = desk.lock(transaction, number);
    if (repository.takeBack(transaction, number, company.id())) {
      desk.write(transaction, one, "report-taken-back", said(company), by);
    }
  }

  private static ObjectNode said(Company company) {
    return Json.object().put("company", company.name());
  }

  /** As the company reads it; nothing where it was not shared with it. */
  Optional<ObjectNode> read(CompanyId company, NonconformanceNumber number) {
    return database.onBehalfOf(
        Optional.of(company.value()), queries -> repository.read(queries, number, company));
  }

  /** Those that a company reads, of one order or of all. */
  List<SharedRow> ofCompany(CompanyId company, Optional<OrderNumber> order) {
    return database.onBehalfOf(
        Optional.of(company.value()),
        queries -> repository.ofCompany(queries, company, order, MOST_LISTED));
  }

  Company company(String code) {
    return companies.require(code);
  }

  boolean isCalled(CompanyId company, String code) {
    return companies.find(company).filter(own -> own.code().equals(code)).isPresent();
  }

  @Override
  public String name() {
    return "nonconformances.shared-reports";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(NonconformanceChange.KIND, ActionChange.KIND);
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    Set<Long> moved = new HashSet<>();
    for (Change change : changes) {
      if (change.kind().equals(NonconformanceChange.KIND)) {
        moved.add(Long.valueOf(change.key()));
      } else {
        ActionStanding.of(change)
            .source()
            .filter(source -> source.kind().equals(NonconformanceActions.SOURCE))
            .map(ActionSource::number)
            .ifPresent(moved::add);
      }
    }
    moved.stream().sorted().forEach(number -> rewrite(transaction, number));
  }

  private void rewrite(Queries transaction, long moved) {
    NonconformanceNumber number = new NonconformanceNumber(moved);
    List<ReportShare> shares = repository.withWhom(transaction, number);
    if (!shares.isEmpty()) {
      Nonconformance one = desk.lock(transaction, number);
      for (ReportShare share : shares) {
        repository.rewrite(
            transaction,
            number,
            share.company(),
            report.forCompany(transaction, one, share.company()));
      }
    }
  }
}
