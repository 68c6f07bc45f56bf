package org.vitrine.profiles;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.profiles.SavedTerms.AgreedDays;
import org.vitrine.profiles.SavedTerms.AgreedHand;

/** Versions of what was agreed, in PostgreSQL. */
final class ProfileRepository {
  private static final String OF_COMPANY =
      """
      SELECT version, from_day, until_day, agreed_by, agreed_on, terms::text AS terms, saved_by, saved_at
        FROM company_profile
       WHERE company_id = $1 AND held_under = ''
       ORDER BY version\
      """;

  private static final String OF_TIER =
      """
      SELECT version, from_day, until_day, agreed_by, agreed_on, terms::text AS terms, saved_by, saved_at
        FROM tier_profile
       WHERE tier = $1
       ORDER BY version\
      """;

  private static final String OF_ALL_COMPANIES =
      """
      SELECT company_id, version, from_day, until_day, agreed_by, agreed_on, terms::text AS terms, saved_by, saved_at
        FROM company_profile
       WHERE held_under = ''\
      """;

  private static final String SAVE_FOR_COMPANY =
      """
      INSERT INTO company_profile
             (company_id, version, from_day, until_day, agreed_by, agreed_on, terms, saved_by, saved_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9)\
      """;

  private static final String SAVE_FOR_TIER =
      """
      INSERT INTO tier_profile
             (tier, version, from_day, until_day, agreed_by, agreed_on, terms, saved_by, saved_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9)\
      """;

  private static final String LOCK_TIER =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('profile of tier ' || $1, 0))\
      """;

  private static final String HOLD_UNDER =
      """
      UPDATE company_profile
         SET held_under = $2
       WHERE company_id = $1 AND held_under = ''\
      """;

  Profile of(Queries queries, CompanyId company) {
    return new Profile(
        queries.find(
            "profile.of_company",
            OF_COMPANY,
            row -> toSaved(row, ProfileOwner.COMPANY),
            company.value()));
  }

  /** Of every company with which anything was agreed. */
  Map<CompanyId, Profile> all(Queries queries) {
    Map<CompanyId, List<SavedTerms>> versions = new HashMap<>();
    queries.find(
        "profile.of_all_companies",
        OF_ALL_COMPANIES,
        row ->
            versions
                .computeIfAbsent(new CompanyId(row.getLong("company_id")), of -> new ArrayList<>())
                .add(toSaved(row, ProfileOwner.COMPANY)));
    Map<CompanyId, Profile> all = new HashMap<>();
    versions.forEach((company, saved) -> all.put(company, new Profile(saved)));
    return Map.copyOf(all);
  }

  Profile of(Queries queries, Tier tier) {
    return new Profile(
        queries.find(
            "profile.of_tier", OF_TIER, row -> toSaved(row, ProfileOwner.TIER), code(tier)));
  }

  void save(Queries transaction, CompanyId company, SavedTerms saved) {
    save(transaction, "profile.save_for_company", SAVE_FOR_COMPANY, company.value(), saved);
  }

  void save(Queries transaction, Tier tier, SavedTerms saved) {
    save(transaction, "profile.save_for_tier", SAVE_FOR_TIER, code(tier), saved);
  }

  private static void save(
      Queries transaction, String name, String sql, Object owner, SavedTerms saved) {
    transaction.execute(
        name,
        sql,
        owner,
        saved.version().version(),
        saved.days().from(),
        saved.days().until().orElse(null),
        saved.signed().agreedBy(),
        saved.signed().agreedOn(),
        Json.text(saved.terms()),
        saved.savedBy(),
        Sql.utc(saved.savedAt()));
  }

  /** Two that change what a tier gets wait for each other. */
  void lock(Queries transaction, Tier tier) {
    transaction.find("profile.lock_tier", LOCK_TIER, row -> tier, code(tier));
  }

  /** What was agreed with a company that becomes part of another counts for nobody any more. */
  void holdUnder(Queries transaction, CompanyId merged, String code) {
    transaction.execute("profile.hold_under", HOLD_UNDER, merged.value(), code);
  }

  static String code(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  private static SavedTerms toSaved(Row row, ProfileOwner owner) {
    return new SavedTerms(
        new AgreedVersion(owner, row.getInteger("version")),
        new AgreedDays(
            row.getLocalDate("from_day"), Optional.ofNullable(row.getLocalDate("until_day"))),
        new AgreedHand(row.getString("agreed_by"), row.getLocalDate("agreed_on")),
        Json.read(row.getString("terms"), AgreedTerms.class),
        row.getString("saved_by"),
        row.getOffsetDateTime("saved_at").toInstant());
  }
}
