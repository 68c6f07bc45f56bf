package org.vitrine.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaItem.ItemFigures;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** How agendas make themselves, in PostgreSQL. What changes nothing returns false. */
final class AgendaWriteRepository {
  private static final String STALE =
      """
      SELECT m.number
        FROM meeting m
       WHERE m.state = 'planned'
         AND m.starts_at > $2::timestamp - interval '3 days'
         AND (m.agenda_at IS NULL
              OR EXISTS (SELECT FROM matter t WHERE t.changed_at > m.agenda_at)
              OR EXISTS (SELECT FROM item_proposal q WHERE q.meeting = m.number AND q.proposed_at > m.agenda_at)
              OR EXISTS (SELECT
                           FROM agenda_item i
                           JOIN meeting p ON p.number = i.meeting
                          WHERE p.number = m.previous AND i.state = 'open'
                            AND (p.state IN ('prepared', 'final', 'cancelled')
                                 OR p.state = 'planned' AND p.starts_at < $2::timestamp - interval '3 days')))
       ORDER BY m.agenda_at NULLS FIRST, m.starts_at, m.number
       LIMIT $1""";

  private static final String MADE =
      """
      UPDATE meeting
         SET agenda_at = $2
       WHERE number = $1""";

  private static final String OPEN =
      """
      INSERT INTO agenda_item (id, meeting, topic, title, facts, minutes, made_at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7)""";

  private static final String LEAVE_OUT =
      """
      DELETE FROM agenda_item i
       WHERE i.id = $1 AND i.state = 'open' AND i.topic IS NOT NULL AND i.position IS NULL AND i.carried_from IS NULL
         AND i.facts ? 'of' AND i.minutes = $2
         AND NOT EXISTS (SELECT FROM item_vote v WHERE v.item = i.id)
         AND NOT EXISTS (SELECT FROM minute_line l WHERE l.item = i.id)
         AND NOT EXISTS (SELECT FROM poll p WHERE p.item = i.id)
         AND NOT EXISTS (SELECT FROM agenda_item o WHERE o.merged_into = i.id OR o.carried_from = i.id)""";

  private static final String CARRY =
      """
      WITH carried AS (
        UPDATE agenda_item o
           SET state = 'carried'
          FROM meeting p
         WHERE p.number = $2 AND o.meeting = p.number AND o.state = 'open'
           AND (p.state IN ('prepared', 'final', 'cancelled')
                OR p.state = 'planned' AND p.starts_at < $4::timestamp - interval '3 days')
        RETURNING o.*)
      INSERT INTO agenda_item (id, meeting, topic, title, facts, minutes, opened, carried_from, companies, severity, times,
                               made_at)
      SELECT 1 + floor(random() * 9007199254740990)::bigint, $1, c.topic, c.title, c.facts, c.minutes, c.opened, c.id,
             c.companies, c.severity, c.times, $3
        FROM carried c
      ON CONFLICT (meeting, topic) WHERE topic IS NOT NULL DO UPDATE SET carried_from = excluded.carried_from""";

  private static final String CARRY_SOURCES =
      """
      INSERT INTO item_source (company_id, meeting, item, kind, key, facts, weight, is_open, happened_at)
      SELECT s.company_id, n.meeting, coalesce(n.merged_into, n.id), s.kind, s.key, s.facts, s.weight, s.is_open,
             s.happened_at
        FROM agenda_item n
        JOIN item_source s ON s.item = n.carried_from
       WHERE n.meeting = $1
      ON CONFLICT (item, kind, key) DO NOTHING""";

  private static final String ATTACH =
      """
      INSERT INTO item_source (company_id, meeting, item, kind, key, facts, weight, is_open, happened_at)
      SELECT m.company_id, $1, $2, m.kind, m.key, m.facts::jsonb, m.weight, m.is_open, m.happened_at
        FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::int[], $8::boolean[], $9::timestamptz[])
             AS m (company_id, kind, key, facts, weight, is_open, happened_at)
      ON CONFLICT (item, kind, key) DO UPDATE
         SET company_id = excluded.company_id, facts = excluded.facts, weight = excluded.weight,
             is_open = excluded.is_open
       WHERE (item_source.company_id, item_source.facts, item_source.weight, item_source.is_open)
             IS DISTINCT FROM
             (excluded.company_id, excluded.facts, excluded.weight, excluded.is_open)""";

  private static final String FOLLOW =
      """
      UPDATE item_source s
         SET facts = t.facts, weight = t.weight, is_open = t.is_open
        FROM matter t
       WHERE s.meeting = $1 AND t.kind = s.kind AND t.key = s.key
         AND (s.facts, s.weight, s.is_open) IS DISTINCT FROM (t.facts, t.weight, t.is_open)""";

