package org.vitrine.voices;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Recipient;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoicePeople.StaffName;

/** Who here has to do with voices, as people and companies tell it, in PostgreSQL. */
final class VoicePeopleRepository {
  private static final String MANAGERS =
      """
      SELECT s.id, s.name
        FROM staff_member s
        JOIN person_company c ON c.person_id = s.id
       WHERE c.company_id = $1 AND s.role = 'account-manager'
       ORDER BY s.id""";

  private static final String HOUSE =
      """
      SELECT id, name, role = 'administrator' AS administers
        FROM staff_member
       ORDER BY id""";

  private static final String STAFF =
      """
      SELECT id, name
        FROM staff_member
       WHERE $1::bigint[] IS NULL OR id = ANY($1)
       ORDER BY name COLLATE reading, id
       LIMIT 200""";

  private static final String RECIPIENT =
      """
      SELECT p.name, p.email, p.language, p.zone
        FROM active_person p
        JOIN person_company c ON c.person_id = p.id
       WHERE p.id = $1 AND c.company_id = $2""";

  private static final String CONTACTS =
      """
      SELECT p.id, p.name
        FROM active_person p
        JOIN person_company c ON c.person_id = p.id
       WHERE c.company_id = $1 AND p.role IN ('customer', 'distributor')
       ORDER BY p.id
       LIMIT $2""";

  List<StaffName> managers(Queries queries, CompanyId company) {
    return queries.find(
        "voice_people.managers", MANAGERS, VoicePeopleRepository::toName, company.value());
  }

  /** Somebody of the house who may sign in. */
  record HouseMember(StaffName name, boolean administers) {}

  List<HouseMember> house(Queries queries) {
    return queries.find(
        "voice_people.house",
        HOUSE,
        row -> new HouseMember(toName(row), row.getBoolean("administers")));
  }

  /** Those of the house among these, by their names. */
  List<StaffName> staff(Queries queries, List<Long> ids) {
    return queries.find(
        "voice_people.staff",
        STAFF,
        VoicePeopleRepository::toName,
        (Object) ids.toArray(Long[]::new));
  }

  /** Everybody of the house, as far as a menu has room for them. */
  List<StaffName> staff(Queries queries) {
    return queries.find("voice_people.staff", STAFF, VoicePeopleRepository::toName, (Object) null);
  }

  /** Where somebody of this company is written to; nothing where they have left it. */
  Optional<Recipient> recipient(Queries queries, long person, CompanyId company) {
    return queries.findOne(
        "voice_people.recipient",
        RECIPIENT,
        row ->
            Recipient.of(
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone")),
        person,
        company.value());
  }

  List<StaffName> contacts(Queries queries, CompanyId company, int most) {
    return queries.find(
        "voice_people.contacts", CONTACTS, VoicePeopleRepository::toName, company.value(), most);
  }

  private static StaffName toName(Row row) {
    return new StaffName(row.getLong("id"), row.getString("name"));
  }
}
