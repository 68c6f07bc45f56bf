package org.vitrine.people;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.KeptCompany;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Companies in a list, with what is counted of them, in PostgreSQL. */
final class CompanyListRepository {
  private static final String COUNTED =
      """
      SELECT c.id, c.code, c.name, c.kind, c.tier, c.language, c.zone, c.version,
             (SELECT count(*)
                FROM membership m
                JOIN person p ON p.id = m.person_id
               WHERE m.company_id = c.id AND p.role IN ('customer', 'distributor') AND p.disabled_at IS NULL) AS people,
             (SELECT count(*) FROM open_order o WHERE o.company_id = c.id) AS open_orders
        FROM company_card c\
      """;

  private static final String BY_IDS = COUNTED + "\n WHERE c.id = ANY($1)";

  private static final String SEARCH =
      COUNTED
          + """

          WHERE ($1::text IS NULL OR c.name ILIKE $1 OR c.code ILIKE $1)
            AND ($2::text IS NULL OR c.tier = $2)
            AND ($3::text IS NULL OR c.kind = $3)
            AND ($4::bigint IS NULL OR EXISTS (
                  SELECT FROM membership m
                    JOIN person p ON p.id = m.person_id
                   WHERE m.company_id = c.id AND p.id = $4 AND p.role = 'account-manager' AND p.disabled_at IS NULL))
            AND ($5::text IS NULL OR (c.name COLLATE reading, c.code) > (
                  SELECT b.name COLLATE reading, b.code FROM company_card b WHERE b.code = $5))
          ORDER BY c.name COLLATE reading, c.code
          LIMIT $6\
          """;

  /** What a list of companies is asked for; absent means any. */
  record CompanySearch(
      Optional<String> text,
      Optional<Tier> tier,
      Optional<CompanyKind> kind,
      Optional<Long> manager,
      Optional<String> after,
      int limit) {}

  /** A company with what is counted of it. */
  record CountedCompany(KeptCompany kept, long people, long openOrders) {
    CompanyId id() {
      return kept.company().id();
    }

    String code() {
      return kept.company().code();
    }
  }

  List<CountedCompany> search(Queries queries, CompanySearch search) {
    return queries.find(
        "company_list.search",
        SEARCH,
        CompanyListRepository::toCounted,
        search.text().map(Sql::containing).orElse(null),
        search.tier().map(CompanyListRepository::lower).orElse(null),
        search.kind().map(CompanyListRepository::lower).orElse(null),
        search.manager().orElse(null),
        search.after().orElse(null),
        search.limit());
  }

  List<CountedCompany> find(Queries queries, Collection<CompanyId> ids) {
    return queries.find(
        "company_list.by_ids",
        BY_IDS,
        CompanyListRepository::toCounted,
        (Object) ids.stream().map(CompanyId::value).toArray(Long[]::new));
  }

  private static CountedCompany toCounted(Row row) {
    Company company =
        new Company(
            new CompanyId(row.getLong("id")),
            row.getString("code"),
            row.getString("name"),
            CompanyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)));
    return new CountedCompany(
        new KeptCompany(
            company,
            Optional.ofNullable(row.getString("language")),
            Optional.ofNullable(row.getString("zone")),
            row.getLong("version")),
        row.getLong("people"),
        row.getLong("open_orders"));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
