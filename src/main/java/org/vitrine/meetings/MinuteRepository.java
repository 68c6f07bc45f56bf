package org.vitrine.meetings;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** The minutes of meetings in PostgreSQL, and what those who came want changed in them. */
final class MinuteRepository {
  private static final String ADD =
      """
      INSERT INTO minute_line (id, meeting, item, sequence, kind, text, company_id, person_id, author, written_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

  private static final String WANT =
      """
      INSERT INTO minute_amendment (id, company_id, meeting, line, text, person_id, author, wanted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

  void add(Queries transaction, MinuteLine line) {
    transaction.execute(
        "minute.add",
        ADD,
        line.id(),
        line.meeting().value(),
        line.item().orElse(null),
        line.sequence(),
        line.kind().code(),
        line.text(),
        MeetingRepository.key(line.author().company()),
        line.author().id(),
        line.author().name(),
        Sql.utc(line.writtenAt()));
  }

  /** Somebody wants a line, or the whole, to read otherwise. */
  void want(
      Queries transaction,
      MeetingNumber meeting,
      Optional<Long> line,
      String text,
      MeetingPerson by,
      Instant now) {
    transaction.execute(
        "minute.want",
        WANT,
        ItemKeys.draw(),
        MeetingRepository.key(by.company()),
        meeting.value(),
        line.orElse(null),
        text,
        by.id(),
        by.name(),
        Sql.utc(now));
  }
}
