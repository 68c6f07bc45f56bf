package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaItem.AgendaState;
import org.vitrine.meetings.AgendaItem.ItemFate;
import org.vitrine.meetings.AgendaItem.ItemFigures;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Agendas in PostgreSQL. */
final class AgendaRepository {
  private static final String SHOWN =
      """
      SELECT i.id, i.meeting, i.title, i.facts::text AS facts, i.topic, i.position, i.minutes, i.state, i.opened,
             i.carried_from, i.merged_into, i.drop_reason, i.answer, i.companies, i.severity, i.times, i.votes
        FROM agenda_item i
       WHERE i.meeting = ANY($2::bigint[])
         AND ($3 OR i.opened
              OR i.id IN (SELECT s.item
                            FROM item_source s
                           WHERE s.company_id IS NOT NULL AND ($1::bigint IS NULL OR s.company_id = $1)
                             AND $1 IS NOT NULL))
       ORDER BY i.meeting, i.position NULLS LAST, i.score DESC, i.made_at, i.id""";

  private static final String SOURCES =
      """
      SELECT s.item, s.kind, s.key, s.company_id, s.facts::text AS facts, s.weight, s.is_open, s.happened_at
        FROM item_source s
       WHERE s.meeting = ANY($2::bigint[]) AND ($1::bigint IS NULL OR s.company_id = $1)
       ORDER BY s.happened_at DESC, s.kind, s.key""";

  private static final String VOTED =
      """
      SELECT v.item
        FROM item_vote v
       WHERE v.meeting = ANY($2::bigint[]) AND ($1::bigint IS NULL OR v.company_id = $1)""";

  private static final String ADD =
      """
      INSERT INTO agenda_item (id, meeting, added_by, title, minutes, opened, made_at)
      VALUES ($1, $2, $3, $4, $5, true, $6)""";

  /** What an item is about, as it stands now. */
  record ItemSource(
      long item,
      Matter.MatterKind kind,
      String key,
      Optional<CompanyId> company,
      JsonNode facts,
      int weight,
      boolean open,
      Instant happenedAt) {}

  /** Those of these meetings that the audience may see, in the order of each agenda. */
  List<AgendaItem> shown(
      Queries queries, MeetingAudience audience, Collection<MeetingNumber> meetings) {
    return queries.find(
        "agenda.shown",
        SHOWN,
        AgendaRepository::toItem,
        MeetingRepository.key(audience.company()),
        MeetingRepository.keys(meetings),
        audience.seesAll());
  }

  /** What the items of these meetings are about: a company's own, or all. */
  List<ItemSource> sources(
      Queries queries, Optional<CompanyId> company, Collection<MeetingNumber> meetings) {
    return queries.find(
        "agenda.sources",
        SOURCES,
        AgendaRepository::toSource,
        MeetingRepository.key(company),
        MeetingRepository.keys(meetings));
  }

  /** For which items this company has voted. */
  List<Long> voted(Queries queries, CompanyId company, Collection<MeetingNumber> meetings) {
    return queries.find(
        "agenda.voted",
        VOTED,
        row -> row.getLong("item"),
        company.value(),
        MeetingRepository.keys(meetings));
  }

  /** One that somebody of the house adds; all see it. */
  long add(
      Queries transaction,
      MeetingNumber meeting,
      String title,
      int minutes,
      MeetingPerson by,
      Instant now) {
    long id = ItemKeys.draw();
    transaction.execute(
        "agenda.add", ADD, id, meeting.value(), by.name(), title, minutes, Sql.utc(now));
    return id;
  }

  static AgendaItem toItem(Row row) {
    return new AgendaItem(
        row.getLong("id"),
        new MeetingNumber(row.getLong("meeting")),
        row.getString("title"),
        Json.read(row.getString("facts"), JsonNode.class),
        Optional.ofNullable(row.getString("topic")),
        Optional.ofNullable(row.getInteger("position")),
        row.getInteger("minutes"),
        AgendaState.of(row.getString("state")),
        row.getBoolean("opened"),
        new ItemFate(
            Optional.ofNullable(row.getLong("carried_from")),
            Optional.ofNullable(row.getLong("merged_into")),
            Optional.ofNullable(row.getString("drop_reason")),
            Optional.ofNullable(row.getString("answer"))),
        new ItemFigures(
            row.getInteger("companies"),
            row.getInteger("severity"),
            row.getInteger("times"),
            row.getInteger("votes")));
  }

  private static ItemSource toSource(Row row) {
    return new ItemSource(
        row.getLong("item"),
        Matter.MatterKind.of(row.getString("kind")),
        row.getString("key"),
        Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
        Json.read(row.getString("facts"), JsonNode.class),
        row.getInteger("weight"),
        row.getBoolean("is_open"),
        row.getOffsetDateTime("happened_at").toInstant());
  }
}
