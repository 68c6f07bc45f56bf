package org.vitrine.companies;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.vitrine.companies.Merges.Holdings;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * Companies that become one, in PostgreSQL: what walks its catalogue is a function there (V101).
 */
final class MergeRepository {
  private static final String LOCK =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE id = ANY($1)
       ORDER BY id
         FOR UPDATE\
      """;

  private static final String HOLDINGS =
      """
      SELECT people, orders, voices, meetings, links
        FROM company_holdings($1)\
      """;

  private static final String VOTE_IN_SECRET =
      """
      SELECT companies_vote_in_secret($1, $2) AS vote\
      """;

  private static final String ONE_IS_AN_EXAMPLE =
      """
      SELECT one_is_an_example($1, $2) AS example\
      """;

  private static final String MERGE =
      """
      SELECT merge_companies($1, $2)\
      """;

  private static final String LEAD_TO =
      """
      INSERT INTO company_alias (code, company_id, name, kind, tier, merged_at)
      VALUES ($1, $2, $3, $4, $5, $6)\
      """;

  /** In the order of their keys. */
  List<Company> lock(Queries transaction, Collection<CompanyId> ids) {
    return transaction.find(
        "merge.lock",
        LOCK,
        CompanyRepository::toCompany,
        (Object) ids.stream().map(CompanyId::value).toArray(Long[]::new));
  }

  Holdings holdings(Queries queries, CompanyId company) {
    return queries
        .findOne(
            "merge.holdings",
            HOLDINGS,
            row ->
                new Holdings(
                    row.getLong("people"),
                    row.getLong("orders"),
                    row.getLong("voices"),
                    row.getLong("meetings"),
                    row.getLong("links")),
            company.value())
        .orElseThrow();
  }

  boolean voteInSecret(Queries queries, CompanyId one, CompanyId other) {
    return queries
        .findOne(
            "merge.vote_in_secret",
            VOTE_IN_SECRET,
            row -> row.getBoolean("vote"),
            one.value(),
            other.value())
        .orElseThrow();
  }

  void merge(Queries transaction, CompanyId merged, CompanyId receiving) {
    transaction.execute("merge.merge", MERGE, merged.value(), receiving.value());
  }

  /** An example is taken away whole one day, and whatever had become a part of it. */
  boolean oneIsAnExample(Queries queries, CompanyId one, CompanyId other) {
    return queries
        .findOne(
            "merge.one_is_an_example",
            ONE_IS_AN_EXAMPLE,
            row -> row.getBoolean("example"),
            one.value(),
            other.value())
        .orElseThrow();
  }

  void leadTo(Queries transaction, Company merged, CompanyId receiving, Instant now) {
    transaction.execute(
        "merge.lead_to",
        LEAD_TO,
        merged.code(),
        receiving.value(),
        merged.name(),
        merged.kind().name().toLowerCase(Locale.ROOT),
        merged.tier().name().toLowerCase(Locale.ROOT),
        Sql.utc(now));
  }
}
