package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.ComingMeetings.ComingMeeting;
import org.vitrine.meetings.ComingMeetings.Lack;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** The meetings that come next, in PostgreSQL. */
final class ComingMeetingRepository {
  private static final String COMING =
      """
      SELECT m.number, m.title, m.state, m.starts_at, m.zone, m.length_minutes,
             m.room IS NOT NULL OR m.video IS NOT NULL AS has_place,
             ARRAY(SELECT c.name
                     FROM meeting_company a
                     JOIN company_card c ON c.id = a.company_id
                    WHERE a.meeting = m.number
                    ORDER BY c.name) AS companies,
             (SELECT count(*)
                FROM agenda_item i
               WHERE i.meeting = m.number AND i.state IN ('open', 'closed')) AS items
        FROM meeting m
       WHERE m.state IN ('planned', 'live')
         AND (m.starts_at AT TIME ZONE m.zone) + m.length_minutes * interval '1 minute' > $2
         AND ($1::bigint[] IS NULL
              OR m.number IN (SELECT a.meeting FROM meeting_company a WHERE a.company_id = ANY($1)))
       ORDER BY m.starts_at AT TIME ZONE m.zone, m.number
       LIMIT $3\
      """;

  List<ComingMeeting> coming(
      Queries queries, Optional<Collection<CompanyId>> companies, Instant now, int most) {
    return queries.find(
        "meeting.coming",
        COMING,
        ComingMeetingRepository::toMeeting,
        companies.map(ids -> Sql.column(ids, CompanyId::value, Long[]::new)).orElse(null),
        Sql.utc(now),
        most);
  }

  private static ComingMeeting toMeeting(Row row) {
    MeetingTime time = MeetingRepository.time(row);
    List<String> companies = List.of(row.getArrayOfStrings("companies"));
    long items = row.getLong("items");
    List<Lack> lacks = new ArrayList<>();
    if (companies.isEmpty()) {
      lacks.add(Lack.GUESTS);
    }
    if (!row.getBoolean("has_place")) {
      lacks.add(Lack.PLACE);
    }
    if (items == 0) {
      lacks.add(Lack.AGENDA);
    }
    return new ComingMeeting(
        row.getLong("number"),
        row.getString("title"),
        row.getString("state"),
        time.begins(),
        time.ends(),
        companies,
        items,
        lacks);
  }
}
