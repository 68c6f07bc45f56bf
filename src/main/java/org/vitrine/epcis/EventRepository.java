package org.vitrine.epcis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.epcis.EpcisEvent.EventOwner;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Events in PostgreSQL. */
final class EventRepository {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DRAWN_BYTES = 12;

  /** Whoever comes meanwhile waits for the commit, and records later. */
  private static final String NOW =
      """
      INSERT INTO epcis_clock AS c (recorded)
      VALUES (date_trunc('milliseconds', $1::timestamptz))
          ON CONFLICT (single) DO UPDATE
         SET recorded = greatest(excluded.recorded, c.recorded + interval '1 millisecond')
      RETURNING recorded\
      """;

  private static final String ADD =
      """
      INSERT INTO epcis_event
        (id, event_id, declared_at, content, event_type, event_time, record_time, terms, body,
         company_id, order_id, entry, stage)
      SELECT e.id, e.event_id, e.declared_at, e.content, e.event_type, e.event_time, $2,
             ARRAY(SELECT json_array_elements_text(e.terms)), e.body, e.company_id, e.order_id, e.entry, e.stage
        FROM json_to_recordset($1::text::json)
               AS e (id text, event_id text, declared_at timestamptz, content text, event_type text,
                     event_time timestamptz, terms json, body json, company_id bigint, order_id bigint,
                     entry bigint, stage text)
          ON CONFLICT (event_id, coalesce(declared_at, '-infinity')) DO NOTHING
      RETURNING id\
      """;

  /** What there is under these ids: the events themselves, and their declarations. */
  private static final String KNOWN =
      """
      SELECT event_id, declared_at, content
        FROM epcis_event
       WHERE event_id = ANY($1)\
      """;

  private static final String NEWEST =
      """
      WITH newest AS (
        SELECT max(e.record_time) AS at
          FROM epcis_event e
         WHERE ($1::bigint IS NULL OR e.company_id = $1))
      """;

  private static final String ASKED_FOR =
      """
        FROM epcis_event e, newest
       WHERE ($1::bigint IS NULL OR e.company_id = $1)
         AND ($2::text[] IS NULL OR e.stage IS NULL OR e.stage = ANY($2))
         AND e.record_time <= coalesce($3, newest.at)
         AND ($4::text[] IS NULL OR e.event_type = ANY($4))
         AND ($5::text[] IS NULL OR e.event_id = ANY($5))
         AND ($6::timestamptz IS NULL OR e.event_time >= $6)
         AND ($7::timestamptz IS NULL OR e.event_time < $7)
         AND ($8::timestamptz IS NULL OR e.record_time >= $8)
         AND ($9::timestamptz IS NULL OR e.record_time < $9)
         AND ($10::text[] IS NULL OR e.terms && $10)
         AND NOT EXISTS (
               SELECT FROM json_array_elements($11::text::json) wanted
                WHERE NOT e.terms && ARRAY(SELECT json_array_elements_text(wanted)))
      """;

  private static final String PAGE =
      NEWEST
          + """
          SELECT e.id, e.event_time, e.record_time, e.body::text AS body, coalesce($3, newest.at) AS ceiling
          """
          + ASKED_FOR
          + """
             AND ($12::timestamptz IS NULL OR (e.%1$s, e.id) %2$s ($12, $13))
           ORDER BY e.%1$s %3$s, e.id %3$s
           LIMIT $14\
          """;

  private static final String COUNT =
      NEWEST + "SELECT count(*) AS many FROM (SELECT 1\n" + ASKED_FOR + " LIMIT $12) found";

  private static final String BY_RECORD_TIME = PAGE.formatted("record_time", ">", "ASC");
  private static final String NEWEST_RECORDED = PAGE.formatted("record_time", "<", "DESC");
  private static final String BY_EVENT_TIME = PAGE.formatted("event_time", ">", "ASC");
  private static final String NEWEST_HAPPENED = PAGE.formatted("event_time", "<", "DESC");

  /** What follows from these entries of histories, but for what was declared wrong since. */
  private static final String OF_ENTRIES =
      """
      SELECT e.event_id, e.company_id, e.order_id, e.entry, e.stage, e.body::text AS body
        FROM unnest($1::bigint[], $2::bigint[]) AS named (order_id, entry)
        JOIN epcis_event e ON e.order_id = named.order_id AND e.entry = named.entry
       WHERE e.declared_at IS NULL
         AND NOT EXISTS (SELECT FROM epcis_event d WHERE d.event_id = e.event_id AND d.declared_at IS NOT NULL)\
      """;

  /**
   * Who reads.
   *
   * @param company absent for the house, which reads everything
   * @param stages those that are shown to the company; absent for all
   */
  record EventReader(Optional<CompanyId> company, Optional<List<String>> stages) {}

  /** One that was found. */
  record FoundEvent(
      String row, Instant happened, Instant recorded, ObjectNode body, Instant ceiling) {}

  /** Under which id which content is here. */
  record KnownEvent(String id, Optional<Instant> declaredAt, String content) {}

  /** What follows from an entry of an order's history. */
  record FollowedEntry(String id, EventOwner owner, ObjectNode body) {}

  /** The moment at which this transaction records, which nobody else has until it ends. */
  Instant recordTime(Queries transaction, Instant now) {
    return transaction
        .findOne("epcis_clock.now", NOW, row -> instant(row, "recorded"), Sql.utc(now))
        .orElseThrow();
  }

