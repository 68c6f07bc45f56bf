package org.vitrine.meetings;

import java.time.Instant;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Who was there, in PostgreSQL. */
final class AttendanceRepository {
  private static final String CAME =
      """
      INSERT INTO attendance (meeting, person_id, company_id, name, came_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (meeting, person_id) DO NOTHING""";

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
}
