package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.connectors.KnownRecord.RecordState;
import org.vitrine.intake.FetchedOutcome.FetchedFault;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What is kept of each record of other systems, in PostgreSQL. */
final class RecordRepository {
  private static final String COLUMNS =
      "record, fingerprint, revision, state, orders, faults::text AS faults, content::text AS"
          + " content, since_at";

  private static final String KNOWN =
      """
      SELECT %s
        FROM connector_record
       WHERE connector = $1 AND record = ANY($2)\
      """
          .formatted(COLUMNS);

  private static final String SAVE =
      """
      INSERT INTO connector_record AS r (connector, record, fingerprint, revision, state, orders, faults, content,
                                         since_at, seen_in)
      SELECT $1, n.record, n.fingerprint, n.revision, n.state,
             ARRAY(SELECT jsonb_array_elements_text(n.orders)), n.faults, n.content, $3, $4
        FROM jsonb_to_recordset($2::text::jsonb)
          AS n (record text, fingerprint text, revision integer, state text, orders jsonb, faults jsonb, content jsonb)
          ON CONFLICT (connector, record) DO UPDATE
         SET fingerprint = excluded.fingerprint, revision = excluded.revision, state = excluded.state,
             orders = excluded.orders, faults = excluded.faults, content = excluded.content,
             seen_in = coalesce(excluded.seen_in, r.seen_in),
             since_at = CASE WHEN r.state = excluded.state THEN r.since_at ELSE excluded.since_at END\
      """;

  private static final String SEEN =
      """
      UPDATE connector_record SET seen_in = $3 WHERE connector = $1 AND record = ANY($2)\
      """;

  private static final String MISSING =
      """
      SELECT %s
        FROM connector_record
       WHERE connector = $1 AND seen_in IS DISTINCT FROM $2 AND state <> 'gone'
       ORDER BY record\
      """
          .formatted(COLUMNS);

  private static final String IN_STATE =
      """
      SELECT %s
        FROM connector_record
       WHERE connector = $1 AND state = $2 AND record > $3
       ORDER BY record
       LIMIT $4\
      """
          .formatted(COLUMNS);

  private static final String COUNTS =
      """
      SELECT connector, state, count(*) AS records
        FROM connector_record
       GROUP BY connector, state\
      """;

  private static final String FORGET =
      """
      DELETE FROM connector_record WHERE connector = $1 AND record = ANY($2)\
      """;

  private static final String OTHERS_HAVE =
      """
      SELECT EXISTS (SELECT 1
                       FROM connector_record
                      WHERE connector = $1 AND record <> ALL($2) AND state <> 'gone' AND orders @> ARRAY[$3::text]) AS others\
      """;

  Map<String, KnownRecord> known(Queries queries, long connector, Collection<String> ids) {
    return queries
        .find(
            "connector_record.known",
            KNOWN,
            RecordRepository::known,
            connector,
            ids.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(KnownRecord::record, one -> one));
  }

  /**
   * @param seenIn the run that compares everything; absent for any other
   */
  void save(Queries queries, long connector, List<KnownRecord> records, Optional<Long> seenIn) {
    if (records.isEmpty()) {
      return;
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (KnownRecord one : records) {
      Map<String, Object> row = new HashMap<>();
      row.put("record", one.record());
      row.put("fingerprint", one.fingerprint());
      row.put("revision", one.revision());
      row.put("state", one.state().code());
      row.put("orders", one.orders());
      row.put("faults", one.faults().isEmpty() ? null : one.faults());
      row.put("content", one.rows().isEmpty() ? null : one.rows());
      rows.add(row);
    }
    queries.execute(
        "connector_record.save",
        SAVE,
        connector,
        Json.text(rows),
        Sql.utc(records.getFirst().since()),
        seenIn.orElse(null));
  }

  void seen(Queries queries, long connector, Collection<String> ids, long run) {
    queries.execute("connector_record.seen", SEEN, connector, ids.toArray(String[]::new), run);
  }

  /** Those that a run which compared everything has not met. */
  List<KnownRecord> missing(Queries queries, long connector, long run) {
    return queries.find(
        "connector_record.missing", MISSING, RecordRepository::known, connector, run);
  }

  List<KnownRecord> inState(
      Queries queries, long connector, RecordState state, String behind, int atMost) {
    return queries.find(
        "connector_record.in_state",
        IN_STATE,
        RecordRepository::known,
        connector,
        state.code(),
        behind,
        (long) atMost);
  }

  /** How many records of each connector are how. */
  Map<Long, Map<RecordState, Integer>> counts(Queries queries) {
    Map<Long, Map<RecordState, Integer>> counts = new HashMap<>();
    queries.find(
        "connector_record.counts",
        COUNTS,
        row ->
            counts
                .computeIfAbsent(row.getLong("connector"), one -> new EnumMap<>(RecordState.class))
                .put(RecordState.of(row.getString("state")), row.getInteger("records")));
    return counts;
  }

  void forget(Queries queries, long connector, Collection<String> ids) {
    queries.execute("connector_record.forget", FORGET, connector, ids.toArray(String[]::new));
  }

  /** Whether a record that is there, beside these, is about this order too. */
  boolean othersHave(Queries queries, long connector, Collection<String> records, String order) {
    return queries
        .findOne(
            "connector_record.others_have",
            OTHERS_HAVE,
            row -> row.getBoolean("others"),
            connector,
            records.toArray(String[]::new),
            order)
        .orElse(false);
  }

  private static KnownRecord known(Row row) {
    return new KnownRecord(
        row.getString("record"),
        row.getString("fingerprint"),
        row.getInteger("revision"),
        RecordState.of(row.getString("state")),
        List.of(row.getArrayOfStrings("orders")),
        faults(row.getString("faults")),
        rows(row.getString("content")),
        row.getOffsetDateTime("since_at").toInstant());
  }

  private static List<FetchedFault> faults(String json) {
    return json == null ? List.of() : List.of(Json.read(json, FetchedFault[].class));
  }

  private static List<Map<String, String>> rows(String json) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (json != null) {
      for (JsonNode row : Json.read(json, JsonNode.class)) {
        Map<String, String> cells = new HashMap<>();
        row.properties().forEach(cell -> cells.put(cell.getKey(), cell.getValue().asText()));
        rows.add(cells);
      }
    }
    return rows;
  }
}
