package org.vitrine.companies;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Companies in PostgreSQL. */
final class CompanyRepository {
  private static final String FIND_BY_CODE =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE code = $1\
      """;

  private static final String FIND_BY_CODES =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE code = ANY($1)\
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
       WHERE code = $1
         FOR NO KEY UPDATE\
      """;

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

  /** Nothing is raised where somebody else was quicker: then it is locked as it is now. */
  private static final String BEGIN =
      """
      INSERT INTO company (code, name, kind, tier, created_at, version)
      VALUES ($1, $2, $3, $4, $5, 0)
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

  List<Company> findAll(Queries queries, Collection<String> codes) {
    return queries.find(
        "company.find_by_codes",
        FIND_BY_CODES,
        CompanyRepository::toCompany,
        (Object) codes.toArray(String[]::new));
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

  KeptCompany begin(
      Queries transaction, String code, String name, CompanyKind kind, Tier tier, Instant now) {
    return transaction
        .findOne(
            "company.begin",
            BEGIN,
            CompanyRepository::toKept,
            code,
            name,
            lower(kind),
            lower(tier),
            Sql.utc(now))
        .orElseThrow();
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