  /**
   * Returns how many of these were not here before.
   *
   * @param after how many were recorded at the same moment before: they stand in their order
   */
  int add(Queries transaction, Collection<EpcisEvent> events, Instant recordTime, int after) {
    Map<Optional<CompanyId>, Integer> positions = new HashMap<>();
    List<ObjectNode> rows = new ArrayList<>();
    for (EpcisEvent event : events) {
      Optional<CompanyId> company = event.owner().map(EventOwner::company);
      int position = positions.merge(company, 1, Integer::sum);
      rows.add(row(event, after + position));
    }
    return transaction
        .find(
            "epcis_event.add",
            ADD,
            row -> row.getString("id"),
            Json.text(rows),
            Sql.utc(recordTime))
        .size();
  }

  /** By its id it stands behind those of its company before it; of others it says nothing. */
  private static ObjectNode row(EpcisEvent event, int position) {
    byte[] drawn = new byte[DRAWN_BYTES];
    RANDOM.nextBytes(drawn);
    ObjectNode row =
        Json.object()
            .put("id", HexFormat.of().toHexDigits(position) + HexFormat.of().formatHex(drawn))
            .put("event_id", event.id())
            .put("content", event.content())
            .put("event_type", event.type())
            .put("event_time", event.time().toString());
    event.declaredAt().ifPresent(at -> row.put("declared_at", at.toString()));
    row.set("terms", Json.tree(event.terms()));
    row.set("body", event.body());
    event
        .owner()
        .ifPresent(
            owner -> {
              row.put("company_id", owner.company().value());
              row.put("order_id", owner.order().value());
              owner.entry().ifPresent(entry -> row.put("entry", entry));
              owner.stage().ifPresent(stage -> row.put("stage", stage));
            });
    return row;
  }

  List<KnownEvent> known(Queries queries, Collection<String> ids) {
    return queries.find(
        "epcis_event.known",
        KNOWN,
        row ->
            new KnownEvent(
                row.getString("event_id"),
                Optional.ofNullable(row.getOffsetDateTime("declared_at"))
                    .map(OffsetDateTime::toInstant),
                row.getString("content")),
        (Object) ids.toArray(String[]::new));
  }

  /**
   * Those that a company may see, or the house where none is named, up to what there is at this
   * moment, or was when the query began.
   */
  List<FoundEvent> page(
      Queries queries, EventReader reader, EventQuery query, Optional<PageToken> token, int limit) {
    List<Object> parameters = parameters(reader, query, token);
    parameters.add(token.map(PageToken::last).map(Sql::utc).orElse(null));
    parameters.add(token.map(PageToken::row).orElse(null));
    parameters.add(limit);
    return queries.find(
        "epcis_event.page",
        statement(query.order()),
        row ->
            new FoundEvent(
                row.getString("id"),
                instant(row, "event_time"),
                instant(row, "record_time"),
                Json.read(row.getString("body"), ObjectNode.class),
                instant(row, "ceiling")),
        parameters.toArray());
  }

  /** How many there are now, as far as that is asked. */
  long count(Queries queries, EventReader reader, EventQuery query, long most) {
    List<Object> parameters = parameters(reader, query, Optional.empty());
    parameters.add(most);
    return queries
        .findOne("epcis_event.count", COUNT, row -> row.getLong("many"), parameters.toArray())
        .orElseThrow();
  }

  private static List<Object> parameters(
      EventReader reader, EventQuery query, Optional<PageToken> token) {
    return new ArrayList<>(
        Arrays.asList(
            reader.company().map(CompanyId::value).orElse(null),
            reader.stages().map(EventRepository::array).orElse(null),
            token.map(PageToken::ceiling).map(Sql::utc).orElse(null),
            orNull(query.types()),
            orNull(query.ids()),
            utc(query.times().happenedFrom()),
            utc(query.times().happenedBefore()),
            utc(query.times().recordedFrom()),
            utc(query.times().recordedBefore()),
            query.wanted().stream().findFirst().map(EventRepository::array).orElse(null),
            Json.text(query.wanted())));
  }

  private static String statement(EventQuery.EventOrder order) {
    if (order.byEventTime()) {
      return order.isAscending() ? BY_EVENT_TIME : NEWEST_HAPPENED;
    }
    return order.isAscending() ? BY_RECORD_TIME : NEWEST_RECORDED;
  }

  /** Each order beside one of its entries. */
  List<FollowedEntry> ofEntries(Queries queries, List<OrderId> orders, List<Long> entries) {
    return queries.find(
        "epcis_event.of_entries",
        OF_ENTRIES,
        row ->
            new FollowedEntry(
                row.getString("event_id"),
                new EventOwner(
                    new CompanyId(row.getLong("company_id")),
                    new OrderId(row.getLong("order_id")),
                    Optional.of(row.getLong("entry")),
                    Optional.ofNullable(row.getString("stage"))),
                Json.read(row.getString("body"), ObjectNode.class)),
        Sql.column(orders, OrderId::value, Long[]::new),
        entries.toArray(Long[]::new));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(Sql::utc).orElse(null);
  }

  private static String[] orNull(List<String> texts) {
    return texts.isEmpty() ? null : array(texts);
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }
}