  private static final String FIGURES =
      """
      UPDATE agenda_item
         SET companies = $2, severity = $3, times = $4, votes = $5, opened = opened OR $6,
             facts = CASE WHEN facts ? 'of' THEN $7::text::jsonb ELSE facts END
       WHERE id = $1
         AND (companies, severity, times, votes, opened, CASE WHEN facts ? 'of' THEN facts END)
             IS DISTINCT FROM
             ($2::integer, $3::integer, $4::integer, $5::integer, opened OR $6, CASE WHEN facts ? 'of' THEN $7::text::jsonb END)""";

  private static final String PROPOSALS =
      """
      SELECT id, company_id, title, proposed_by, proposed_at
        FROM item_proposal
       WHERE meeting = $1
       ORDER BY proposed_at, id""";

  private static final String VOTERS =
      """
      SELECT item, company_id
        FROM item_vote
       WHERE meeting = $1""";

  /** A vote beforehand. */
  record ItemVoter(long item, CompanyId company) {}

  /**
   * Those to come of whose agenda something is another than when it was made; longest ago first.
   */
  List<MeetingNumber> stale(Queries queries, Instant now, int most) {
    return queries.find(
        "agenda.stale", STALE, row -> new MeetingNumber(row.getLong("number")), most, utc(now));
  }

  /** Close enough for a meeting that nobody began: days count, not hours. */
  private static LocalDateTime utc(Instant now) {
    return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
  }

  void made(Queries transaction, MeetingNumber meeting, Instant until) {
    transaction.execute("agenda.made", MADE, meeting.value(), Sql.utc(until));
  }

  /** A new item; returns its key. */
  long open(
      Queries transaction, MeetingNumber meeting, MatterGroup group, int minutes, Instant now) {
    long id = ItemKeys.draw();
    transaction.execute(
        "agenda.open",
        OPEN,
        id,
        meeting.value(),
        group.topic(),
        group.title(),
        Json.text(group.facts()),
        minutes,
        Sql.utc(now));
    return id;
  }

  /**
   * Takes an item off that made itself. False where somebody did anything to it: put it somewhere,
   * named it, voted for it, spoke to it, merged another into it, or gave it other minutes.
   */
  boolean leaveOut(Queries transaction, long item, int usualMinutes) {
    return transaction.execute("agenda.leave_out", LEAVE_OUT, item, usualMinutes) > 0;
  }

  /** What stayed open in a meeting that is over comes to this one, with its sources. */
  boolean carry(Queries transaction, MeetingNumber meeting, MeetingNumber from, Instant now) {
    boolean carried =
        transaction.execute(
                "agenda.carry", CARRY, meeting.value(), from.value(), Sql.utc(now), utc(now))
            > 0;
    if (carried) {
      transaction.execute("agenda.carry_sources", CARRY_SOURCES, meeting.value());
    }
    return carried;
  }

  /** These belong to an item from now on. */
  void attach(Queries transaction, MeetingNumber meeting, long item, List<Matter> matters) {
    transaction.execute(
        "agenda.attach",
        ATTACH,
        meeting.value(),
        item,
        Sql.column(matters, one -> MeetingRepository.key(one.company()), Long[]::new),
        Sql.column(matters, one -> one.kind().code(), String[]::new),
        Sql.column(matters, Matter::key, String[]::new),
        Sql.column(matters, one -> Json.text(one.facts()), String[]::new),
        Sql.column(matters, Matter::weight, Integer[]::new),
        Sql.column(matters, Matter::open, Boolean[]::new),
        Sql.column(matters, one -> Sql.utc(one.happenedAt()), OffsetDateTime[]::new));
  }

  /** Its sources are as they stand now. */
  boolean follow(Queries transaction, MeetingNumber meeting) {
    return transaction.execute("agenda.follow", FOLLOW, meeting.value()) > 0;
  }

  /**
   * @param opens whether all who are asked see it from now on
   * @param facts of which the page makes its title, where nobody gave it one
   */
  boolean rank(Queries transaction, long item, ItemFigures figures, boolean opens, String facts) {
    return transaction.execute(
            "agenda.rank",
            FIGURES,
            item,
            figures.companies(),
            figures.severity(),
            figures.times(),
            figures.votes(),
            opens,
            facts)
        > 0;
  }

  /** What those who are asked proposed, as matters. */
  List<Matter> proposals(Queries queries, MeetingNumber meeting) {
    return queries.find(
        "agenda.proposals",
        PROPOSALS,
        row ->
            new Matter(
                Matter.MatterKind.PROPOSAL,
                String.valueOf(row.getLong("id")),
                Optional.of(new CompanyId(row.getLong("company_id"))),
                Matter.MatterPlace.NOWHERE,
                Json.object()
                    .put("text", row.getString("title"))
                    .put("by", row.getString("proposed_by")),
                1,
                row.getOffsetDateTime("proposed_at").toInstant(),
                true),
        meeting.value());
  }

  List<ItemVoter> voters(Queries queries, MeetingNumber meeting) {
    return queries.find(
        "agenda.voters",
        VOTERS,
        row -> new ItemVoter(row.getLong("item"), new CompanyId(row.getLong("company_id"))),
        meeting.value());
  }
}
