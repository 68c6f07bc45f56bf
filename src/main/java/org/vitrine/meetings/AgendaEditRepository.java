package org.vitrine.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaItem.AgendaState;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What people do to agendas, in PostgreSQL. */
final class AgendaEditRepository {
  private static final String ARRANGE =
      """
      UPDATE agenda_item i
         SET position = w.position
        FROM unnest($1::bigint[], $2::integer[]) AS w (id, position)
       WHERE i.id = w.id""";

  private static final String RENAME =
      """
      UPDATE agenda_item
         SET title = coalesce($2, title), minutes = coalesce($3, minutes), opened = coalesce($4, opened),
             facts = CASE WHEN $2 IS NULL THEN facts ELSE facts - 'of' END
       WHERE id = $1""";

  private static final String STAND =
      """
      UPDATE agenda_item
         SET state = $2, drop_reason = $3, merged_into = $4, closed_at = CASE WHEN $2 = 'closed' THEN $5::timestamptz END
       WHERE id = $1""";

  private static final String MOVE_SOURCES =
      """
      INSERT INTO item_source (company_id, meeting, item, kind, key, facts, weight, is_open, happened_at)
      SELECT company_id, meeting, $2, kind, key, facts, weight, is_open, happened_at
        FROM item_source
       WHERE item = $1
      ON CONFLICT (item, kind, key) DO NOTHING""";

  private static final String MOVE_VOTES =
      """
      INSERT INTO item_vote (company_id, meeting, item, person_id, voted_by, voted_at)
      SELECT company_id, meeting, $2, person_id, voted_by, voted_at
        FROM item_vote
       WHERE item = $1
      ON CONFLICT (company_id, item) DO NOTHING""";

  private static final String MOVE_LINES =
      """
      UPDATE minute_line
         SET item = $2
       WHERE item = $1""";

  private static final String MOVE_POLLS =
      """
      UPDATE poll
         SET item = $2
       WHERE item = $1""";

  /** What was merged into one that is merged itself. */
  private static final String MOVE_MERGED =
      """
      UPDATE agenda_item
         SET merged_into = $2
       WHERE merged_into = $1""";

  private static final String MOVE_PLACE =
      """
      UPDATE meeting
         SET current_item = $2
       WHERE current_item = $1""";

  private static final String EMPTY =
      """
      DELETE FROM item_source
       WHERE item = $1""";

  private static final String PROPOSE =
      """
      INSERT INTO item_proposal (id, company_id, meeting, title, person_id, proposed_by, proposed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)""";

  private static final String PROPOSED =
      """
      SELECT count(*) AS proposals
        FROM item_proposal p
       WHERE p.meeting = $2 AND ($1::bigint IS NULL OR p.company_id = $1)""";

  private static final String PROPOSED_BY_ALL =
      """
      SELECT m.proposals
        FROM meeting m
       WHERE m.number = $1""";

  private static final String VOTE =
      """
      INSERT INTO item_vote (company_id, meeting, item, person_id, voted_by, voted_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (company_id, item) DO NOTHING""";

  private static final String RAISED_BY =
      """
      SELECT DISTINCT ON (r.person_id, r.company_id) r.person_id, r.company_id, r.title, r.message,
             EXISTS (SELECT FROM meeting_company c WHERE c.company_id = r.company_id AND c.meeting = r.meeting) AS asked
        FROM (SELECT v.person_id, v.company_id, v.title, v.number AS message, v.said_at AS at, s.meeting
                FROM item_source s
                JOIN voice_matter v ON s.kind = 'voice' AND v.number::text = s.key
               WHERE s.item = $1 AND v.person_id IS NOT NULL
              UNION ALL
              SELECT p.person_id, p.company_id, p.title, NULL, p.proposed_at, s.meeting
                FROM item_source s
                JOIN item_proposal p ON s.kind = 'proposal' AND p.id::text = s.key
               WHERE s.item = $1) r
       ORDER BY r.person_id, r.company_id, r.at DESC""";

  /**
   * Who raised what an item is about, and for which company.
   *
   * @param title what they said last of it
   * @param message its number, where it was a message
   * @param asked whether the company is asked to the meeting
   */
  record RaisedBy(
      long person, CompanyId company, String title, Optional<Long> message, boolean asked) {}

  /** Puts these in this order. */
  void arrange(Queries transaction, List<Long> items) {
    transaction.execute(
        "agenda.arrange",
        ARRANGE,
        items.toArray(Long[]::new),
        IntStream.range(0, items.size()).boxed().toArray(Integer[]::new));
  }

  void rename(Queries transaction, long item, EditItem edit) {
    transaction.execute("agenda.rename", RENAME, item, edit.title(), edit.minutes(), edit.opened());
  }

  void stand(
      Queries transaction,
      long item,
      AgendaState state,
      Optional<String> reason,
      Optional<Long> into,
      Instant now) {
    transaction.execute(
        "agenda.stand",
        STAND,
        item,
        state.code(),
        reason.orElse(null),
        into.orElse(null),
        Sql.utc(now));
  }

  /**
   * What one item is about, and the votes for it, count for the other; what was said to it while
   * the meeting is held was said to the other.
   */
  void merge(Queries transaction, long item, long into) {
    transaction.execute("agenda.move_sources", MOVE_SOURCES, item, into);
    transaction.execute("agenda.move_votes", MOVE_VOTES, item, into);
    transaction.execute("agenda.move_lines", MOVE_LINES, item, into);
    transaction.execute("agenda.move_polls", MOVE_POLLS, item, into);
    transaction.execute("agenda.move_merged", MOVE_MERGED, item, into);
    transaction.execute("agenda.move_place", MOVE_PLACE, item, into);
    transaction.execute("agenda.empty", EMPTY, item);
  }

  void propose(
      Queries transaction,
      CompanyId company,
      MeetingNumber meeting,
      String title,
      MeetingPerson by,
      Instant now) {
    transaction.execute(
        "agenda.propose",
        PROPOSE,
        ItemKeys.draw(),
        company.value(),
        meeting.value(),
        title,
        by.id(),
        by.name(),
        Sql.utc(now));
  }

  /** How many proposals a company has made. */
  long proposed(Queries queries, CompanyId company, MeetingNumber meeting) {
    return queries
        .findOne(
            "agenda.proposed",
            PROPOSED,
            row -> row.getLong("proposals"),
            company.value(),
            meeting.value())
        .orElseThrow();
  }

  /** How many all companies have made. */
  long proposedByAll(Queries queries, MeetingNumber meeting) {
    return queries
        .findOne(
            "agenda.proposed_by_all",
            PROPOSED_BY_ALL,
            row -> row.getLong("proposals"),
            meeting.value())
        .orElseThrow();
  }

  /** False where the company has voted for it. */
  boolean vote(
      Queries transaction,
      CompanyId company,
      MeetingNumber meeting,
      long item,
      MeetingPerson by,
      Instant now) {
    return transaction.execute(
            "agenda.vote",
            VOTE,
            company.value(),
            meeting.value(),
            item,
            by.id(),
            by.name(),
            Sql.utc(now))
        > 0;
  }

  /** Each once, by what they said last. */
  List<RaisedBy> raisedBy(Queries queries, long item) {
    return queries.find(
        "agenda.raised_by",
        RAISED_BY,
        row ->
            new RaisedBy(
                row.getLong("person_id"),
                new CompanyId(row.getLong("company_id")),
                row.getString("title"),
                Optional.ofNullable(row.getLong("message")),
                row.getBoolean("asked")),
        item);
  }
}
