package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** How much each company comes to meetings, and what comes of what it says there. */
final class MeetingFiguresRepository {
  private static final String COUNT =
      """
      WITH held AS (
        SELECT c.company_id, c.meeting
          FROM meeting_company c
          JOIN meeting m ON m.number = c.meeting
         WHERE m.state IN ('live', 'prepared', 'final')
           AND ($1::date IS NULL OR m.starts_at >= $1::date)
           AND ($2::date IS NULL OR m.starts_at < $2::date + 1)),
      item AS (
        SELECT DISTINCT h.company_id, i.id, i.carried_from IS NULL AS raised,
               i.state = 'closed' AND NOT EXISTS (SELECT FROM item_reopening r WHERE r.item = i.id) AS solved
          FROM held h
          JOIN item_source s ON s.company_id = h.company_id AND s.meeting = h.meeting AND s.kind <> 'action'
          JOIN agenda_item i ON i.id = s.item AND i.state NOT IN ('dropped', 'merged'))
      SELECT h.company_id, k.name,
             count(*) AS asked,
             count(*) FILTER (WHERE EXISTS (
               SELECT FROM attendance a WHERE a.company_id = h.company_id AND a.meeting = h.meeting)) AS came,
             (SELECT count(*) FROM item t WHERE t.company_id = h.company_id AND t.raised) AS raised,
             (SELECT count(*) FROM item t WHERE t.company_id = h.company_id AND t.solved) AS solved
        FROM held h
        JOIN company_card k ON k.id = h.company_id
       GROUP BY h.company_id, k.name
       ORDER BY k.name COLLATE "und-x-icu", h.company_id""";

  /**
   * Of one company. What was carried from one agenda to the next is raised once, and solved where
   * it was closed and did not come again. An action that is open for a company was raised by the
   * house.
   *
   * @param asked to how many meetings that were held
   * @param came to how many of these somebody came
   */
  record CompanyFigures(
      String company, long asked, long came, long itemsRaised, long itemsSolved) {}

  /** Of the meetings between two days, both included, on the clock where each was. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CountedMeetings(
      Optional<LocalDate> from, Optional<LocalDate> to, List<CompanyFigures> companies) {}

  CountedMeetings count(Queries queries, Optional<LocalDate> from, Optional<LocalDate> to) {
    return new CountedMeetings(
        from,
        to,
        queries.find(
            "meeting.figures",
            COUNT,
            row ->
                new CompanyFigures(
                    row.getString("name"),
                    row.getLong("asked"),
                    row.getLong("came"),
                    row.getLong("raised"),
                    row.getLong("solved")),
            from.orElse(null),
            to.orElse(null)));
  }
}
