package org.vitrine.surveys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.ContactOf;
import org.vitrine.platform.database.Queries;
import org.vitrine.surveys.SampleDraw.SampleMember;

/** Who is in question, and who of them would be asked. */
final class SurveyFrame {
  private static final int MOST = 100_000;

  private final Companies companies;
  private final Contacts contacts = new Contacts();
  private final SurveyPaceRepository pace = new SurveyPaceRepository();

  SurveyFrame(Companies companies) {
    this.companies = companies;
  }

  /**
   * Whom a survey would ask.
   *
   * @param all who is in question, without those who do not want to be asked
   * @param left how many do not
   * @param drawn those of them whom the seed draws; all where there is no sample
   */
  record Drawn(List<SampleMember> all, int left, List<SampleMember> drawn, Map<Long, Company> of) {}

  /** The companies that a survey is about; read before a transaction begins. */
  List<Company> companies(SurveyAudience audience) {
    Set<CompanyId> named = new HashSet<>();
    audience
        .companies()
        .forEach(code -> companies.find(code).map(Company::id).ifPresent(named::add));
    return companies.all().stream()
        .filter(
            company ->
                audience.all()
                    || audience.tiers().contains(company.tier())
                    || named.contains(company.id()))
        .toList();
  }

  Drawn draw(Queries queries, Survey survey, List<Company> asked) {
    Map<CompanyId, Company> byId =
        asked.stream().collect(Collectors.toMap(Company::id, company -> company));
    List<ContactOf> people = contacts.of(queries, byId.keySet(), MOST);
    Set<Long> left = pace.leftBy(queries, people.stream().map(one -> one.contact().id()).toList());
    List<SampleMember> all = new ArrayList<>();
    Map<Long, Company> of = new HashMap<>();
    for (ContactOf one : people) {
      Company company = byId.get(one.company());
      of.put(one.contact().id(), company);
      if (!left.contains(one.contact().id())) {
        all.add(member(one.contact().id(), company));
      }
    }
    SurveySample sample = survey.plan().audience().sample();
    List<SampleMember> drawn = sample == null ? all : SampleDraw.draw(all, sample, survey.seed());
    return new Drawn(all, left.size(), drawn, of);
  }

  private static SampleMember member(long person, Company company) {
    return new SampleMember(
        person,
        company.id().value(),
        company.tier().name().toLowerCase(Locale.ROOT),
        company.kind().name().toLowerCase(Locale.ROOT));
  }
}
