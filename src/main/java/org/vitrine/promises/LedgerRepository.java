package org.vitrine.promises;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.notices.ToldDate;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.promises.LedgerEntry.WordMark;
import org.vitrine.promises.LedgerEntry.WordMarks;

/** The steps of promises, when customers were told of them and who read them, in PostgreSQL. */
final class LedgerRepository {
  private static final String STEPS =
      """
      SELECT version, kind, recorded_at, actor, body::text AS body
        FROM order_event
       WHERE order_id = $1 AND ($2::bigint IS NULL OR company_id = $2)
         AND kind IN ('promised', 'promise-revised', 'delay-offered', 'delay-answered', 'delay-lapsed',
                      'delay-withdrawn', 'delay-taken-back', 'risk-chosen')
       ORDER BY version\
      """;

  private static final String NUMBER =
      """
      SELECT number
        FROM order_head
       WHERE id = $1 AND ($2::bigint IS NULL OR company_id = $2)\
      """;

  private static final String SINCE =
      """
      SELECT promises_told_since() AS since\
      """;

  private static final String TOLD =
      """
      SELECT version, told_to, told_at
        FROM promise_told
       WHERE order_id = $1 AND ($2::bigint IS NULL OR company_id = $2)\
      """;

  private static final String READ =
      """
      SELECT version, through, read_by, read_at
        FROM promise_read
       WHERE order_id = $1 AND ($2::bigint IS NULL OR company_id = $2)
       ORDER BY read_at\
      """;

  private static final String ADD_READ =
      """
      INSERT INTO promise_read (company_id, order_id, version, through, read_by, read_at)
      SELECT $1, $2, version, $4, $5, $6
        FROM unnest($3::bigint[]) AS word (version)
      ON CONFLICT DO NOTHING\
      """;

  /**
   * A notice names a day and perhaps lines, not the word: it is the newest that said so by then. Of
   * several people who were told, the first counts.
   */
  private static final String ADD_TOLD =
      """
      WITH heard AS (
        SELECT n.*, p.name
          FROM json_to_recordset($1::text::json)
                 AS n (company bigint, "order" bigint, person bigint, date text, lines integer[], told timestamptz,
                       read timestamptz)
          JOIN active_person p ON p.id = n.person),
      word AS (
        SELECT DISTINCT ON (h.company, h."order", g.body ->> 'line', h.person, h.told)
               h.company, h."order", g.version, h.name, h.told, h.read
          FROM heard h
          JOIN promise_given g ON g.order_id = h."order" AND g.company_id = h.company
           AND g.body ->> 'date' IS NOT DISTINCT FROM h.date AND g.recorded_at <= h.told
           AND (h.lines IS NULL OR (g.body ->> 'line')::integer = ANY(h.lines))
         ORDER BY h.company, h."order", g.body ->> 'line', h.person, h.told, g.version DESC),
      told AS (
        INSERT INTO promise_told (company_id, order_id, version, told_to, told_at)
        SELECT DISTINCT ON ("order", version) company, "order", version, name, told
          FROM word
         ORDER BY "order", version, told
        ON CONFLICT DO NOTHING
        RETURNING order_id, company_id),
      read AS (
        INSERT INTO promise_read (company_id, order_id, version, through, read_by, read_at)
        SELECT DISTINCT ON ("order", version) company, "order", version, 'notice', name, read
          FROM word
         WHERE read IS NOT NULL
         ORDER BY "order", version, read
        ON CONFLICT DO NOTHING
        RETURNING order_id, company_id)
      SELECT order_id, company_id FROM told
       UNION
      SELECT order_id, company_id FROM read\
      """;

  List<PromiseStep> steps(Queries queries, OrderId order, Optional<CompanyId> company) {
    return queries.find(
        "promises.steps", STEPS, LedgerRepository::toStep, order.value(), valueOf(company));
  }

  private static PromiseStep toStep(Row row) {
    return new PromiseStep(
        row.getLong("version"),
        row.getString("kind"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getString("actor"),
        Json.read(row.getString("body"), JsonNode.class));
  }

  Optional<String> number(Queries queries, OrderId order, Optional<CompanyId> company) {
    return queries.findOne(
        "promises.number", NUMBER, row -> row.getString("number"), order.value(), valueOf(company));
  }

  /** Since when it is kept when customers were told. */
  Instant toldSince(Queries queries) {
    return queries
        .findOne("promises.told_since", SINCE, row -> row.getOffsetDateTime("since").toInstant())
        .orElseThrow();
  }

  /** How the customer heard of each word, by its version. */
  Map<Long, WordMarks> marks(Queries queries, OrderId order, Optional<CompanyId> company) {
    Map<Long, WordMark> told = new HashMap<>();
    queries.find(
        "promises.told",
        TOLD,
        row -> told.put(row.getLong("version"), mark(row, "told_at", "told_to")),
        order.value(),
        valueOf(company));
    Map<Long, WordMark> read = new HashMap<>();
    Map<Long, Instant> linked = new HashMap<>();
    queries.find(
        "promises.read",
        READ,
        row ->
            row.getString("through").equals("link")
                ? linked.putIfAbsent(
                    row.getLong("version"), row.getOffsetDateTime("read_at").toInstant())
                : read.putIfAbsent(row.getLong("version"), mark(row, "read_at", "read_by")),
        order.value(),
        valueOf(company));
    return Stream.of(told.keySet(), read.keySet(), linked.keySet())
        .flatMap(Collection::stream)
        .distinct()
        .collect(
            Collectors.toMap(
                version -> version,
                version ->
                    new WordMarks(
                        Optional.ofNullable(told.get(version)),
                        Optional.ofNullable(read.get(version)),
                        Optional.ofNullable(linked.get(version)),
                        Optional.empty())));
  }

  private static WordMark mark(Row row, String at, String by) {
    return new WordMark(
        row.getOffsetDateTime(at).toInstant(), Optional.ofNullable(row.getString(by)));
  }

  /**
   * @param by absent through a link
   * @return how many of these words nobody had read this way
   */
  int addRead(
      Queries transaction,
      CompanyId company,
      OrderId order,
      Collection<Long> words,
      Optional<String> by,
      Instant at) {
    return transaction.execute(
        "promises.add_read",
        ADD_READ,
        company.value(),
        order.value(),
        words.toArray(Long[]::new),
        by.isPresent() ? "page" : "link",
        by.orElse(null),
        Sql.utc(at));
  }

  /** Whose order something was first told of, or read. */
  record HeardOrder(OrderId order, CompanyId company) {}

  List<HeardOrder> addTold(Queries transaction, Collection<ToldDate> told) {
    return transaction.find(
        "promises.add_told",
        ADD_TOLD,
        row ->
            new HeardOrder(
                new OrderId(row.getLong("order_id")), new CompanyId(row.getLong("company_id"))),
        Json.text(told));
  }

  private static Long valueOf(Optional<CompanyId> company) {
    return company.map(CompanyId::value).orElse(null);
  }
}
