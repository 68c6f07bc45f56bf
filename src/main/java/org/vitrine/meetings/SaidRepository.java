package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaItem.AgendaState;
import org.vitrine.meetings.Matter.MatterKind;
import org.vitrine.meetings.SaidItem.SaidSource;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What a company raised at meetings, in PostgreSQL. */
final class SaidRepository {
  private static final String RAISED =
      """
      SELECT i.meeting, i.id, i.title, i.facts::text AS facts, i.state, i.answer, i.drop_reason, s.kind, s.key,
             s.is_open, s.happened_at, s.facts::text AS said
        FROM item_source s
        JOIN agenda_item i ON i.id = s.item
       WHERE s.meeting = ANY($2::bigint[]) AND ($1::bigint IS NULL OR s.company_id = $1) AND s.company_id IS NOT NULL
       ORDER BY i.meeting, i.position NULLS LAST, i.score DESC, i.made_at, i.id, s.happened_at, s.kind, s.key""";

  private static final String HELD =
      """
      SELECT m.number
        FROM meeting m
       WHERE m.state IN ('prepared', 'final')
         AND m.number IN (SELECT c.meeting FROM meeting_company c WHERE ($1::bigint IS NULL OR c.company_id = $1))
       ORDER BY m.starts_at DESC, m.number DESC
       LIMIT $2""";

  /** One thing that the company raised, and the item under which it was talked about. */
  record Raised(
      MeetingNumber meeting,
      long item,
      String title,
      JsonNode facts,
      AgendaState state,
      Optional<String> answer,
      Optional<String> dropped,
      SaidSource source) {}

  /** In the order of each agenda. */
  List<Raised> raised(Queries queries, CompanyId company, Collection<MeetingNumber> meetings) {
    return queries.find(
        "said.raised",
        RAISED,
        SaidRepository::toRaised,
        company.value(),
        MeetingRepository.keys(meetings));
  }

  /** The newest meetings that were held and to which the company was asked; so many at most. */
  List<MeetingNumber> held(Queries queries, CompanyId company, int most) {
    return queries.find(
        "said.held", HELD, row -> new MeetingNumber(row.getLong("number")), company.value(), most);
  }

  private static Raised toRaised(Row row) {
    return new Raised(
        new MeetingNumber(row.getLong("meeting")),
        row.getLong("id"),
        row.getString("title"),
        Json.read(row.getString("facts"), JsonNode.class),
        AgendaState.of(row.getString("state")),
        Optional.ofNullable(row.getString("answer")),
        Optional.ofNullable(row.getString("drop_reason")),
        new SaidSource(
            MatterKind.of(row.getString("kind")),
            row.getString("key"),
            row.getBoolean("is_open"),
            row.getOffsetDateTime("happened_at").toInstant(),
            Json.read(row.getString("said"), JsonNode.class)));
  }
}
