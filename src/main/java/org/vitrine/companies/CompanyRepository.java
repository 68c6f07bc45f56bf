package org.vitrine.companies;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Companies in PostgreSQL. */
final class CompanyRepository {
  /** By its code, or by one that leads to it. */
  private static final String MEANT =
      "(code = $1 OR id = (SELECT company_id FROM company_alias WHERE code = $1))";

  private static final String FIND_BY_CODE =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE %s\
      """
          .formatted(MEANT);

  private static final String HOLD_BY_CODE =
      FIND_BY_CODE
          + """

          FOR KEY SHARE\
          """;

  private static final String FIND_BY_CODES =
      """
      SELECT asked.code AS asked, c.id, c.code, c.name, c.kind, c.tier
        FROM unnest($1::text[]) AS asked (code)
        LEFT JOIN company_alias a ON a.code = asked.code
        JOIN company c ON c.code = asked.code OR c.id = a.company_id\
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS companies
        FROM company\
      """;

  private static final String KEPT_BY_CODE =
      """
      SELECT id, code, name, kind, tier, language, zone, version
        FROM company
       WHERE code = $1\
      """;

  private static final String LOCK_BY_CODE =
      """
      SELECT id, code, name, kind, tier, language, zone, version
        FROM company
       WHERE %s
         FOR NO KEY UPDATE\
      """
          .formatted(MEANT);

  private static final String FIND_BY_IDS =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE id = ANY($1)\
      """;

  private static final String LIST =
      """
      SELECT id, code, name, kind, tier
        FROM company
       ORDER BY name COLLATE reading\
      """;

  /**
   * Nothing is raised where somebody else was quicker: then it is locked as it is now. A code that
   * leads to another company since a moment ago begins none.
   */
  private static final String BEGIN =
      """
      INSERT INTO company (code, name, kind, tier, created_at, version)
      SELECT $1, $2, $3, $4, $5, 0
       WHERE NOT EXISTS (SELECT FROM company_alias WHERE code = $1)
      ON CONFLICT (code) DO UPDATE SET version = company.version
      RETURNING id, code, name, kind, tier, language, zone, version\
      """;

  private static final String CHANGE =
      """
      UPDATE company
         SET name = $2, kind = $3, tier = $4, language = $5, zone = $6, version = version + 1
       WHERE id = $1
      RETURNING id, code, name, kind, tier, language, zone, version\
      """;

  /** Nothing where the same was said under this code before. */
  private static final String SAY_UNDER =
      """
      UPDATE company_alias
         SET name = $2, kind = $3, tier = $4
       WHERE code = $1 AND (name, kind, tier) IS DISTINCT FROM ($2, $3, $4)\
      """;

  private static final String RAISE =
      """
      UPDATE company
         SET version = version + 1
       WHERE id = $1
      RETURNING id, code, name, kind, tier, language, zone, version\
      """;

  Optional<Company> find(Queries queries, String code) {
    return queries.findOne(
        "company.find_by_code", FIND_BY_CODE, CompanyRepository::toCompany, code);
  }

  /** Nothing where it became a part of another while this waited: then its code leads there. */
  Optional<Company> hold(Queries transaction, String code) {
    return transaction.findOne(
        "company.hold_by_code", HOLD_BY_CODE, CompanyRepository::toCompany, code);
  }

  /** By the code that was asked for. */
  Map<String, Company> findAll(Queries queries, Collection<String> codes) {
    Map<String, Company> found = new HashMap<>();
    queries.find(
        "company.find_by_codes",
        FIND_BY_CODES,
        row -> found.put(row.getString("asked"), toCompany(row)),
        (Object) codes.toArray(String[]::new));
    return found;
  }

  long count(Queries queries) {
    return queries.findOne("company.count", COUNT, row -> row.getLong("companies")).orElseThrow();
  }

  Optional<KeptCompany> lock(Queries transaction, String code) {
    return transaction.findOne(
        "company.lock_by_code", LOCK_BY_CODE, CompanyRepository::toKept, code);
  }

  List<Company> find(Queries queries, Collection<CompanyId> ids) {
    Long[] keys = ids.stream().map(CompanyId::value).toArray(Long[]::new);
    return queries.find(
        "company.find_by_ids", FIND_BY_IDS, CompanyRepository::toCompany, (Object) keys);
  }

  List<Company> list(Queries queries) {
    return queries.find("company.list", LIST, CompanyRepository::toCompany);
  }

  Optional<KeptCompany> begin(Queries transaction, String code, SaveCompany wanted, Instant now) {
    return transaction.findOne(
        "company.begin",
        BEGIN,
        CompanyRepository::toKept,
        code,
        wanted.name(),
        lower(wanted.kind()),
        lower(wanted.tier()),
        Sql.utc(now));
  }

  /** Whether that is something else than what was said before under a code that leads elsewhere. */
  boolean sayUnder(Queries transaction, String code, SaveCompany said) {
    return transaction.execute(
            "company.say_under",
            SAY_UNDER,
            code,
            said.name(),
            lower(said.kind()),
            lower(said.tier()))
        > 0;
  }

  KeptCompany change(Queries transaction, KeptCompany wanted) {
    Company company = wanted.company();
    return transaction
        .findOne(
            "company.change",
            CHANGE,
            CompanyRepository::toKept,
            company.id().value(),
            company.name(),
            lower(company.kind()),
            lower(company.tier()),
            wanted.language().orElse(null),
            wanted.zone().orElse(null))
        .orElseThrow();
  }

  KeptCompany raise(Queries transaction, CompanyId company) {
    return transaction
        .findOne("company.raise", RAISE, CompanyRepository::toKept, company.value())
        .orElseThrow();
  }

  static Company toCompany(Row row) {
    return new Company(
        new CompanyId(row.getLong("id")),
        row.getString("code"),
        row.getString("name"),
        CompanyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)));
  }

  private static KeptCompany toKept(Row row) {
    return new KeptCompany(
        toCompany(row),
        Optional.ofNullable(row.getString("language")),
        Optional.ofNullable(row.getString("zone")),
        row.getLong("version"));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
