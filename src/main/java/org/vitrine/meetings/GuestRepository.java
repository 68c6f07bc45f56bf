package org.vitrine.meetings;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Who can be asked to a meeting, and which companies are, in PostgreSQL. */
final class GuestRepository {
  private static final String FOUND =
      """
      SELECT DISTINCT ON (g.id) g.id, g.name, g.email, g.company_id, g.company
        FROM (SELECT p.id, p.name, p.email, c.id AS company_id, c.name AS company
                FROM active_person p
                JOIN person_company m ON m.person_id = p.id
                JOIN company_card c ON c.id = m.company_id
               WHERE p.role IN ('customer', 'distributor') AND (cardinality($4::text[]) = 0 OR p.role = ANY($4))
                 AND (c.tier = ANY($1::text[]) OR c.code = ANY($2::text[])
                      OR cardinality($1::text[]) = 0 AND cardinality($2::text[]) = 0 AND NOT $3
                         AND cardinality($4::text[]) > 0 AND cardinality($5::bigint[]) = 0
                      OR $3 AND EXISTS (SELECT
                                          FROM matter v
                                         WHERE v.company_id = c.id AND v.kind = 'voice' AND v.is_open
                                           AND v.facts ->> 'kind' = 'complaint'))
              UNION ALL
              SELECT p.id, p.name, p.email, c.id, c.name
                FROM active_person p
                LEFT JOIN person_company m ON m.person_id = p.id AND p.role IN ('customer', 'distributor')
                LEFT JOIN company_card c ON c.id = m.company_id
               WHERE p.id = ANY($5::bigint[])
                 AND (c.id IS NOT NULL OR p.role NOT IN ('customer', 'distributor'))) g
       ORDER BY g.id, g.company_id
       LIMIT $6""";

  private static final String KNOWN_PEOPLE =
      """
      SELECT id
        FROM active_person
       WHERE id = ANY($1::bigint[])""";

  private static final String COMPANY_OF =
      """
      SELECT company_id
        FROM order_head
       WHERE number = $1""";

  private static final String LET_IN =
      """
      INSERT INTO meeting_company (company_id, meeting, asked_at)
      SELECT company, $2, $3
        FROM unnest($1::bigint[]) AS company
      ON CONFLICT (company_id, meeting) DO NOTHING""";

  private static final String KEEP_OUT =
      """
      DELETE FROM meeting_company
       WHERE meeting = $2 AND NOT company_id = ANY($1::bigint[])""";

  /**
   * Somebody who can be asked.
   *
   * @param company for which they would come; absent for staff
   */
  record FoundGuest(
      long id, String name, String email, Optional<CompanyId> company, Optional<String> of) {}

  /** Each person once, however many of their companies are meant. */
  List<FoundGuest> find(Queries queries, AskedGuests asked, int most) {
    return queries.find(
        "meeting_guest.find",
        FOUND,
        row ->
            new FoundGuest(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
                Optional.ofNullable(row.getString("company"))),
        asked.tiers().stream()
            .map(tier -> tier.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new),
        asked.companies().toArray(String[]::new),
        asked.complaint(),
        asked.roles().stream().map(Role::code).toArray(String[]::new),
        asked.people().toArray(Long[]::new),
        most);
  }

  /** Those of these who can come in. */
  List<Long> known(Queries queries, Collection<Long> people) {
    return queries.find(
        "meeting_guest.known",
        KNOWN_PEOPLE,
        row -> row.getLong("id"),
        (Object) people.toArray(Long[]::new));
  }

  /** Whose this order is; nothing where there is none. */
  Optional<CompanyId> companyOf(Queries queries, String order) {
    return queries.findOne(
        "meeting_guest.company_of",
        COMPANY_OF,
        row -> new CompanyId(row.getLong("company_id")),
        order);
  }

  /** These companies, and no others, see the meeting from now on. */
  void letIn(
      Queries transaction, MeetingNumber meeting, Collection<CompanyId> companies, Instant now) {
    Long[] keys = companies.stream().map(CompanyId::value).distinct().toArray(Long[]::new);
    transaction.execute("meeting_guest.keep_out", KEEP_OUT, keys, meeting.value());
    transaction.execute("meeting_guest.let_in", LET_IN, keys, meeting.value(), Sql.utc(now));
  }
}
