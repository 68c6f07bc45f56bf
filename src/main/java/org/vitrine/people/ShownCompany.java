package org.vitrine.people;

import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.KeptCompany;
import org.vitrine.companies.Tier;

/** A company as staff read it: without the key it has inside. */
record ShownCompany(
    String code,
    String name,
    CompanyKind kind,
    Tier tier,
    Optional<String> language,
    Optional<String> zone,
    List<CompanyManager> managers,
    long version) {

  static ShownCompany of(KeptCompany kept, List<CompanyManager> managers) {
    return new ShownCompany(
        kept.company().code(),
        kept.company().name(),
        kept.company().kind(),
        kept.company().tier(),
        kept.language(),
        kept.zone(),
        managers,
        kept.version());
  }
}
