package org.vitrine.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.notices.AgreedRhythm.AgreedBeat;
import org.vitrine.notices.DelayNews.SettledNews;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Notices in PostgreSQL. */
final class NoticeRepository {
  /**
   * Tells much to many in one statement: who hears it, how they chose, and their next number. What
   * somebody was told is not told them again. A stage that was done long ago is told to those who
   * asked alone.
   */
  private static final String TELL =
      """
      WITH news AS MATERIALIZED (
        SELECT n.*, c.tier
          FROM json_to_recordset($1::text::json)
                 AS n (position integer, change text, kind text, contacts text, staff text, company bigint,
                       "orderId" bigint, lines integer[], stage text, people bigint[], facts jsonb, owed boolean,
                       mailed bigint[], at timestamptz)
          LEFT JOIN company_card c ON c.id = n.company),
      usual AS MATERIALIZED (
        SELECT u.readers, u.tier, u.topic, coalesce(r.mode, u.mode) AS mode
          FROM json_to_recordset($2::text::json) AS u (readers text, tier text, topic text, mode text)
          LEFT JOIN notice_rhythm r USING (readers, tier, topic)),
      agreed AS MATERIALIZED (
        SELECT * FROM json_to_recordset($5::text::json)
                        AS a (company bigint, tier text, topic text, mode text, owner text, version integer)),
      wished AS (
        DELETE FROM stage_wish w
         USING news n
         WHERE n.kind = 'stage-finished' AND w.order_id = n."orderId" AND w.stage = n.stage AND w.line = ANY(n.lines)
        RETURNING n.position, w.person_id),
      concerned AS (
        SELECT n.position, c.person_id FROM news n JOIN person_company c ON c.company_id = n.company WHERE n.people IS NULL
        UNION
        SELECT n.position, named.id FROM news n CROSS JOIN LATERAL unnest(n.people) AS named (id)
        UNION
        SELECT n.position, f.person_id
          FROM news n JOIN order_following f ON f.order_id = n."orderId" AND f.mode = 'follow'
        UNION
        SELECT position, person_id FROM wished),
      reader AS (
        SELECT n.*, p.id AS person_id, side.readers,
               CASE side.readers WHEN 'customers' THEN n.contacts ELSE n.staff END AS topic,
               EXISTS (SELECT FROM wished w WHERE w.position = n.position AND w.person_id = p.id) AS asked,
               n.owed AND side.readers = 'staff' AS is_owed
          FROM concerned
          JOIN news n USING (position)
          JOIN active_person p ON p.id = concerned.person_id
          CROSS JOIN LATERAL (
            SELECT CASE WHEN p.role IN ('customer', 'distributor') THEN 'customers' ELSE 'staff' END) AS side (readers)
         WHERE side.readers = 'staff'
            OR EXISTS (SELECT FROM person_company c WHERE c.person_id = p.id AND c.company_id = n.company)),
      told AS (
        SELECT r.*,
               CASE WHEN r.asked OR r.is_owed THEN 'at-once'
                    WHEN r.kind = 'stage-finished' AND r.at < $4 THEN 'off'
                    WHEN f.mode = 'mute' THEN 'off'
                    WHEN f.mode = 'follow' THEN 'at-once'
                    ELSE coalesce(o.mode, a.mode, u.mode) END AS mode,
               CASE WHEN NOT r.asked AND NOT r.is_owed AND f.mode IS NULL AND o.mode IS NULL AND a.mode IS NOT NULL
                    THEN jsonb_build_object('owner', a.owner, 'version', a.version) END AS agreed
          FROM reader r
          LEFT JOIN order_following f ON f.person_id = r.person_id AND f.order_id = r."orderId"
          LEFT JOIN notice_choice o ON o.person_id = r.person_id AND o.topic = r.topic
          LEFT JOIN LATERAL (
            SELECT g.mode, g.owner, g.version
              FROM agreed g
             WHERE r.readers = 'customers' AND g.topic = r.topic AND (g.company = r.company OR g.tier = r.tier)
             ORDER BY g.company NULLS LAST
             LIMIT 1) AS a ON true
          LEFT JOIN usual u ON u.readers = r.readers AND u.tier = r.tier AND u.topic = r.topic
         WHERE r.topic IS NOT NULL
           AND NOT EXISTS (
                 SELECT FROM notice n WHERE n.person_id = r.person_id AND n.change = decode(r.change, 'hex'))),
      numbered AS (
        SELECT *, row_number() OVER (PARTITION BY person_id ORDER BY position) AS nth,
               count(*) OVER (PARTITION BY person_id) AS several
          FROM told
         WHERE mode <> 'off'),
      counted AS (
        INSERT INTO notice_count AS c (person_id, last)
        SELECT person_id, max(nth) FROM numbered GROUP BY person_id ORDER BY person_id
        ON CONFLICT (person_id) DO UPDATE SET last = c.last + excluded.last
        RETURNING person_id, last)
      INSERT INTO notice
        (person_id, number, company_id, about, change, kind, topic, order_id, facts, asked, owed, mode, agreed, happened_at, told_at,
         mailed_at)
      SELECT n.person_id, c.last - n.several + n.nth, CASE n.readers WHEN 'customers' THEN n.company END, n.company,
             decode(n.change, 'hex'), n.kind, n.topic, n."orderId", n.facts, n.asked, n.is_owed, n.mode, n.agreed, n.at, $3::timestamptz,
             CASE WHEN n.person_id = ANY(n.mailed) THEN $3::timestamptz END
        FROM numbered n
        JOIN counted c USING (person_id)
      ON CONFLICT (person_id, change) DO NOTHING
      RETURNING person_id\
      """;

