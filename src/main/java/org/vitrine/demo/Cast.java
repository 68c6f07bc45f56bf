package org.vitrine.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Companies;
import org.vitrine.accounts.Companies.SaveCompany;
import org.vitrine.accounts.Company;
import org.vitrine.accounts.CompanyId;
import org.vitrine.accounts.CompanyKind;
import org.vitrine.accounts.People;
import org.vitrine.accounts.Role;
import org.vitrine.accounts.Tier;
import org.vitrine.accounts.Token;

/** Who buys from the plant, who works there, and the links that let a visitor be one of them. */
final class Cast {
  static final String ACCOUNT_MANAGER = "Li Wen";

  private static final Duration LINK_LASTS = Duration.ofHours(12);

  private static final List<Buyer> BUYERS =
      List.of(
          new Buyer("northwind", "Northwind Climate", CompanyKind.CUSTOMER, Tier.GOLD),
          new Buyer("harbour", "Harbour Hotels", CompanyKind.CUSTOMER, Tier.PLATINUM),
          new Buyer("greenfield", "Greenfield Homes", CompanyKind.CUSTOMER, Tier.STANDARD),
          new Buyer("kuehl", "Kühl & Partner Klimatechnik", CompanyKind.DISTRIBUTOR, Tier.PLATINUM),
          new Buyer("pacific", "Pacific Cooling Supply", CompanyKind.DISTRIBUTOR, Tier.SILVER));

  private static final List<Person> PERSONS =
      List.of(
          new Person("Amelia Hart", "amelia@northwind.example", Role.CUSTOMER, "northwind", true),
          new Person("Jonas Kühl", "jonas@kuehl.example", Role.DISTRIBUTOR, "kuehl", true),
          new Person(ACCOUNT_MANAGER, "li.wen@foshan.example", Role.ACCOUNT_MANAGER, "", true),
          new Person("Zhang Wei", "zhang.wei@foshan.example", Role.OPERATOR, "", true),
          new Person("Chen Yu", "chen.yu@foshan.example", Role.QUALITY_MANAGER, "", false),
          new Person("Wu Min", "wu.min@foshan.example", Role.ADMINISTRATOR, "", true),
          new Person("Marcus Lee", "marcus@harbour.example", Role.CUSTOMER, "harbour", false),
          new Person("Ruth Adeyemi", "ruth@greenfield.example", Role.CUSTOMER, "greenfield", false),
          new Person("Kenji Mori", "kenji@pacific.example", Role.DISTRIBUTOR, "pacific", false));

  private record Buyer(String code, String name, CompanyKind kind, Tier tier) {}

  /** Staff have no company; {@code shown} are those a visitor may be. */
  private record Person(String name, String email, Role role, String company, boolean shown) {}

  private Cast() {}

  /** Makes sure that they are all there; returns a new link for each one a visitor may be. */
  static List<DemoPlant.Link> welcome(Companies companies, People people, Access access) {
    for (Buyer buyer : BUYERS) {
      companies.save(buyer.code(), new SaveCompany(buyer.name(), buyer.kind(), buyer.tier()));
    }
    List<DemoPlant.Link> links = new ArrayList<>();
    for (Person person : PERSONS) {
      long id =
          people.save(companiesOf(companies, person), person.name(), person.email(), person.role());
      if (person.shown()) {
        Token token = access.signInLink(id, LINK_LASTS);
        links.add(new DemoPlant.Link(person.role(), person.name(), place(person.company()), token));
      }
    }
    return links;
  }

  /** A contact speaks for one company; the account manager looks after all of them. */
  private static List<CompanyId> companiesOf(Companies companies, Person person) {
    return companies.all().stream()
        .filter(
            company ->
                person.role() == Role.ACCOUNT_MANAGER || company.code().equals(person.company()))
        .map(Company::id)
        .toList();
  }

  private static String place(String code) {
    return BUYERS.stream()
        .filter(buyer -> buyer.code().equals(code))
        .map(Buyer::name)
        .findFirst()
        .orElse("");
  }
}
