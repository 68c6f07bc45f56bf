package org.vitrine.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.people.People;

/** Who buys from the plant, who works there, and the links that let a visitor be one of them. */
final class Cast {
  static final String ACCOUNT_MANAGER = "Li Wen";

  private static final Duration LINK_LASTS = Duration.ofHours(12);

  private static final List<CastCompany> BUYERS =
      List.of(
          new CastCompany("northwind", "Northwind Climate", CompanyKind.CUSTOMER, Tier.GOLD),
          new CastCompany("harbour", "Harbour Hotels", CompanyKind.CUSTOMER, Tier.PLATINUM),
          new CastCompany("greenfield", "Greenfield Homes", CompanyKind.CUSTOMER, Tier.STANDARD),
          new CastCompany(
              "kuehl", "Kühl & Partner Klimatechnik", CompanyKind.DISTRIBUTOR, Tier.PLATINUM),
          new CastCompany(
              "pacific", "Pacific Cooling Supply", CompanyKind.DISTRIBUTOR, Tier.SILVER),
          new CastCompany("alpenhof", "Alpenhof Hotels", CompanyKind.CUSTOMER, Tier.SILVER),
          new CastCompany("marina", "Marina Suites", CompanyKind.CUSTOMER, Tier.STANDARD));

  private static final List<CastMember> PERSONS =
      List.of(
          new CastMember(
              "Amelia Hart", "amelia@northwind.example", Role.CUSTOMER, "northwind", true),
          new CastMember("Jonas Kühl", "jonas@kuehl.example", Role.DISTRIBUTOR, "kuehl", true),
          new CastMember(ACCOUNT_MANAGER, "li.wen@foshan.example", Role.ACCOUNT_MANAGER, "", true),
          new CastMember("Zhang Wei", "zhang.wei@foshan.example", Role.OPERATOR, "", true),
          new CastMember("Chen Yu", "chen.yu@foshan.example", Role.QUALITY_MANAGER, "", true),
          new CastMember("Wu Min", "wu.min@foshan.example", Role.ADMINISTRATOR, "", true),
          new CastMember("Marcus Lee", "marcus@harbour.example", Role.CUSTOMER, "harbour", false),
          new CastMember(
              "Ruth Adeyemi", "ruth@greenfield.example", Role.CUSTOMER, "greenfield", false),
          new CastMember("Kenji Mori", "kenji@pacific.example", Role.DISTRIBUTOR, "pacific", false),
          new CastMember("林晓梅", "lin@pacific.example", Role.DISTRIBUTOR, "pacific", false),
          new CastMember("Mei Tan", "mei@pacific.example", Role.DISTRIBUTOR, "pacific", false),
          new CastMember(
              "Priya Nair", "priya@northwind.example", Role.CUSTOMER, "northwind", false),
          new CastMember("Lena Vogt", "lena@kuehl.example", Role.DISTRIBUTOR, "kuehl", false),
          new CastMember("Tom Baker", "tom@harbour.example", Role.CUSTOMER, "harbour", false),
          new CastMember("Eva Huber", "eva@alpenhof.example", Role.CUSTOMER, "alpenhof", false),
          new CastMember("Ana Perić", "ana@marina.example", Role.CUSTOMER, "marina", false));

  private record CastCompany(String code, String name, CompanyKind kind, Tier tier) {}

  /** Staff have no company; {@code shown} are those a visitor may be. */
  private record CastMember(String name, String email, Role role, String company, boolean shown) {}

  private Cast() {}

  /** Makes sure that they are all there; returns a new link for each one a visitor may be. */
  static List<DemoPlant.Link> welcome(Companies companies, People people, Sessions sessions) {
    for (CastCompany buyer : BUYERS) {
      companies.save(buyer.code(), new SaveCompany(buyer.name(), buyer.kind(), buyer.tier()));
    }
    List<DemoPlant.Link> links = new ArrayList<>();
    for (CastMember person : PERSONS) {
      long id =
          people.save(companiesOf(companies, person), person.name(), person.email(), person.role());
      if (person.shown()) {
        Token token = sessions.links().make(id, LINK_LASTS);
        links.add(new DemoPlant.Link(person.role(), person.name(), place(person.company()), token));
      }
    }
    return links;
  }

  /** Who is who, by e-mail address, as each would be known who signs in. */
  static Map<String, Caller.SignedIn> callers(Companies companies, People people) {
    Map<String, Caller.SignedIn> callers = new HashMap<>();
    for (CastMember person : PERSONS) {
      List<CompanyId> own = companiesOf(companies, person);
      long id = people.save(own, person.name(), person.email(), person.role());
      Optional<CompanyId> speaksFor =
          person.role().isStaff() ? Optional.empty() : own.stream().findFirst();
      callers.put(person.email(), new Caller.SignedIn(id, person.name(), person.role(), speaksFor));
    }
    return callers;
  }

  /** A contact speaks for one company; the account manager looks after all of them. */
  private static List<CompanyId> companiesOf(Companies companies, CastMember person) {
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
        .map(CastCompany::name)
        .findFirst()
        .orElse("");
  }
}
