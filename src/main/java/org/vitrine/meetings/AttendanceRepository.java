package org.vitrine.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Who was there, in PostgreSQL. */
final class AttendanceRepository {
  private static final String CAME =
      """
      INSERT INTO attendance (meeting, person_id, company_id, name, came_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (meeting, person_id) DO NOTHING""";

  private static final String IS_HERE =
      """
      SELECT a.person_id
        FROM attendance a
       WHERE a.meeting = $2 AND a.person_id = $3 AND ($1::bigint IS NULL OR a.company_id = $1)""";

  private static final String DID_NOT_COME =
      """
      DELETE FROM attendance
       WHERE meeting = $1 AND person_id = $2""";

  private static final String POSSIBLE =
      """
      SELECT g.id, g.name, g.company_id, g.company, a.came_at
        FROM (SELECT DISTINCT ON (p.id) p.id, p.name, c.id AS company_id, c.name AS company
                FROM meeting_company m
                JOIN company_card c ON c.id = m.company_id
                JOIN person_company b ON b.company_id = c.id
                JOIN active_person p ON p.id = b.person_id
               WHERE m.meeting = $1 AND p.role IN ('customer', 'distributor')
               ORDER BY p.id, c.id) g
        LEFT JOIN attendance a ON a.meeting = $1 AND a.person_id = g.id
       WHERE $2::bigint IS NULL OR g.id = $2
      UNION ALL
      SELECT p.id, p.name, NULL, NULL, a.came_at
        FROM active_person p
        LEFT JOIN attendance a ON a.meeting = $1 AND a.person_id = p.id
       WHERE p.role NOT IN ('customer', 'distributor') AND ($2::bigint IS NULL OR p.id = $2)
       ORDER BY company NULLS FIRST, name, id
       LIMIT $3""";

  /**
   * Somebody who can come.
   *
   * @param companyId for which they would; absent for staff
   * @param cameAt absent where they have not
   */
  record PossibleGuest(
      long person,
      String name,
      Optional<CompanyId> companyId,
      Optional<String> company,
      Optional<Instant> cameAt) {

    MeetingPerson asPerson() {
      return new MeetingPerson(person, name, companyId, false);
    }
  }

  /** False where they were there already. */
  boolean came(Queries transaction, MeetingNumber meeting, MeetingPerson person, Instant now) {
    return transaction.execute(
            "attendance.came",
            CAME,
            meeting.value(),
            person.id(),
            MeetingRepository.key(person.company()),
            person.name(),
            Sql.utc(now))
        > 0;
  }

  boolean isHere(Queries queries, MeetingNumber meeting, MeetingPerson person) {
    return queries
        .findOne(
            "attendance.is_here",
            IS_HERE,
            row -> true,
            MeetingRepository.key(person.company()),
            meeting.value(),
            person.id())
        .isPresent();
  }

  void didNotCome(Queries transaction, MeetingNumber meeting, long person) {
    transaction.execute("attendance.did_not_come", DID_NOT_COME, meeting.value(), person);
  }

  /** Whoever can come: people of companies that are asked, and staff; all, or one of them. */
  List<PossibleGuest> possible(
      Queries queries, MeetingNumber meeting, Optional<Long> person, int most) {
    return queries.find(
        "attendance.possible",
        POSSIBLE,
        row ->
            new PossibleGuest(
                row.getLong("id"),
                row.getString("name"),
                Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
                Optional.ofNullable(row.getString("company")),
                MeetingRepository.moment(row, "came_at")),
        meeting.value(),
        person.orElse(null),
        most);
  }
}
