package org.vitrine.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.CompanyListRepository.CompanySearch;
import org.vitrine.people.CompanyListRepository.CountedCompany;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** Companies as staff read them: in lists, one by one, and what was agreed with each. */
final class CompanyReader {
  private final Database database;
  private final Companies companies;
  private final CompanyManagers managers;
  private final CompanyListRepository lists = new CompanyListRepository();
  private final TimelineRepository timeline = new TimelineRepository();

  CompanyReader(Database database, Companies companies, CompanyManagers managers) {
    this.database = database;
    this.companies = companies;
    this.managers = managers;
  }

  /** A page of companies, by name. */
  record CompanyPage(List<ListedCompany> companies, Optional<String> next) {}

  /** A page of what was agreed, newest first. */
  record AgreedPage(List<AgreedPoint> agreed, Optional<String> next) {}

  CompanyPage page(Paging paging, CompanySearch search) {
    Paging.ListPart<CountedCompany> part =
        paging.part(lists.search(database, search), CountedCompany::code);
    return new CompanyPage(listed(part.shown()), part.next());
  }

  /** Throws {@link Rejection.NotFound} where there is none. */
  ListedCompany require(String code) {
    return find(code).orElseThrow(() -> CompanyDesk.notFound(code));
  }

  /** The company of this code, or of the one that it leads to. */
  Optional<ListedCompany> find(String code) {
    return companies
        .find(code)
        .flatMap(found -> listed(lists.find(database, List.of(found.id()))).stream().findFirst());
  }

  private Company found(String code) {
    return companies.find(code).orElseThrow(() -> CompanyDesk.notFound(code));
  }

  private List<ListedCompany> listed(List<CountedCompany> some) {
    Map<CompanyId, List<CompanyManager>> looking =
        some.isEmpty()
            ? Map.of()
            : managers.of(database, some.stream().map(CountedCompany::id).toList());
    return some.stream()
        .map(
            one ->
                new ListedCompany(
                    ShownCompany.of(one.kept(), looking.getOrDefault(one.id(), List.of())),
                    one.people(),
                    one.openOrders()))
        .toList();
  }

  AgreedPage agreed(String code, Paging paging) {
    CompanyId company = found(code).id();
    Paging.ListPart<AgreedPoint> part =
        paging.part(
            timeline.of(
                database,
                company,
                paging.after().map(AgreedPlace::read).orElse(AgreedPlace.NEWEST),
                paging.looked()),
            AgreedPoint::place);
    return new AgreedPage(part.shown(), part.next());
  }

  List<CompanyManager> managers() {
    return managers.every(database);
  }
}