  private static final String SETTLE =
      """
      DELETE FROM notice n
       USING unnest($1::bigint[], $2::text[]) AS s (company, change)
        JOIN person_company m ON m.company_id = s.company
       WHERE n.person_id = m.person_id AND n.change = decode(s.change, 'hex')
      RETURNING n.person_id\
      """;

  private static final String UNSAY =
      """
      DELETE FROM notice
       WHERE told_at > $2 AND order_id = ANY($1)
      RETURNING person_id\
      """;

  private static final String LIST =
      """
      SELECT n.number, n.kind, n.topic, n.happened_at, n.read_at IS NOT NULL AS is_read, n.asked, n.facts::text AS facts,
             n.agreed::text AS agreed, n.company_id IS NULL AS is_staff, c.name AS company
        FROM notice n
        LEFT JOIN company_card c ON c.id = n.about
       WHERE n.person_id = $1 AND ($2::bigint IS NULL OR n.company_id = $2) AND n.topic = ANY($5)
         AND ($3::bigint IS NULL
              OR (n.happened_at, n.number) < (SELECT a.happened_at, a.number FROM notice a WHERE a.person_id = $1 AND a.number = $3))
       ORDER BY n.happened_at DESC, n.number DESC
       LIMIT $4\
      """;

  /** The newest of each of these people; nothing to tell is a row too. */
  private static final String NEWEST =
      """
      SELECT w.person_id, n.number, n.kind, n.topic, n.happened_at, n.is_read, n.asked, n.facts, n.agreed, n.is_staff, n.company
        FROM unnest($1::bigint[]) AS w (person_id)
       CROSS JOIN LATERAL (
         SELECT n.number, n.kind, n.topic, n.happened_at, n.read_at IS NOT NULL AS is_read, n.asked,
                n.facts::text AS facts, n.agreed::text AS agreed, n.company_id IS NULL AS is_staff, c.name AS company
           FROM notice n
           LEFT JOIN company_card c ON c.id = n.about
          WHERE n.person_id = w.person_id AND ($2::bigint IS NULL OR n.company_id = $2) AND n.topic = ANY($4)
          ORDER BY n.happened_at DESC, n.number DESC
          LIMIT $3) AS n\
      """;

  private static final String UNREAD =
      """
      SELECT n.person_id, count(*) AS unread
        FROM notice n
       WHERE n.person_id = ANY($1) AND n.read_at IS NULL AND ($2::bigint IS NULL OR n.company_id = $2)
         AND n.topic = ANY($3)
       GROUP BY n.person_id\
      """;

  private static final String READ =
      """
      UPDATE notice
         SET read_at = $4
       WHERE person_id = $1 AND ($2::bigint IS NULL OR company_id = $2) AND number <= $3 AND read_at IS NULL\
      """;

  private static final String READ_BEYOND =
      """
      UPDATE notice
         SET read_at = $3
       WHERE person_id = $1 AND read_at IS NULL
         AND (happened_at, number) < (
               SELECT n.happened_at, n.number
                 FROM notice n
                WHERE n.person_id = $1
                ORDER BY n.happened_at DESC, n.number DESC
               OFFSET $2::integer - 1 LIMIT 1)\
      """;

  private static final String FORGET =
      """
      DELETE FROM notice
       WHERE told_at < $1\
      """;

