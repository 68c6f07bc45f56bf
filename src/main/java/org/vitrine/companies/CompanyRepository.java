package org.vitrine.companies;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** Companies in PostgreSQL. */
final class CompanyRepository {
  private static final String FIND_BY_CODE =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE code = $1""";

  private static final String FIND_BY_CODES =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE code = ANY($1)""";

  private static final String COUNT =
      """
      SELECT count(*) AS companies
        FROM company""";

  private static final String LOCK_BY_CODE =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE code = $1
         FOR NO KEY UPDATE""";

  private static final String FIND_BY_IDS =
      """
      SELECT id, code, name, kind, tier
        FROM company
       WHERE id = ANY($1)""";

  private static final String LIST =
      """
      SELECT id, code, name, kind, tier
        FROM company
       ORDER BY name COLLATE reading""";

  private static final String SAVE =
      """
      INSERT INTO company (code, name, kind, tier, created_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, tier = excluded.tier
      RETURNING id, code, name, kind, tier""";

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

  Optional<Company> lock(Queries transaction, String code) {
    return transaction.findOne(
        "company.lock_by_code", LOCK_BY_CODE, CompanyRepository::toCompany, code);
  }

  List<Company> find(Queries queries, Collection<CompanyId> ids) {
    Long[] keys = ids.stream().map(CompanyId::value).toArray(Long[]::new);
    return queries.find(
        "company.find_by_ids", FIND_BY_IDS, CompanyRepository::toCompany, (Object) keys);
  }

  List<Company> list(Queries queries) {
    return queries.find("company.list", LIST, CompanyRepository::toCompany);
  }

  Company save(
      Queries queries, String code, String name, CompanyKind kind, Tier tier, Instant now) {
    return queries
        .findOne(
            "company.save",
            SAVE,
            CompanyRepository::toCompany,
            code,
            name,
            lower(kind),
            lower(tier),
            now.atOffset(ZoneOffset.UTC))
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

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
