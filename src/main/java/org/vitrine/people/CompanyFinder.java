package org.vitrine.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyChange;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.people.CompanyFindRepository.FoundCompany;
import org.vitrine.platform.database.Queries;

/** Finds companies by their name and code; for the house alone. */
final class CompanyFinder implements SearchSource {
  private final CompanyFindRepository repository = new CompanyFindRepository();

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.READ_PLANT);
  }

  @Override
  public Set<String> hears() {
    return Set.of(CompanyChange.KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    return repository.find(queries, keys).stream().map(CompanyFinder::findable).toList();
  }

  private static Findable findable(FoundCompany company) {
    return new Findable(
        String.valueOf(company.id()),
        Optional.empty(),
        true,
        new FoundText(
            company.name(),
            Optional.of(company.code()),
            "/companies/" + FoundText.encoded(company.code()),
            true),
        List.of(company.code()),
        List.of(),
        company.at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
