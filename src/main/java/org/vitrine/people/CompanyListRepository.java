package org.vitrine.people;

import io.vertx.sqlclient.Row;
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
  private static final String SEARCH =
      """
      SELECT c.id, c.code, c.name, c.kind, c.tier, c.language, c.zone, c.version,
             (SELECT count(*)
                FROM membership m
                JOIN person p ON p.id = m.person_id
               WHERE m.company_id = c.id AND p.role IN ('customer', 'distributor') AND p.disabled_at IS NULL) AS people,
             (SELECT count(*) FROM open_order o WHERE o.company_id = c.id) AS open_orders
        FROM company_card c
       WHERE ($1::text IS NULL OR c.code = $1)
         AND ($2::text IS NULL OR c.name ILIKE $2 OR c.code ILIKE $2)
         AND ($3::text IS NULL OR c.tier = $3)
         AND ($4::text IS NULL OR c.kind = $4)
         AND ($5::bigint IS NULL OR EXISTS (
               SELECT FROM membership m
                 JOIN person p ON p.id = m.person_id
                WHERE m.company_id = c.id AND p.id = $5 AND p.role = 'account-manager' AND p.disabled_at IS NULL))
         AND ($6::text IS NULL OR (c.name COLLATE reading, c.code) > (
               SELECT b.name COLLATE reading, b.code FROM company_card b WHERE b.code = $6))
       ORDER BY c.name COLLATE reading, c.code
       LIMIT $7\
      """;

  /** What a list of companies is asked for; absent means any. */
  record CompanySearch(
      Optional<String> code,
      Optional<String> text,
      Optional<Tier> tier,
      Optional<CompanyKind> kind,
      Optional<Long> manager,
      Optional<String> after,
      int limit) {
    static CompanySearch one(String code) {
      return new CompanySearch(
          Optional.of(code),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1);
    }
  }

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
        search.code().orElse(null),
        search.text().map(Sql::containing).orElse(null),
        search.tier().map(CompanyListRepository::lower).orElse(null),
        search.kind().map(CompanyListRepository::lower).orElse(null),
        search.manager().orElse(null),
        search.after().orElse(null),
        search.limit());
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
