package org.vitrine.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts.ContactOf;
import org.vitrine.people.Contacts.KnownContact;
import org.vitrine.people.Contacts.NamedContact;
import org.vitrine.platform.database.Queries;

/** Who is written to, in PostgreSQL. */
final class ContactRepository {
  private static final String OF =
      """
      SELECT p.id
        FROM person p
        JOIN membership m ON m.person_id = p.id
       WHERE m.company_id = $1 AND p.role IN ('customer', 'distributor') AND p.disabled_at IS NULL
       ORDER BY p.id
       LIMIT $2\
      """;

  private static final String NAMED =
      """
      SELECT p.id, p.name, p.email
        FROM person p
        JOIN membership m ON m.person_id = p.id
       WHERE m.company_id = $1 AND p.role IN ('customer', 'distributor') AND p.disabled_at IS NULL
       ORDER BY p.name COLLATE reading, p.id
       LIMIT $2\
      """;

  private static final String OF_SEVERAL =
      """
      SELECT DISTINCT ON (p.id) p.id, p.name, p.email, m.company_id
        FROM person p
        JOIN membership m ON m.person_id = p.id
       WHERE m.company_id = ANY($1) AND p.role IN ('customer', 'distributor') AND p.disabled_at IS NULL
       ORDER BY p.id, m.company_id
       LIMIT $2\
      """;

  private static final String RECIPIENT =
      """
      SELECT p.name, p.email, coalesce(p.language, c.language, r.language) AS language,
             coalesce(p.zone, c.zone, r.zone) AS zone
        FROM person p
        JOIN person_reading r ON r.person_id = p.id
        LEFT JOIN company_card c ON c.id = $2 AND p.role IN ('customer', 'distributor')
       WHERE p.id = $1 AND p.disabled_at IS NULL
         AND ($2::bigint IS NULL OR EXISTS (
               SELECT FROM membership m WHERE m.person_id = p.id AND m.company_id = $2))\
      """;

  private static final String AT =
      """
      SELECT p.id, p.role IN ('customer', 'distributor') AND p.disabled_at IS NULL AS may_come_in,
             ARRAY(SELECT m.company_id FROM membership m WHERE m.person_id = p.id ORDER BY m.company_id) AS companies
        FROM person p
       WHERE lower(p.email) = lower($1)\
      """;

  List<Long> of(Queries queries, CompanyId company, int most) {
    return queries.find("contact.of", OF, row -> row.getLong("id"), company.value(), most);
  }

  List<NamedContact> named(Queries queries, CompanyId company, int most) {
    return queries.find(
        "contact.named",
        NAMED,
        row -> new NamedContact(row.getLong("id"), row.getString("name"), row.getString("email")),
        company.value(),
        most);
  }

  List<ContactOf> of(Queries queries, Collection<CompanyId> companies, int most) {
    return queries.find(
        "contact.of_several",
        OF_SEVERAL,
        row ->
            new ContactOf(
                new CompanyId(row.getLong("company_id")),
                new NamedContact(row.getLong("id"), row.getString("name"), row.getString("email"))),
        companies.stream().map(CompanyId::value).toArray(Long[]::new),
        most);
  }

  Optional<KnownContact> at(Queries queries, String email) {
    return queries.findOne(
        "contact.at",
        AT,
        row ->
            new KnownContact(
                row.getLong("id"),
                row.getBoolean("may_come_in"),
                Arrays.stream(row.getArrayOfLongs("companies")).map(CompanyId::new).toList()),
        email);
  }

  Optional<Recipient> recipient(Queries queries, long person, Optional<CompanyId> company) {
    return queries.findOne(
        "contact.recipient",
        RECIPIENT,
        row ->
            Recipient.of(
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone")),
        person,
        company.map(CompanyId::value).orElse(null));
  }
}