  private static final String FORGET_BEYOND =
      """
      DELETE FROM notice n
       USING notice_count c
       WHERE c.person_id = n.person_id AND n.number <= c.last - $1::bigint\
      """;

  /** Returns who was told something that they had not been told. */
  List<Long> tell(
      Queries transaction, List<News> news, Rhythm usual, List<AgreedBeat> agreed, Instant now) {
    ArrayNode rows = Json.object().putArray("news");
    for (int at = 0; at < news.size(); at++) {
      ObjectNode row = (ObjectNode) Json.tree(news.get(at));
      rows.add(row.put("position", at));
    }
    return transaction
        .find(
            "notice.tell",
            TELL,
            row -> row.getLong("person_id"),
            Json.text(rows),
            Json.text(usual.beats()),
            Sql.utc(now),
            Sql.utc(now.minus(OrderNews.OLD)),
            Json.text(agreed))
        .stream()
        .distinct()
        .toList();
  }

  List<Notice> list(
      Queries queries, long person, Optional<CompanyId> company, Optional<Long> before, int limit) {
    return queries.find(
        "notice.list",
        LIST,
        NoticeRepository::toNotice,
        person,
        company.map(CompanyId::value).orElse(null),
        before.orElse(null),
        limit,
        NoticeTopic.codes());
  }

  Map<Long, List<Notice>> newest(
      Queries queries, Collection<Long> people, Optional<CompanyId> company, int limit) {
    Map<Long, List<Notice>> newest = new HashMap<>();
    queries.find(
        "notice.newest",
        NEWEST,
        row ->
            newest
                .computeIfAbsent(row.getLong("person_id"), person -> new ArrayList<>())
                .add(toNotice(row)),
        people.toArray(Long[]::new),
        company.map(CompanyId::value).orElse(null),
        limit,
        NoticeTopic.codes());
    return newest;
  }

  /** How many each has not read; who has read all is missing. */
  Map<Long, Long> unread(Queries queries, Collection<Long> people, Optional<CompanyId> company) {
    Map<Long, Long> unread = new HashMap<>();
    queries.find(
        "notice.unread",
        UNREAD,
        row -> unread.put(row.getLong("person_id"), row.getLong("unread")),
        people.toArray(Long[]::new),
        company.map(CompanyId::value).orElse(null),
        NoticeTopic.codes());
    return unread;
  }

  /** Returns how many were unread. */
  int read(Queries transaction, long person, Optional<CompanyId> company, long upTo, Instant now) {
    return transaction.execute(
        "notice.read",
        READ,
        person,
        company.map(CompanyId::value).orElse(null),
        upTo,
        Sql.utc(now));
  }

  /** Returns how many were unread. */
  int readBeyond(Queries transaction, long person, int kept, Instant now) {
    return transaction.execute("notice.read_beyond", READ_BEYOND, person, kept, Sql.utc(now));
  }

  void forget(Queries queries, Instant toldBefore, int kept) {
    queries.execute("notice.forget", FORGET, Sql.utc(toldBefore));
    queries.execute("notice.forget_beyond", FORGET_BEYOND, (long) kept);
  }

  /** Returns whose notices are fewer by it. */
  List<Long> settle(Queries transaction, List<SettledNews> settled) {
    return transaction.find(
        "notice.settle",
        SETTLE,
        row -> row.getLong("person_id"),
        settled.stream().map(SettledNews::company).toArray(Long[]::new),
        settled.stream().map(SettledNews::change).toArray(String[]::new));
  }

  /** Takes away what was told of these orders since then; returns whom it was told. */
  Set<Long> unsay(Queries transaction, Collection<OrderId> orders, Instant since) {
    return Set.copyOf(
        transaction.find(
            "notice.unsay",
            UNSAY,
            row -> row.getLong("person_id"),
            Sql.column(orders, OrderId::value, Long[]::new),
            Sql.utc(since)));
  }

  private static Notice toNotice(Row row) {
    return new Notice(
        row.getLong("number"),
        row.getString("kind"),
        NoticeTopic.of(row.getString("topic")),
        row.getOffsetDateTime("happened_at").toInstant(),
        row.getBoolean("is_read"),
        row.getBoolean("asked"),
        Json.read(row.getString("facts"), ObjectNode.class),
        Optional.ofNullable(row.getString("agreed")).map(text -> Json.read(text, JsonNode.class)),
        Optional.ofNullable(row.getString("company")).filter(name -> row.getBoolean("is_staff")));
  }
}
