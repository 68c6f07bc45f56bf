package org.vitrine.people;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues.Colleague;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.platform.database.Queries;

/** The staff in PostgreSQL. */
final class ColleagueRepository {
  private static final String BY_ID =
      """
      SELECT id, name, email, disabled_at IS NOT NULL AS disabled
        FROM person
       WHERE role NOT IN ('customer', 'distributor') AND id = ANY($1::bigint[])""";

  private static final String BY_EMAIL =
      """
      SELECT id, name, email, disabled_at IS NOT NULL AS disabled
        FROM person
       WHERE role NOT IN ('customer', 'distributor') AND lower(email) = ANY($1::text[])""";

  private static final String ACTIVE =
      """
      SELECT id, name, email, false AS disabled
        FROM person
       WHERE role NOT IN ('customer', 'distributor') AND disabled_at IS NULL
       ORDER BY name COLLATE reading, id
       LIMIT $1""";

  private static final String PRESENT =
      """
      SELECT id, name, role = 'administrator' AS administers
        FROM person
       WHERE role NOT IN ('customer', 'distributor') AND disabled_at IS NULL
       ORDER BY id""";

  private static final String IN_ROLE =
      """
      SELECT id, name, role = 'administrator' AS administers
        FROM person
       WHERE role = $1 AND disabled_at IS NULL
       ORDER BY id""";

  private static final String MANAGERS =
      """
      SELECT p.id, p.name, false AS administers
        FROM person p
        JOIN membership m ON m.person_id = p.id
       WHERE m.company_id = $1 AND p.role = 'account-manager' AND p.disabled_at IS NULL
       ORDER BY p.id""";

  List<HouseMember> present(Queries queries) {
    return queries.find("colleague.present", PRESENT, ColleagueRepository::toPresent);
  }

  List<HouseMember> inRole(Queries queries, String role) {
    return queries.find("colleague.in_role", IN_ROLE, ColleagueRepository::toPresent, role);
  }

  List<HouseMember> managersOf(Queries queries, CompanyId company) {
    return queries.find(
        "colleague.managers_of", MANAGERS, ColleagueRepository::toPresent, company.value());
  }

  List<Colleague> active(Queries queries, int most) {
    return queries.find("colleague.active", ACTIVE, ColleagueRepository::toColleague, most);
  }

  List<Colleague> byId(Queries queries, Collection<Long> ids) {
    return queries.find(
        "colleague.by_id",
        BY_ID,
        ColleagueRepository::toColleague,
        (Object) ids.toArray(Long[]::new));
  }

  /**
   * @param emails in small letters
   */
  List<Colleague> byEmail(Queries queries, Collection<String> emails) {
    return queries.find(
        "colleague.by_email",
        BY_EMAIL,
        ColleagueRepository::toColleague,
        (Object) emails.toArray(String[]::new));
  }

  private static HouseMember toPresent(Row row) {
    return new HouseMember(row.getLong("id"), row.getString("name"), row.getBoolean("administers"));
  }

  private static Colleague toColleague(Row row) {
    return new Colleague(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("disabled"));
  }
}
