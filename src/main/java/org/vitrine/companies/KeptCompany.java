package org.vitrine.companies;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Companies.SaveCompany;

/**
 * A company as the house keeps it.
 *
 * @param language in which its people read where they do not say so themselves (BCP 47)
 * @param zone in which they are told times then (IANA)
 * @param version raised by each change
 */
public record KeptCompany(
    Company company, Optional<String> language, Optional<String> zone, long version) {

  /** What it will be; what somebody leaves open stays as it is. */
  KeptCompany with(SaveCompany wanted) {
    return new KeptCompany(
        new Company(company.id(), company.code(), wanted.name(), wanted.kind(), wanted.tier()),
        wanted.language().or(this::language).filter(tag -> !tag.isEmpty()),
        wanted.zone().or(this::zone).filter(name -> !name.isEmpty()),
        version);
  }

  /** True where it is all of this already. */
  public boolean is(SaveCompany wanted) {
    return equals(with(wanted));
  }

  /** By name, what it was before and what it is now, where these differ. */
  Map<String, Object> changedFrom(Optional<KeptCompany> before) {
    Map<String, Object> changed = new LinkedHashMap<>();
    Optional<Company> was = before.map(KeptCompany::company);
    put(changed, "name", was.map(Company::name), Optional.of(company.name()));
    put(changed, "kind", was.map(Company::kind), Optional.of(company.kind()));
    put(changed, "tier", was.map(Company::tier), Optional.of(company.tier()));
    put(changed, "language", before.flatMap(KeptCompany::language), language);
    put(changed, "zone", before.flatMap(KeptCompany::zone), zone);
    return changed;
  }

  private static void put(
      Map<String, Object> changed, String name, Optional<?> before, Optional<?> after) {
    if (!before.equals(after)) {
      changed.put(name, Map.of("before", written(before), "after", written(after)));
    }
  }

  private static String written(Optional<?> value) {
    return value
        .map(one -> one instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : one)
        .map(String::valueOf)
        .orElse("");
  }
}
